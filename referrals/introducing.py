"""From a group that might suit somebody to their answer about going: every write in a connection's life."""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.people.models import User
from directory import schedule
from directory.keeping import actions as keeping
from directory.models import Service
from referrals import telling
from referrals.actions import CannotMove, ReferralError, SomebodyWasFaster, happened, held, move, owe
from referrals.belonging import Attendance, Connection, Occasion
from referrals.models import Happened, Person, Referral
from referrals.states import Answer, Next, State, Step

REGISTERS = uuid.UUID("6f2f4f0e-6d0a-4d3c-9d6e-0b8a3c1f7e55")  # namespace: one register for each group and start

HOW_FAR_AHEAD = 4
USUAL_LENGTH = timedelta(hours=2)  # where a listing says when it begins and not when it ends


class NoSession(ReferralError):
    """The listing says no day on which it meets."""


class TooEarly(ReferralError):
    """Nobody can say whether they went to something that has not begun."""


@transaction.atomic
def suggest(referral: Referral, *, service: Service, by: User, made: Mapping[str, object]) -> Connection:
    """A group is put to somebody. The same group twice for one referral is the same connection."""
    earlier = Connection.objects.filter(referral=referral, service=service).first()
    if earlier:
        return earlier
    connection = Connection.objects.create(
        referral=referral, person_id=referral.person_id, service=service, made_by=by, **made
    )
    happened(referral, kind=Happened.CONNECTION, to=Step.SUGGESTED, by=by, connection=connection)
    return connection


def step(connection: Connection, *, to: str, by: User | None, **changes: object) -> Connection:
    """The only writer of a connection's state, by the same rule as a referral's."""
    was = connection.state
    if not connection.can_move_to(to):
        raise CannotMove
    if not Connection.objects.filter(pk=connection.pk, state=was).update(state=to, **_stamps(to), **changes):
        Connection.objects.get(pk=connection.pk)
        raise SomebodyWasFaster
    connection.refresh_from_db()
    happened(connection.referral, kind=Happened.CONNECTION, was=was, to=to, by=by, connection=connection)
    telling.stepped(connection, by=by)
    return connection


def _stamps(to: str) -> dict[str, object]:
    """When it was agreed, made and ended: the dates that reports count from."""
    now = timezone.now()
    at = {Step.AGREED: {"agreed_at": now}, Step.INTRODUCED: {"introduced_at": now}}.get(Step(to), {})
    ended = to in (Step.NOT_FOR_THEM, Step.STOPPED, Step.DID_NOT_START)
    return at | {"ended_at": now if ended else None} | ({} if ended else {"ended_why": ""})


@transaction.atomic
def introduce(
    referral: Referral, *, service: Service, by: User, made: Mapping[str, object], starts_at: datetime | None = None
) -> Occasion:
    """They said yes to this group: it expects them at that session (or the next), and all are told."""
    referral = held(referral)
    if referral.state not in (State.CONTACTED, State.ACTIVE):
        raise CannotMove  # nobody is introduced who has not been spoken to
    session = _session(service, starts_at)
    connection = suggest(referral, service=service, by=by, made=made)
    if connection.state == Step.SUGGESTED:
        step(connection, to=Step.AGREED, by=by)
    if connection.state == Step.AGREED:
        step(connection, to=Step.INTRODUCED, by=by)
    if connection.state not in (Step.INTRODUCED, Step.ATTENDING, Step.SETTLED):
        raise CannotMove  # it was not for them, or they have stopped
    if referral.state == State.CONTACTED:
        move(referral, to=State.ACTIVE, by=by)
    occasion = expect(connection, session)
    telling.introduced(occasion)
    telling.expecting(occasion)
    return occasion


def coming(service: Service) -> list[schedule.Session]:
    """The sessions somebody can be introduced to."""
    return schedule.next_sessions(service, timezone.now(), HOW_FAR_AHEAD)


def _session(service: Service, starts_at: datetime | None) -> schedule.Session:
    found = [one for one in coming(service) if starts_at in (None, one.starts_at)]
    if not found:
        raise NoSession
    return found[0]


def expect(connection: Connection, session: schedule.Session) -> Occasion:
    """Put somebody on the register of one session; twice is once."""
    referral = connection.referral
    occasion, _new = Occasion.objects.get_or_create(
        connection=connection,
        starts_at=session.starts_at,
        defaults={
            "referral": referral,
            "service_id": connection.service_id,
            "register_id": register_of(connection.service_id, session.starts_at),
            "ends_at": session.ends_at or session.starts_at + USUAL_LENGTH,
            "place": str(session.location or ""),
            "known_as": referral.person.short_name,
        },
    )
    Connection.objects.filter(pk=connection.pk, first_offered_at=None).update(first_offered_at=occasion.starts_at)
    owe(referral, Next.SESSION, timezone.localdate(occasion.starts_at))
    return occasion


def register_of(service_id: uuid.UUID, starts_at: datetime) -> uuid.UUID:
    return uuid.uuid5(REGISTERS, f"{service_id} {starts_at.timestamp():.0f}")


@transaction.atomic
def answer(occasion: Occasion, *, said_by: str, answer: str, by: User | None = None) -> Attendance:
    """Somebody says whether they went. Pressed twice it is one answer; a different one stands beside the first."""
    if occasion.starts_at > timezone.now():
        raise TooEarly
    held(occasion.referral)  # two answers at one moment, from one person or two, are taken one after the other
    occasion = Occasion.objects.select_related("connection__service", "referral__referrer").get(pk=occasion.pk)
    latest = occasion.attendances.filter(said_by=said_by).order_by("-said_at").first()
    if latest and latest.answer == answer:
        return latest
    said = Attendance.objects.create(
        occasion=occasion, referral_id=occasion.referral_id, said_by=said_by, answer=answer, by=by
    )
    happened(occasion.referral, kind=Happened.ATTENDANCE, to=answer, why=said_by, by=by, connection=occasion.connection)
    if answer == Answer.WENT:
        _note_going(occasion)
    if answer == Answer.WENT and not Person.objects.filter(pk=occasion.connection.person_id, restricted=True).exists():
        keeping.note_attendance(occasion.service_id, occasion.starts_at)
    _follow(occasion, answer, by)
    return said


def _note_going(occasion: Occasion) -> None:
    """The first and the last time anybody says they went."""
    rows, at = Connection.objects.filter(pk=occasion.connection_id), occasion.starts_at
    rows.filter(Q(first_attended_at=None) | Q(first_attended_at__gt=at)).update(first_attended_at=at)
    rows.filter(Q(last_attended_at=None) | Q(last_attended_at__lt=at)).update(last_attended_at=at)


def _follow(occasion: Occasion, said: str, by: User | None) -> None:
    """What an answer sets going: the connection, the connector's next thing, and word to the worker who asked."""
    connection = occasion.connection
    if said == Answer.WENT and connection.state == Step.INTRODUCED:
        step(connection, to=Step.ATTENDING, by=by)
    if said == Answer.RING:
        owe(occasion.referral, Next.RING_ASKED, timezone.localdate())
    elif occasion.referral.next_step != Next.RING_ASKED:  # who asked to be rung is rung, whatever others say
        owe(occasion.referral, Next.ASK, timezone.localdate())
    telling.word_back(occasion)


def now_ask(occasion: Occasion) -> None:
    """The session is over: what the connector owes next is to ask how it was."""
    if occasion.referral.next_step == Next.SESSION:
        owe(occasion.referral, Next.ASK, timezone.localdate())
