"""A place asked for, booked, held in turn, given up. Counted over everybody, so each works as the job that sees all."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, messages
from connect.messaging.models import Link
from connect.people.models import Organisation, User
from connect.people.training.booking import writing
from connect.people.training.booking.models import Booking
from connect.people.training.models import TrainingSession
from connect.people.training.states import HELD, STANDING, OpenTo, Place

HELD_FOR, AT_LEAST, BEFORE_IT = timedelta(hours=48), timedelta(hours=3), timedelta(hours=24)
MOST_UNANSWERED = 2  # a place let go by twice: they have gone elsewhere
MOST_LETTERS, A_DAY = 5, timedelta(days=1)


class NotOpen(Exception):
    """It has begun, was called off, or is not for whoever asks."""


class TooLate(Exception):
    """The place went on to somebody else, or the session is over."""


@transaction.atomic
def ask(
    session: TrainingSession, *, email: str, key: uuid.UUID, employer: str = "", language: str = "en", **said: object
) -> Booking | None:
    """Somebody without an account: a letter to their address, and nothing is held before they press there.

    What comes back is for tests: the page says the same to everybody.
    """
    with acting_as("training"):
        held = _open(session, OpenTo.ANYBODY)
        if _had_enough(email):
            return None
        booking = _row(held, email, language=language, **said, **_works_for(email, employer))
        writing.ask(booking, key)
        return booking


@transaction.atomic
def book(session: TrainingSession, *, by: User, before: int | None = None, **said: object) -> Booking:
    """Somebody with an account: the address is theirs already."""
    body = by.acting.organisation if by.acting else None
    job = by.acting.job if by.acting else ""
    with acting_as("training"):
        held = _open(session, OpenTo.WORKERS)
        booking = _row(held, by.email, user=by, name=by.name, organisation=body, job=job, **said)
        if booking.state not in STANDING:
            Booking.objects.filter(pk=booking.pk).update(before=before or booking.before)
            _enter(booking, held)
        return booking


@transaction.atomic
def prove(booking: Booking, *, before: int | None = None) -> Booking:
    """Whoever pressed in the letter reads that mailbox: the place is theirs, or a turn on the list."""
    with acting_as("training"):
        held = _open(booking.session, OpenTo.ANYBODY)
        found = Booking.objects.select_for_update().get(pk=booking.pk)
        if found.state == Place.ASKED:
            user = User.objects.filter(email=found.email, is_active=True).first()
            Booking.objects.filter(pk=found.pk).update(user=user, before=before or found.before)
            _enter(found, held)
        return found


def _open(session: TrainingSession, door: str) -> TrainingSession:
    """The session, locked: two who press at once do not share its last place."""
    held = TrainingSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    for_others = held.open_to == OpenTo.WORKERS and door != OpenTo.WORKERS
    if not held.is_planned or held.called_off_at or held.has_begun or for_others:
        raise NotOpen
    return held


def _row(session: TrainingSession, email: str, **fields: object) -> Booking:
    """One an address. What stands already stays; what was cancelled, or never proved, is asked for anew."""
    new = {"kept_by_id": session.kept_by_id, **fields}
    booking, is_new = Booking.objects.get_or_create(session=session, email=email.strip().lower(), defaults=new)
    if not is_new and booking.state not in STANDING:
        again = {**fields, "state": Place.ASKED, "made_at": timezone.now(), "cancelled_at": None, "came": None}
        Booking.objects.filter(pk=booking.pk).update(**again)
        booking.refresh_from_db()
    return booking


def _works_for(email: str, employer: str) -> dict[str, object]:
    """An organisation that has this domain; otherwise what they wrote, as words and no more."""
    domain = email.rpartition("@")[2].lower()
    found = Organisation.objects.filter(email_domains__contains=[domain]).order_by("name").first()
    return {"organisation": found, "employer": "" if found else employer}


def _had_enough(email: str) -> bool:
    """Nobody fills somebody else's mailbox from our page."""
    since = timezone.now() - A_DAY
    mine = list(Booking.objects.filter(email=email.strip().lower()).values_list("pk", flat=True))
    return Link.objects.filter(purpose=writing.PURPOSE, subject__in=mine, created_at__gt=since).count() >= MOST_LETTERS


def _enter(booking: Booking, session: TrainingSession) -> None:
    """A place, if one is free and nobody waits for it; otherwise the end of the list."""
    is_free = left(session) > 0 and not session.bookings.in_turn().exists()
    state = Place.BOOKED if is_free else Place.WAITING
    now = {"state": state, "joined_at": timezone.now(), "times_offered": 0, "answer_by": None, "reminded_at": None}
    Booking.objects.filter(pk=booking.pk).update(**now)
    booking.refresh_from_db()
    writing.placed(booking)


