"""Volunteers and how they came in; who waits for one; the two of them together; and each visit."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from connect.audit.models import APPEND_ONLY
from connect.people.models import Keyed, MadeOnce, Team, User
from directory.models import Service
from referrals.befriending.states import (
    COMING_IN,
    KNOWN,
    MOVES,
    ON,
    STAGES,
    VISITING,
    After,
    Cannot,
    Ending,
    Gender,
    Home,
    Kind,
    Level,
    Matters,
    Mood,
    Stage,
    State,
    Travel,
    Went,
    Wish,
)  # fmt: skip
from referrals.states import OPEN, Closed


def codes(choices: type[models.TextChoices] | None = None, longest: int = 12) -> ArrayField:
    return ArrayField(
        models.CharField(max_length=longest, choices=choices and choices.choices), default=list, blank=True
    )


class BefriendingRules(Keyed):
    """What this team has decided for itself; the weights say what counts how much in a match."""

    team = models.OneToOneField(Team, models.CASCADE, related_name="befriending_rules")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    references = models.PositiveSmallIntegerField(default=2)
    recheck_months = models.PositiveSmallIntegerField(default=36)
    refresher_months = models.PositiveSmallIntegerField(default=24)
    grace_days = models.PositiveSmallIntegerField(default=2)  # after the day of a visit, before anybody is alarmed
    pence_a_mile = models.PositiveSmallIntegerField(default=45)
    weigh_interests = models.PositiveSmallIntegerField(default=3)
    weigh_near = models.PositiveSmallIntegerField(default=2)
    weigh_times = models.PositiveSmallIntegerField(default=2)
    weigh_language = models.PositiveSmallIntegerField(default=3)
    weigh_gender = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def of(cls, team_id: object) -> "BefriendingRules":
        return cls.objects.select_related("service").filter(team=team_id).first() or cls(team_id=team_id)


class VolunteerQuerySet(models.QuerySet):
    def of_team(self, user: User) -> "VolunteerQuerySet":
        return self.filter(team=user.acting.team_id)

    def coming_in(self) -> "VolunteerQuerySet":
        return self.filter(stage__in=COMING_IN)

    def with_all(self) -> "VolunteerQuerySet":
        return self.prefetch_related("checks", "lessons", "referees", "matches").select_related("ward")


class Volunteer(MadeOnce):
    """Somebody who would like to be a friend to somebody. Their street is nobody's business: a postcode is enough."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="volunteers")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")  # if they have an account
    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=5, default="en")  # of what we write to them
    postcode = models.CharField(max_length=8)
    ward = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    easting = models.IntegerField()
    northing = models.IntegerField()
    adult = models.BooleanField(default=True)
    gender = models.CharField(max_length=8, choices=Gender, blank=True)
    why = models.TextField(blank=True)
    kinds = codes(Kind)
    interests = codes()
    more_interests = models.CharField(max_length=200, blank=True)
    languages = codes(longest=40)
    times = codes()
    miles = models.PositiveSmallIntegerField(default=3)
    travel = models.CharField(max_length=5, choices=Travel, default=Travel.WALK)
    cannot = codes(Cannot)
    brings = codes(Home)  # what comes with them: a smoker, a dog
    most = models.PositiveSmallIntegerField(default=1)  # people at a time
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.APPLIED)
    applied_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True)  # whether the address is theirs
    confirmed_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    away_until = models.DateField(null=True, blank=True)

    objects = VolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["team", "stage"], name="volunteer_stage")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def can_move_to(self, to: str) -> bool:
        return to in STAGES[self.stage]

    @property
    def is_away(self) -> bool:
        return self.away_until is not None and self.away_until >= timezone.localdate()

    @property
    def check_until(self) -> date | None:
        """The day until which the last check counts."""
        return max((one.recheck_on for one in self.checks.all()), default=None)

    @property
    def trained_until(self) -> date | None:
        return max((one.refresher_on for one in self.lessons.all()), default=None)

    @property
    def given_references(self) -> int:
        return sum(one.is_good for one in self.referees.all())

    @property
    def people_now(self) -> int:
        return sum(one.state in ON for one in self.matches.all())


