"""Many referrals of several teams, and three ways to read one connector's: by our filter, by the policies, by both."""

import statistics
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from types import SimpleNamespace
from unittest import mock

from django.db import connection, transaction
from django.utils import timezone

from connect import logins
from connect.identity import acting_as, identify
from connect.people.models import Membership, Organisation, Scheme, Team, User
from connect.people.roles import Role
from connect.places.models import Area
from connect.walls import walled_tables
from directory.models import Service
from referrals import actions
from referrals.case import views
from referrals.caseload import rows
from referrals.caseload.asked import Asked
from referrals.models import (
    Attendance,
    Connection,
    Consent,
    ContactAttempt,
    Occasion,
    Person,
    Referral,
    ReferralEvent,
    ReferralQuerySet,
)
from referrals.states import Purpose, State, Step

CONNECTORS = 4  # in a team
OPEN_IN = 20  # one referral in so many is still open, one in a hundred waits in the queue
WAYS = ("filter alone", "filter and policies", "policies alone")


def fill(teams: int, each: int) -> SimpleNamespace:
    """The first connector of the first team, one of their people, and a colleague of another team."""
    council = Organisation.objects.create(name="Benchmark Council")
    service = Service.objects.create(organisation=council, name="Benchmark lunch", summary="Lunch", kind="group")
    ward = Area.objects.create(code="BENCH-1", name="Benchmark Green", kind=Area.Kind.WARD)
    rosa = _member("rosa", council, None, Role.REF)
    workers = [_team(council, number) for number in range(teams)]
    with without_triggers(), logins.owner(), acting_as("migration"):  # nobody else may put rows where they like
        for connectors in workers:
            _referrals(connectors, each, rosa, ward, service)
    with logins.owner(), connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    with transaction.atomic():
        identify(workers[0][0])
        about = Referral.objects.filter(connector=workers[0][0], connections__isnull=False).first()
    return SimpleNamespace(carl=workers[0][0], nia=workers[1][0], about=about.pk)


def _team(council: Organisation, number: int) -> list[User]:
    scheme = Scheme.objects.create(organisation=council, name=f"Scheme {number}")
    team = Team.objects.create(organisation=council, scheme=scheme, name=f"Team {number}", phone="01632 960 014")
    return [_member(f"carl{number}-{n}", council, team, Role.CON) for n in range(CONNECTORS)]


def _member(name: str, council: Organisation, team: Team | None, role: str) -> User:
    user = User.objects.create(email=f"{name}@bench.example.org", name=name)
    user.acting = Membership.objects.create(user=user, organisation=council, team=team, role=role)
    return user


@contextmanager
def without_triggers() -> Iterator[None]:
    """Rows are put where they would have got to: no step by step, and no history of it. COPY knows no walls either."""
    walled = _walled()
    _alter(walled, "disable trigger user, no force row level security")
    yield
    _alter(walled, "enable trigger user, force row level security")


def _walled() -> list[str]:
    return sorted(name for name in walled_tables() if name.startswith("referrals_"))


def _alter(tables: list[str], what: str) -> None:
    with logins.owner(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"alter table {table} {what}")


def _referrals(connectors: list[User], each: int, rosa: User, ward: Area, service: Service) -> None:
    """A team's: some wait, some are under way, most are finished. Every third with a group, and an answer."""
    organisation = rosa.acting.organisation
    people = [Person(given_name=f"Given{n}", created_by=rosa, organisation=organisation) for n in range(each)]
    rows = [_referral(n, person, connectors, rosa, ward, each) for n, person in enumerate(people)]
    joined = [_connection(row, service, connectors[0]) for row in rows[::3]]
    expected = [_occasion(one) for one in joined]
    taken = [ContactAttempt(referral=row, reached=True, by=connectors[0], **actions.new_key()) for row in rows]
    for model, made in (
        (Person, people),
        (Referral, rows),
        (Consent, [Consent(person=row.person, referral=row, purpose=p, said_to=rosa) for row in rows for p in YESES]),
        (ContactAttempt, taken),
        (Connection, joined),
        (Occasion, expected),
        (
            Attendance,
            [Attendance(occasion=o, referral=o.referral, said_by="organiser", answer="went") for o in expected],
        ),
        (ReferralEvent, [event for row, attempt in zip(rows, taken, strict=True) for event in _story(row, attempt)]),
    ):
        model.objects.bulk_create(made, batch_size=2000)


YESES = (Purpose.CONTACT, Purpose.TELL_REFERRER)


