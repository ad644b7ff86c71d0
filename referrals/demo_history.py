"""Four months gone by in the demo, for the figures: who came, by which door, and how far each of them got."""

import random
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from connect.messaging import hours
from connect.people.demo import address
from connect.people.models import Membership, Team, User
from connect.people.roles import Job
from connect.places.models import Postcode
from directory.models import Service
from referrals import actions
from referrals.belonging import Attendance, Connection, Occasion
from referrals.hearing.models import Reply
from referrals.hearing.states import News, WhyNot
from referrals.models import Consent, ContactAttempt, Happened, Outsider, Person, Referral, ReferralEvent
from referrals.sessions import actions as sessions
from referrals.states import (
    Answer,
    Channel,
    Closed,
    Domain,
    Known,
    Purpose,
    Returned,
    Says,
    Source,
    State,
    Step,
    Weight,
)

Row = TypeVar("Row", bound=Model)
FIRST = (
    "Ada", "Bernard", "Cerys", "Desmond", "Edith", "Farouk", "Gwen", "Hari", "Ines", "Joyce", "Ken", "Lowri", "Maud",
    "Ngozi", "Otto", "Pearl", "Ranjit", "Sybil",
)  # fmt: skip
LAST = (
    "Quillfeather", "Thistlewood", "Marrowby", "Larkspur", "Penhallick", "Oatesworth", "Fennimore", "Brackenbury",
    "Dewsnap", "Tallowin",
)  # fmt: skip
WORDS = (
    "Somewhere to be on a Tuesday.",
    "I used to sing. I would like to sing again.",
    "It is the evenings that are long.",
    "I am good with my hands and nobody needs them.",
    "I would come if somebody met me at the door.",
)
WANTS = ["company", "something_to_do", "getting_out", "people_like_me", "practical_help", "phone_chat"]
MONTHS, A_MONTH = 4, 100
ON_THE_WAY = (State.RETURNED, State.WITHDRAWN, State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.CLOSED)
FIRST_TIME = {
    State.RETURNED: "decided_at", State.ACCEPTED: "decided_at", State.CONTACTED: "first_contact_at",
    State.ACTIVE: "plan_agreed_at", State.CLOSED: "closed_at",
}  # fmt: skip
# Beside the housing officers: workers without an account, each from somewhere, and people themselves.
ELSEWHERE = ((Job.NURSE, "Millrace Surgery"), (Job.POLICE, "Harbour police station"), (Job.LIBRARY, "Quayside library"))
SELF, OUTSIDE = 0.10, 0.30
WHY_BACK = (Returned.MISSING, Returned.OUT_OF_AREA, Returned.CLINICAL, Returned.DECLINED)
WHY_CLOSED = (
    Closed.COMPLETED, Closed.COMPLETED, Closed.COMPLETED, Closed.MOVED_ON, Closed.MOVED_ON, Closed.DECLINED,
    Closed.OTHER_SERVICE, Closed.MOVED_AWAY,
)  # fmt: skip


def write() -> None:
    past, dice = _Past(), random.Random(2026)  # noqa: S311  (the same borough each time, nothing secret)
    first = timezone.localdate().replace(day=1)
    for back in range(MONTHS, 0, -1):
        month = (first - timedelta(days=28 * back)).replace(day=1)
        for _ in range(A_MONTH):
            past.referral(dice, month)
    past.write()


