"""Listings as a calendar (RFC 5545): a rule where a rule says it exactly, otherwise each day of a year by itself."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDDDLists, vRecur, vText

from directory import recurrence, schedule
from directory.models import Location, Schedule, Service
from directory.schedule import LONDON
from directory.states import Frequency, Status

SINCE = datetime(2020, 1, 1, tzinfo=UTC)  # SEQUENCE counts seconds from here: it only ever grows
FOUND_WITHIN = timedelta(days=800)
A_DAY = timedelta(days=1)


def of(services: Iterable[Service], name: str, place: Location | None = None) -> Calendar:
    """Every time of these listings; with a place, only the times there."""
    calendar = Calendar()
    calendar.add("prodid", "-//Connect//Listings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar["x-wr-calname"] = vText(name)  # unknown to the library, which would not escape it
    calendar.add("refresh-interval", A_DAY, parameters={"value": "DURATION"})
    calendar.add_component(_london())
    for service in services:
        for event in _events(service, place):
            calendar.add_component(event)
    return calendar


def changed_at(services: Iterable[Service]) -> datetime:
    """When the calendar last changed: with a listing, or at the first of the month, when another one comes into it."""
    month = datetime.combine(_this_month(), time(), LONDON)
    return max([month, *(service.updated for service in services)])


def _this_month() -> date:
    return timezone.localdate().replace(day=1)


def _events(service: Service, place: Location | None) -> Iterator[Event]:
    for each in service.schedules.all():
        if place and each.location_id not in (None, place.pk):
            continue
        start = _start(service, each)
        if start is not None:
            yield _by_rule(service, each, start)
            continue
        for day in _days(service, each):
            yield _event(service, each, day, f"{each.pk}-{day:%Y%m%d}")


def _start(service: Service, each: Schedule) -> date | None:
    """The first day of its rule; None where a rule alone would say too much, or days came before it."""
    if each.term_time or each.not_on_bank_holidays or service.status == Status.SHUT:
        return None
    since = each.dtstart or timezone.localdate(service.created)
    first = next(recurrence.by_rule_alone(each, since, each.valid_to or since + FOUND_WITHIN), None)
    return None if first is None or any(day < first for day in each.also_on) else first


def _days(service: Service, each: Schedule) -> list[date]:
    """From this month's first on, a year of them. A one-off is written down however far away it is."""
    since = _this_month()
    until = None if each.freq == Frequency.ONCE else since + relativedelta(years=1)
    days = recurrence.dates(each, since, until=until)
    return [day for day in days if service.status != Status.SHUT or not schedule.is_shut(service, day)]


def _by_rule(service: Service, each: Schedule, start: date) -> Event:
    event = _event(service, each, start, str(each.pk))
    rule = vRecur.from_ical(recurrence.rule_text(each, start))
    if each.valid_to:
        rule["UNTIL"] = _until(each)
    event.add("rrule", rule)
    off = _called_off(each, start)
    more = [day for day in recurrence.named(each) if day not in off and (not each.valid_to or day <= each.valid_to)]
    for name, days in (("exdate", off), ("rdate", more)):
        if days:
            event.add(name, _list(each, days))
    return event


def _called_off(each: Schedule, start: date) -> list[date]:
    """Of the days called off, those on which it would have been: whole holidays are often written down day by day."""
    if not each.except_on:
        return []
    on = {*recurrence.by_rule_alone(each, start, max(each.except_on)), *each.also_on}
    return [day for day in sorted(each.except_on) if day in on]


def _until(each: Schedule) -> date | datetime:
    """In UTC, as the standard wants it beside a start with a time zone."""
    when = _when(each, each.valid_to)
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _list(each: Schedule, days: list[date]) -> vDDDLists:
    said = vDDDLists([_when(each, day) for day in days])
    if each.opens_at is None:
        said.params["VALUE"] = "DATE"
    return said


def _when(each: Schedule, day: date) -> date | datetime:
    """Where nobody has said at what hour, the whole day."""
    return day if each.opens_at is None else datetime.combine(day, each.opens_at, LONDON)


def _event(service: Service, each: Schedule, day: date, key: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("summary", service.name)
    event.add("dtstart", _when(each, day))
    if each.opens_at is not None and (ends_at := schedule.on(each, day).ends_at):
        event.add("dtend", ends_at)
    event.add("dtstamp", service.updated.astimezone(UTC))
    event.add("last-modified", service.updated.astimezone(UTC))
    event.add("sequence", int((service.updated - SINCE).total_seconds()))
    event.add("transp", "TRANSPARENT")  # something to go to; nobody is busy yet
    event.add("status", "CANCELLED" if service.status == Status.DEFUNCT else "CONFIRMED")
    event.add("url", settings.SITE_URL.rstrip("/") + service.get_absolute_url())
    for name, said in (("location", _where(service, each)), ("description", _what(service, each))):
        if said:
            event.add(name, said)
    return event


def _where(service: Service, each: Schedule) -> str:
    """Its own place, or the listing's only one. Where the address is nobody's business, the area."""
    places = [each.location] if each.location else list(service.locations.all())
    if service.needs_no_travel or len(places) != 1:
        return ""
    place = places[0]
    if not place.address_public:
        return place.city
    return ", ".join(part for part in (str(place), place.address if place.name else "") if part)


def _what(service: Service, each: Schedule) -> str:
    contact = service.contact
    ring = " ".join(part for part in (contact.get("name"), contact.get("phone")) if part)
    return "\n".join(part for part in (service.summary, each.description, service.fees, ring) if part)


def _london() -> Timezone:
    """As the law has had it since 1996: forward on the last Sunday of March, back on the last of October."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    for kind, name, begins, months, offsets in (
        (TimezoneDaylight, "BST", datetime(1996, 3, 31, 1), 3, (0, 1)),  # noqa: DTZ001 (wall time, as the standard asks)
        (TimezoneStandard, "GMT", datetime(1996, 10, 27, 2), 10, (1, 0)),  # noqa: DTZ001
    ):
        part = kind()
        part.add("dtstart", begins)
        part.add("tzname", name)
        part.add("rrule", {"freq": "yearly", "bymonth": months, "byday": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=offsets[0]))
        part.add("tzoffsetto", timedelta(hours=offsets[1]))
        zone.add_component(part)
    return zone
