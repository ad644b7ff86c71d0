"""From a group that might suit somebody to being expected there: every write in a connection's life."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory import schedule
from directory.models import Service
from referrals import telling
from referrals.accompanying import arranging
from referrals.actions import CannotMove, ReferralError, SomebodyWasFaster, happened, held, move
from referrals.belonging import Connection, Occasion
from referrals.following import actions as following
from referrals.introductions import sharing, writing
from referrals.introductions.models import Introduction
from referrals.life import clocks
from referrals.models import Happened, Referral
from referrals.sessions import actions as sessions
from referrals.sessions import places
from referrals.states import State, Step

HOW_FAR_AHEAD = 4


class NoSession(ReferralError):
    """The listing says no day on which it meets."""


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
    following.after_step(connection, was=was, by=by)
    return connection


def _stamps(to: str) -> dict[str, object]:
    """When it was agreed, made and ended: the dates that reports count from."""
    now = timezone.now()
    at = {Step.AGREED: {"agreed_at": now}, Step.INTRODUCED: {"introduced_at": now}}.get(Step(to), {})
    ended = to in (Step.NOT_FOR_THEM, Step.STOPPED, Step.DID_NOT_START)
    return at | {"ended_at": now if ended else None} | ({} if ended else {"ended_why": ""})


@transaction.atomic
def introduce(
    referral: Referral,
    *,
    service: Service,
    by: User,
    made: Mapping[str, object],
    starts_at: datetime | None = None,
    shared: sharing.Shared = sharing.NOTHING,
) -> Occasion:
    """They said yes to this group: it expects them at that session (or the next), and all are told.

    `shared` is what they agreed that the group hears besides a first name and initial; that yes is written down too.
    """
    referral = held(referral)
    if referral.state not in (State.CONTACTED, State.ACTIVE):
        raise CannotMove  # nobody is introduced who has not been spoken to
    session = session_at(service, starts_at)
    connection = suggest(referral, service=service, by=by, made=made)
    if connection.state == Step.SUGGESTED:
        step(connection, to=Step.AGREED, by=by)
    if connection.state == Step.AGREED:
        step(connection, to=Step.INTRODUCED, by=by)
    if connection.state not in (Step.INTRODUCED, Step.ATTENDING, Step.SETTLED):
        raise CannotMove  # it was not for them, or they have stopped
    if referral.state == State.CONTACTED:
        move(referral, to=State.ACTIVE, by=by)
    occasion = sessions.expect(connection, session)
    telling.introduced(occasion)
    occasion.referral = referral
    consent = sharing.agreed(referral, service, shared, by=by)
    tell(put_down(occasion, by=by, shared=list(shared.parts), consent=consent, **sharing.told(referral.person, shared)))
    arranging.begin(occasion, by=by)
    return occasion


def put_down(occasion: Occasion, *, by: User, **told: object) -> Introduction:
    """The row that the organiser answers; the same person for the same session twice is one introduction."""
    team, starts_on = occasion.referral.team, timezone.localdate(occasion.starts_at)
    day_before = starts_on - timedelta(days=1)
    answer_by = min(clocks.in_days(team, team.scheme.decide_days), day_before)
    tell_on = min(clocks.in_days(team, team.scheme.decide_days + 1), day_before)
    made = {"answer_by": answer_by, "tell_on": max(tell_on, timezone.localdate()), "made_by": by, **told}
    made |= {"referral_id": occasion.referral_id, "connection_id": occasion.connection_id}
    row, _new = Introduction.objects.get_or_create(occasion=occasion, defaults=made)
    return row


def tell(row: Introduction) -> None:
    """The organiser hears that somebody is coming, where somebody may be told and there is an address."""
    if writing.expecting(row):
        Introduction.objects.filter(pk=row.pk, told_at=None).update(told_at=timezone.now())


def coming(service: Service) -> list[schedule.Session]:
    """The sessions somebody can be introduced to."""
    found, off = schedule.next_sessions(service, timezone.now(), HOW_FAR_AHEAD), places.off(service)
    return [one for one in found if one.starts_at not in off]


def session_at(service: Service, starts_at: datetime | None) -> schedule.Session:
    """That one of the next, or the very next. Raises NoSession where the listing says no such day."""
    found = [one for one in coming(service) if starts_at in (None, one.starts_at)]
    if not found:
        raise NoSession
    return found[0]