class VolunteerStep(Keyed):
    """One step on a volunteer's way, never changed afterwards: who took it and when, and a word if one was said."""

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="steps")
    to = models.CharField(max_length=10, choices=Stage)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: themselves, or the house
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class VolunteerCheck(Keyed):
    """A certificate was seen: which, when, by whom, until when that counts. Never a copy, never its number."""

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="checks")
    level = models.CharField(max_length=12, choices=Level)
    seen_on = models.DateField()
    seen_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recheck_on = models.DateField()

    class Meta:
        ordering = ["-seen_on"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "level", "seen_on"], name="a_check_once")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_due(self) -> bool:
        return self.recheck_on < timezone.localdate()


class VolunteerLesson(Keyed):
    """A training they were at, and until when it is fresh."""

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="lessons")
    title = models.CharField(max_length=120)
    held_on = models.DateField()
    refresher_on = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-held_on"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "title", "held_on"], name="a_lesson_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Referee(MadeOnce):
    """Somebody who knows a volunteer, asked by a link of their own; what they say is read by the team alone."""

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="referees")
    about = models.CharField(max_length=120)  # the volunteer's name, which they are asked about
    name = models.CharField(max_length=120)
    email = models.EmailField()
    tie = models.CharField(max_length=100, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    years = models.CharField(max_length=60, blank=True)
    trusts = models.CharField(max_length=6, choices=[("yes", "yes"), ("no", "no"), ("unsure", "unsure")], blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_good(self) -> bool:
        return self.trusts == "yes"


def helped() -> Q:
    """Of what hangs on a referral: the person is still helped, or was let go because all goes well."""
    well = Q(referral__state="closed", referral__closed_why__in=[Closed.COMPLETED, Closed.MOVED_ON])
    return Q(referral__state__in=OPEN, referral__named=None) | (well & Q(referral__named=None))


class BefrienderWishQuerySet(models.QuerySet):
    def waiting(self) -> "BefrienderWishQuerySet":
        """In the order they are served: whoever lost a befriender keeps the day they first asked."""
        return self.filter(state=Wish.WAITING, guarded=False).order_by("asked_at", "pk")


class BefrienderWish(MadeOnce):
    """Somebody who would like a befriender, and what helps to find one. The coordinator sees this and no more."""

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="befriender_wishes")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    known_as = models.CharField(max_length=100)  # a first name
    area = models.CharField(max_length=120)  # a ward
    easting = models.IntegerField(null=True)
    northing = models.IntegerField(null=True)
    interests = codes()
    more_interests = models.CharField(max_length=200, blank=True)
    languages = codes(longest=40)
    needs_language = models.BooleanField(default=False)  # no other will do
    times = codes()
    home = codes(Home)
    cannot = codes(Cannot)
    gender = models.CharField(max_length=8, choices=Gender, blank=True)  # of whoever comes, if it matters
    needs_gender = models.BooleanField(default=False)
    matters = codes(Matters)
    words = models.CharField(max_length=300, blank=True)  # what they hope for, in their words
    state = models.CharField(max_length=8, choices=Wish, default=Wish.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    found_at = models.DateTimeField(null=True)
    guarded = models.BooleanField(default=False)  # somebody restricted: only who has them in hand knows of it

    objects = BefrienderWishQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "kind"], condition=~Q(state=Wish.GONE), name="one_wish_a_kind")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BefrienderMatchQuerySet(models.QuerySet):
    def still_on(self) -> "BefrienderMatchQuerySet":
        return self.filter(state__in=ON, guarded=False)

    def helped(self) -> "BefrienderMatchQuerySet":
        return self.filter(helped())

    def met(self) -> "BefrienderMatchQuerySet":
        return self.still_on().filter(state__in=KNOWN)

    def beside(self, match: "BefrienderMatch") -> "BefrienderMatchQuerySet":
        """Those who meet in its group, itself among them; of visits to one person, that one."""
        if match.kind != Kind.GROUP:
            return self.met().filter(pk=match.pk)
        return self.met().filter(volunteer=match.volunteer_id, kind=Kind.GROUP).order_by("meets_at", "pk")

    def overdue(self, today: date) -> "BefrienderMatchQuerySet":
        """A visit was to be, days ago, and nobody has said a word about it."""
        return self.filter(state__in=[State.MEETING, *VISITING], guarded=False, alarm_on__lte=today)


