"""In which ward a listing meets: worked out of its first place, since a listing has no ward of its own."""

from collections.abc import Iterable
from uuid import UUID

from connect.places.models import Postcode
from directory.models import ServiceAtLocation
from outcomes.figures.counting import Span, once

NEAR = 1_000  # metres to the next postcode, for a place of which we know the spot alone

Place = tuple[str, int | None, int | None]


def of_listings(span: Span) -> dict[UUID, int]:
    """Listing -> ward, of those that meet somewhere in the authority; each in one ward."""
    return dict(_of_listings(span))


@once
def _of_listings(span: Span) -> Iterable[tuple[UUID, int]]:
    rows = ServiceAtLocation.objects.order_by("service", "location__name", "location")
    places: dict[UUID, Place] = {}
    for service, *place in rows.values_list(
        "service", "location__postcode", "location__easting", "location__northing"
    ):  # fmt: skip
        places.setdefault(service, tuple(place))
    return _in_wards(places, span).items()


def all_with_a_place() -> set[UUID]:
    return set(ServiceAtLocation.objects.values_list("service", flat=True))


def _in_wards(places: dict[UUID, Place], span: Span) -> dict[UUID, int]:
    codes = Postcode.objects.filter(postcode__in={code for code, *_spot in places.values() if code})
    all_known = dict(codes.exclude(ward=None).values_list("postcode", "ward"))
    here = {ward.pk for ward in span.wards}
    found = {service: all_known[place[0]] for service, place in places.items() if place[0] in all_known}
    lost = {service: place[1:] for service, place in places.items() if service not in found and place[1] is not None}
    return {service: ward for service, ward in found.items() if ward in here} | (_nearest(lost, span) if lost else {})


def _nearest(spots: dict[UUID, tuple[int, int]], span: Span) -> dict[UUID, int]:
    rows = Postcode.objects.filter(ward__in=[ward.pk for ward in span.wards], terminated=False)
    known = list(rows.values_list("easting", "northing", "ward"))
    found = {}
    for service, (east, north) in spots.items():
        far, ward = min((((e - east) ** 2 + (n - north) ** 2, ward) for e, n, ward in known), default=(None, None))
        if far is not None and far <= NEAR**2:
            found[service] = ward
    return found


def whole(span: Span) -> int:
    """For what is told of the whole authority and never by ward: one of its wards stands for all of them."""
    return min(ward.pk for ward in span.wards)
