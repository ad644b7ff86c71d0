"""A person, what they said yes to, the referral that brought them, and every step it took."""

from datetime import datetime, time

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connect.audit.history import kept_history
from connect.audit.models import APPEND_ONLY
from connect.messaging import hours
from connect.people.access import scope
from connect.people.models import Keyed, MadeOnce, Organisation, User
from connect.people.roles import Job, Role
from referrals.accompanying.models import Accompaniment, ConfidenceStep, FirstVisit, StepSaid  # noqa: F401
from referrals.alike.models import Apart, Merge, Moved  # noqa: F401
from referrals.asking.models import Draft, HealthyChat  # noqa: F401  (Django looks for models here)
from referrals.befriending.models import BefrienderMatch, BefrienderVisit, BefrienderWish, Volunteer  # noqa: F401
from referrals.belonging import Attendance, Connection, Occasion  # noqa: F401  (Django looks for models here)
from referrals.case.models import CalendarFeed, Note, Phrase, Task, Visit  # noqa: F401
from referrals.caseload.models import SavedView  # noqa: F401
from referrals.crisis.models import (  # noqa: F401  (Django looks for models here)
    ChampionPatch,
    Crisis,
    CrisisCheck,
    CrisisClosure,
    CrisisRound,
    CrisisSaid,
)
from referrals.following.models import FollowUp, MeasureDue, Reason  # noqa: F401
from referrals.following.words import followed_sentence
from referrals.going.models import HowItWas  # noqa: F401
from referrals.hearing.models import Reply  # noqa: F401
from referrals.helping.models import HelpOffer, HelpRequest  # noqa: F401
from referrals.introductions.models import Introduction  # noqa: F401
from referrals.introductions.states import SENTENCES
from referrals.life.models import Late, Pause, StepWords, Transfer  # noqa: F401
from referrals.open_door.models import Knock  # noqa: F401
from referrals.open_door.states import Own
from referrals.person.models import (  # noqa: F401  (Django looks for models here)
    Consent,
    Marker,
    NamedReader,
    Particulars,
    Relation,
    Restriction,
    Statement,
    Whereabouts,
)
from referrals.person.states import Decision
from referrals.queue.models import WhileWaiting  # noqa: F401
from referrals.records.models import Erasure, Opening, Period, Remainder  # noqa: F401
from referrals.reminding.models import Unwanted  # noqa: F401
from referrals.safety.models import (  # noqa: F401
    Concern,
    ConcernStep,
    ConcernTally,
    Heard,
    SafeguardingLead,
    SpeakToLead,
)
from referrals.sessions.models import Noted, Offer, SessionOff, Sheet, Wait  # noqa: F401
from referrals.states import (
    HELD,
    MOVES,
    OPEN,
    Answer,
    Channel,
    Closed,
    Domain,
    Known,
    Next,
    Paused,
    Purpose,
    Reopened,
    Returned,
    Safe,
    Says,
    Source,
    State,
    Transferred,
    Weight,
    Withdrawn,
)  # fmt: skip
from referrals.threads.models import Line, LineRead  # noqa: F401
from referrals.together.models import Partner
from referrals.wanting.models import Wanting  # noqa: F401
from referrals.webhooks.models import Hook, HookCall  # noqa: F401
from referrals.words import HELD_SENTENCES, MOVE_SENTENCES, STEP_SENTENCES

REASONS = {
    State.RETURNED: Returned, State.CLOSED: Closed, State.PAUSED: Paused, State.WITHDRAWN: Withdrawn,
    State.TRANSFERRED: Transferred, State.ACCEPTED: Reopened,
}  # fmt: skip
MOBILE = ("07", "+447")
FSM_MOVES = [(was, to) for was, moves in MOVES.items() for to in sorted(moves)]


