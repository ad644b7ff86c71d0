"""Time that jumps from one thing to the next: whoever waits says until when, and goes on in that order.

The machine's own clock is moved, so that `timezone.now()` answers alike in actions, defaults of models and forms.
The database's clock is not: what PostgreSQL writes by itself (`pgh_created_at` of each history row) is the real moment,
and the few policies that ask `now()` (drafts, uploads) mean the real one too. Nothing that reports count is written so.
"""

import heapq
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count

import time_machine
from django.utils import timezone

from connect.messaging import hours
from outcomes.simulation.chance import Dice

Story = Iterator[datetime]  # yields the moment at which it goes on
OPENS, SHUTS = time(9), time(17)


class Clock:
    """What is to come, the soonest first; what was said first goes first, if two are due at one moment."""

    def __init__(self, begins: datetime) -> None:
        self.now, self.numbers, self.due = begins, count(), []

    def begin(self, story: Story, at: datetime) -> None:
        heapq.heappush(self.due, (at, next(self.numbers), story))

    def run(self, until: datetime) -> None:
        """Everything up to that moment; what would come later is left."""
        with at(self.now) as traveller:
            while self.due and self.due[0][0] <= until:
                when, _number, story = heapq.heappop(self.due)
                self.now = max(when, self.now)
                traveller.move_to(self.now)
                if (goes_on := next(story, None)) is not None:
                    self.begin(story, max(goes_on, self.now))
        self.now = until


def at(moment: datetime) -> time_machine.travel:
    """For so long it is that moment."""
    return time_machine.travel(moment, tick=False)


def midnight(day: date) -> datetime:
    return hours.at(day, time())


def in_office(dice: Dice, nation: str, days: tuple[int, int]) -> datetime:
    """A moment of a working day, so many working days from now; today only while the office is still open."""
    now = timezone.localtime()
    number = dice.randint(*days)
    day = hours.add_working_days(now.date(), number, nation)
    earliest = max(now.time(), OPENS) if day == now.date() else OPENS
    if earliest >= SHUTS:
        day, earliest = hours.add_working_days(now.date(), max(1, number), nation), OPENS
    return _between(dice, day, earliest, SHUTS)


def at_home(dice: Dice, days: tuple[int, int]) -> datetime:
    """A moment at which somebody might answer a message, so many days from now."""
    now = timezone.localtime()
    day = now.date() + timedelta(days=dice.randint(*days))
    earliest = max(now.time(), OPENS) if day == now.date() else OPENS
    if earliest >= time(21):
        day, earliest = day + timedelta(days=1), OPENS
    return _between(dice, day, earliest, time(21, 30))


def _between(dice: Dice, day: date, first: time, last: time) -> datetime:
    begins, ends = hours.at(day, first), hours.at(day, last)
    return begins + timedelta(seconds=dice.randint(1, max(1, int((ends - begins).total_seconds()))))
