"""The full count again: what would be counted otherwise today, of months that are frozen. Nothing is changed by it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Tenant
from connect.places.models import Area
from outcomes.figures import catalogue, freezing
from outcomes.figures.counting import Span
from outcomes.figures.models import Counted, CountedMonth


@dataclass(frozen=True, slots=True)
class Difference:
    month: date
    area: str
    count: str
    was: int
    now: int


def differences(*, late: bool) -> Iterator[Difference]:
    """`late`: by what is known now. Otherwise by what was known on the day: then there should be none."""
    for counted in CountedMonth.objects.order_by("area_code", "month"):
        with acting_as("freeze"):
            yield from _differences(counted, late)


def _differences(counted: CountedMonth, late: bool) -> Iterator[Difference]:
    authority = Area.objects.get(code=counted.area_code)
    span = freezing.span_of(counted.month, authority)
    if late:
        span = Span(span.month, span.wards, timezone.now(), Tenant.current().nation)
    was, now = _stored(counted), _counted(span)
    for key in sorted(was.keys() | now.keys()):
        if was[key] != now[key]:
            yield Difference(counted.month, authority.name, key, was[key], now[key])


def _stored(counted: CountedMonth) -> Counter:
    sums: Counter = Counter()
    for key, n in Counted.objects.filter(of=counted, count__in=catalogue.counts()).values_list("count", "n"):
        sums[key] += n
    return sums


def _counted(span: Span) -> Counter:
    mine = {ward.pk for ward in span.wards}
    sums: Counter = Counter()
    for key, count in catalogue.counts().items():
        sums[key] = sum(thing.ward in mine for thing in count.counted(span))
    return sums
