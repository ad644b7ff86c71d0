"""Listings by the hundred: a file between its dry run and its taking, and pairs that may be the same."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Keyed


class Upload(Keyed):
    """A spreadsheet as read: its rows wait here while somebody looks at what they would do."""

    class What(models.TextChoices):
        LISTINGS = "listings", _("Listings")
        COMMUNITIES = "communities", _("Online communities")

    by = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=12, choices=What, default=What.LISTINGS)
    file_name = models.CharField(max_length=200)
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.file_name


class Duplicate(Keyed):
    """Two listings that may be one. `one` is the elder."""

    class State(models.TextChoices):
        OPEN = "open", _("To look at")
        DIFFERENT = "different", _("Two different things")
        MERGED = "merged", _("Made one")

    one = models.ForeignKey("directory.Service", models.CASCADE, related_name="+")
    other = models.ForeignKey("directory.Service", models.CASCADE, related_name="+")
    score = models.FloatField()
    why = ArrayField(models.CharField(max_length=40), default=list)
    found_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-score"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="a_pair_once"),
            models.CheckConstraint(condition=~Q(one=models.F("other")), name="two_different_listings"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}"
