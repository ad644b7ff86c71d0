"""A crisis of one team, its rounds of checks, groups that are shut in it, and which champion has which streets."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.access import scope_of
from connect.people.models import Keyed, MadeOnce, Team, User
from connect.people.roles import Role
from connect.places.models import Area
from directory.models import Service
from referrals.crisis.states import Clock, Said, Standing, Way
from referrals.states import HELD, Says


def people_of(user: User) -> models.QuerySet:
    """Whom somebody looks in on: their own people; a lead, everybody the team holds, also who was put back."""
    from referrals.models import Referral

    rows = Referral.objects.visible_to(user).filter(state__in=HELD)
    return rows if user.acting.role == Role.TL else rows.filter(connector=user)


class CrisisQuerySet(models.QuerySet):
    def of(self, user: User) -> "CrisisQuerySet":
        """The team's own."""
        if scope_of(user, "CRISIS") is None:
            return self.none()
        return self.filter(team=user.acting.team_id)

    def on(self) -> "CrisisQuerySet":
        return self.filter(ended_at=None, ends_on__gte=timezone.localdate())


class Crisis(MadeOnce):
    """Switched on by a lead, for a reason and until a day; it is over that night, whoever forgets it."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    why = models.CharField(max_length=200)
    ends_on = models.DateField()
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: its last day was over

    objects = CrisisQuerySet.as_manager()

    class Meta:
        ordering = ["-begun_at"]
        verbose_name_plural = "crises"
        constraints = [models.UniqueConstraint(fields=["team"], condition=Q(ended_at=None), name="one_crisis_a_team")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_on(self) -> bool:
        return self.ended_at is None and self.ends_on >= timezone.localdate()

    @property
    def last_day(self) -> date:
        return min(self.ends_on, timezone.localdate(self.ended_at)) if self.ended_at else self.ends_on


class CrisisRound(MadeOnce):
    """Everybody who agreed is looked in on once: by text where that is safe, by phone everybody else."""

    crisis = models.ForeignKey(Crisis, models.PROTECT, related_name="rounds")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    by_text = models.BooleanField(default=True)
    hours = models.PositiveSmallIntegerField(choices=Clock, default=Clock.FOUR)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer_by = models.DateTimeField()  # who has not answered a text by then is rung
    lead_by = models.DateTimeField()  # whom nobody has reached by then the lead hears of

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)


class CrisisCheckQuerySet(models.QuerySet):
    def of(self, user: User) -> "CrisisCheckQuerySet":
        """Of their own people; a lead, of the team's. Restricted people as anywhere: those who are named."""
        if scope_of(user, "CRISIS_CHECK") is None:
            return self.none()
        return self.filter(ended_at=None, referral__in=people_of(user).values("pk"))

    def not_done(self) -> "CrisisCheckQuerySet":
        return self.filter(done_at=None, ended_at=None)

    def standing(self, where: str) -> "CrisisCheckQuerySet":
        """One of `Standing`, as the property of the same name says of one."""
        return self.filter(_standing(where))


def _standing(where: str) -> Q:
    asked = Q(said=Said.NOTHING, answer_by__gt=timezone.now())
    waits = (asked & Q(by_text=True)) | (asked & Q(asked_at=None))
    return {
        Standing.RING: Q(done_at=None) & ~Q(said=Said.NEEDS) & ~waits,
        Standing.NEEDS: Q(done_at=None, said=Said.NEEDS),
        Standing.WAITING: Q(done_at=None) & waits,
        Standing.WELL: Q(done_at__isnull=False),
    }[Standing(where)]


class CrisisCheck(Keyed):
    """One person in one round, with how it stands. What was said, and each try, are rows of CrisisSaid.

    Kept apart from contacts and from what is next: an ordinary first call stays one, and no measure counts these.
    """

    round = models.ForeignKey(CrisisRound, models.PROTECT, related_name="checks")
    crisis = models.ForeignKey(Crisis, models.PROTECT, related_name="+")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="crisis_checks")
    asked_at = models.DateTimeField(null=True)  # the sweep has looked whether a text may go; null: not yet
    by_text = models.BooleanField(default=False)  # one went
    answer_by = models.DateTimeField()
    lead_by = models.DateTimeField()
    said = models.CharField(max_length=12, choices=Said, blank=True, default=Said.NOTHING)
    said_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True)  # whoever rings was written to
    escalated_at = models.DateTimeField(null=True)  # the lead was
    done_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # their yes is gone

    objects = CrisisCheckQuerySet.as_manager()

    class Meta:
        ordering = ["lead_by", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "referral"], name="once_a_round")]
        indexes = [
            models.Index(fields=["answer_by"], condition=Q(done_at=None, ended_at=None), name="crisis_check_open"),
            models.Index(fields=["crisis", "referral"], name="crisis_check_of"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def standing(self) -> str:
        if self.done_at:
            return Standing.WELL
        if self.said == Said.NEEDS:
            return Standing.NEEDS
        waits = (self.asked_at is None or self.by_text) and self.answer_by > timezone.now()
        return Standing.WAITING if waits and not self.said else Standing.RING

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.lead_by <= timezone.now()


class CrisisSaid(Keyed):
    """One answer or one try: who, how, and in which words. Added to and never changed."""

    check_of = models.ForeignKey(CrisisCheck, models.PROTECT, related_name="answers")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    said = models.CharField(max_length=12, choices=Said, blank=True)  # "": what was needed was seen to
    said_by = models.CharField(max_length=10, choices=Says)
    way = models.CharField(max_length=5, choices=Way)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class CrisisClosureQuerySet(models.QuerySet):
    def shut(self) -> "CrisisClosureQuerySet":
        """What a crisis shut opens with its end: a listing that stays shut says so itself."""
        today = timezone.localdate()
        return self.filter(opened_at=None, until__gte=today, crisis__ended_at=None, crisis__ends_on__gte=today)


class CrisisClosure(MadeOnce):
    """A group that does not meet for so long. Whoever is expected there meanwhile is told, of whichever team."""

    crisis = models.ForeignKey(Crisis, models.PROTECT, related_name="closures")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    begins_on = models.DateField()
    until = models.DateField()  # the last day on which it is shut
    why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = CrisisClosureQuerySet.as_manager()

    class Meta:
        ordering = ["begins_on", "service__name"]
        constraints = [
            models.UniqueConstraint(fields=["crisis", "service"], condition=Q(opened_at=None), name="shut_once"),
            models.CheckConstraint(condition=Q(until__gte=models.F("begins_on")), name="shut_for_a_day_at_least"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ChampionPatch(MadeOnce):
    """A street, or a few, that one champion keeps an eye on. Known before a crisis, so that it is known in one."""

    champion = models.ForeignKey("people.Champion", models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    ward = models.ForeignKey(Area, models.PROTECT, related_name="+")
    streets = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["streets", "pk"]
        verbose_name_plural = "champion patches"

    def __str__(self) -> str:
        return str(self.pk)
