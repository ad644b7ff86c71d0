"""What hangs on a session besides who is expected: that it is off, what its register said; and who waits."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from directory.models import Service
from referrals.sessions.states import Ended, Fee, Said, Transport
from referrals.states import Says


class SessionOff(Keyed):
    """One session that will not be, whatever the timetable says. Its key is the register's."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    words = models.CharField(max_length=200, blank=True)  # why, for the connectors
    said_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the organiser, by their link
    followed_at = models.DateTimeField(null=True)  # everybody who was expected is told

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "starts_at"], name="session_off_once")]
        indexes = [models.Index(fields=["said_at"], condition=Q(followed_at=None), name="session_off_to_follow")]

    def __str__(self) -> str:
        return str(self.pk)


class Sheet(MadeOnce):
    """A register that was sent in, whole or in part: by the organiser's link, or keyed in from paper."""

    register_id = models.UUIDField(db_index=True)
    altogether = models.PositiveSmallIntegerField(null=True)  # how many came, ours and all others
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # whoever keyed in the paper

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class Noted(Keyed):
    """Fee and transport of one person at one session. The latest counts."""

    occasion = models.ForeignKey("referrals.Occasion", models.PROTECT, related_name="noted")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="noted")
    fee = models.CharField(max_length=10, choices=Fee, blank=True)
    transport = models.CharField(max_length=10, choices=Transport, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class WaitQuerySet(models.QuerySet):
    def still_waiting(self) -> "WaitQuerySet":
        return self.filter(ended_at=None)

    def in_turn(self) -> "WaitQuerySet":
        """The order in which places are offered: who joined first."""
        return self.order_by("joined_at", "pk")


class Wait(Keyed):
    """Somebody waits for a place at a group. Their turn is the moment they joined, and nothing changes it."""

    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="waits")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="waits")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    joined_at = models.DateTimeField(default=timezone.now)
    joined_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the organiser said "full"
    unanswered = models.PositiveSmallIntegerField(default=0)  # offers in a row that nobody answered
    rests_since = models.DateTimeField(null=True)  # two unanswered: no more until somebody has spoken with them
    ended_at = models.DateTimeField(null=True)
    became = models.CharField(max_length=6, choices=Ended, blank=True)

    objects = WaitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["connection"], condition=Q(ended_at=None), name="waits_once"),
        ]
        indexes = [models.Index(fields=["service", "joined_at"], condition=Q(ended_at=None), name="wait_turn")]

    def __str__(self) -> str:
        return str(self.pk)


class Offer(Keyed):
    """A place, from one session on, held for one person until a day; going along the list, `place` stays the same."""

    wait = models.ForeignKey(Wait, models.PROTECT, related_name="offers")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    place = models.UUIDField(default=uuid.uuid4)
    starts_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateTimeField()
    told_at = models.DateTimeField(null=True)  # a message was queued; null: the connector has to ring
    said = models.CharField(max_length=4, choices=Said, blank=True)
    said_by = models.CharField(max_length=10, choices=Says, blank=True)
    said_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    placed_at = models.DateTimeField(null=True)  # a yes that has been followed: the group expects them

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.UniqueConstraint(fields=["wait"], condition=Q(said=""), name="one_offer_at_a_time"),
            models.UniqueConstraint(fields=["wait", "place"], name="asked_once_about_a_place"),
            models.UniqueConstraint(fields=["place"], condition=Q(said__in=["", "yes"]), name="a_place_for_one"),
        ]
        indexes = [models.Index(fields=["answer_by"], condition=Q(said=""), name="offer_open")]

    def __str__(self) -> str:
        return str(self.pk)
