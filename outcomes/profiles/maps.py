"""Outlines as a chart wants them: map units are metres from the north-west corner of the area, south being down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot

from django.db.models import QuerySet

from connect.places.models import Area
from outcomes.profiles.models import Boundary

Point = tuple[float, float]
Ring = tuple[Point, ...]
HEIGHTS = 16  # at which a place for a name is looked for
SPECK = 0.004  # of the area's largest piece
FINEST = 800  # a corner nearer to the last than the map's width over this is not seen, and is left out


@dataclass(frozen=True)
class Shape:
    """One area: `rings` are its outlines (a hole is one too), `at` is where its name stands."""

    code: str
    name: str
    rings: tuple[Ring, ...]

    @cached_property
    def at(self) -> Point:
        return _middle(max(self.rings, key=lambda ring: abs(_size(ring))))

    @property
    def ring(self) -> Ring:
        """The largest alone."""
        return max(self.rings, key=lambda ring: abs(_size(ring)))


@dataclass(frozen=True)
class Map:
    """Shapes in the alphabet's order, within `box` (width and height in metres)."""

    shapes: Sequence[Shape]
    box: tuple[float, float]
    west: float = 0
    north: float = 0

    def at(self, easting: float, northing: float) -> Point:
        """A spot of the National Grid, in map units."""
        return easting - self.west, self.north - northing


def drawn(within: Area, kind: str = Area.Kind.WARD, areas: Iterable[Area] | None = None) -> Map | None:
    """The wards (or statistical areas) of an authority as a map; None where no outlines are loaded."""
    held = Boundary.objects.filter(area__in=areas) if areas is not None else _parts(within, kind)
    rows = [(row.area, _seen(row.rings)) for row in held.select_related("area").order_by("area__name")]
    corners = [corner for _area, rings in rows for ring in rings for corner in ring]
    if not corners:
        return None
    west, north = min(x for x, _ in corners), max(y for _, y in corners)
    box = (max(x for x, _ in corners) - west or 1, north - min(y for _, y in corners) or 1)
    return Map([_shape(area, rings, west, north, box[0] / FINEST) for area, rings in rows], box, west, north)


def shapes(authority: Area, kind: str = Area.Kind.WARD) -> list[Shape]:
    found = drawn(authority, kind)
    return list(found.shapes) if found else []


def boundaries(authority: Area, kind: str = Area.Kind.WARD) -> Mapping[str, tuple[Ring, ...]]:
    """{code of the ward: its rings in map units}; empty where no outlines are loaded."""
    return {one.code: one.rings for one in shapes(authority, kind)}


def _parts(within: Area, kind: str) -> QuerySet[Boundary]:
    return Boundary.objects.filter(area__parent=within, area__kind=kind)


def _pairs(ring: Sequence[float]) -> Iterator[Point]:
    return zip(ring[::2], ring[1::2], strict=True)


def _seen(rings: Sequence[Sequence[float]]) -> list[list[Point]]:
    """Without specks beside the mainland: a fort in the sea would make everything else small."""
    pairs = [list(_pairs(ring)) for ring in rings]
    sizes = [abs(_size(ring)) for ring in pairs]
    return [ring for ring, size in zip(pairs, sizes, strict=True) if size >= max(sizes) * SPECK]


def _shape(area: Area, held: Sequence[Sequence[Point]], west: float, north: float, finest: float) -> Shape:
    rings = tuple(_thinned([(x - west, north - y) for x, y in ring], finest) for ring in held)
    return Shape(area.code, area.name, rings)


def _thinned(ring: Sequence[Point], finest: float) -> Ring:
    """Without corners that nobody could see; never fewer than a triangle has."""
    kept = [ring[0]]
    for point in ring[1:]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= finest:
            kept.append(point)
    return tuple(kept) if len(kept) > 2 else tuple(ring)


def _size(ring: Sequence[Point]) -> float:
    """Twice the area, its sign the way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))


def _middle(ring: Sequence[Point]) -> Point:
    """Where a name has most room: of the middles of a few stretches from west to east, the one with most around it."""
    turned = [(y, x) for x, y in ring]
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    found = [_widest(ring, turned, low + (high - low) * n / HEIGHTS) for n in range(1, HEIGHTS)]
    return max(found)[1]


def _widest(ring: Sequence[Point], turned: Sequence[Point], y: float) -> tuple[float, Point]:
    """(room, the middle of the widest stretch at this height); a name is some three times as wide as high."""
    room, at = 0.0, (ring[0][0], y)
    for west, east in _stretches(ring, y):
        x = (west + east) / 2
        above = max((min(y - up, down - y) for up, down in _stretches(turned, x) if up <= y <= down), default=0)
        room, at = max((room, at), (min((east - west) / 3, 2 * above) + above / 2, (x, y)))
    return room, at


def _stretches(ring: Sequence[Point], y: float) -> list[tuple[float, float]]:
    """Where a line from west to east at this height lies inside."""
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))
