"""What is owed to somebody after a session, what got in the way, and which readings are due."""

from datetime import date

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from referrals.following.states import AFTER, Kind, NotTaken, Then, What, Why
from referrals.states import Says


class FollowUpQuerySet(models.QuerySet):
    def still_open(self) -> QuerySet["FollowUp"]:
        return self.filter(done_at=None)

    def seen_to(self) -> QuerySet["FollowUp"]:
        """Somebody spoke with them about it."""
        return self.exclude(done_at=None).exclude(then__in=[Then.OVERTAKEN, Then.NOT_REACHED])

    def let_go(self) -> int:
        """What is open of these is no longer so."""
        return self.still_open().update(done_at=timezone.now(), then=Then.OVERTAKEN)


class FollowUp(MadeOnce):
    """One thing owed because of a connection: one open row a kind, so that two answers at a moment make one."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="follow_ups")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="follow_ups")
    occasion = models.ForeignKey("referrals.Occasion", models.PROTECT, null=True, related_name="+")  # after which
    kind = models.CharField(max_length=12, choices=Kind)
    about_on = models.DateField()  # the day of that session
    due_on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: followed by itself
    asked_at = models.DateTimeField(null=True)  # the person was written to, or may not be
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    said_by = models.CharField(max_length=10, choices=Says, blank=True)
    then = models.CharField(max_length=12, choices=Then, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "made_at"]
        constraints = [
            models.UniqueConstraint(fields=["connection", "kind"], condition=Q(done_at=None), name="owed_once")
        ]
        indexes = [models.Index(fields=["due_on"], name="follow_up_due", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_late(self) -> bool:
        return self.due_on < timezone.localdate()


class Reason(Keyed):
    """What got in the way, as one source says. Nothing is overwritten."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="reasons_why")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="reasons_why")
    occasion = models.ForeignKey("referrals.Occasion", models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=12, choices=Why)
    said_by = models.CharField(max_length=10, choices=Says)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["at"], name="reason_not_there", condition=Q(why=Why.NOT_THERE))]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class MeasureDueQuerySet(models.QuerySet):
    def to_take(self) -> QuerySet["MeasureDue"]:
        return self.filter(done_at=None)


class MeasureDue(Keyed):
    """A reading of how somebody is, and by when. Where it is not taken, the reason stands there instead."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="measures_due")
    what = models.CharField(max_length=10, choices=What)
    episode = models.PositiveSmallIntegerField(default=1)  # whoever comes back is asked anew
    due_on = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    why_not = models.CharField(max_length=10, choices=NotTaken, blank=True)

    objects = MeasureDueQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [models.UniqueConstraint(fields=["referral", "episode", "what"], name="measured_once")]
        indexes = [models.Index(fields=["due_on"], name="measure_due", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return f"{self.what}, {self.due_on}"

    @property
    def until(self) -> date:
        """The last day on which it is still this reading; afterwards it is kept, and counted in no comparison."""
        return self.due_on + AFTER[What(self.what)]

    @property
    def is_late(self) -> bool:
        return self.until < timezone.localdate()
