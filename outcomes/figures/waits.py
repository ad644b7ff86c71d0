"""Waits: in days, in working days, and what is told of many of them. Nobody's own wait can be read off it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone

from connect.messaging import hours
from outcomes.disclosure import round5
from outcomes.figures import kaplan_meier
from outcomes.figures.counting import Seen
from outcomes.figures.kaplan_meier import Wait

ENOUGH = 30  # people, for anything finer than a median
STEP = 5  # per cent: a curve of thirty people in single per cents would be a list of them


def days(since: datetime, until: datetime) -> int:
    """From one date to another; the same day is 0."""
    return max(0, (timezone.localdate(until) - timezone.localdate(since)).days)


def working_days(since: datetime, until: datetime, nation: str) -> int:
    """How many working days later: Monday to Friday without the nation's bank holidays; the same day is 0."""
    return _working_days(since.astimezone(hours.LONDON).date(), until.astimezone(hours.LONDON).date(), nation)


@lru_cache(maxsize=20_000)
def _working_days(since: date, until: date, nation: str) -> int:
    return sum(
        hours.is_working_day(date.fromordinal(day), nation)
        for day in range(since.toordinal() + 1, until.toordinal() + 1)
    )


def told(marks: Sequence[int]) -> Callable[[Sequence[Seen]], dict[str, Any]]:
    """What is said of many waits. `marks`: the lengths at which the share who had got there is told."""

    def worked(seen: Sequence[Seen]) -> dict[str, Any]:
        steps = kaplan_meier.curve(Wait(one.value, one.whole) for one in seen)
        many = len(seen) >= ENOUGH
        return {
            "median": kaplan_meier.median(steps),
            "three_quarters": kaplan_meier.reached_by(0.75, steps) if many else None,
            "not_yet": round5(sum(not one.whole for one in seen)),
            "curve": [[mark, _there(mark, steps)] for mark in marks] if many else [],
        }

    return worked


def _there(length: int, steps: Sequence[kaplan_meier.Step]) -> int:
    """The share who had got there after so long, to the nearest 5 per cent."""
    return STEP * round(100 * (1 - kaplan_meier.waiting_at(length, steps)) / STEP)
