"""When something does not happen, or happens besides: the exceptions of a timetable in words."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from connect.templatetags import look
from directory.models import Schedule
from directory.schedule import join, timetable
from directory.states import Frequency

AHEAD = timedelta(days=365)
LONG = 3  # so many days one after the other are said by the first and the last


def remarks(schedules: Iterable[Schedule], today: date | None = None) -> list[str]:
    """Each said once: of all of the timetable, or, where only a part of it has the exception, of that part."""
    schedules, today = list(schedules), today or timezone.localdate()
    said: dict[str, list[Schedule]] = {}
    for each in schedules:
        for words in _of(each, today):
            said.setdefault(words, []).append(each)
    return [words if len(whose) == len(schedules) else _part(whose, words) for words, whose in said.items()]


def in_words(days: Iterable[date]) -> str:
    """Days in their order: 3 November, 24 to 31 December."""
    rows = _runs(sorted(days))
    return join([_from_to(row) if _is_run(row) else _together(row) for row in rows])


def _part(whose: list[Schedule], words: str) -> str:
    days = join([line.days for line in timetable(whose) if line.days])
    return _("%(days)s: %(remark)s") % {"days": days, "remark": words[0].lower() + words[1:]} if days else words


def _of(schedule: Schedule, today: date) -> Iterator[str]:
    if schedule.term_time:
        yield _("In school terms only")
    if schedule.not_on_bank_holidays:
        yield _("Not on bank holidays")
    yield from _days(_soon(schedule.except_on, today), _("Not on %(days)s"), _("Not from %(days)s"))
    yield from _days(_soon(schedule.also_on, today), _("Also on %(days)s"), _("Also from %(days)s"))
    yield from _bounds(schedule, today)


def _days(days: list[date], on: str, between: str) -> Iterator[str]:
    """Single days together, and each run of days by its first and its last."""
    rows = list(_runs(days))
    if alone := [row for row in rows if not _is_run(row)]:
        yield on % {"days": join([_together(row) for row in alone])}
    for row in (row for row in rows if _is_run(row)):
        yield between % {"days": _from_to(row)}


def _from_to(days: list[date]) -> str:
    return _("%(first)s to %(last)s") % {"first": look.date_only(days[0]), "last": look.date_only(days[-1])}


def _bounds(schedule: Schedule, today: date) -> Iterator[str]:
    """A first day that is still to come, and a last one."""
    if schedule.freq == Frequency.ONCE:
        return
    if schedule.dtstart and schedule.dtstart > today:
        yield _("From %(day)s") % {"day": look.day(schedule.dtstart)}
    if schedule.valid_to and schedule.valid_to >= today:
        yield _("Until %(day)s") % {"day": look.day(schedule.valid_to)}


def _soon(days: Iterable[date], today: date) -> list[date]:
    return sorted({day for day in days if today <= day <= today + AHEAD})


def _together(days: list[date]) -> str:
    """24 and 31 December."""
    *early, last = days
    return join([*(str(day.day) for day in early), look.date_only(last)])


def _is_run(days: list[date]) -> bool:
    return len(days) >= LONG and days[-1] - days[0] == timedelta(days=len(days) - 1)


def _runs(days: list[date]) -> Iterator[list[date]]:
    """Days in a row together, and otherwise those of one month."""
    alone: list[date] = []
    for _start, group in groupby(enumerate(days), key=lambda pair: pair[1] - timedelta(days=pair[0])):
        row = [day for _at, day in group]
        if len(row) >= LONG:
            yield from _by_month(alone)
            alone = []
            yield row
        else:
            alone += row
    yield from _by_month(alone)


def _by_month(days: list[date]) -> Iterator[list[date]]:
    for _month, group in groupby(days, key=lambda day: (day.year, day.month)):
        yield list(group)
