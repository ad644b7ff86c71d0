"""Calendar months by the clock on the wall in London, and the day on which a closed month is frozen."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone

from connect.messaging import hours

WORKING_DAYS = 10
MIDNIGHT = time(0)


def month_of(moment: datetime) -> date:
    return timezone.localdate(moment).replace(day=1)


def next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


@lru_cache(maxsize=1000)
def bounds(month: date) -> tuple[datetime, datetime]:
    """The moments at which the month begins and the next one does."""
    return hours.at(month, MIDNIGHT), hours.at(next_month(month), MIDNIGHT)


def frozen_on(month: date, nation: str) -> date:
    """Ten working days after the month's last day, when late answers have come in."""
    return hours.add_working_days(next_month(month) - timedelta(days=1), WORKING_DAYS, nation)


def is_due(month: date, nation: str, now: datetime) -> bool:
    return now >= hours.at(frozen_on(month, nation), MIDNIGHT)


def due_months(first: date, nation: str, now: datetime) -> Iterator[date]:
    """Every month from the first on whose day of freezing has come."""
    while is_due(first, nation, now):
        yield first
        first = next_month(first)
