"""What else there is near a listing, like it: for whoever finds that this one is full, shut, or not quite right."""

from collections.abc import Iterable

from connect.places.find import Spot
from directory import search
from directory.models import Location, Service
from directory.search import Eased, Hit
from directory.states import Kind

SHOWN = 3
# Who looks for a group may as well like an activity; who looks for a lift would not.
ALIKE = ({Kind.GROUP, Kind.ACTIVITY, Kind.VENUE}, {Kind.ADVICE, Kind.CONNECTOR, Kind.MENTORING})


def near(service: Service) -> list[Hit]:
    """At most three, nearest and best first; none rather than something else altogether. One search, no more."""
    needs = [need.pk for need in service.needs.all()]
    spot = _spot(service.locations.all())
    if not needs or (spot is None and not service.needs_no_travel):
        return []
    results = search.search(near=spot, needs=needs, kinds=_kinds(service.kind))
    hits = results.hits if results.eased is Eased.NOTHING else ()
    return [hit for hit in hits if hit.service.pk != service.pk][:SHOWN]


def _kinds(kind: str) -> list[str]:
    if not kind:
        return []
    return sorted(next((alike for alike in ALIKE if kind in alike), {kind}))


def _spot(places: Iterable[Location]) -> Spot | None:
    placed = next((place for place in places if place.easting is not None), None)
    return Spot(placed.short, placed.easting, placed.northing) if placed else None
