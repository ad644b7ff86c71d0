"""What hangs on a person's page: notes, tasks, visits; a team's phrases; and the address of somebody's diary."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from connect.people.roles import Role
from referrals.case.states import Risk, Transport

TO_BUDDY, TO_LEAD = timedelta(minutes=15), timedelta(minutes=30)


class Note(MadeOnce):
    """A sentence about somebody without a call; or what follows one's own note to put it right."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="notes")
    words = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    corrects_attempt = models.ForeignKey(
        "referrals.ContactAttempt", models.PROTECT, null=True, related_name="corrections"
    )
    corrects_note = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta:
        indexes = [models.Index(fields=["referral", "at"], name="note_timeline")]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class TaskQuerySet(models.QuerySet):
    def to_do(self) -> "TaskQuerySet":
        return self.filter(done_at=None)

    def of(self, user: Any) -> "TaskQuerySet":
        return self.filter(owner_id=user.pk)


class Task(MadeOnce):
    """Something somebody said they would do for this person, besides what is next."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="tasks")
    words = models.CharField(max_length=200)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the house itself
    made_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = [models.F("due_on").asc(nulls_last=True), "made_at"]
        indexes = [models.Index(fields=["owner", "due_on"], name="task_to_do", condition=Q(done_at=None))]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_overdue(self) -> bool:
        return self.done_at is None and self.due_on is not None and self.due_on < timezone.localdate()


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "VisitQuerySet":
        """Of people in hand; one's own, whoever has the person now; and as a buddy while it lasts."""
        acting = user.acting
        if acting is None or acting.role not in (Role.CON, Role.TL):
            return self.none()
        cases = apps.get_model("referrals.Referral").objects.caseload_of(user)
        buddy = Q(buddy=user, guarded=False, left_at=None, called_off_at=None)
        return self.filter(Q(referral__in=cases.values("pk")) | Q(who=user) | buddy)

    def not_over(self) -> "VisitQuerySet":
        """Planned or under way: neither checked out of nor called off."""
        return self.filter(left_at=None, called_off_at=None)

    def overdue(self, by: timedelta = TO_BUDDY) -> "VisitQuerySet":
        return self.not_over().filter(ends_at__lte=timezone.now() - by)


class Visit(MadeOnce):
    """Somebody of ours goes to see a person alone: where, until when, and who is alarmed if they do not come out."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="visits")
    who = models.ForeignKey(User, models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()  # when they expect to be out again; a longer stay moves it
    phone = models.CharField(max_length=20)  # the one they carry
    transport = models.CharField(max_length=8, choices=Transport)
    risks = ArrayField(models.CharField(max_length=12, choices=Risk), default=list)
    precautions = models.CharField(max_length=300, blank=True)
    buddy = models.ForeignKey(User, models.PROTECT, related_name="+")
    guarded = models.BooleanField(default=False)  # somebody restricted: the buddy is alarmed, and never told where
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    arrived_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    buddy_told_at = models.DateTimeField(null=True)
    lead_told_at = models.DateTimeField(null=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [
            models.Index(fields=["ends_at"], name="visit_alarm", condition=Q(left_at=None, called_off_at=None)),
            models.Index(fields=["who", "starts_at"], name="visit_diary"),
        ]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=models.F("starts_at")), name="visit_has_length")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_over(self) -> bool:
        return self.left_at is not None or self.called_off_at is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_over and self.ends_at <= timezone.now() - TO_BUDDY

    @property
    def is_under_way(self) -> bool:
        return self.arrived_at is not None and not self.is_over


class Phrase(Keyed):
    """A sentence a team writes often: one press on a person's page. About nobody in particular."""

    team = models.ForeignKey("people.Team", models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "words"]

    def __str__(self) -> str:
        return self.words


class CalendarFeed(Keyed):
    """The secret address of somebody's diary: docs/decisions says why it may last. The token stands in no table."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user"], condition=Q(revoked_at=None), name="one_diary_address")]

    def __str__(self) -> str:
        return str(self.pk)