@kept_history("PersonHistory")
class Person(Keyed):
    """Somebody we help. Known by the name they like; reached only the way they said is safe."""

    given_name = models.CharField(_("first name"), max_length=100)
    family_name = models.CharField(_("last name"), max_length=100, blank=True)
    known_as = models.CharField(_("name they like"), max_length=100, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    language = models.CharField(_("language of messages"), max_length=5, default="en")
    safe_to_message = models.CharField(max_length=6, choices=Safe, default=Safe.UNSURE)
    # Of one way alone, where somebody said: "" is not asked, and then what holds of messages holds of e-mail.
    safe_to_email = models.CharField(max_length=6, choices=Safe, blank=True)
    safe_to_ring = models.CharField(max_length=6, choices=Safe, blank=True)
    safe_to_write = models.CharField(max_length=6, choices=Safe, blank=True)
    safe_to_leave_word = models.CharField(max_length=6, choices=Safe, blank=True)  # on the answering machine
    who_else = models.CharField(max_length=200, blank=True)  # who may pick up, or open a letter
    good_times = models.CharField(_("good times to ring"), max_length=200, blank=True)
    access_needs = models.CharField(_("what helps them take part"), max_length=300, blank=True)
    restricted = models.BooleanField(default=False)
    date_of_birth = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: without an account
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)  # a name in an exception or a log line would be one too many

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def friendly_name(self) -> str:
        return self.known_as or self.given_name

    @property
    def short_name(self) -> str:
        """First name and initial: as much as a group's organiser sees."""
        return f"{self.friendly_name} {self.family_name[:1]}".strip()

    @property
    def may_be_written_to(self) -> bool:
        return not self.restricted and Safe.YES in (self.safe_to_message, self.safe_to_email)

    def safe_ways(self) -> list[tuple[str, str]]:
        """(channel, to) of every way a message may take: only what is said to be safe, none to somebody restricted."""
        ways = [
            # a landline reads a text out to whoever picks up
            ("sms", self.phone if self.phone.startswith(MOBILE) else "", self.safe_to_message),
            ("email", self.email, self.safe_to_email or self.safe_to_message),
        ]
        return [(channel, to) for channel, to, safe in ways if to and safe == Safe.YES and not self.restricted]


class Outsider(Keyed):
    """A worker without an account, or whoever asked for a relative or neighbour: known by an address they proved."""

    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    tie = models.CharField(max_length=100, blank=True)  # "her daughter", in their words
    verified_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.pk)


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ReferralQuerySet":
        """Rows the active role may know of; the database's own policy says the same (tests hold them equal)."""
        acting = user.acting
        within = scope(acting.role, "REFERRAL_STATUS", "R") if acting else None
        return self.filter(_rows(within, user), _known_to(user)) if within else self.none()

    def alongside(self, user: User) -> "ReferralQuerySet":
        """Rows of other teams where this worker was asked in, and still is; under the identity "round" and no other.

        They are apart from `visible_to`, so that no page of a team opens to a partner who did not ask for them by name.
        """
        mine = Partner.objects.live().filter(user=user, organisation=user.acting.organisation_id)
        return self.filter(_known_to(user), pk__in=mine.values("referral"))

    def caseload_of(self, user: User) -> "ReferralQuerySet":
        """A connector's own people; for the lead of a team, everybody's."""
        return self.visible_to(user).filter(held_by(user))

    def waiting_in_queue_of(self, user: User) -> "ReferralQuerySet":
        """New, or put back by whoever held them."""
        return self.visible_to(user).filter(in_queue_of(user))

    def still_open(self) -> "ReferralQuerySet":
        return self.filter(state__in=OPEN)

    def with_last_contact(self) -> "ReferralQuerySet":
        attempts = ContactAttempt.objects.filter(referral=OuterRef("pk"), reached=True).order_by("-at")
        return self.annotate(last_spoke_at=Subquery(attempts.values("at")[:1]))


def held_by(user: User) -> Q:
    return Q(connector__isnull=False) if user.acting.role == Role.TL else Q(connector=user)


def in_queue_of(user: User) -> Q:
    put_back = Q(connector=None, state__in=HELD)
    return (Q(state=State.SUBMITTED) | put_back) & Q(team_id=user.acting.team_id)


def _known_to(user: User) -> Q:
    """Of a restricted person the named readers know, and nobody else, whatever their role."""
    return Q(named=None) | Q(named__contains=[user.pk])


def _rows(within: str, user: User) -> Q:
    acting = user.acting
    return {
        "o": Q(referrer=user, referring_organisation=acting.organisation_id),
        "g": Q(referring_organisation=acting.organisation_id),
        "c": Q(team=acting.team_id) & (Q(connector=user) | Q(connector=None)),
        "t": Q(team=acting.team_id),
    }[within]


