"""What whoever keeps a session does with it: plan it, change it, call it off, and write down who came."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import messages
from connect.people.models import Organisation, User
from connect.people.training import kinds
from connect.people.training.actions import ChangedMeanwhile
from connect.people.training.booking import actions, writing
from connect.people.training.booking.models import Booking
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.pasting import Row
from connect.people.training.states import Place

TOLD = ("starts_at", "ends_at", "place", "join_url")  # whoever has a place hears when one of these changes


class TooFewPlaces(Exception):
    """More people have a place than there would be places."""


@transaction.atomic
def plan(*, by: User, made: Mapping[str, object], **fields: object) -> TrainingSession:
    """A session to come, with places."""
    day = timezone.localdate(fields["starts_at"])
    return TrainingSession.objects.create(made_by=by, kept_by=by.acting.organisation, held_on=day, **fields, **made)


@transaction.atomic
def change(session: TrainingSession, *, seen: str, **fields: object) -> TrainingSession:
    """Whoever has a place is told of another hour or place; places that are new go to whoever waits."""
    with acting_as("training"):
        held = _as_seen(session, seen)
        if held.bookings.holding().count() > fields["places"]:
            raise TooFewPlaces
        is_news = any(getattr(held, name) != fields[name] for name in TOLD if name in fields)
        for name, value in fields.items():
            setattr(held, name, value)
        held.held_on = timezone.localdate(held.starts_at)
        held.trainer_told_at = None if is_news else held.trainer_told_at
        held.save()
        if is_news:
            _tell_of_change(held)
        actions.offer_next(held)
    return held


def _tell_of_change(session: TrainingSession) -> None:
    session.bookings.standing().update(reminded_at=None)
    for booking in session.bookings.standing().select_related("session"):
        writing.moved(booking)


@transaction.atomic
def call_off(session: TrainingSession) -> int:
    """It does not take place: everybody who has a place or waits for one is told. Twice is once."""
    with acting_as("training"):
        held = TrainingSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
        if held.called_off_at or held.taken_at:
            return 0
        TrainingSession.objects.filter(pk=held.pk).update(called_off_at=timezone.now())
        rows = list(held.bookings.standing().select_related("session"))
        for booking in rows:
            messages.cancel(recipient_key=booking.pk)
            writing.called_off(booking)
        messages.cancel(recipient_key=held.pk)
    return len(rows)


@transaction.atomic
def take(
    session: TrainingSession, *, came: Iterable[str], more: Iterable[Row], seen: str, by: User | None
) -> TrainingSession:
    """Who came, into the register; by the trainer's link, or by a colleague. May be done anew and puts right.

    Whoever came without a place is written down like the rest, and hears from us like the rest.
    """
    with acting_as("training"):
        held = _as_seen(session, seen)
        came = {str(key) for key in came} | {str(key) for key in _walked_in(held, list(more))}
        rows = list(held.bookings.standing().select_related("organisation"))
        there = {row.pk: str(row.pk) in came for row in rows}
        expected = [row for row in rows if there[row.pk] or row.state == Place.BOOKED]
        _write_down(held, expected, there)
        for answer in (True, False):
            keys = [row.pk for row in expected if there[row.pk] is answer]
            Booking.objects.filter(pk__in=keys).update(came=answer)
        held.taken_at, held.taken_by = timezone.now(), by
        held.save(update_fields=["taken_at", "taken_by", "changed_at"])
    return held


def _as_seen(session: TrainingSession, seen: str) -> TrainingSession:
    held = TrainingSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if held.changed_at.isoformat() != seen:
        raise ChangedMeanwhile
    return held


def _write_down(session: TrainingSession, rows: Iterable[Booking], there: Mapping[object, bool]) -> None:
    """One line an address; a second time only changes whether they came, and never the number of a certificate."""
    due = kinds.refresher_after(session.kind, session.held_on)
    ward = session.area if session.area and session.area.kind == "ward" else None
    lines = [
        Trainee(
            session=session, kept_by_id=session.kept_by_id, user_id=row.user_id, name=row.name, email=row.email,
            organisation=row.organisation, employer=row.employer, job=row.job, ward=ward,
            attended=there[row.pk], refresher_on=due if there[row.pk] else None,
        )
        for row in rows
    ]  # fmt: skip
    Trainee.objects.bulk_create(
        lines, update_conflicts=True, unique_fields=["session", "email"], update_fields=["attended", "refresher_on"]
    )


def _walked_in(session: TrainingSession, people: list[Row]) -> list[object]:
    """Whoever came without having booked has a place after all; who booked and was typed again is the same person."""
    keys = []
    known = {one.email: one for one in User.objects.filter(email__in=[row.email for row in people])}
    listed = {one.name.lower(): one for one in Organisation.objects.all()} if people else {}
    for row in people:
        body = listed.get(row.employer.lower())
        new = {
            "kept_by_id": session.kept_by_id, "user": known.get(row.email), "name": row.name, "job": row.job,
            "organisation": body, "employer": "" if body else row.employer, "joined_at": timezone.now(),
        }  # fmt: skip
        booking, _new = Booking.objects.get_or_create(session=session, email=row.email, defaults=new)
        Booking.objects.filter(pk=booking.pk).update(state=Place.BOOKED)
        keys.append(booking.pk)
    return keys