class _Past:
    """Rows of months gone by, written all at once: one at a time they would be five thousand statements."""

    def __init__(self) -> None:
        self.rosa, self.ravi, self.carl = _user("Rosa Marsh"), _user("Ravi Lunt"), _user("Carl Whitlock")
        self.team, self.now = Team.objects.get(name="Kelderby connectors"), timezone.now()
        self.postcodes, self.services = _postcodes(), _services()
        self.more = random.Random(2027)  # noqa: S311  (what is known besides, so that the dice above fall as ever)
        kinds = (
            Person, Outsider, Referral, Consent, ContactAttempt, Connection, ReferralEvent, Occasion, Attendance, Reply,
        )  # fmt: skip
        self.rows: dict[type[Model], list[Model]] = {kind: [] for kind in kinds}
        self.reached: dict[str, list[object]] = {state: [] for state in ON_THE_WAY}

    def write(self) -> None:
        """A referral is let in as new and no other way; then all who moved on do, one state after the other."""
        for kind, rows in self.rows.items():
            kind.objects.bulk_create(rows)
        for state, keys in self.reached.items():
            taken = {"connector": self.carl} if state == State.ACCEPTED else {}
            Referral.objects.filter(pk__in=keys).update(state=state, **taken)

    def add(self, row: Row) -> Row:
        self.rows[type(row)].append(row)
        return row

    def referral(self, dice: random.Random, month: date) -> None:
        """One referral of a past month, taken as far as the dice say."""
        began = datetime.combine(month + timedelta(days=dice.randrange(28)), time(dice.randrange(9, 17)), hours.LONDON)
        referral = self.made(dice, began, self.rosa if dice.random() < 0.05 else self.ravi)
        roll = dice.random()
        if roll > 0.93:
            self.moved(referral, State.RETURNED, began + timedelta(days=1), self.more.choice(WHY_BACK))
            self.moved(referral, State.WITHDRAWN, began + timedelta(days=4), "helped")
            return
        self.moved(referral, State.ACCEPTED, began + timedelta(days=self.more.choice((0, 1, 1, 2)), hours=1))
        if roll > 0.84:
            self.tried(referral, began, (2, 6, 11))
            self.over(referral, began + timedelta(days=15), Closed.LOST_CONTACT)
            return
        self.spoken(referral, began)
        if roll < 0.72:
            self.joined(dice, referral, began + timedelta(days=4), went=roll < 0.52)
        self.over(referral, began + timedelta(days=20), self.more.choice(WHY_CLOSED))

    # Asking

    def made(self, dice: random.Random, at: datetime, by: User) -> Referral:
        postcode = dice.choice(self.postcodes)
        helped = self.add(Person(
            given_name=dice.choice(FIRST), family_name=dice.choice(LAST), phone=f"07700900{dice.randrange(1000):03d}",
            postcode=postcode.pk, created_by=by, organisation_id=by.acting.organisation_id, created_at=at,
        ))  # fmt: skip
        referral = self.add(Referral(
            reference=actions.reference(), person=helped, ward=postcode.ward, team=self.team,
            wants=dice.sample(WANTS, 2), words=dice.choice(WORDS),
            submitted_at=at, respond_by=at.date() + timedelta(days=2), next_step="", spot_easting=postcode.easting,
            spot_northing=postcode.northing, **self.asked_by(by), **self.known(), **actions.new_key(),
        ))  # fmt: skip
        for purpose in (Purpose.CONTACT, Purpose.TELL_REFERRER):
            if purpose != Purpose.CONTACT or self.more.random() < 0.96:
                self.add(Consent(person=helped, referral=referral, purpose=purpose, said_to=by, said_at=at))
        self.add(ReferralEvent(referral=referral, to=State.SUBMITTED, by=by, at=at))
        return referral

    def asked_by(self, by: User) -> dict[str, object]:
        roll = self.more.random()
        if by == self.rosa or roll > OUTSIDE:
            body = by.acting.organisation_id
            return {"referrer": by, "referring_organisation_id": body, "referrer_job": by.acting.job}
        if roll < SELF:
            return {"source": Source.SELF}
        job, where = self.more.choice(ELSEWHERE)
        name = f"{self.more.choice(FIRST)} {self.more.choice(LAST)}"
        return {"source": Source.OUTSIDER, "referrer_job": job, "outsider": self.add(Outsider(name=name, tie=where))}

    def known(self) -> dict[str, object]:
        """What was asked of them, and what their connector makes of it."""
        needs = self.more.sample(sorted(Domain.values), self.more.choice((1, 1, 2, 2, 3, 4, 5)))
        expected, weighed = (self.more.choice((Weight.LIGHT, Weight.STANDARD, Weight.STANDARD)) for _ in range(2))
        heavier = self.more.random() < 0.2
        return {
            "age_then": self.more.choice((None, self.more.randrange(24, 65), *([self.more.randrange(65, 96)] * 2))),
            "first_time": self.more.choice((Known.YES, Known.NO, Known.NO, Known.NOT_ASKED)),
            "domains": needs, "domains_asked": True, "expected_weight": expected,
            "assessed_weight": Weight.INTENSIVE if heavier else weighed,
        }  # fmt: skip

    # What became of it

    def moved(self, referral: Referral, to: str, at: datetime, why: str = "") -> None:
        at = min(at, self.now)
        was = next((state for state in reversed(ON_THE_WAY) if referral.pk in self.reached[state]), State.SUBMITTED)
        self.add(ReferralEvent(referral=referral, was=was, to=to, by=self.carl, at=at, why=why))
        self.reached[to].append(referral.pk)
        if to in FIRST_TIME:
            setattr(referral, FIRST_TIME[to], at)

    def tried(self, referral: Referral, began: datetime, days: tuple[int, ...], reached: bool = False) -> None:
        """Each in vain; or the last one not."""
        for n, day in enumerate(days, start=1):
            at = min(began + timedelta(days=day, hours=n), self.now)
            said = {"reached": reached and n == len(days), "at": at}
            attempt = self.add(
                ContactAttempt(referral=referral, channel=Channel.CALL, by=self.carl, **said, **actions.new_key())
            )
            to = "reached" if attempt.reached else "not_reached"
            happened = {"kind": Happened.CONTACT, "to": to, "attempt": attempt, "at": attempt.at}
            self.add(ReferralEvent(referral=referral, by=self.carl, **happened))
            referral.first_attempt_at = referral.first_attempt_at or attempt.at

    def spoken(self, referral: Referral, began: datetime) -> None:
        days = self.more.choice(((3,), (3,), (2, 3), (2, 3, 3)))
        self.tried(referral, began, days, reached=True)
        for talk in range(self.more.randrange(1, 6)):
            self.tried(referral, began, (days[-1] + 1 + 2 * talk,), reached=True)
        self.moved(referral, State.CONTACTED, began + timedelta(days=days[-1], hours=len(days)))

    def joined(self, dice: random.Random, referral: Referral, at: datetime, went: bool) -> None:
        connection = self.add(Connection(
            referral=referral, person_id=referral.person_id, service=dice.choice(self.services), made_by=self.carl,
            made_at=at, introduced_at=at, state=Step.ATTENDING if went else Step.INTRODUCED,
            first_offered_at=at + timedelta(days=3), **actions.new_key(),
        ))  # fmt: skip
        happened = {"kind": Happened.CONNECTION, "connection": connection, "by": self.carl}
        self.add(ReferralEvent(referral=referral, at=at, was=Step.AGREED, to=Step.INTRODUCED, **happened))
        self.moved(referral, State.ACTIVE, max(at, referral.first_contact_at))
        if went or dice.random() < 0.5:
            self.been(referral, connection, 3, Answer.WENT if went else Answer.NOT)
        else:
            self.add(_occasion(connection, at + timedelta(days=3)))
        if went and self.more.random() < 0.7:
            for day in (8, 13):
                self.been(referral, connection, day, Answer.WENT)

    def been(self, referral: Referral, connection: Connection, day: int, answer: str) -> None:
        starts = connection.introduced_at + timedelta(days=day)
        if starts > self.now:
            return
        told = {"said_by": Says.ORGANISER, "answer": answer, "said_at": starts + timedelta(days=1)}
        self.add(Attendance(occasion=self.add(_occasion(connection, starts)), referral=referral, **told))
        if answer == Answer.WENT and not connection.first_attended_at:
            connection.first_attended_at = starts
            self.told(referral, News.WENT, starts)
        connection.last_attended_at = starts if answer == Answer.WENT else connection.last_attended_at

    def over(self, referral: Referral, at: datetime, why: str) -> None:
        self.moved(referral, State.CLOSED, at, why)
        referral.closed_why = why
        self.told(referral, News.CLOSED, at)

    def told(self, referral: Referral, news: str, at: datetime) -> None:
        """Most of those who asked heard the next morning, some late, a few not at all."""
        roll, at = self.more.random(), min(at, self.now)
        heard = {"sent_at": min(at + timedelta(days=1 if roll < 0.82 else 12), self.now)}
        if referral.source == Source.SELF:
            heard = {"why_not": WhyNot.THEMSELVES}
        elif roll > 0.92:
            heard = {"why_not": self.more.choice((WhyNot.NO_CONSENT, WhyNot.NO_ADDRESS))}
        cause = f"{news} in the months gone by"
        to = referral.referrer_id or referral.outsider_id
        self.add(Reply(referral=referral, recipient_key=to, news=news, cause=cause, event_at=at, made_at=at, **heard))


def _occasion(connection: Connection, starts_at: datetime) -> Occasion:
    return Occasion(
        connection=connection, referral=connection.referral, service=connection.service, starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2), known_as=connection.referral.person.short_name,
        register_id=sessions.register_of(connection.service_id, starts_at),
        place=str(next(iter(connection.service.locations.all()), "")), reminded_at=starts_at, asked_at=starts_at,
    )  # fmt: skip


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation").get(user=user)
    return user


def _postcodes() -> list[Postcode]:
    return list(Postcode.objects.filter(pk__startswith="KX", ward__isnull=False).select_related("ward").order_by("pk"))


def _services() -> list[Service]:
    return list(Service.objects.searchable().exclude(schedules=None).order_by("pk").prefetch_related("locations")[:20])
