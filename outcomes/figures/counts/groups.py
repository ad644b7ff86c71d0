"""Measures 25 and 27: what there is for each need, and how full the groups are, as far as they say."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from directory.models import Capacity, Service
from outcomes.figures.counting import BY_WARD_A_YEAR, About, Count, Kind, Measure, Span, Thing
from outcomes.figures.counts import where
from outcomes.figures.counts.listings import FRESH, ages
from outcomes.figures.counts.missing import NEED, need_of


def said(at: datetime) -> dict[UUID, list[tuple[int, int | None]]]:
    """Listing -> (free, altogether) as it was last said of each of its times, or of the whole, in 90 days."""
    rows = Capacity.objects.filter(said_at__gte=at - FRESH, said_at__lt=at).exclude(available=None)
    latest: dict[UUID, dict[object, tuple[int, int | None]]] = {}
    for service, schedule, free, most in rows.order_by("said_at").values_list(
        "service", "schedule", "available", "maximum"
    ):  # fmt: skip
        latest.setdefault(service, {})[schedule] = (free, most)
    return {service: [one for key, one in of.items() if key] or [of[None]] for service, of in latest.items()}


def _has_room(said_of: list[tuple[int, int | None]]) -> bool:
    return any(free for free, _most in said_of)


def _supply(span: Span) -> Iterator[Thing]:
    """Listings that are fresh and not known to be full, each once for every need it answers."""
    wards, room = where.of_listings(span), said(span.end)
    fresh = {pk for pk, age in ages(span) if age == "fresh" and (pk not in room or _has_room(room[pk]))}
    rows = Service.needs.through.objects.filter(service__in=fresh & set(wards)).values_list("service", "need")
    seen = {(service, need_of(need)) for service, need in rows}
    return (Thing(wards[service], need, service) for service, need in seen)


def _groups_known(span: Span) -> Iterator[Thing]:
    wards, standing = where.of_listings(span), {pk for pk, _age in ages(span)}
    return (Thing(wards[pk], subject=pk) for pk in _with_both(span) if pk in wards and pk in standing)


def _offered(span: Span) -> Iterator[Thing]:
    return _places(span, lambda free, most: most)


def _taken(span: Span) -> Iterator[Thing]:
    return _places(span, lambda free, most: max(most - free, 0))


def _places(span: Span, how_many: Callable[[int, int], int]) -> Iterator[Thing]:
    wards, standing, both = where.of_listings(span), {pk for pk, _age in ages(span)}, _with_both(span)
    for pk in both.keys() & wards.keys() & standing:
        n = sum(how_many(free, most) for free, most in both[pk])
        yield from (Thing(wards[pk]) for _place in range(n))


def _with_both(span: Span) -> dict[UUID, list[tuple[int, int]]]:
    """Of those who say how many places there are and how many are free."""
    known = {pk: [one for one in of if one[1] is not None] for pk, of in said(span.end).items()}
    return {pk: of for pk, of in known.items() if of}


COUNTS = [
    Count(
        key="supply", title=_("Listings that answer a need, fresh and not known to be full"), counted=_supply,
        cut=NEED, shape=BY_WARD_A_YEAR, about=About.THINGS, standing=True,
    ),
    Count(
        key="groups_known", title=_("Groups that say how full they are"), counted=_groups_known, part_of="listings",
        about=About.THINGS, standing=True,
    ),
    Count(
        key="places_offered", title=_("Places that groups offer"), counted=_offered, about=About.THINGS, standing=True
    ),
    Count(
        key="places_taken", title=_("Places that are taken"), counted=_taken, part_of="places_offered",
        about=About.THINGS, standing=True,
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=25, key="supply", title=_("What is there for each need?"), kind=Kind.COUNT, part="supply",
        what=_("Listings at the end of the period that answer a need, were checked in the last 90 days and have not "
               "said that they are full."),
        also=("recorded_by_need",),
        notes=(
            _("A listing that answers two needs counts for both, in the ward where it meets. People go to groups in "
              "other wards too; what is online or by phone is in no ward."),
            _("Held against what people named: a need that many named and nothing answers is a gap. A group that has "
              "not said how full it is counts as having room."),
        ),
    ),
    Measure(
        number=27, key="room", title=_("How full are the groups?"), kind=Kind.SHARE, part="places_taken",
        whole="places_offered", also=("groups_known", "listings"),
        what=_("Places that are taken, as groups last said in the 90 days before the end of the period."),
        of=_("Places that these groups offer."),
        notes=(
            _("Known of those groups alone that say so; how many those are, of all listings, stands beside it."),
            _("A full group may be a good one, or the only one."),
        ),
    ),
]  # fmt: skip
