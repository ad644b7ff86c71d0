"""A first visit with an owner, the times somebody goes along, and small steps in a person’s own words."""

from datetime import date, timedelta

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, User
from directory.models import Service
from referrals.accompanying.states import WITHOUT_ACCOUNT, Company, Felt, How, Step, Transport, Went
from referrals.states import OPEN

A_WEEK = timedelta(days=7)


def in_hand(user: User) -> models.QuerySet:
    rows = apps.get_model("referrals.Referral").objects.caseload_of(user)
    return rows.filter(state__in=OPEN).values("pk")


class FirstVisitQuerySet(models.QuerySet):
    def of_caseload(self, user: User) -> "FirstVisitQuerySet":
        return self.filter(referral__in=in_hand(user))

    def to_arrange(self, user: User) -> "FirstVisitQuerySet":
        """This worker’s to see to, and not arranged yet; for whom there is no place yet, there is no day either."""
        waits = apps.get_model("referrals.Wait").objects.filter(connection=OuterRef("connection"), ended_at=None)
        return self.of_caseload(user).filter(~Exists(waits), owner=user, arranged_at=None)

    def due_for(self, user: User) -> "FirstVisitQuerySet":
        """Of those, what is due in the next seven days and before."""
        return self.to_arrange(user).filter(due_on__lte=timezone.localdate() + A_WEEK)


class FirstVisit(Keyed):
    """How somebody gets to a group for the first time: a task with an owner, settled before the day."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="first_visits")
    connection = models.OneToOneField("referrals.Connection", models.PROTECT, related_name="first_visit")
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    due_on = models.DateField()
    company = models.CharField(max_length=9, choices=Company, blank=True)
    colleague = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    companion = models.CharField(max_length=100, blank=True)  # a volunteer, or somebody of theirs, by name
    tie = models.CharField(max_length=60, blank=True)
    companion_email = models.EmailField(blank=True)
    companion_agreed = models.BooleanField(default=False)  # that we keep their name and write to them
    transport = models.CharField(max_length=9, choices=Transport, blank=True)
    transport_words = models.CharField(max_length=200, blank=True)
    meet_at = models.CharField(max_length=200, blank=True)
    door = models.CharField(max_length=200, blank=True)
    ask_for = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)
    arranged_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)  # what a page was drawn with, so that two lose nothing

    objects = FirstVisitQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        indexes = [models.Index(fields=["owner", "due_on"], name="first_visit_open", condition=Q(arranged_at=None))]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def has_companion(self) -> bool:
        return self.company not in (Company.UNKNOWN, Company.NOBODY)

    @property
    def who_goes(self) -> str:
        """By name, for those who work with the person."""
        if self.company == Company.TEAM:
            return self.colleague.name if self.colleague else ""
        return f"{self.companion} ({self.tie})" if self.tie else self.companion

    @property
    def may_be_written_to(self) -> bool:
        return self.company in WITHOUT_ACCOUNT and self.companion_agreed and bool(self.companion_email)

    @property
    def is_overdue(self) -> bool:
        return self.arranged_at is None and self.due_on < timezone.localdate()


class AccompanimentQuerySet(models.QuerySet):
    def of_caseload(self, user: User) -> "AccompanimentQuerySet":
        return self.filter(referral__in=in_hand(user))

    def still_on(self) -> "AccompanimentQuerySet":
        """Neither taken out of the plan, nor at a session to which they are not expected any more."""
        occasions = apps.get_model("referrals.Occasion").objects
        off = occasions.filter(
            connection=OuterRef("connection"), starts_at=OuterRef("starts_at"), called_off_at__isnull=False
        )
        return self.filter(~Exists(off), called_off_at=None)

    def theirs(self, user: User) -> "AccompanimentQuerySet":
        """Of one’s own people, and where one goes along oneself."""
        return self.filter(Q(referral__in=in_hand(user)) | Q(colleague=user, guarded=False))

    def coming(self) -> "AccompanimentQuerySet":
        now = timezone.now()
        return self.still_on().with_somebody().filter(went="", ends_at__gt=now, starts_at__lt=now + 2 * A_WEEK)

    def with_somebody(self) -> "AccompanimentQuerySet":
        return self.exclude(how=How.ALONE)

    def not_logged(self) -> "AccompanimentQuerySet":
        """It is over, and nobody has said how it was."""
        return self.still_on().with_somebody().filter(went="", ends_at__lte=timezone.now())

    def missed(self) -> "AccompanimentQuerySet":
        """Somebody was to be there and was not, or the person did not go; and nobody has seen to it."""
        return self.still_on().filter(went__in=(Went.MISSED, Went.NEITHER), seen_at=None)


class Accompaniment(MadeOnce):
    """One session at which somebody is with them, or rings afterwards; planned beforehand, logged in a minute."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="accompaniments")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="accompaniments")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=120)  # first name and initial, all that a companion’s page shows
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    how = models.CharField(max_length=6, choices=How)
    colleague = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    called_off_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)  # the companion was written to
    went = models.CharField(max_length=8, choices=Went, blank=True)
    felt = models.CharField(max_length=12, choices=Felt, blank=True)
    words = models.TextField(blank=True)
    logged_at = models.DateTimeField(null=True)
    logged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by the companion’s link
    seen_at = models.DateTimeField(null=True)  # that it was missed
    guarded = models.BooleanField(default=False)  # somebody restricted: only who has them in hand knows of it

    objects = AccompanimentQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [
            models.Index(fields=["ends_at"], name="accompaniment_unlogged", condition=Q(went="", called_off_at=None)),
            models.Index(fields=["colleague", "starts_at"], name="accompaniment_diary"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["connection", "starts_at"], condition=Q(called_off_at=None), name="one_plan_a_session"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def has_been(self) -> bool:
        return self.ends_at <= timezone.now()


class ConfidenceStep(MadeOnce):
    """Something small, in the person’s own words. Never a score: tried on a day, done or not yet."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="confidence_steps")
    words = models.CharField(max_length=200)
    try_on = models.DateField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def latest(self) -> "StepSaid | None":
        return max(self.said.all(), key=lambda one: one.at, default=None)

    @property
    def is_done(self) -> bool:
        return self.latest is not None and self.latest.said == Step.DONE

    @property
    def is_put_away(self) -> bool:
        return self.latest is not None and self.latest.said == Step.PUT_AWAY

    @property
    def next_on(self) -> date | None:
        return self.try_on if self.latest is None else self.latest.next_on


class StepSaid(MadeOnce):
    """What was said of a step, and when: a line of its own each time, so that nothing is written over."""

    step = models.ForeignKey(ConfidenceStep, models.PROTECT, related_name="said")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    said = models.CharField(max_length=8, choices=Step)
    words = models.CharField(max_length=300, blank=True)
    next_on = models.DateField(null=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)