def _referral(n: int, person: Person, connectors: list[User], rosa: User, ward: Area, each: int) -> Referral:
    waits, is_open = n < max(each // 100, 1), n < each // OPEN_IN + each // 100
    today = timezone.localdate()
    return Referral(
        reference=uuid.uuid4().hex[:12],
        person=person,
        referrer=rosa,
        referring_organisation=rosa.acting.organisation,
        team=connectors[0].acting.team,
        connector=None if waits else connectors[n % CONNECTORS],
        ward=ward,
        wants=["company"],
        state=State.SUBMITTED if waits else State.ACTIVE if is_open else State.CLOSED,
        submitted_at=timezone.now() - timedelta(hours=n),
        respond_by=today,
        next_step="decide" if waits else "ask" if is_open else "",
        next_on=today if is_open else None,
        **actions.new_key(),
    )


def _connection(row: Referral, service: Service, carl: User) -> Connection:
    state = {"state": Step.INTRODUCED, "introduced_at": timezone.now()}
    return Connection(referral=row, person=row.person, service=service, made_by=carl, **state, **actions.new_key())


def _occasion(one: Connection) -> Occasion:
    been = {"starts_at": timezone.now() - timedelta(days=1, hours=2), "ends_at": timezone.now() - timedelta(days=1)}
    return Occasion(
        connection=one, referral=one.referral, service=one.service, register_id=uuid.uuid4(), known_as="Given", **been
    )


def _story(row: Referral, attempt: ContactAttempt) -> Iterator[ReferralEvent]:
    yield ReferralEvent(referral=row, to=State.SUBMITTED)
    yield ReferralEvent(referral=row, was=State.SUBMITTED, to=State.ACCEPTED)
    yield ReferralEvent(referral=row, kind="contact", to="reached", attempt=attempt)


# What the pages ask for, through the pages' own functions


def the_list(carl: User, _about: uuid.UUID) -> list:
    return [row.pk for row in rows.found(carl, Asked(view="everyone"), size=200).rows]


def the_person(carl: User, about: uuid.UUID) -> list:
    """The row and what hangs on it: consents, connections, occasions, answers, and the story."""
    row = views.row_of(SimpleNamespace(user=carl), about)
    story = row.events.select_related("by", "attempt", "connection__service").order_by("-at")
    occasions = [occasion for one in row.connections.all() for occasion in one.occasions.all()]
    answers = [answer.pk for occasion in occasions for answer in occasion.attendances.all()]
    return [row.pk, len(row.consents.all()), len(occasions), answers, [event.pk for event in story]]


QUESTIONS: dict[str, Callable] = {"list of the caseload": the_list, "person page": the_person}


@contextmanager
def way(name: str) -> Iterator[None]:
    """Row security goes away only by the owner's hand, in this private database; the filter by a patch."""
    with ExitStack() as undo:
        if name == "filter alone":
            walled = _walled()  # asked for now: once disabled, they are not walled any more
            undo.callback(_alter, walled, "enable row level security")
            _alter(walled, "disable row level security")
        if name == "policies alone":
            undo.enter_context(mock.patch.object(ReferralQuerySet, "visible_to", lambda self, _user: self.all()))
        yield


def check(cast: SimpleNamespace, total: int) -> None:
    """All three ways give the same answers; each wall alone keeps a stranger out; with neither, everything is open."""
    for ask in QUESTIONS.values():
        answers = [_asked(name, cast.carl, lambda ask=ask: ask(cast.carl, cast.about)) for name in WAYS]
        if not (answers[0] and answers[0] == answers[1] == answers[2]):
            raise SystemExit(f"{ask.__name__}: the three ways differ")
    seen = [_asked(name, cast.nia, lambda: _of(cast.nia, cast.about)) for name in WAYS]
    with way("filter alone"):
        seen.append(_asked("policies alone", cast.nia, Referral.objects.count))
    if seen != [0, 0, 0, total]:
        raise SystemExit(f"a stranger saw {seen}")


def _of(user: User, about: uuid.UUID) -> int:
    return Referral.objects.visible_to(user).filter(pk=about).count()


def _asked(name: str, user: User, ask: Callable) -> object:
    with way(name), transaction.atomic():
        identify(user)
        return ask()


def compare(cast: SimpleNamespace, rounds: int, calls: int) -> dict[str, dict[str, list[list[float]]]]:
    """Question -> way -> milliseconds, round by round; the ways take turns, and the first calls of each are warm-up."""
    times = {question: {name: [] for name in WAYS} for question in QUESTIONS}
    for turn in range(rounds):
        for name in WAYS[turn % 3 :] + WAYS[: turn % 3]:
            with way(name):
                for question, ask in QUESTIONS.items():
                    times[question][name].append(list(_times(cast, ask, calls)))
    return times


def _times(cast: SimpleNamespace, ask: Callable, calls: int) -> Iterator[float]:
    with transaction.atomic():
        identify(cast.carl)
        for call in range(calls + 3):
            began = time.perf_counter()
            ask(cast.carl, cast.about)
            if call >= 3:
                yield 1000 * (time.perf_counter() - began)


def medians(times: dict[str, list[list[float]]]) -> dict[str, float]:
    return {name: statistics.median(ms for taken in rounds for ms in taken) for name, rounds in times.items()}
