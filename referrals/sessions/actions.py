"""Who is expected at which session, and who waits for a place: every write around a register."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory import schedule
from directory.keeping import asking
from directory.models import Service
from directory.schedule import Session
from referrals.actions import CannotMove, ReferralError, held, owe
from referrals.belonging import Connection, Occasion
from referrals.sessions import places, writing
from referrals.sessions.models import Offer, SessionOff, Wait
from referrals.sessions.states import OF_THE_GROUP, CalledOff, Ended, Said
from referrals.states import Next, Step

REGISTERS = uuid.UUID("6f2f4f0e-6d0a-4d3c-9d6e-0b8a3c1f7e55")  # namespace: one register for each group and start
USUAL_LENGTH = timedelta(hours=2)  # where a listing says when it begins and not when it ends
MAY_WAIT = (Step.AGREED, Step.INTRODUCED)
UNTIL_LOOKED_AT = timedelta(days=14)  # somebody who waits is thought of again by then, whatever the list does


class AnsweredAlready(ReferralError):
    """Somebody has said something else about this place, or its day is over."""


class IsOff(ReferralError):
    """The group has called that session off."""


def expect(connection: Connection, session: Session) -> Occasion:
    """Put somebody on the register of one session; twice is once. Who was called off that day is expected again."""
    referral = connection.referral
    if session.starts_at in places.off(connection.service):
        raise IsOff
    planned = session.starts_at if _is_planned(connection.service, session.starts_at) else None
    occasion, _new = Occasion.objects.get_or_create(
        connection=connection, starts_at=session.starts_at, defaults=register_row(connection, session, planned)
    )
    if occasion.called_off_at:
        Occasion.objects.filter(pk=occasion.pk).update(called_off_at=None, called_off_why="", called_off_by=None)
        occasion.refresh_from_db()
    Connection.objects.filter(pk=connection.pk, first_offered_at=None).update(first_offered_at=occasion.starts_at)
    owe(referral, Next.SESSION, timezone.localdate(occasion.starts_at))
    return occasion


def register_row(connection: Connection, session: Session, planned_at: datetime | None) -> dict[str, object]:
    """The columns of an occasion, besides whose it is and when it starts."""
    return {
        "referral": connection.referral,
        "service_id": connection.service_id,
        "register_id": register_of(connection.service_id, session.starts_at),
        "ends_at": session.ends_at or session.starts_at + USUAL_LENGTH,
        "place": str(session.location or ""),
        "known_as": connection.referral.person.short_name,
        "planned_at": planned_at,
    }


def _is_planned(service: Service, starts_at: datetime) -> bool:
    """Whether its timetable says so; a day agreed by hand is moved by nobody else."""
    found = schedule.next_session(service, starts_at - timedelta(seconds=1))
    return found is not None and found.starts_at == starts_at


def register_of(service_id: uuid.UUID, starts_at: datetime) -> uuid.UUID:
    return uuid.uuid5(REGISTERS, f"{service_id} {starts_at.timestamp():.0f}")


@transaction.atomic
def call_off(occasion: Occasion, *, why: str, by: User | None = None) -> bool:
    """They are not expected that day. What waited to be said of it is not said; those it matters to hear of it."""
    mine = Occasion.objects.filter(pk=occasion.pk, called_off_at=None)
    if why != CalledOff.ORGANISER:  # a group may say afterwards that it did not meet
        mine = mine.filter(starts_at__gt=timezone.now())
    if not mine.update(called_off_at=timezone.now(), called_off_why=why, called_off_by=by):
        return False
    writing.unsay(occasion)
    told = why != CalledOff.PERSON and why != CalledOff.FULL and writing.called_off(occasion)
    if why == CalledOff.PERSON:
        writing.not_coming(occasion)
    _owe_next(occasion, why, told)
    return True


def _owe_next(occasion: Occasion, why: str, told: bool) -> None:
    """What they were promised next: the session after, or a call from somebody who knows that this one is off."""
    referral, now = held(occasion.referral), timezone.now()
    if referral.next_step == Next.RING_ASKED or occasion.starts_at <= now:
        return
    after = referral.occasions.filter(called_off_at=None, starts_at__gt=now).order_by("starts_at").first()
    if why in (*OF_THE_GROUP, CalledOff.CONNECTOR) and not told:
        owe(referral, Next.RING, timezone.localdate())
    elif referral.next_step == Next.SESSION and after:
        owe(referral, Next.SESSION, timezone.localdate(after.starts_at))
    elif referral.next_step == Next.SESSION:
        owe(referral, Next.RING, timezone.localdate(now + timedelta(days=1)))


def call_off_session(
    service: Service, *, register_id: uuid.UUID, starts_at: datetime, words: str = "", by: User | None = None
) -> SessionOff:
    """The group does not meet that once. The sweep tells everybody who was expected, whoever looks after them."""
    said = {"service": service, "starts_at": starts_at, "words": words[:200], "by": by}
    return SessionOff.objects.get_or_create(pk=register_id, defaults=said)[0]


@transaction.atomic
def wait_for(connection: Connection, *, by: User | None) -> Wait:
    """There is no place: they join the list, behind whoever joined before. Twice is once, at the first moment."""
    referral = held(connection.referral)
    waits = Wait.objects.filter(connection=connection, ended_at=None).first()
    if waits:
        return waits
    if connection.state not in MAY_WAIT:
        raise CannotMove
    _is_full(connection.service, by)
    waits = Wait.objects.create(
        connection=connection, referral=referral, service_id=connection.service_id, joined_by=by
    )
    for occasion in connection.occasions.filter(called_off_at=None, starts_at__gt=timezone.now()):
        call_off(occasion, why=CalledOff.FULL, by=by)
    writing.joined(waits, places.ahead_of(waits) + 1)
    if referral.next_step != Next.RING_ASKED:
        owe(referral, Next.REVIEW, timezone.localdate(timezone.now() + UNTIL_LOOKED_AT))
    return waits


def _is_full(service: Service, by: User | None) -> None:
    """From now on the listing says so, unless it does already: what nobody said is free is offered to nobody."""
    if places.said_of(service) != 0:
        asking.say_room(service, schedule=None, available=0, said_by_name=service.contact_name, by=by)


@transaction.atomic
def leave(waits: Wait, *, by: User | None = None, became: str = Ended.LEFT) -> bool:
    """They do not wait any more; a place that was held for them goes to the next."""
    now = timezone.now()
    if not Wait.objects.filter(pk=waits.pk, ended_at=None).update(ended_at=now, became=became):
        return False
    Offer.objects.filter(wait=waits, said="").update(said=Said.GONE, said_at=now, by=by)
    return True


@transaction.atomic
def still_wants(waits: Wait, *, by: User) -> None:
    """Somebody has spoken with them: their turn is theirs again."""
    Wait.objects.filter(pk=waits.pk, ended_at=None).update(unanswered=0, rests_since=None)


@transaction.atomic
def say(offer: Offer, *, said: str, said_by: str, by: User | None = None) -> Offer:
    """Yes, not yet, or no. Pressed twice it is one answer; nobody takes it back for them. A yes is followed at once
    by `placing.place`, or at the next pulse where the person pressed it themselves."""
    now = timezone.now()
    answered = {"said": said, "said_by": said_by, "said_at": now, "by": by}
    if not Offer.objects.filter(pk=offer.pk, said="", answer_by__gt=now).update(**answered):
        offer.refresh_from_db()
        if offer.said == said:
            return offer
        raise AnsweredAlready
    offer.refresh_from_db()
    writing.unsay_offer(offer)
    Wait.objects.filter(pk=offer.wait_id).update(unanswered=0, rests_since=None)
    if said == Said.NO:
        leave(offer.wait, by=by)
    _owe_after(offer, said)
    return offer


def _owe_after(offer: Offer, said: str) -> None:
    referral, today = held(offer.referral), timezone.localdate()
    if referral.next_step == Next.RING_ASKED:
        return
    if said == Said.KEEP:
        owe(referral, Next.REVIEW, today + UNTIL_LOOKED_AT)
    elif said == Said.NO:
        owe(referral, Next.RING, today)  # what would they rather?
