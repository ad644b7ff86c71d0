"""A place somebody asked for at a session, with an account or without."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.people.access import scope
from connect.people.models import Keyed, Organisation, User
from connect.people.roles import Job
from connect.people.training.states import HELD, STANDING, Help, Place

if TYPE_CHECKING:
    from collections.abc import Iterable


class BookingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "BookingQuerySet":
        """One's own; for whoever keeps the register, those of their organisation and at its sessions."""
        if user.acting is None:
            return self.none()
        within, body = scope(user.acting.role, "TRAINING", "R"), user.acting.organisation_id
        own = Q(user=user)
        if within is None:
            return self.filter(own)
        return self if within == "" else self.filter(own | Q(kept_by=body) | Q(organisation=body))

    def holding(self) -> "BookingQuerySet":
        """Those that take a place."""
        return self.filter(state__in=HELD)

    def standing(self) -> "BookingQuerySet":
        """Those that have a place or wait for one."""
        return self.filter(state__in=STANDING)

    def in_turn(self) -> "BookingQuerySet":
        """Who waits, first first: whoever let a place go by unanswered comes after those who were never asked."""
        return self.filter(state=Place.WAITING).order_by("times_offered", "joined_at", "pk")


class Booking(Keyed):
    """One person at one session. Without an account it holds no place before the link in the e-mail was pressed."""

    session = models.ForeignKey("people.TrainingSession", models.CASCADE, related_name="bookings")
    kept_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+")  # the session's, for the wall
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    employer = models.CharField(max_length=200, blank=True)  # where the organisation is not listed
    job = models.CharField(max_length=12, choices=Job, blank=True)
    language = models.CharField(max_length=5, default="en")
    helps = ArrayField(models.CharField(max_length=10, choices=Help), default=list, blank=True)
    state = models.CharField(max_length=9, choices=Place, default=Place.ASKED)
    made_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True)  # its turn: when it was booked, or put on the list
    times_offered = models.PositiveSmallIntegerField(default=0)  # and let go by unanswered
    answer_by = models.DateTimeField(null=True)  # until when a place is held for them
    cancelled_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    before = models.PositiveSmallIntegerField(null=True)  # how sure they felt of it, 1 to 5
    after = models.PositiveSmallIntegerField(null=True)
    after_asked_at = models.DateTimeField(null=True)
    came = models.BooleanField(null=True)  # null: nobody has written down who came

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["joined_at", "made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "email"], name="one_booking_a_session"),
            models.CheckConstraint(
                condition=(Q(before=None) | Q(before__range=(1, 5))) & (Q(after=None) | Q(after__range=(1, 5))),
                name="sure_from_1_to_5",
            ),
        ]
        indexes = [models.Index(fields=["email"], name="booking_email")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def works_for(self) -> str:
        return str(self.organisation or self.employer)

    @property
    def said_helps(self) -> "Iterable[str]":
        return [str(Help(one).label) for one in self.helps if one in Help.values]
