"""What is due around a session: a reminder the day before, and the question afterwards. Swept, never scheduled."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from connect.messaging import hours
from connect.one_by_one import one_by_one
from referrals import telling
from referrals.belonging import Occasion
from referrals.going import actions as going

FROM = time(10)
AFTER_THE_END = timedelta(hours=1)
TOO_OLD_TO_ASK = timedelta(days=4)
FULL = ("referral__person", "referral__connector", "referral__team", "service", "connection")


def remind_of_tomorrow() -> int:
    """Queue the reminders whose hour has come: by the wall clock the day before, whatever the night did to it."""
    now = timezone.now()
    coming = Occasion.objects.filter(reminded_at=None, starts_at__gt=now, starts_at__lte=now + timedelta(hours=40))
    hour = FROM if settings.QUIET_HOURS else time(0)
    due = [pk for pk, at in _expected(coming) if hours.day_before(at, hour) <= now]
    return one_by_one(due, lambda pk: _once(pk, "reminded_at", telling.remind), "occasion")


def ask_who_went() -> int:
    """Queue "did you go?" for sessions that are over, to each person, and to each organiser once a session."""
    now = timezone.now()
    over = Occasion.objects.filter(asked_at=None, ends_at__lte=now - AFTER_THE_END, ends_at__gt=now - TOO_OLD_TO_ASK)
    due = [pk for pk, _at in _expected(over)]
    return one_by_one(due, lambda pk: _once(pk, "asked_at", _ask), "occasion")


def _expected(occasions: QuerySet[Occasion]) -> QuerySet[Occasion, tuple[UUID, datetime]]:
    return occasions.filter(called_off_at=None).order_by("starts_at", "pk").values_list("pk", "starts_at")


def _once(pk: UUID, column: str, do: Callable[[Occasion], None]) -> bool:
    """Whether it was ours to do; the column says that it is done, in the same transaction."""
    occasion = _claimed(pk, column)
    if occasion:
        do(occasion)
    return occasion is not None


def _claimed(pk: UUID, column: str) -> Occasion | None:
    """The row, if no other sweep holds it or has done it; an answer may still be written meanwhile."""
    rows = Occasion.objects.select_for_update(skip_locked=True, of=("self",), no_key=True).select_related(*FULL)
    rows = rows.prefetch_related("referral__consents")  # whether they may be written to is asked of these five times
    occasion = rows.filter(pk=pk, **{column: None}).first()
    if occasion:
        Occasion.objects.filter(pk=pk).update(**{column: timezone.now()})
    return occasion


def _ask(occasion: Occasion) -> None:
    telling.ask_the_person(occasion)
    register = Occasion.objects.of_register(occasion.register_id)
    if not register.exclude(pk=occasion.pk).exclude(asked_at=None).exists():  # once a session, not once a person
        telling.ask_the_organiser(list(register.select_related(*FULL).prefetch_related("referral__consents")))
    going.now_ask(occasion)
