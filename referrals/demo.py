"""The demo's people who are helped: four months of history, and a caseload in which something happens today."""

import random
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import Model
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.champions import demo as champions
from connect.people.demo import address
from connect.people.models import Membership, Team, User
from connect.places.models import Postcode
from directory.models import Service
from directory.network import demo as network
from directory.schedule import Session
from referrals import actions
from referrals.asking import demo as asking
from referrals.befriending import demo as befriending
from referrals.belonging import Attendance, Connection, Occasion
from referrals.case import demo as case
from referrals.crisis import demo as crisis
from referrals.following import demo as following
from referrals.going import demo as going
from referrals.helping import demo as helping
from referrals.introductions import actions as introductions
from referrals.introductions import demo as introduced
from referrals.life import demo as life
from referrals.models import Consent, Happened, Person, Referral, ReferralEvent
from referrals.open_door import demo as open_door
from referrals.person import demo as known
from referrals.reminding import demo as reminding
from referrals.safety import demo as safety
from referrals.sessions import actions as sessions
from referrals.sessions import demo as places
from referrals.states import Answer, Purpose, Says, State, Step
from referrals.threads import demo as threads
from referrals.together import demo as together

Row = TypeVar("Row", bound=Model)
FIRST = [
    "Ada",
    "Bernard",
    "Cerys",
    "Desmond",
    "Edith",
    "Farouk",
    "Gwen",
    "Hari",
    "Ines",
    "Joyce",
    "Ken",
    "Lowri",
    "Maud",
    "Ngozi",
    "Otto",
    "Pearl",
    "Ranjit",
    "Sybil",
]
LAST = [
    "Quillfeather",
    "Thistlewood",
    "Marrowby",
    "Larkspur",
    "Penhallick",
    "Oatesworth",
    "Fennimore",
    "Brackenbury",
    "Dewsnap",
    "Tallowin",
]
WORDS = [
    "Somewhere to be on a Tuesday.",
    "I used to sing. I would like to sing again.",
    "It is the evenings that are long.",
    "I am good with my hands and nobody needs them.",
    "I would come if somebody met me at the door.",
]
WANTS = ["company", "something_to_do", "getting_out", "people_like_me", "practical_help", "phone_chat"]
HISTORY_MONTHS, A_MONTH = 4, 100
ON_THE_WAY = (State.RETURNED, State.WITHDRAWN, State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.CLOSED)


def load_history() -> None:
    """Four months gone by, for the figures; once, and before anything else happens here."""
    with acting_as("seed"):
        if not Referral.objects.exists():
            _history()


def load() -> None:
    """Everybody the demo helps; once."""
    load_history()
    with acting_as("seed"):
        if Person.objects.filter(given_name="Jean", family_name="Pargeter").exists():
            return
        _live()
        asking.load(_user("Rosa Marsh"))
        case.load(_user("Carl Whitlock"), _user("Tess Orme"))
        open_door.load()
        known.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Tess Orme"))
        life.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Nia Pryce"))
        following.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        safety.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        places.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        introduced.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        threads.load(_user("Rosa Marsh"), _user("Carl Whitlock"))
        reminding.load(_user("Carl Whitlock"))
        helping.load()
        befriending.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Cleo Hart"), _user("Vera Moss"))
        going.load()
        together.load(_user("Rosa Marsh"), _user("Carl Whitlock"), _user("Nia Pryce"))
        champions.load(_user("Tess Orme"))
        crisis.load(_user("Carl Whitlock"), _user("Tess Orme"))
        network.load(_user("Tess Orme"))


# ---------- history: what the frozen figures count ----------


def _history() -> None:
    past, dice = _Past(), random.Random(2026)  # noqa: S311  (the same borough each time, nothing secret)
    first = timezone.localdate().replace(day=1)
    for back in range(HISTORY_MONTHS, 0, -1):
        month = (first - timedelta(days=28 * back)).replace(day=1)
        for _ in range(A_MONTH):
            past.referral(dice, month)
    past.write()


