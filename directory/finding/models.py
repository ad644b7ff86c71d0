"""What people looked for: kept by staff to look again, missed by somebody, or not found."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone

from connect.people.models import Keyed, MadeOnce
from connect.people.roles import Role
from directory.states import Missing, Source

READERS = (Role.DIR, Role.CON, Role.TL)  # of what people told us in their own words; the second wall says the same


class SavedSearchQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "SavedSearchQuerySet":
        """One's own, whatever else one may see."""
        return self.filter(user_id=user.pk)


class SavedSearch(Keyed):
    """A search somebody with an account keeps. `query` is the search page's own; `seen` are the listings it had."""

    user = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1000)
    alerts = models.BooleanField(default=False)
    seen = ArrayField(models.UUIDField(), default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("saved_search", args=[self.pk])


class GapQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "GapQuerySet":
        """Editors read every one; connectors those of the areas their team serves."""
        acting = user.acting
        if acting is None or acting.role not in READERS:
            return self.none()
        if acting.role == Role.DIR:
            return self
        served = acting.team.areas.all() if acting.team_id else []
        return self.filter(area__in=served)

    def unread(self) -> "GapQuerySet":
        return self.filter(read_at=None)


class Gap(MadeOnce):
    """Nothing suitable: what the commissioner buys next. `words` may hold anything; the rest holds nobody."""

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    content_hash = models.CharField(max_length=64, blank=True)
    made_in = models.CharField(max_length=64, blank=True)
    source = models.CharField(max_length=10, choices=Source, default=Source.SEARCH)
    reason = models.CharField(max_length=10, choices=Missing, blank=True)
    need = models.ForeignKey("directory.Need", models.SET_NULL, null=True, blank=True, related_name="+")
    area = models.ForeignKey("places.Area", models.SET_NULL, null=True, blank=True, related_name="+")
    service = models.ForeignKey("directory.Service", models.SET_NULL, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    read_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)

    objects = GapQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.get_reason_display() or "a gap"


class Unfound(Keyed):
    """How often something was looked for in an area on a day, and not found. Only words the directory itself knows."""

    day = models.DateField()
    area = models.ForeignKey("places.Area", models.CASCADE, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=120, blank=True)
    eased = models.CharField(max_length=20, blank=True)
    times = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-day", "-times"]
        constraints = [
            models.UniqueConstraint("day", "area", "words", "eased", nulls_distinct=False, name="unfound_once_a_day")
        ]

    def __str__(self) -> str:
        return self.words