@kept_history("ReferralHistory", exclude=["key", "content_hash", "made_in", "round"])
class Referral(MadeOnce):
    """One worried worker's asking, and where it has got to."""

    reference = models.CharField(max_length=12, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="referrals")
    source = models.CharField(max_length=8, choices=Source, default=Source.WORKER)
    referrer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    referring_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    referrer_job = models.CharField(max_length=12, choices=Job, blank=True)  # on that day
    outsider = models.ForeignKey(Outsider, models.PROTECT, null=True, related_name="referrals")
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # who keyed in a call or a paper
    referrer_trained = models.BooleanField(null=True)  # on that day; null where training is not recorded yet
    team = models.ForeignKey("people.Team", models.PROTECT, related_name="+")
    connector = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    ward = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    wants = ArrayField(models.CharField(max_length=40), default=list)  # codes of directory.Need
    words = models.TextField(blank=True)
    urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=State, default=State.SUBMITTED)
    submitted_at = models.DateTimeField(default=timezone.now)
    respond_by = models.DateField()
    next_step = models.CharField(max_length=12, choices=Next, default=Next.DECIDE, blank=True)
    next_on = models.DateField(null=True)
    expected_weight = models.CharField(max_length=9, choices=Weight, blank=True)
    assessed_weight = models.CharField(max_length=9, choices=Weight, blank=True)
    age_then = models.PositiveSmallIntegerField(null=True)  # in years, on that day; null: not asked
    through_referrer = models.BooleanField(default=False)  # no number or address of theirs is safe: only whoever asked
    first_time = models.CharField(max_length=10, choices=Known, default=Known.NOT_ASKED)  # no service before this one
    domains = ArrayField(models.CharField(max_length=10, choices=Domain), default=list)
    domains_asked = models.BooleanField(default=False)  # apart from "asked, and nothing of these"
    # The first time each of these happened; a later one leaves it (outcomes.md 5.1).
    decided_at = models.DateTimeField(null=True)
    first_attempt_at = models.DateTimeField(null=True)
    first_contact_at = models.DateTimeField(null=True)
    first_meeting_at = models.DateTimeField(null=True)
    plan_agreed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)  # the last time; null while it is open
    closed_why = models.CharField(max_length=16, choices=Closed, blank=True)
    came_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="went_to")  # another scheme's
    named = ArrayField(models.UUIDField(), null=True)  # users who may know of somebody restricted; null: not restricted
    # Whom everybody turns to first; null: whoever holds it. And who works with them besides: by user, in whose name,
    # how much they see, until when; the database makes it of the rows of Partner.
    lead = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    round = models.JSONField(default=dict)
    told = models.CharField(max_length=10, blank=True)  # the last word that went to the referrer
    # Since the person was made one with another: the name as the referrer typed it, and what was refused elsewhere.
    named_as = models.CharField(max_length=201, blank=True)
    refused = models.JSONField(default=dict)  # purpose -> the moment; only a later yes counts
    spot_easting = models.IntegerField(null=True)  # the middle of the postcode, for "near them"
    spot_northing = models.IntegerField(null=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["team", "state", "next_on"], name="referral_caseload"),
            models.Index(fields=["referrer", "submitted_at"], name="referral_referrer"),
            models.Index(fields=["submitted_at"], name="referral_received"),
            # Figures are counted month by month: by the day of a step.
            models.Index(fields=["decided_at"], name="referral_decided"),
            models.Index(fields=["closed_at"], name="referral_closed"),
        ]
        triggers = [
            pgtrigger.FSM(name="moves", field="state", transitions=FSM_MOVES),
            pgtrigger.Protect(
                name="born_submitted", operation=pgtrigger.Insert, condition=~pgtrigger.Q(new__state=State.SUBMITTED)
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    def can_move_to(self, to: str) -> bool:
        return to in MOVES[self.state]

    def name_for(self, user: User) -> str:
        """In the queue a connector sees a first name; the whole of it opens to whoever accepts."""
        if self.named_as and user.acting.role in (Role.REF, Role.LEAD, Role.CHA):
            return self.named_as
        waiting_for_them = user.acting.role == Role.CON and self.connector_id != user.pk
        return self.person.friendly_name if waiting_for_them else self.person.name

    @property
    def asked_by(self) -> str:
        """Who asked, in words for those who work with the person."""
        if self.referrer:
            return f"{self.referrer.name}, {self.referring_organisation}"
        if self.source == Source.SELF:
            return gettext("themselves")
        if self.came_from_id and not self.outsider:
            return gettext("another scheme")
        return f"{self.outsider.name}, {self.outsider.organisation or self.outsider.tie}" if self.outsider else ""

    @property
    def is_new(self) -> bool:
        return self.state == State.SUBMITTED

    @property
    def is_overdue(self) -> bool:
        return self.next_on is not None and self.next_on < timezone.localdate()

    @property
    def stage(self) -> int:
        """How many of the five dots are filled: accepted, spoken to, introduced, going along, settled."""
        started = {State.SUBMITTED: 0, State.RETURNED: 0, State.ACCEPTED: 1}.get(self.state, 2)
        return self.furthest if self.furthest > 2 else started

    @property
    def furthest(self) -> int:
        return max((one.stage for one in self.connections.all()), default=0)

    @property
    def stage_word(self) -> str:
        if self.stage <= 2 or self.state not in OPEN or self.state in (State.PAUSED, State.TRANSFERRED):
            return self.get_state_display()
        return next(one.get_state_display() for one in self.connections.all() if one.stage == self.stage)

    def agreed_to(self, purpose: str) -> bool:
        """The latest answer counts, while it holds; a yes for one they named is no yes for whom the purpose names."""
        latest = self._latest(purpose)
        return latest is not None and latest.is_given and not self._refused_since(latest)

    def holds_until(self, *purposes: str) -> datetime | None:
        """When the first of these yeses runs out: what rests on all of them must have left by then."""
        days = [one.review_on for one in map(self._latest, purposes) if one and one.review_on]
        return hours.at(min(days) + hours.ONE_DAY, time()) if days else None

    def _latest(self, purpose: str) -> "Consent | None":
        answers = [c for c in self.consents.all() if c.purpose == purpose and not c.recipient]
        return max(answers, key=lambda c: c.number, default=None)

    def _refused_since(self, answer: "Consent") -> bool:
        """They said no to it in another referral, found out when two were made one: only a later yes counts."""
        at = self.refused.get(answer.purpose)
        return at is not None and answer.said_at <= datetime.fromisoformat(at)


class ContactAttempt(MadeOnce):
    """A call, text, visit or letter: reached or not, and a sentence."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="attempts")
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.CALL)
    reached = models.BooleanField()
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return str(self.pk)


class Happened(models.TextChoices):
    MOVED = "moved", _("The referral moved")
    CONTACT = "contact", _("Contact")
    CONNECTION = "connection", _("A connection moved")
    ATTENDANCE = "attendance", _("Somebody said whether they went")
    CONSENT = "consent", _("Something was agreed to, or not any more")
    HELD = "held", _("It changed hands")
    OWN = "own", _("They said something on their own page")
    INTRODUCTION = "introduction", _("A group was told of them, or answered")
    FOLLOWED = "followed", _("What followed from it")


class ReferralEvent(Keyed):
    """One step, never changed afterwards: who, when, from, to, why."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: through a link, or a job
    kind = models.CharField(max_length=12, choices=Happened, default=Happened.MOVED)
    was = models.CharField(max_length=20, blank=True)
    to = models.CharField(max_length=20)
    why = models.CharField(max_length=20, blank=True)
    attempt = models.ForeignKey(ContactAttempt, models.PROTECT, null=True, related_name="+")
    connection = models.ForeignKey("Connection", models.PROTECT, null=True, related_name="events")

    class Meta:
        ordering = ["at"]
        indexes = [
            models.Index(fields=["referral", "at"], name="event_timeline"),
            models.Index(fields=["at"], name="event_finished", condition=Q(kind=Happened.MOVED, to=State.CLOSED)),
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.kind}: {self.to}"

    @property
    def sentence(self) -> str:
        """The step in a sentence, for the timeline of those who work with the person."""
        if self.kind == Happened.ATTENDANCE:
            said = {"said": Answer(self.to).label, "who": Says(self.why).label, "group": self.connection.service.name}
            return gettext("%(group)s: %(said)s, says %(who)s.") % said
        if self.kind == Happened.OWN:
            return str(Own(self.to).label)
        if self.kind == Happened.HELD:
            return str(HELD_SENTENCES[self.to])
        if self.kind == Happened.FOLLOWED:
            return followed_sentence(self.connection.service.name, self.was, self.to, self.why)
        if self.kind == Happened.CONSENT:
            said = Decision(self.why or Decision.WITHDRAWN).label
            return gettext("%(said)s: %(purpose)s.") % {"said": said, "purpose": Purpose(self.to).label}
        if self.kind == Happened.INTRODUCTION:
            return str(SENTENCES[self.to]) % {"group": self.connection.service.name}
        if self.kind == Happened.CONNECTION:
            return STEP_SENTENCES[self.to] % {"group": self.connection.service.name}
        reason = dict(REASONS[self.to].choices).get(self.why, "") if self.to in REASONS else ""
        return f"{MOVE_SENTENCES[self.to]} {reason}".strip()
