"""Another system of an organisation that wants to hear of steps: its address, and each call that is owed to it."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, MadeOnce, Organisation, User
from connect.sealed import SealedText


class Hook(MadeOnce):
    """Where an organisation's own system listens. The secret is shown once, and sealed at rest."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="hooks")
    address = models.URLField(max_length=500)
    secret = SealedText()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return str(self.pk)


class HookCallQuerySet(models.QuerySet):
    def owed(self) -> "HookCallQuerySet":
        return self.filter(done_at=None, gave_up_at=None)


class HookCall(Keyed):
    """One step of one referral, owed to one system: a reference, a step and when. Nothing else ever goes."""

    hook = models.ForeignKey(Hook, models.PROTECT, related_name="calls")
    reference = models.CharField(max_length=12)
    step = models.CharField(max_length=12)
    cause = models.CharField(max_length=120)  # never sent: what happened once is owed once
    at = models.DateTimeField()
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    status = models.PositiveSmallIntegerField(null=True)  # what the other side answered last; 0: nothing at all
    done_at = models.DateTimeField(null=True)
    gave_up_at = models.DateTimeField(null=True)

    objects = HookCallQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["hook", "reference", "cause"], name="called_once")]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(done_at=None, gave_up_at=None), name="call_owed")]

    def __str__(self) -> str:
        return str(self.pk)
