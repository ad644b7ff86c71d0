"""Years of referrals to an authority, put where they would have got to: by COPY, past the triggers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from uuid import UUID

from django.utils import timezone

from benchmarks.caseloads import without_triggers
from benchmarks.filling import Row, copy
from benchmarks.machine import Clock
from connect import logins
from connect.identity import acting_as
from connect.people.demo import PASSWORD, address
from connect.people.models import Membership, Organisation, Scheme, Team, User
from connect.people.roles import Role
from connect.places.models import Area, Locality
from directory.models import Service
from outcomes.figures.lattice import Period
from referrals.belonging import Attendance, Connection, Occasion
from referrals.models import Person, Referral, ReferralEvent
from referrals.states import Closed, State, Step

WARDS, LOCALITIES = 14, 3
REACHED, INTRODUCED, WENT = 0.87, 0.65, 0.5
AN_HOUR = timedelta(hours=1)
DAYS_OPEN = (40, 200)  # from the day they are accepted until it is finished
BATCH = 20_000


@dataclass(frozen=True)
class Place:
    council: Organisation
    authority: Area
    wards: list[Area]
    team: Team
    worker: User
    service: Service


def place(name: str) -> Place:
    """With a commissioner of that name, who signs in to read the reports."""
    code = name.upper()
    council = Organisation.objects.create(name=f"{name} Council")
    authority = Area.objects.create(code=code, name=f"{name}shire", kind=Area.Kind.AUTHORITY)
    parts = [
        Locality.objects.create(code=f"{code}-L{n}", name=f"Part {n}", authority=authority) for n in range(LOCALITIES)
    ]
    wards = [
        Area.objects.create(
            code=f"{code}-{n}", name=f"Ward {n}", kind=Area.Kind.WARD, parent=authority, locality=parts[n % LOCALITIES]
        )
        for n in range(WARDS)
    ]
    scheme = Scheme.objects.create(organisation=council, name=f"{name} scheme")
    team = Team.objects.create(organisation=council, scheme=scheme, name=f"{name} team", phone="01632 960 014")
    team.areas.set(wards)
    worker = User.objects.create(email=f"{code.lower()}@bench.example.org", name="Worker")
    Membership.objects.create(user=worker, organisation=council, role=Role.REF)
    reader = User.objects.create_user(address(name), PASSWORD, name=name)
    Membership.objects.create(user=reader, organisation=council, role=Role.COM, area=authority)
    service = Service.objects.create(organisation=council, name=f"{name} lunch", summary="Lunch", kind="group")
    return Place(council, authority, wards, team, worker, service)


@dataclass(frozen=True)
class Times:
    """In how many months they were referred, and how many of the last are frozen; 0 is all of them."""

    months: int
    frozen: int = 0


@dataclass
class Taken:
    """Seconds by the clock on the wall, and of processor: ours, and that of our PostgreSQL backend."""

    wall: float = 0
    processor: float = 0

    def add(self, began: tuple[float, float], ended: tuple[float, float]) -> None:
        self.wall += (ended[0] - began[0]) / 1000
        self.processor += (ended[1] - began[1]) / 1000


def fill(where: Place, size: int, months: int) -> Taken:
    """So many referrals in so many months; what copying alone takes."""
    stories, took = _stories(where, size, months), Taken()
    with without_triggers(), logins.owner(), acting_as("migration"):
        clock = Clock()
        while some := list(islice(stories, BATCH)):
            began = clock.read()
            for model in (Person, Referral, ReferralEvent, Connection, Occasion, Attendance):
                copy(model, (row for story in some for row in story.get(model, ())))
            took.add(began, clock.read())
    return took


def first_month(months: int) -> date:
    month = Period.around(timezone.localdate(), "month")
    for _n in range(months + 1):
        month = month.before
    return month.start


def _stories(where: Place, size: int, months: int) -> Iterator[dict[type, list[Row]]]:
    dice, begins = Random(size), timezone.make_aware(datetime.combine(first_month(months), datetime.min.time()))
    for number in range(size):
        at = begins + timedelta(minutes=dice.randrange(months * 30 * 24 * 60))
        yield _story(where, dice, number, at)


def _key(dice: Random) -> UUID:
    return UUID(int=dice.getrandbits(128), version=4)


def _story(where: Place, dice: Random, number: int, at: datetime) -> dict[type, list[Row]]:
    person, referral, reached = _key(dice), _key(dice), dice.random() < REACHED
    ids, ward = {"referral_id": referral}, dice.choice(where.wards)
    known = {"organisation_id": where.council.pk, "created_by_id": where.worker.pk}
    ends = at + timedelta(days=dice.randint(*DAYS_OPEN))
    is_over = ends < timezone.now()
    story: dict[type, list[Row]] = {
        Person: [{"id": person, "given_name": "Given", **known}],
        Referral: [
            {
                "id": referral, "reference": f"{where.authority.code}{number}", "person_id": person, "key": _key(dice),
                "referrer_id": where.worker.pk, "referring_organisation_id": where.council.pk,
                "team_id": where.team.pk, "ward_id": ward.pk, "submitted_at": at,
                "decided_at": at + AN_HOUR, "respond_by": at.date(), "wants": ["company"],
                "state": State.CLOSED if is_over else State.CONTACTED if reached else State.ACCEPTED,
                "closed_at": ends if is_over else None, "closed_why": Closed.COMPLETED if is_over else "",
                "first_contact_at": at + 2 * AN_HOUR if reached else None, "source": "worker",
                "referrer_job": "housing",
            }
        ],
        ReferralEvent: [_moved(dice, ids, "submitted", "accepted", at + AN_HOUR)],
    }  # fmt: skip
    if reached:
        story[ReferralEvent].append(_moved(dice, ids, "accepted", "contacted", at + 2 * AN_HOUR))
    if is_over:
        story[ReferralEvent].append(_moved(dice, ids, "contacted" if reached else "accepted", "closed", ends))
    if reached and dice.random() < INTRODUCED:
        story |= _introduced(where, dice, person, ids, at + timedelta(days=9))
    return story


def _moved(dice: Random, ids: Row, was: str, to: str, at: datetime) -> Row:
    return {"id": _key(dice), **ids, "kind": "moved", "was": was, "to": to, "at": at}


def _introduced(where: Place, dice: Random, person: UUID, ids: Row, at: datetime) -> dict[type, list[Row]]:
    joined, occasion, starts = _key(dice), _key(dice), at + timedelta(days=4)
    group = {"service_id": where.service.pk, **ids}
    went = dice.random() < WENT
    return {
        Connection: [
            {"id": joined, "key": _key(dice), "person_id": person, "made_by_id": where.worker.pk,
             "state": Step.INTRODUCED, "introduced_at": at,
             "first_offered_at": starts, "first_attended_at": starts if went else None, **group}
        ],
        Occasion: [
            {"id": occasion, "connection_id": joined, "register_id": _key(dice), "known_as": "Given",
             "starts_at": starts, "ends_at": starts + AN_HOUR, **group}
        ],
        Attendance: [
            {"id": _key(dice), "occasion_id": occasion, "said_by": "organiser", "answer": "went" if went else "not",
             "said_at": starts + AN_HOUR, **ids}
        ],
    }  # fmt: skip
