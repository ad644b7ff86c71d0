"""When a listing meets, from a feed: 3.0 schedules, 1.0 regular schedules, and rows with one weekday each."""

import re
from dataclasses import dataclass
from datetime import date, time

from dateutil.rrule import rrulestr
from django.utils.translation import gettext as _

from directory.openreferral.text import first, line, several
from directory.states import WEEKDAYS, Frequency

CLOCK = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)")
MOST = 60  # rows; a feed that lists each day of a year is read for its words


@dataclass(frozen=True)
class Time:
    freq: str
    interval: int
    byday: str
    bymonthday: str
    dtstart: date | None
    valid_to: date | None
    opens_at: time | None
    closes_at: time | None
    description: str


def read(raw: dict) -> tuple[list[Time], list[str]]:
    """The times that could be read, once each, and remarks about those that could not."""
    holders = [raw, *several(raw, "service_at_locations")]
    rows = [row for holder in holders for row in several(holder, "schedules", "regular_schedules", "regular_schedule")]
    times, notes = [], []
    for row in rows[:MOST]:
        found = _time(row)
        if found is None:
            notes.append(_("a time could not be read"))
        elif found not in times and found != EMPTY:
            times.append(found)
    return times, list(dict.fromkeys(notes))


EMPTY = Time(Frequency.WEEKLY, 1, "", "", None, None, None, None, "")


def _time(row: dict) -> Time | None:
    byday = _byday(row)
    freq = line(row.get("freq")).upper()
    found = Time(
        freq if freq in Frequency.values else Frequency.WEEKLY,
        _whole(row.get("interval")),
        byday,
        re.sub(r"[^\d,\-]", "", line(row.get("bymonthday"), 60)),
        day(first(row, "dtstart", "valid_from")),
        day(row.get("valid_to")),
        clock(row.get("opens_at")),
        clock(row.get("closes_at")),
        line(row.get("description"), 300),
    )
    return found if _is_a_rule(found) else None


def _byday(row: dict) -> str:
    """MO,WE and Monday and ["MO"] alike; 1FR stays."""
    said = first(row, "byday", "weekday") or ""
    parts = said if isinstance(said, list) else str(said).split(",")
    days = []
    for part in parts[:14]:
        match = re.fullmatch(r"([+-]?[1-5])?([A-Z]{2})[A-Z]*", line(part).upper().replace(" ", ""))
        if match and match[2] in WEEKDAYS:
            days.append((match[1] or "") + match[2])
    return ",".join(dict.fromkeys(days))


def _whole(value: object) -> int:
    try:
        return min(max(int(float(value)), 1), 52)
    except (TypeError, ValueError, OverflowError):
        return 1


def day(value: object) -> date | None:
    try:
        found = date.fromisoformat(line(value)[:10])
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2100 else None


def clock(value: object) -> time | None:
    """Wall time. A Z or an offset behind it is the form's wish, not where the clock hangs."""
    match = CLOCK.match(line(value))
    return time(int(match[1]), int(match[2])) if match else None


def _is_a_rule(found: Time) -> bool:
    if not (found.byday or found.bymonthday):
        return True
    parts = [f"FREQ={found.freq}"] if found.freq != Frequency.ONCE else ["FREQ=WEEKLY"]
    parts += [f"BYMONTHDAY={found.bymonthday}"] if found.bymonthday else []
    try:
        rrulestr(";".join(parts))
    except (ValueError, IndexError):
        return False
    return not found.bymonthday or all(1 <= abs(int(n)) <= 31 for n in found.bymonthday.split(",") if n)
