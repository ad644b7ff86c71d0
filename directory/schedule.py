"""When a listing meets: the next times by the clock on the wall in London, and the same in words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrule, rrulestr
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from connect.templatetags import look
from directory.models import Location, Schedule, Service
from directory.states import WEEKDAYS, Frequency

LONDON = ZoneInfo("Europe/London")
LOOKED_AT = 60  # exceptions may stand in a row: a whole year of weeks shut is a listing that has closed


class Session(NamedTuple):
    starts_at: datetime
    ends_at: datetime | None
    location: Location | None


class Line(NamedTuple):
    """A line of the timetable: "Tuesdays and Fridays", "12 to 2pm", and a remark."""

    days: str
    hours: str
    remark: str


def next_session(service: Service, after: datetime) -> Session | None:
    """The first session that starts later than `after`; None when no day and hour are known."""
    coming = (next(sessions(each, after), None) for each in service.schedules.all())
    return min((each for each in coming if each), key=lambda each: each.starts_at, default=None)


def next_sessions(service: Service, after: datetime, limit: int) -> list[Session]:
    each = [session for schedule in service.schedules.all() for session in islice(sessions(schedule, after), limit)]
    return sorted(each, key=lambda session: session.starts_at)[:limit]


def sessions(schedule: Schedule, after: datetime) -> Iterator[Session]:
    """The sessions of one schedule, in order. Without an hour, or a day, there is nobody to expect."""
    if schedule.opens_at is None:
        return
    for day in _days(schedule, after.astimezone(LONDON).date()):
        starts_at = datetime.combine(day, schedule.opens_at, LONDON)
        if starts_at > after and day not in schedule.except_on:
            yield Session(starts_at, _end(day, schedule), schedule.location)


def _end(day: date, schedule: Schedule) -> datetime | None:
    if schedule.closes_at is None:
        return None
    past_midnight = schedule.closes_at <= schedule.opens_at
    return datetime.combine(day + timedelta(days=past_midnight), schedule.closes_at, LONDON)


def _days(schedule: Schedule, since: date) -> Iterator[date]:
    if schedule.freq == Frequency.ONCE:
        yield from (day for day in [schedule.dtstart] if day and day >= since)
        return
    rule = _rule(schedule, since)
    for moment in islice(rule.xafter(datetime.combine(since, time()), inc=True), LOOKED_AT) if rule else ():
        if schedule.valid_to and moment.date() > schedule.valid_to:
            return
        yield moment.date()


def _rule(schedule: Schedule, since: date) -> rrule | None:
    """The rule from its own first day, moved on by whole turns to just before `since`: no walk through twenty years."""
    if not _is_known(schedule):
        return None
    start = schedule.dtstart or since
    parts = [f"FREQ={schedule.freq}", f"INTERVAL={schedule.interval or 1}"]
    if schedule.byday:
        parts.append(f"BYDAY={_byday(schedule)}")
    elif schedule.freq == Frequency.MONTHLY:
        parts.append(f"BYMONTHDAY={schedule.bymonthday or start.day}")
    moved = datetime.combine(_moved_on(start, since, schedule), time())
    return rrulestr(";".join(parts), dtstart=moved)


def _is_known(schedule: Schedule) -> bool:
    """Every other Tuesday, from when? Without a first day nobody can say which."""
    if schedule.interval > 1 and not schedule.dtstart:
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
    words = {
        "1": pgettext("of the month", "first"),
        "2": pgettext("of the month", "second"),
        "3": pgettext("of the month", "third"),
        "4": pgettext("of the month", "fourth"),
        "5": pgettext("of the month", "fifth"),
        "-1": pgettext("of the month", "last"),
    }
    said = {each.lstrip("+") for each in which}
    named = [word for number, word in words.items() if number in said]
    if not named:
        return _every(day)
    return capfirst(
        _("%(first_and_third)s %(day)s of the month") % {"first_and_third": join(named), "day": _day_name(day)}
    )


def _day_name(day: str) -> str:
    names = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]
    return dict(zip(WEEKDAYS, names, strict=True)).get(day, day)


def _every(day: str) -> str:
    names = [
        pgettext("each week", "Mondays"),
        pgettext("each week", "Tuesdays"),
        pgettext("each week", "Wednesdays"),
        pgettext("each week", "Thursdays"),
        pgettext("each week", "Fridays"),
        pgettext("each week", "Saturdays"),
        pgettext("each week", "Sundays"),
    ]
    return dict(zip(WEEKDAYS, names, strict=True)).get(day, day)


def join(parts: list[str]) -> str:
    """Tuesdays; Tuesdays and Fridays; Mondays, Tuesdays and Fridays."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(these)s and %(last)s") % {"these": ", ".join(parts[:-1]), "last": parts[-1]}
