"""What is done for people while they wait, each with its day."""

from django.db import models
from django.utils import timezone

from connect.people.models import Keyed, User
from directory.models import Service
from referrals.queue.states import Kind, Went


class WhileWaiting(Keyed):
    """A dated check-in or an interim offer, so that somebody is still there when their turn comes."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="while_waiting")
    kind = models.CharField(max_length=10, choices=Kind)
    due_on = models.DateField()
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the clocks
    told_at = models.DateTimeField(null=True)  # the person was written to, by their safe channel
    put_at = models.DateTimeField(null=True)  # the sweep put it before somebody, once
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    went = models.CharField(max_length=12, choices=Went, blank=True)

    class Meta:
        ordering = ["due_on"]
        constraints = [models.UniqueConstraint(fields=["referral", "kind", "due_on"], name="once_a_day_while_waiting")]
        indexes = [models.Index(fields=["due_on"], condition=models.Q(done_at=None), name="while_waiting_due")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.due_on}"