def left(session: TrainingSession) -> int:
    return max(0, (session.places or 0) - session.bookings.holding().count())


@transaction.atomic
def cancel(booking: Booking) -> None:
    """Given up; what waited to be sent is called off, and the place goes on to whoever is next."""
    with acting_as("training"):
        session = TrainingSession.objects.select_for_update(of=("self",)).get(pk=booking.session_id)
        rows = Booking.objects.filter(pk=booking.pk, state__in=[*STANDING, Place.ASKED], came=None)
        if rows.update(state=Place.CANCELLED, cancelled_at=timezone.now(), answer_by=None):
            messages.cancel(recipient_key=booking.pk)
            offer_next(session)


@transaction.atomic
def take_offer(booking: Booking) -> None:
    """Their yes to a place that is held. Raises TooLate once it has gone on."""
    with acting_as("training"):
        TrainingSession.objects.select_for_update(of=("self",)).get(pk=booking.session_id)
        held = Booking.objects.filter(pk=booking.pk, state=Place.OFFERED)
        if not held.update(state=Place.BOOKED, answer_by=None):
            raise TooLate
        booking.refresh_from_db()
        writing.placed(booking)


def offer_next(session: TrainingSession) -> int:
    """As many places as are free, each to whoever is next for it. Called under the session's lock, as the job."""
    now, made = timezone.now(), 0
    if session.called_off_at or session.starts_at is None or session.starts_at - now < AT_LEAST:
        return 0
    for booking in list(session.bookings.in_turn()[: left(session)]):
        until = answer_by(session, now)
        Booking.objects.filter(pk=booking.pk).update(state=Place.OFFERED, answer_by=until)
        booking.refresh_from_db()
        writing.offered(booking)
        made += 1
    return made


def answer_by(session: TrainingSession, now: datetime) -> datetime:
    """Two days, or less when it is near; never less than three hours of the day, never after it has begun."""
    heard = hours.next_allowed(now) if settings.QUIET_HOURS else now
    until = max(heard + AT_LEAST, min(now + HELD_FOR, session.starts_at - BEFORE_IT))
    return min(until, session.starts_at)


@transaction.atomic
def pass_on(booking: Booking) -> bool:
    """Nobody answered in time. They go behind those who were never asked; twice unanswered, they are off the list."""
    session = TrainingSession.objects.select_for_update(of=("self",)).get(pk=booking.session_id)
    found = Booking.objects.filter(pk=booking.pk, state=Place.OFFERED, answer_by__lte=timezone.now()).first()
    if found is None:
        return False
    times = found.times_offered + 1
    gone = times >= MOST_UNANSWERED
    now = {"state": Place.CANCELLED if gone else Place.WAITING, "cancelled_at": timezone.now() if gone else None}
    Booking.objects.filter(pk=found.pk).update(times_offered=times, answer_by=None, **now)
    offer_next(session)
    return True


@transaction.atomic
def feel(booking: Booking, *, sure: int) -> None:
    """How sure somebody feels: before it begins, or after they were there. Either may be said anew."""
    with acting_as("training"):
        found = Booking.objects.select_related("session").get(pk=booking.pk)
        column = "after" if found.came else "before"
        if column == "before" and found.session.has_begun:
            raise TooLate
        Booking.objects.filter(pk=found.pk).update(**{column: sure})


def counted(sessions: Iterable[TrainingSession]) -> list[TrainingSession]:
    """Each with how many of its places are taken and how many wait: numbers, for whoever may not see who."""
    found = list(sessions)
    taken = Count("pk", filter=Q(state__in=HELD))
    waiting = Count("pk", filter=Q(state=Place.WAITING))
    with acting_as("training"):
        rows = Booking.objects.filter(session__in=found).order_by().values("session")
        known = {row["session"]: row for row in rows.annotate(taken=taken, waiting=waiting)}
    for one in found:
        row = known.get(one.pk, {"taken": 0, "waiting": 0})
        one.taken, one.waiting = row["taken"], row["waiting"]
        one.left = max(0, (one.places or 0) - one.taken) if not one.waiting else 0
    return found


def number_in_line(booking: Booking) -> int:
    with acting_as("training"):
        waiting = list(Booking.objects.filter(session=booking.session_id).in_turn().values_list("pk", flat=True))
    return waiting.index(booking.pk) + 1 if booking.pk in waiting else 0
