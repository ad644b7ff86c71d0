"""When a listing meets: the next times by the clock on the wall in London, and the same in words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from connect.templatetags import look
from directory import recurrence
from directory.models import Location, Schedule, Service
from directory.recurrence import Here
from directory.states import WEEKDAYS, Frequency, Status

LONDON = ZoneInfo("Europe/London")

# Each is translated when it is shown: all seven for the sake of one was a tenth of a page.
DAY_NAMES = {
    "MO": gettext_lazy("Monday"),
    "TU": gettext_lazy("Tuesday"),
    "WE": gettext_lazy("Wednesday"),
    "TH": gettext_lazy("Thursday"),
    "FR": gettext_lazy("Friday"),
    "SA": gettext_lazy("Saturday"),
    "SU": gettext_lazy("Sunday"),
}
EVERY = {
    "MO": pgettext_lazy("each week", "Mondays"),
    "TU": pgettext_lazy("each week", "Tuesdays"),
    "WE": pgettext_lazy("each week", "Wednesdays"),
    "TH": pgettext_lazy("each week", "Thursdays"),
    "FR": pgettext_lazy("each week", "Fridays"),
    "SA": pgettext_lazy("each week", "Saturdays"),
    "SU": pgettext_lazy("each week", "Sundays"),
}
NTH = {
    "1": pgettext_lazy("of the month", "first"),
    "2": pgettext_lazy("of the month", "second"),
    "3": pgettext_lazy("of the month", "third"),
    "4": pgettext_lazy("of the month", "fourth"),
    "5": pgettext_lazy("of the month", "fifth"),
    "-1": pgettext_lazy("of the month", "last"),
}


class Session(NamedTuple):
    starts_at: datetime
    ends_at: datetime | None
    location: Location | None

    @property
    def day(self) -> date:
        return self.starts_at.date()


class Line(NamedTuple):
    """A line of the timetable: "Tuesdays and Fridays", "12 to 2pm", and a remark."""

    days: str
    hours: str
    remark: str


def next_session(service: Service, after: datetime) -> Session | None:
    """The first session that starts later than `after`; None when no day and hour are known."""
    return next(iter(next_sessions(service, after, 1)), None)


def next_sessions(service: Service, after: datetime, limit: int) -> list[Session]:
    """The next so many, of all its timetables; none on days on which the listing says it is shut."""
    return list(islice(coming_sessions(service, after), limit))


def coming_sessions(service: Service, after: datetime, here: Here | None = None) -> Iterator[Session]:
    """One after the other, each worked out when it is wanted. `here` is of use where several listings are asked."""
    here = here or Here()
    each = [sessions(schedule, after, here) for schedule in service.schedules.all()]
    return (one for one in merge(*each, key=lambda one: one.starts_at) if not is_shut(service, one.day))


def sessions(schedule: Schedule, after: datetime, here: Here | None = None) -> Iterator[Session]:
    """The sessions of one schedule, in order. Without an hour, or a day, there is nobody to expect."""
    if schedule.opens_at is None:
        return
    for day in recurrence.dates(schedule, after.astimezone(LONDON).date(), here=here):
        session = on(schedule, day)
        if session.starts_at > after:
            yield session


def on(schedule: Schedule, day: date) -> Session:
    """The session of that day, by the clock on the wall."""
    return Session(datetime.combine(day, schedule.opens_at, LONDON), _end(day, schedule), schedule.location)


def _end(day: date, schedule: Schedule) -> datetime | None:
    if schedule.closes_at is None:
        return None
    past_midnight = schedule.closes_at <= schedule.opens_at
    return datetime.combine(day + timedelta(days=past_midnight), schedule.closes_at, LONDON)


def is_shut(service: Service, day: date) -> bool:
    """Shut for now: from its first day shut, where one is said, until it opens again."""
    if service.status != Status.SHUT:
        return service.status == Status.DEFUNCT
    begun = service.shut_from is None or service.shut_from <= day
    return begun and (service.reopens_on is None or day < service.reopens_on)


def note_coming(schedules: Iterable[Schedule]) -> list[Schedule]:
    """Work out the coming days of each; returns those whose days have changed. For who writes many rows at once."""
    here, today, changed = Here(), timezone.localdate(), []
    for schedule in schedules:
        was, schedule.coming = schedule.coming, recurrence.coming(schedule, today=today, here=here)
        if schedule.coming != was:
            changed.append(schedule)
    return changed


def days_of(schedules: Iterable[Schedule]) -> frozenset[str]:
    """The days of the week on which something happens, for the strip of seven squares."""
    return frozenset(day for schedule in schedules for day in schedule.days)


def timetable(schedules: Iterable[Schedule]) -> list[Line]:
    """In words. Days that share their hours share a line, however many rows they came in."""
    groups: dict[tuple, list[Schedule]] = {}
    for each in schedules:
        groups.setdefault((_turn(each), each.opens_at, each.closes_at, each.description), []).append(each)
    return [
        Line(_days_in_words(rows), _hours(opens, closes), said) for (_at, opens, closes, said), rows in groups.items()
    ]


def _turn(schedule: Schedule) -> tuple:
    """What may stand on one line: weekly with weekly, the nth days of a month with each other; all else alone."""
    joins = schedule.interval == 1 and schedule.byday and schedule.freq != Frequency.ONCE
    return (schedule.freq,) if joins else (schedule.freq, schedule.pk)


def _hours(opens: time | None, closes: time | None) -> str:
    return look.hours(opens, closes).replace(" ", "\u00a0")  # never "12" at the end of one line, "to 2pm" on the next


def _days_in_words(rows: list[Schedule]) -> str:
    first = rows[0]
    if first.freq == Frequency.ONCE:
        return look.day(first.dtstart)
    if first.freq == Frequency.MONTHLY:
        return _monthly(rows)
    days = sorted(days_of(rows), key=WEEKDAYS.index) or ([WEEKDAYS[first.dtstart.weekday()]] if first.dtstart else [])
    return _weekly(days, first.interval)


def _weekly(days: list[str], interval: int) -> str:
    if interval == 2:
        named = join([_day_name(day) for day in days])
        return _("Every other %(day)s") % {"day": named} if days else _("Every other week")
    if interval > 2:
        return _("%(days)s, every %(n)s weeks") % {"days": join([_every(day) for day in days]), "n": interval}
    if days == list(WEEKDAYS):
        return _("Every day")
    return _run_of(days) or join([_every(day) for day in days])


def _run_of(days: list[str]) -> str:
    """Monday to Saturday, for four days and more without a gap."""
    first = WEEKDAYS.index(days[0]) if days else 0
    if len(days) < 4 or list(WEEKDAYS[first : first + len(days)]) != days:
        return ""
    return _("%(first)s to %(last)s") % {"first": _day_name(days[0]), "last": _day_name(days[-1])}


def _monthly(rows: list[Schedule]) -> str:
    parts = [part.strip() for row in rows for part in row.byday.split(",") if part.strip()]
    if parts:
        return join(
            [_nth(day, [part[:-2] for part in parts if part[-2:] == day]) for day in _once(part[-2:] for part in parts)]
        )
    first = rows[0]
    days = first.bymonthday or (str(first.dtstart.day) if first.dtstart else "")
    return _("Every month, on day %(days)s") % {"days": days} if days else _("Every month")


def _once(days: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(days))


def _nth(day: str, which: list[str]) -> str:
    """First and third Sunday of the month; without a number, every one of them."""
    said = {each.lstrip("+") for each in which}
    named = [str(word) for number, word in NTH.items() if number in said]
    if not named:
        return _every(day)
    return capfirst(
        _("%(first_and_third)s %(day)s of the month") % {"first_and_third": join(named), "day": _day_name(day)}
    )


def _day_name(day: str) -> str:
    return str(DAY_NAMES.get(day, day))


def _every(day: str) -> str:
    return str(EVERY.get(day, day))


def join(parts: list[str]) -> str:
    """Tuesdays; Tuesdays and Fridays; Mondays, Tuesdays and Fridays."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(these)s and %(last)s") % {"these": ", ".join(parts[:-1]), "last": parts[-1]}
