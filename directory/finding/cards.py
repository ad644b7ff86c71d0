"""What a result says besides the listing itself: when it is next, how much room there is, how to get there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.templatetags import look
from directory import room, schedule
from directory.models import Capacity, OnlineCommunity, Schedule, Service
from directory.search import Hit
from directory.states import Frequency, Kind

SOON = timedelta(days=2)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Card:
    """A result, drawn. Whatever is not known is empty, and the card says nothing of it."""

    hit: Hit
    next: str
    room: room.Room | None
    where: str
    getting_there: str
    community: OnlineCommunity | None

    @property
    def service(self) -> Service:
        return self.hit.service


def of(hits: Iterable[Hit]) -> list[Card]:
    """Three more questions at most, however many results there are."""
    hits = list(hits)
    if not hits:
        return []
    services = [hit.service for hit in hits]
    prefetch_related_objects([each for each in services if each.kind == Kind.COMMUNITY], "community")
    prefetch_related_objects([each for each in services if not each.is_open], "instead")
    said = _capacities(services)
    now = timezone.now()
    return [_card(hit, said.get(hit.service.pk, []), now) for hit in hits]


def _capacities(services: list[Service]) -> dict[object, list[Capacity]]:
    """What was said lately: what is older is no answer."""
    found: dict[object, list[Capacity]] = {}
    held = {service.pk: service for service in services}
    lately = timezone.now() - room.FRESH
    for each in Capacity.objects.filter(service__in=[service.pk for service in services], said_at__gte=lately):
        each.service = held[each.service_id]
        found.setdefault(each.service_id, []).append(each)
    return found


def _card(hit: Hit, said: list[Capacity], now: datetime) -> Card:
    rooms = [each for each in room.rooms(said, hit.schedules) if each.kind] if said else []
    return Card(
        hit=hit,
        next=_next(hit, now),
        room=rooms[0] if rooms else None,
        where=_where(hit),
        getting_there=_getting_there(hit),
        community=getattr(hit.service, "community", None) if hit.service.kind == Kind.COMMUNITY else None,
    )


def _where(hit: Hit) -> str:
    """Where it is; a place keeps a private address to itself."""
    return "" if hit.location is None or hit.service.needs_no_travel else hit.location.short


def _getting_there(hit: Hit) -> str:
    """The bus, where somebody has told us of one and most would not walk."""
    place = hit.location
    if hit.metres is None or place is None or not place.address_public or look.walk(hit.metres):
        return ""
    return place.transport


def _next(hit: Hit, now: datetime) -> str:
    """Today, 2pm. For what is every week the days say enough, unless it is today or tomorrow, or not this week."""
    if not hit.service.is_open:
        return ""
    times = [(start, end, each) for each in hit.schedules for start, end in _sessions(hit.service, each, now)]
    if not times:
        return ""
    start, end, which = min(times, key=lambda one: one[0])
    if start <= now:
        return _("On now, until %(time)s") % {"time": look.clock(end)}
    ahead = timezone.localdate(start) - timezone.localdate(now)
    is_plain = which.freq == Frequency.WEEKLY and which.interval == 1 and ahead < A_WEEK
    return "" if is_plain and ahead >= SOON else _moment(start, ahead)


def _sessions(service: Service, each: Schedule, now: datetime) -> Iterable[tuple[datetime, datetime | None]]:
    """The first that has not ended. From the days kept beside the timetable: nothing is worked out here."""
    if each.opens_at is None:
        return
    for day in each.coming:
        start, end = _hours(each, day)
        if (end or start) > now and not schedule.is_shut(service, day):
            yield start, end
            return


def _hours(each: Schedule, day: date) -> tuple[datetime, datetime | None]:
    start = datetime.combine(day, each.opens_at, schedule.LONDON)
    if each.closes_at is None:
        return start, None
    closing = day + timedelta(days=each.closes_at <= each.opens_at)
    return start, datetime.combine(closing, each.closes_at, schedule.LONDON)


def _moment(start: datetime, ahead: timedelta) -> str:
    named = {0: _("Today"), 1: _("Tomorrow")}
    day = named.get(ahead.days) or (look.day(start))
    return _("%(day)s, %(time)s") % {"day": day, "time": look.clock(start)}
