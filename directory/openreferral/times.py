"""When a listing meets, from a feed: 3.0 schedules, 1.0 regular schedules, and rows with one weekday each."""

import re
from dataclasses import dataclass, replace
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
    except_on: tuple[date, ...] = ()
    also_on: tuple[date, ...] = ()
    term_time: bool = False
    not_on_bank_holidays: bool = False
    place: str = ""  # the feed's id of where; "" is everywhere
    key: str = ""  # the feed's own id of it


def read(raw: dict) -> tuple[list[Time], list[str]]:
    """The times that could be read, once each, and remarks about those that could not."""
    times, notes = [], []
    for row, place in _rows(raw)[:MOST]:
        found = _time(row, place)
        if found is None:
            notes.append(_("a time could not be read"))
        elif not any(_same(found, each) for each in times) and not _same(found, EMPTY):
            times.append(found)
    return times, list(dict.fromkeys(notes))


def _rows(raw: dict) -> list[tuple[dict, str]]:
    """Each row with the place it names, or hangs on."""
    names = ("schedules", "regular_schedules", "regular_schedule")
    at = several(raw, "service_at_locations")
    places = {line(each.get("id")): _place_of(each) for each in at if line(each.get("id"))}
    rows = [(row, places.get(line(row.get("service_at_location_id")), "")) for row in several(raw, *names)]
    return rows + [(row, _place_of(each)) for each in at for row in several(each, *names)]


def _place_of(at: dict) -> str:
    return line(at.get("location_id")) or line(next(iter(several(at, "location")), {}).get("id"))


def _same(one: "Time", other: "Time") -> bool:
    return replace(one, key="") == replace(other, key="", place=one.place if other is EMPTY else other.place)


EMPTY = Time(Frequency.WEEKLY, 1, "", "", None, None, None, None, "")


def _time(row: dict, place: str) -> Time | None:
    once = _is_once(row)
    byday = "" if once else _byday(row)
    freq = line(row.get("freq")).upper()
    found = Time(
        Frequency.ONCE if once else freq if freq in Frequency.values else Frequency.WEEKLY,
        _whole(row.get("interval")),
        byday,
        re.sub(r"[^\d,\-]", "", line(row.get("bymonthday"), 60)),
        day(first(row, "dtstart", "valid_from")),
        None if once else day(first(row, "valid_to", "until")),
        clock(row.get("opens_at")),
        clock(row.get("closes_at")),
        line(row.get("description"), 300),
        _days(row.get("connect_except_on")),
        _days(row.get("connect_also_on")),
        row.get("connect_term_time") is True,
        row.get("connect_not_on_bank_holidays") is True,
        place,
        line(row.get("id"), 80),
    )
    return found if _is_a_rule(found) else None


def _is_once(row: dict) -> bool:
    """Counted once, or over on the day it begins; one that names other days as well means something else."""
    starts, ends = day(first(row, "dtstart", "valid_from")), day(first(row, "valid_to", "until"))
    if starts is None or line(row.get("count")) == "1":
        return starts is not None
    return starts == ends and _byday(row) in ("", WEEKDAYS[starts.weekday()])


def _days(value: object) -> tuple[date, ...]:
    said = value[:400] if isinstance(value, list) else []
    return tuple(dict.fromkeys(found for each in said if (found := day(each))))


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
