"""The wish list of community development: what a place lacks, how far it has come, and each step. About nobody."""

import pgtrigger
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from connect.people.access import scope_of
from connect.people.models import MadeOnce, User
from connect.people.roles import Role
from outcomes.missing.states import MOVES, Standing

WRITTEN_ONCE = pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete)
EVERYWHERE = (Role.DIR, Role.DPO, Role.ADM)  # they belong to no place; who connects or commissions does


class WishQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "WishQuerySet":
        """Of the authority somebody commissions for, or of those that their team, or their organisation's, serves."""
        acting = user.acting
        if scope_of(user, "WISH") is None:
            return self.none()
        if acting.area_id:
            return self.filter(authority=acting.area_id)
        if acting.team_id:
            return self.filter(authority__in=acting.team.areas.values("parent"))
        if acting.role in EVERYWHERE:
            return self
        return self.filter(authority__in=acting.organisation.teams.values("areas__parent"))

    def current(self) -> "WishQuerySet":
        return self.exclude(standing=Standing.LAID_ASIDE)

    def tally(self) -> dict[str, int]:
        """How many there are, and how many of those have started."""
        return self.aggregate(all=Count("pk"), started=Count("pk", filter=Q(standing=Standing.STARTED)))


class Wish(MadeOnce):
    """Something that people of some wards ask for and nobody offers."""

    authority = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    wards = models.ManyToManyField("places.Area", related_name="wishes")
    need = models.ForeignKey("directory.Need", models.PROTECT, related_name="wishes")
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.WANTED)
    news = models.CharField(max_length=200, blank=True)  # the last that was said of it
    service = models.ForeignKey("directory.Service", models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)  # one more with each change: who is late, hears so
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = WishQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        indexes = [models.Index(fields=["authority", "standing"], name="wish_standing")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("wish", args=[self.pk])

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[Standing(self.standing)]


class WishStep(MadeOnce):
    """What changed: where it stood from then on, in somebody's words."""

    wish = models.ForeignKey(Wish, models.PROTECT, related_name="steps")
    standing = models.CharField(max_length=8, choices=Standing)
    news = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        triggers = [WRITTEN_ONCE]

    def __str__(self) -> str:
        return f"{self.standing} {self.at:%Y-%m-%d}"
