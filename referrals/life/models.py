"""What a referral's life leaves behind besides its events: words, rests, what was late, and ways to another scheme."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, Team, User
from referrals.life.states import Level, LookedAfter
from referrals.states import Next, Returned, State, Transferred, Withdrawn


class StepWords(Keyed):
    """What somebody wrote beside a step: what was missing, why it rests, what the worker should know."""

    event = models.OneToOneField("referrals.ReferralEvent", models.PROTECT, related_name="step_words")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="step_words")
    words = models.TextField()
    for_referrer = models.BooleanField(default=False)  # between the team and whoever asked; the rest is the team's own
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class Pause(Keyed):
    """One rest: from which state, until when, and whether it was the person who asked for it."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="pauses")
    was = models.CharField(max_length=12, choices=State)
    why = models.CharField(max_length=10)
    asked_for = models.BooleanField()  # days the person asked for are counted apart from days we took
    until = models.DateField()
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    next_step = models.CharField(max_length=12, choices=Next, blank=True)  # what was owed when it began to rest
    next_on = models.DateField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["started_at"]
        constraints = [
            models.UniqueConstraint(fields=["referral"], condition=models.Q(ended_at=None), name="one_pause_at_a_time")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Late(Keyed):
    """Something was not done by its day, and who was told. Once for each level and day it was due."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="lates")
    level = models.CharField(max_length=10, choices=Level)
    was_due = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: it was done after all
    looked_after_by = models.CharField(_("who looks after them now"), max_length=10, choices=LookedAfter, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "level", "was_due"], name="said_once")]
        indexes = [models.Index(fields=["level"], condition=models.Q(settled_at=None), name="late_unsettled")]

    def __str__(self) -> str:
        return f"{self.level}, {self.was_due}"


class Transfer(MadeOnce):
    """A way to another scheme: asked for by one, and done only when the other accepts."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="transfers")
    there = models.OneToOneField("referrals.Referral", models.PROTECT, related_name="transfer_here")
    to_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    why = models.CharField(max_length=12, choices=Transferred)
    summary = models.TextField(blank=True)  # as much of what has happened as they agreed may go along; else nothing
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)
    refused_why = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=models.Q(answered_at=None), name="one_way_out_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def was_refused(self) -> bool:
        """By the other side; what we called off ourselves nobody refused."""
        return self.accepted is False and self.refused_why != Withdrawn.KEPT

    @property
    def refused_words(self) -> str:
        return str(Returned(self.refused_why).label) if self.refused_why in Returned.values else ""
