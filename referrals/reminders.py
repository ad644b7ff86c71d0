"""What is due around a session: a reminder the day before, and the question afterwards. Swept, never scheduled."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from connect.messaging import hours
from referrals import introducing, telling
from referrals.belonging import Occasion

FROM = time(10)
AFTER_THE_END = timedelta(hours=1)
TOO_OLD_TO_ASK = timedelta(days=4)
FULL = ("referral__person", "referral__connector", "referral__team", "service", "connection")


@transaction.atomic
def remind_of_tomorrow() -> int:
    """Queue the reminders whose hour has come: by the wall clock the day before, whatever the night did to it."""
    now = timezone.now()
    coming = _waiting(reminded_at=None, starts_at__gt=now, starts_at__lte=now + timedelta(hours=40))
    due = [one for one in coming if hours.day_before(one.starts_at, FROM if settings.QUIET_HOURS else time(0)) <= now]
    for occasion in _claimed(due, "reminded_at", now):
        telling.remind(occasion)
    return len(due)


@transaction.atomic
def ask_who_went() -> int:
    """Queue "did you go?" for sessions that are over, to each person, and to each organiser once a session."""
    now = timezone.now()
    over = _waiting(asked_at=None, ends_at__lte=now - AFTER_THE_END, ends_at__gt=now - TOO_OLD_TO_ASK)
    claimed = _claimed(list(over), "asked_at", now)
    for occasion in claimed:
        telling.ask_the_person(occasion)
        introducing.now_ask(occasion)
    for register_id in {one.register_id for one in claimed}:
        telling.ask_the_organiser(list(Occasion.objects.of_register(register_id).select_related(*FULL)))
    return len(claimed)


def _waiting(**conditions: object) -> Iterable[Occasion]:
    """Rows no other sweep holds. Referrals are locked with nothing: a page must not wait for a text."""
    rows = Occasion.objects.select_for_update(skip_locked=True, of=("self",)).select_related(*FULL)
    return rows.filter(called_off_at=None, **conditions).order_by("starts_at", "pk")


def _claimed(due: list[Occasion], column: str, now: datetime) -> list[Occasion]:
    Occasion.objects.filter(pk__in=[one.pk for one in due]).update(**{column: now})
    return due
