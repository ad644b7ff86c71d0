"""How the demo writes down when something meets: "TU,FR 12:00-14:00", "1SA 10:30-12:00", "MO 09:15-10:45 @a-school"."""

import re
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from django.utils import timezone

from directory.states import WEEKDAYS, Frequency

SINCE = date(2026, 1, 5)
WHEN = re.compile(
    r"(?P<days>once\+\d+[A-Z]{2}|[-0-9A-Z,]+) (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)"
    r"(?P<fortnightly> fortnightly)?(?: @(?P<venue>[-a-z]+))?"
)


class When(NamedTuple):
    venue: str | None
    fields: dict[str, Any]


def read(said: str, listing: dict) -> When:
    """A line of `when`; the exceptions stand in the listing and hold for all of its lines."""
    found = WHEN.fullmatch(said)
    hours = {"opens_at": time.fromisoformat(found["opens"]), "closes_at": time.fromisoformat(found["closes"])}
    exceptions = {name: listing[name] for name in ("term_time", "not_on_bank_holidays") if name in listing}
    off = [day for span in listing.get("not_on", []) for day in _span(span)]
    return When(found["venue"], _turn(found) | hours | exceptions | {"except_on": off})


def _turn(found: re.Match) -> dict[str, Any]:
    days = found["days"]
    if days.startswith("once"):
        return {"freq": Frequency.ONCE, "dtstart": _event(days.removeprefix("once+"))}
    is_monthly = any(character.isdigit() for character in days)
    freq = Frequency.MONTHLY if is_monthly else Frequency.WEEKLY
    return {"freq": freq, "byday": days, "dtstart": SINCE, "interval": 2 if found["fortnightly"] else 1}


def _event(said: str) -> date:
    """4SA: the first Saturday that is four weeks away or more."""
    weeks, weekday = int(said[:-2]), WEEKDAYS.index(said[-2:])
    day = timezone.localdate() + timedelta(weeks=weeks)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _span(said: str) -> list[date]:
    """12-24/01-01: the next such days, each of them."""
    first, last = (date.fromisoformat(f"2000-{part}") for part in said.split("/"))
    today = timezone.localdate()
    begins = first.replace(year=today.year)
    length = (last - first).days % 366
    if begins + timedelta(days=length) < today:
        begins = begins.replace(year=today.year + 1)
    return [begins + timedelta(days=n) for n in range(length + 1)]
