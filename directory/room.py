"""How much room there is, who said so and when; what is older than two weeks is no answer any more."""

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.templatetags import look
from directory.models import Capacity, Schedule
from directory.schedule import timetable

FRESH = timedelta(days=14)


class Room(NamedTuple):
    """`of` is the part of the timetable it is about, "" for all of it; `kind` is how its tag looks."""

    of: str
    words: str
    kind: str
    said_by: str
    when: str


def rooms(said: Iterable[Capacity], schedules: Iterable[Schedule]) -> list[Room]:
    """The latest of each time and of the whole. A time's own word goes before what is said of the whole."""
    latest: dict[object, Capacity] = {}
    for each in sorted(said, key=lambda one: one.said_at, reverse=True):
        latest.setdefault(each.schedule_id, each)
    schedules = list(schedules)
    own = [_room(latest[each.pk], _name(each, schedules)) for each in schedules if each.pk in latest]
    whole = latest.get(None)
    return own or ([_room(whole, "")] if whole else [])


def _name(schedule: Schedule, schedules: list[Schedule]) -> str:
    return timetable([schedule])[0].days if len(schedules) > 1 else ""


def _room(said: Capacity, of: str) -> Room:
    if timezone.now() - said.said_at > FRESH:
        return Room(of, _("Ask if there is room"), "", "", "")
    words, kind = _words(said)
    return Room(of, words, kind, said_by(said), _when(said))


def said_by(said: Capacity) -> str:
    """Who said so, for everybody: an organiser only where they may be named; and the source of a listing."""
    service = said.service
    of_a_feed = bool(service.feed_id) and said.said_by_name == service.source
    return said.said_by_name if service.contact_public or of_a_feed else ""


def _words(said: Capacity) -> tuple[str, str]:
    if said.available:
        return ngettext("%(n)s place free", "%(n)s places free", said.available) % {"n": said.available}, "good"
    if said.waiting_days:
        wait = waiting(said.waiting_days)
        told = _("Full now. The wait is about %(wait)s") if said.available == 0 else _("The wait is about %(wait)s")
        return told % {"wait": wait}, "warn"
    if said.available == 0:
        return _("Full now. Ask about the waiting list"), "warn"
    return (_("No wait"), "good") if said.waiting_days == 0 else (_("Ask if there is room"), "")


def waiting(days: int) -> str:
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    weeks = ceil(days / 7)
    if weeks < 9:
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}
    months = round(days / 30)
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}


def _when(said: Capacity) -> str:
    """Today, yesterday, on 12 November: never an hour, which would promise too much."""
    ago = (timezone.localdate() - timezone.localdate(said.said_at)).days
    if ago < 2:
        return _("yesterday") if ago == 1 else _("today")
    return _("on %(day)s") % {"day": look.date_only(said.said_at)}