class BefrienderMatch(MadeOnce):
    """A volunteer and a person. Who the person is stands in `BefrienderTold`, and opens after both said yes."""

    wish = models.ForeignKey(BefrienderWish, models.PROTECT, related_name="matches")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="befriender_matches")
    connection = models.ForeignKey("referrals.Connection", models.PROTECT, related_name="befriender_matches")
    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="matches")
    volunteer_called = models.CharField(max_length=60)  # all that the connector, and the person, need to know
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    offer = ArrayField(models.CharField(max_length=200), default=list)  # what the volunteer hears before they say yes
    reasons = ArrayField(models.CharField(max_length=200), default=list)  # why these two, as it was said then
    in_spite = models.CharField(max_length=300, blank=True)  # why a conflict was set aside, by whoever did
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True)  # the volunteer was written to
    volunteer_said_at = models.DateTimeField(null=True)
    volunteer_yes = models.BooleanField(null=True)
    person_said_at = models.DateTimeField(null=True)
    person_yes = models.BooleanField(null=True)
    person_heard_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    meets_at = models.DateTimeField(null=True)  # the first visit
    occasion = models.ForeignKey(
        "referrals.Occasion", models.PROTECT, null=True, related_name="+"
    )  # of the first visit
    person_told_at = models.DateTimeField(null=True)  # of the first visit, where they may be written to
    every_days = models.PositiveSmallIntegerField(default=7)
    next_on = models.DateField(null=True)
    alarm_on = models.DateField(null=True)
    alarmed_at = models.DateTimeField(null=True)
    log_asked_for = models.DateField(null=True)  # the visit that the volunteer was last asked about
    ends_on = models.DateField(null=True)
    ending = models.CharField(max_length=10, choices=Ending, blank=True)
    after = models.CharField(max_length=8, choices=After, blank=True)
    ending_words = models.TextField(blank=True)  # how the two say goodbye, and who does what
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    thanked_at = models.DateTimeField(null=True)
    guarded = models.BooleanField(default=False)

    objects = BefrienderMatchQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "pk"]
        indexes = [
            models.Index(fields=["team", "state"], name="befriender_match_state"),
            models.Index(fields=["alarm_on"], name="befriender_match_alarm", condition=Q(state__in=KNOWN)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["wish"], condition=Q(state__in=ON), name="one_befriender_at_a_time")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[self.state]

    @property
    def scope(self) -> list[UUID]:
        """What the holder of a volunteer's link may touch: this match, themselves, and what follows from a visit."""
        return [self.pk, self.volunteer_id, self.referral_id]

    @property
    def is_known(self) -> bool:
        return self.state in KNOWN

    @property
    def is_visiting(self) -> bool:
        return self.state in VISITING


class BefrienderTold(Keyed):
    """What a volunteer knows of the person: a first name, the area, what was agreed. Read after both said yes."""

    match = models.OneToOneField(BefrienderMatch, models.PROTECT, related_name="told")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=100)
    area = models.CharField(max_length=120)
    agreed = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class BefrienderVisit(MadeOnce):
    """One visit or call as the volunteer tells it, and what the supervisor made of it."""

    match = models.ForeignKey(BefrienderMatch, models.PROTECT, related_name="visits")
    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    on = models.DateField()
    went = models.CharField(max_length=9, choices=Went)
    mood = models.CharField(max_length=6, choices=Mood, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)
    miles = models.PositiveSmallIntegerField(default=0)
    logged_at = models.DateTimeField(default=timezone.now)
    logged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: by their link
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    comment = models.CharField(max_length=300, blank=True)  # to the volunteer

    class Meta:
        ordering = ["-on", "-logged_at"]
        constraints = [models.UniqueConstraint(fields=["match", "on"], name="one_visit_a_day")]
        indexes = [
            models.Index(fields=["team", "logged_at"], name="befriender_visit_unread", condition=Q(read_at=None))
        ]

    def __str__(self) -> str:
        return str(self.pk)
