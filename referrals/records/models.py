"""A record that was opened for a reason; an erasure, which outlives what it erased; what is kept without identity."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from connect.people.models import Keyed, MadeOnce, User
from referrals.records.states import FEWEST, MOST, Came, Keeps, Stage, Why
from referrals.states import Source


class Opening(MadeOnce):
    """One person's record, open to one reader for an hour. By key: the row stays when the person is erased."""

    person_key = models.UUIDField(db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    role = models.CharField(max_length=4)  # that they acted in
    why = models.CharField(max_length=10, choices=Why)
    words = models.CharField(max_length=300)
    glass = models.BooleanField(default=False)  # broken: also what a named few may see; the lead was told at once
    opened_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.until > timezone.now()


class ErasureQuerySet(models.QuerySet):
    def under_way(self) -> "ErasureQuerySet":
        return self.filter(stage__in=[Stage.WAITING, Stage.DUE, Stage.AGREED])


class Erasure(Keyed):
    """Whose record goes, who asked, and who agreed. Of the person it holds a key that leads nowhere afterwards."""

    person_key = models.UUIDField(db_index=True)
    came = models.CharField(max_length=10, choices=Came)
    words = models.CharField(max_length=300, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by the clock
    proposed_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(null=True)  # by the clock: on that day, unless somebody holds it
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.WAITING)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why_not = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True)
    went = models.JSONField(default=dict)  # table -> how many rows

    objects = ErasureQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(decided_by=F("proposed_by")), name="erasure_two_people"),
            models.UniqueConstraint(
                fields=["person_key"], condition=Q(stage__in=["waiting", "due", "agreed"]), name="one_erasure_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Remainder(Keyed):
    """What is left of a referral that was erased: where, which month, and how it ended. Tied to nothing and nobody."""

    ward = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=Source)
    came_in = models.DateField()  # the first of the month
    state = models.CharField(max_length=12)
    closed_why = models.CharField(max_length=16, blank=True)
    groups = ArrayField(models.CharField(max_length=14), default=list)  # how far each connection came

    def __str__(self) -> str:
        return str(self.pk)


class Period(Keyed):
    """How many months something is kept, where the tenant has chosen; else what states.MONTHS says."""

    what = models.CharField(max_length=12, choices=Keeps, unique=True)
    months = models.PositiveSmallIntegerField(validators=[MinValueValidator(FEWEST), MaxValueValidator(MOST)])
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.what}: {self.months}"