class _Past:
    """Rows of months gone by, written all at once: one at a time they would be five thousand statements."""

    def __init__(self) -> None:
        self.rosa, self.ravi, self.carl = _user("Rosa Marsh"), _user("Ravi Lunt"), _user("Carl Whitlock")
        self.team, self.postcodes, self.services = _team(), _postcodes(), _services()
        kinds = (Person, Referral, Consent, Connection, ReferralEvent, Occasion, Attendance)
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
            self.moved(referral, State.RETURNED, began + timedelta(days=1), "missing")
            self.moved(referral, State.WITHDRAWN, began + timedelta(days=4), "helped")
            return
        for state, days in ((State.ACCEPTED, 1), (State.CONTACTED, 2)):
            self.moved(referral, state, began + timedelta(days=days))
            if state == State.ACCEPTED and roll > 0.84:
                self.moved(referral, State.CLOSED, began + timedelta(days=15), "lost_contact")
                return
        if roll < 0.72:
            self.joined(dice, referral, began + timedelta(days=4), went=roll < 0.52)
        self.moved(referral, State.CLOSED, began + timedelta(days=20), "completed")

    def made(self, dice: random.Random, at: datetime, by: User) -> Referral:
        postcode = dice.choice(self.postcodes)
        helped = self.add(Person(
            given_name=dice.choice(FIRST), family_name=dice.choice(LAST), phone=f"07700900{dice.randrange(1000):03d}",
            postcode=postcode.pk, created_by=by, organisation_id=by.acting.organisation_id, created_at=at,
        ))  # fmt: skip
        referral = self.add(Referral(
            reference=actions.reference(), person=helped, referrer=by, ward=postcode.ward, team=self.team,
            referring_organisation_id=by.acting.organisation_id, wants=dice.sample(WANTS, 2), words=dice.choice(WORDS),
            submitted_at=at, respond_by=at.date() + timedelta(days=2), next_step="", spot_easting=postcode.easting,
            spot_northing=postcode.northing, **actions.new_key(),
        ))  # fmt: skip
        for purpose in (Purpose.CONTACT, Purpose.TELL_REFERRER):
            self.add(Consent(person=helped, referral=referral, purpose=purpose, said_to=by, said_at=at))
        self.add(ReferralEvent(referral=referral, to=State.SUBMITTED, by=by, at=at))
        return referral

    def moved(self, referral: Referral, to: str, at: datetime, why: str = "") -> None:
        was = next((state for state in reversed(ON_THE_WAY) if referral.pk in self.reached[state]), State.SUBMITTED)
        self.add(ReferralEvent(referral=referral, was=was, to=to, by=self.carl, at=at, why=why))
        self.reached[to].append(referral.pk)

    def joined(self, dice: random.Random, referral: Referral, at: datetime, went: bool) -> None:
        connection = self.add(Connection(
            referral=referral, person_id=referral.person_id, service=dice.choice(self.services), made_by=self.carl,
            made_at=at, introduced_at=at, state=Step.ATTENDING if went else Step.INTRODUCED, **actions.new_key(),
        ))  # fmt: skip
        happened = {"kind": Happened.CONNECTION, "connection": connection, "by": self.carl}
        self.add(ReferralEvent(referral=referral, at=at, was=Step.AGREED, to=Step.INTRODUCED, **happened))
        self.moved(referral, State.ACTIVE, at)
        occasion = self.add(_occasion(connection, at + timedelta(days=3)))
        if went or dice.random() < 0.5:
            said = Answer.WENT if went else Answer.NOT
            told = {"said_by": Says.ORGANISER, "answer": said, "said_at": at + timedelta(days=4)}
            self.add(Attendance(occasion=occasion, referral=referral, **told))


def _occasion(connection: Connection, starts_at: datetime) -> Occasion:
    return Occasion(
        connection=connection, referral=connection.referral, service=connection.service, starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2), known_as=connection.referral.person.short_name,
        register_id=sessions.register_of(connection.service_id, starts_at),
        place=str(next(iter(connection.service.locations.all()), "")), reminded_at=starts_at, asked_at=starts_at,
    )  # fmt: skip


# ---------- live: what Carl and Rosa see today ----------


def _live() -> None:
    """Two new, one to ring, one choosing, one going tomorrow, one who was expected yesterday."""
    carl = _user("Carl Whitlock")
    _refer("Jean", "Pargeter", "Used to cook for forty at the school. Would love a kitchen full of people again.")
    _refer("Bernard", "Quill", "Cards, or dominoes. Anything with a table.")
    _with(carl, _refer("Oluwaseun", "Adebayo-Fitzwilliam", "People my own age; five-a-side."))
    _spoken(carl, _refer("Ngọc", "Hartigan", "Somewhere I can speak with other gardeners."))
    now = timezone.now()
    tomorrow = hours.days_from(now, 1, time(12))
    _introduced(carl, _refer("Stanley", "Ames", "Somewhere to be on a Tuesday. It was our day."), tomorrow)
    _introduced(
        carl, _refer("Dot", "Fairley", "I would go if somebody came to the door with me."), now - timedelta(hours=20)
    )


def _refer(given: str, family: str, words: str) -> Referral:
    number = f"07700900{100 + sum(map(ord, given)) % 800:03d}"
    person = {
        "given_name": given, "family_name": family, "phone": number, "email": f"{family.lower()}@example.org",
        "postcode": "KX2 4HD", "safe_to_message": "yes",
    }  # fmt: skip
    yeses = [Purpose.CONTACT, Purpose.TELL_REFERRER]
    wants, made = ["company", "something_to_do"], actions.new_key()
    return actions.submit(person=person, wants=wants, words=words, yeses=yeses, by=_user("Rosa Marsh"), made=made)


def _with(carl: User, referral: Referral) -> Referral:
    return actions.accept(referral, by=carl)


def _spoken(carl: User, referral: Referral) -> Referral:
    said = {"channel": "call", "reached": True, "note": "Cheerful. Mornings are best."}
    return actions.record_contact(_with(carl, referral), **said, by=carl, made=actions.new_key()).referral


def _introduced(carl: User, referral: Referral, starts_at: datetime) -> None:
    referral = _spoken(carl, referral)
    club = Service.objects.get(name__startswith="St Mark")
    connection = introductions.suggest(referral, service=club, by=carl, made=actions.new_key())
    for step in (Step.AGREED, Step.INTRODUCED):
        introductions.step(connection, to=step, by=carl)
    Connection.objects.filter(pk=connection.pk).update(introduced_at=timezone.now())
    actions.move(referral, to=State.ACTIVE, by=carl)
    session = Session(starts_at, starts_at + timedelta(hours=2), club.locations.first())
    sessions.expect(connection, session)


def _user(name: str) -> User:
    user = User.objects.get(email=address(name))
    user.acting = Membership.objects.select_related("organisation").get(user=user)
    return user


def _team() -> Team:
    return Team.objects.get(name="Kelderby connectors")


def _postcodes() -> list[Postcode]:
    return list(Postcode.objects.filter(pk__startswith="KX", ward__isnull=False).select_related("ward").order_by("pk"))


def _services() -> list[Service]:
    return list(Service.objects.searchable().exclude(schedules=None).order_by("pk").prefetch_related("locations")[:20])
