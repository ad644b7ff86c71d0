"""When a listing meets, as Open Referral UK tells it."""

from datetime import date, datetime, time

from django.utils import timezone

from directory.models import Schedule
from directory.openreferral.said import child
from directory.states import WEEKDAYS, Frequency

Document = dict[str, object]


def schedule(row: Schedule, at: str) -> Document:
    """`at` is the id of its service_at_location, "" where there is none to tell."""
    once = row.freq == Frequency.ONCE
    starts, ends = _iso(row.dtstart), _iso(row.dtstart if once else row.valid_to)
    return {
        "id": str(row.pk),
        "service_id": str(row.service_id),
        "service_at_location_id": at,
        "valid_from": starts,
        "valid_to": ends,
        "dtstart": starts,
        "freq": str(Frequency.WEEKLY if once else row.freq),  # the profile has no other two
        "interval": row.interval,
        "count": 1 if once else None,
        "byday": row.byday or _weekday(row),
        "bymonthday": row.bymonthday,
        "opens_at": clock(row.opens_at, row.dtstart),
        "closes_at": clock(row.closes_at, row.dtstart),
        "description": row.description,
        "connect_except_on": [each.isoformat() for each in row.except_on],
        "connect_also_on": [each.isoformat() for each in row.also_on],
        "connect_term_time": row.term_time or None,
        "connect_not_on_bank_holidays": row.not_on_bank_holidays or None,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _weekday(row: Schedule) -> str:
    return WEEKDAYS[row.dtstart.weekday()] if row.freq == Frequency.ONCE and row.dtstart else ""


def clock(at: time | None, starts: date | None) -> str:
    """The hour on the wall, with the zone that London is in today, or on the first day where that is to come."""
    if at is None:
        return ""
    day = max(filter(None, (starts, timezone.localdate())))
    offset = timezone.make_aware(datetime.combine(day, at)).strftime("%z")
    return f"{at:%H:%M}{'Z' if offset == '+0000' else f'{offset[:3]}:{offset[3:]}'}"


def language(of: object, name: str) -> Document:
    return {"id": child("language", of, name), "service_id": str(of), "name": name}
