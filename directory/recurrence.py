"""On which days something happens: one engine for pages, registers, reminders, the search and calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr
from django.utils import timezone

from connect.messaging import hours
from connect.people.models import Tenant
from directory.states import Frequency
from directory.terms import SchoolTerm

if TYPE_CHECKING:
    from directory.meeting import Schedule

LOOKED_AHEAD = timedelta(days=800)  # what does not happen for two years has closed
COMING = timedelta(days=20)  # today and twenty more: whole weeks, so that a weekly group's days change once a week


class Here:
    """School terms and bank holidays of this place: asked once, and only where a timetable depends on them."""

    @cached_property
    def terms(self) -> list[tuple[date, date]]:
        return list(SchoolTerm.objects.values_list("starts_on", "ends_on"))

    @cached_property
    def nation(self) -> str:
        return Tenant.current().nation

    def suits(self, schedule: Schedule, day: date) -> bool:
        """A day of no term that we know is a day on which nobody can promise that the door is open."""
        if schedule.term_time and not any(first <= day <= last for first, last in self.terms):
            return False
        return not (schedule.not_on_bank_holidays and hours.is_bank_holiday(day, self.nation))


def dates(schedule: Schedule, since: date, *, until: date | None = None, here: Here | None = None) -> Iterator[date]:
    """The days on which it happens, in order, from `since` to `until`, or as far ahead as anybody would plan.

    Days somebody named (also_on, a one-off) count whatever the term; a day called off is off whoever named it.
    """
    here = here or Here()
    until = until or max(since, schedule.dtstart or since) + LOOKED_AHEAD
    last = min(until, schedule.valid_to or until)
    by_rule = (day for day in by_rule_alone(schedule, since, last) if here.suits(schedule, day))
    before = None
    for day in merge(by_rule, [day for day in named(schedule) if since <= day <= last]):
        if day != before and day not in schedule.except_on:
            yield day
        before = day


def coming(schedule: Schedule, *, today: date | None = None, here: Here | None = None) -> list[date]:
    """The days of the next three weeks, which the search keeps beside each listing."""
    today = today or timezone.localdate()
    return list(dates(schedule, today, until=today + COMING, here=here))


def last_day(schedule: Schedule) -> date | None:
    """After this day it never happens again; None where it goes on, or nobody has said when it ends."""
    if schedule.freq != Frequency.ONCE:
        return schedule.valid_to
    days = [day for day in named(schedule) if day not in schedule.except_on]
    return max((day for day in days if not schedule.valid_to or day <= schedule.valid_to), default=schedule.dtstart)


def named(schedule: Schedule) -> list[date]:
    """Days that no rule gives: somebody wrote them down."""
    once = [schedule.dtstart] if schedule.freq == Frequency.ONCE and schedule.dtstart else []
    return sorted({*once, *schedule.also_on})


def rule_text(schedule: Schedule, start: date) -> str:
    """The rule as iCalendar writes it; "" where there is none. `start` gives the day of a month nobody has said."""
    if not _is_known(schedule):
        return ""
    parts = [f"FREQ={schedule.freq}", f"INTERVAL={schedule.interval or 1}"]
    if schedule.byday:
        parts.append(f"BYDAY={_byday(schedule)}")
    elif schedule.freq == Frequency.MONTHLY:
        parts.append(f"BYMONTHDAY={schedule.bymonthday or start.day}")
    return ";".join(parts)


def by_rule_alone(schedule: Schedule, since: date, last: date) -> Iterator[date]:
    """What the rule gives, before anything is called off or added."""
    rule = _rule(schedule, since)
    for moment in rule.xafter(datetime.combine(since, time()), inc=True) if rule else ():
        if moment.date() > last:
            return
        yield moment.date()


def _rule(schedule: Schedule, since: date) -> rrule | None:
    """The rule from its own first day, moved on by whole turns to just before `since`: no walk through twenty years."""
    start = schedule.dtstart or since
    said = rule_text(schedule, start)
    try:
        return rrulestr(said, dtstart=datetime.combine(_moved_on(start, since, schedule), time())) if said else None
    except ValueError:  # a day no calendar has, from some feed: nobody can say when, and no page falls over it
        return None


def _is_known(schedule: Schedule) -> bool:
    """Every other Tuesday, from when? Without a first day nobody can say which."""
    if schedule.freq == Frequency.ONCE or (schedule.interval > 1 and not schedule.dtstart):
        return False
    return bool(schedule.byday or schedule.dtstart or (schedule.freq == Frequency.MONTHLY and schedule.bymonthday))


def _byday(schedule: Schedule) -> str:
    """As the rule takes it: a week has no second Friday."""
    days = [part.strip() for part in schedule.byday.split(",") if part.strip()]
    return ",".join(day[-2:] if schedule.freq == Frequency.WEEKLY else day for day in days)


def _moved_on(start: date, since: date, schedule: Schedule) -> date:
    step = max(schedule.interval, 1)
    if schedule.freq == Frequency.WEEKLY:
        turns = max((since - start).days // (7 * step) - 1, 0)
        return start + timedelta(weeks=turns * step)
    months = (since.year - start.year) * 12 + since.month - start.month
    return start + relativedelta(months=max(months // step - 1, 0) * step)
