"""What is due about places and refreshers: swept, never scheduled. Each row in a transaction of its own, as the job."""

from collections.abc import Callable
from datetime import time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.one_by_one import one_by_one
from connect.people.models import Membership
from connect.people.training.booking import actions, writing
from connect.people.training.booking.models import Booking
from connect.people.training.models import Trainee, TrainingSession
from connect.people.training.states import Place

FROM = time(10)
LOOKED_AHEAD = timedelta(hours=40)
TOO_OLD_TO_ASK = timedelta(days=14)
REFRESHER_BEFORE, REFRESHER_UNTIL = timedelta(days=42), timedelta(days=30)
UNPROVED_FOR, HELPS_KEPT = timedelta(days=2), timedelta(days=7)
AT_ONCE = 500


def sweep() -> int:
    """Everything that is due now; returns how much was done."""
    parts = (pass_places_on, remind, tell_trainers, ask_after, tell_of_refreshers, forget)
    return sum(part() for part in parts)


def pass_places_on() -> int:
    """Places that were held and went by unanswered."""
    due = Booking.objects.filter(state=Place.OFFERED, answer_by__lte=timezone.now())
    return _each(_keys(due), lambda key: actions.pass_on(Booking.objects.get(pk=key)), "held place")


def remind() -> int:
    """The day before at ten, to whoever has a place."""
    due = Booking.objects.filter(state=Place.BOOKED, reminded_at=None, session__called_off_at=None)
    due = due.filter(**_tomorrow("session__starts_at"))
    with acting_as("training"):
        keys = [one.pk for one in due.select_related("session") if _hour_has_come(one.session)]
    return _each(keys, lambda key: _once(Booking, key, "reminded_at", writing.reminder), "booking")


def tell_trainers() -> int:
    """The day before at ten: the link to the screen on which they tick who came."""
    due = TrainingSession.objects.filter(trainer_told_at=None, called_off_at=None, places__isnull=False)
    due = due.exclude(trainer_email="").filter(**_tomorrow("starts_at"))
    keys = [one.pk for one in due if _hour_has_come(one)]
    return _each(keys, lambda key: _once(TrainingSession, key, "trainer_told_at", writing.to_trainer), "training")


def ask_after() -> int:
    """Once it is written down who came: how sure they feel now, and their certificate."""
    due = Booking.objects.filter(came=True, after_asked_at=None, session__ends_at__gt=timezone.now() - TOO_OLD_TO_ASK)
    return _each(_keys(due), lambda key: _once(Booking, key, "after_asked_at", writing.after), "booking")


def tell_of_refreshers() -> int:
    """Six weeks before a refresher is due, once; not to somebody who works here no longer."""
    today = timezone.localdate()
    with acting_as("training"):
        due = Trainee.objects.due_again_by(today + REFRESHER_BEFORE)
        due = due.filter(refresher_told_on=None, refresher_on__gte=today - REFRESHER_UNTIL)
        here = Membership.objects.current().values("user")
        keys = list(due.filter(Q(user=None) | Q(user__in=here)).values_list("pk", flat=True)[:AT_ONCE])
    return _each(keys, _refresher, "trainee")


def _refresher(key: UUID) -> bool:
    trainee = Trainee.objects.select_for_update(skip_locked=True, of=("self",)).select_related("session")
    found = trainee.filter(pk=key, refresher_told_on=None).first()
    if found is None:
        return False
    Trainee.objects.filter(pk=key).update(refresher_told_on=timezone.localdate())
    writing.refresher(found)
    return True


def forget() -> int:
    """Who never pressed in the letter is forgotten; what would have helped somebody is, a week afterwards."""
    now = timezone.now()
    with acting_as("training"):
        unproved = Booking.objects.filter(state=Place.ASKED, made_at__lt=now - UNPROVED_FOR).delete()[0]
        over = Booking.objects.filter(session__ends_at__lt=now - HELPS_KEPT).exclude(helps=[])
        return unproved + over.update(helps=[])


def _keys(rows: object) -> list[UUID]:
    with acting_as("training"):
        return list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def _each(keys: list[UUID], do: Callable[[UUID], object], what: str) -> int:
    return one_by_one(keys, do, what, job="training")


def _once(model: type, key: UUID, column: str, do: Callable[[object], None]) -> bool:
    """Whether it was ours to do; the column says that it is done, in the same transaction."""
    rows = model.objects.select_for_update(skip_locked=True, of=("self",))
    found = (rows.select_related("session") if model is Booking else rows).filter(pk=key, **{column: None}).first()
    if found is None:
        return False
    model.objects.filter(pk=key).update(**{column: timezone.now()})
    do(found)
    return True


def _tomorrow(column: str) -> dict[str, object]:
    now = timezone.now()
    return {f"{column}__gt": now, f"{column}__lte": now + LOOKED_AHEAD}


def _hour_has_come(session: TrainingSession) -> bool:
    return hours.day_before(session.starts_at, FROM if settings.QUIET_HOURS else time(0)) <= timezone.now()
