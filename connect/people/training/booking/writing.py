"""What is written about a place at a training, each with a link to its own page: to trainees and trainers."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours, links, messages
from connect.messaging.models import Link
from connect.people.models import Tenant
from connect.people.training.booking.models import Booking
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.states import Place

PURPOSE, TRAINERS = "booking", "training_register"
TO_PRESS, KEPT, REGISTER_KEPT = timedelta(hours=48), timedelta(days=365), timedelta(hours=72)


def ask(booking: Booking, key: uuid.UUID) -> None:
    """The first letter: nothing is theirs before they press in it. The same form sends it once."""
    until = min(timezone.now() + TO_PRESS, booking.session.starts_at)
    _write(booking, "training_ask", f"ask:{key}", until=until, useless_after=until)


def placed(booking: Booking) -> None:
    is_booked = booking.state == Place.BOOKED
    _write(booking, "training_placed", f"placed:{booking.joined_at.isoformat()}:{booking.state}", is_booked=is_booked)


def offered(booking: Booking) -> None:
    cause = f"offered:{booking.times_offered}:{booking.answer_by.isoformat()}"
    _write(booking, "training_offer", cause, useless_after=booking.answer_by, answer_by=booking.answer_by)


def reminder(booking: Booking) -> None:
    ends = hours.evening_of(hours.day_before(booking.session.starts_at))
    _write(booking, "training_reminder", f"reminder:{booking.session.starts_at.isoformat()}", useless_after=ends)


def moved(booking: Booking) -> None:
    session = booking.session
    cause = f"moved:{session.changed_at.isoformat()}"
    _write(booking, "training_moved", cause, useless_after=session.starts_at)


def called_off(booking: Booking) -> None:
    _write(booking, "training_off", "off", useless_after=booking.session.starts_at)


def after(booking: Booking) -> None:
    _write(booking, "training_after", "after")


def refresher(trainee: Trainee) -> None:
    """To whoever was trained, with an account or without; the list of sessions is open to anybody."""
    context = {
        "name": _first(trainee.name),
        "what": str(trainee.session),
        "due_on": trainee.refresher_on,
        "address": settings.SITE_URL.rstrip("/") + reverse("training_coming"),
    }
    with acting_as("reminders"):
        messages.queue(
            recipient_key=trainee.pk,
            cause=f"refresher:{trainee.refresher_on}",
            channel="email",
            to=trainee.email,
            template="training_refresher",
            context=context,
        )


def to_trainer(session: TrainingSession) -> None:
    """A link to the one screen on which they tick who came."""
    link = links.mint(TRAINERS, session.pk, [session.pk], session.ends_at + REGISTER_KEPT)
    with acting_as("reminders"):
        messages.queue(
            recipient_key=session.pk,
            cause=f"trainer:{session.starts_at.isoformat()}",
            channel="email",
            to=session.trainer_email,
            template="training_register",
            context=_about(session) | {"name": _first(session.trainer)},
            link=link,
        )


def _write(
    booking: Booking, template: str, cause: str, *, until: datetime | None = None,
    useless_after: datetime | None = None, **more: object,
) -> None:  # fmt: skip
    session = booking.session
    link = _link(booking, until or session.ends_at + KEPT)
    with acting_as("reminders"):
        messages.queue(
            recipient_key=booking.pk,
            cause=cause,
            channel="email",
            to=booking.email,
            template=template,
            context={**_about(session), "name": _first(booking.name), **more},
            language=booking.language,
            link=link,
            useless_after=useless_after,
        )


def _link(booking: Booking, until: datetime) -> Link:
    return links.mint(PURPOSE, booking.pk, [booking.pk], until, language=booking.language)


def _about(session: TrainingSession) -> dict[str, object]:
    return {
        "what": str(session),
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "place": session.place,
        "online": bool(session.join_url) and not session.place,
        "phone": Tenant.current().phone,
    }


def _first(name: str) -> str:
    return name.split()[0] if name.strip() else ""
