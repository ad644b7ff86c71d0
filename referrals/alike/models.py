"""Two that may be one person: proposed, made one, taken apart again; and what was moved, row by row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, Team, User


class MergeQuerySet(models.QuerySet):
    def proposed(self) -> "MergeQuerySet":
        return self.filter(merged_at=None, declined_at=None)

    def standing(self) -> "MergeQuerySet":
        """Made one, and not taken apart since."""
        return self.filter(merged_at__isnull=False, undone_at=None)


class Merge(Keyed):
    """A connector says that two are one person; the lead of the team decides, and can take it back."""

    kept = models.ForeignKey("referrals.Person", models.PROTECT, related_name="+")
    gone = models.ForeignKey("referrals.Person", models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    reasons = ArrayField(models.CharField(max_length=20), default=list)
    words = models.CharField(max_length=500, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    declined_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)
    merged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_why = models.CharField(max_length=500, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=models.F("gone")), name="merge_of_two"),
            models.UniqueConstraint(
                fields=["gone"], condition=Q(declined_at=None, undone_at=None), name="one_merge_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Moved(Keyed):
    """One column of one row that a merge changed: what it was, and what it became. Enough to put it back exactly."""

    merge = models.ForeignKey(Merge, models.PROTECT, related_name="moved")
    place = models.PositiveIntegerField()  # in which order, so that it is undone in the other
    model = models.CharField(max_length=60)  # app_label.modelname
    row = models.UUIDField()
    column = models.CharField(max_length=60)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)

    class Meta:
        ordering = ["place"]
        indexes = [models.Index(fields=["row"], name="moved_row")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class Apart(Keyed):
    """Somebody looked, and these two are different people; they are not shown as alike again."""

    one = models.ForeignKey("referrals.Person", models.PROTECT, related_name="+")
    other = models.ForeignKey("referrals.Person", models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="apart_once")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
