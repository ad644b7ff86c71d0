"""Maps: areas shaded in five steps of one colour, each with its name and number on it; pins and rings around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.drawing.frame import SMALL, Frame, hatch, svg
from outcomes.drawing.marks import circle, diamond, lines_of, path, rect, text, trail
from outcomes.drawing.scales import label_of, step_of, width_of, wrap

Point = tuple[float, float]
Ring = Sequence[Point]
On = Callable[[Point], Point]


@dataclass(frozen=True, slots=True)
class Place:
    """`others`: further rings of the same place, islands and holes alike."""

    label: str
    ring: Ring
    at: Point  # of its name and number
    value: float | None
    shown: str
    others: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    label: str
    at: Point
    radius: float = 0  # of the ring around it, in units of the map
    tone: str = "rest"
    side: str = "start"  # of its label: start, end, middle (above)


@dataclass(frozen=True, slots=True)
class Fit:
    """Longitude and latitude on a sheet 100 wide, north up; `box` is its size and `metre` a metre on it."""

    west: float
    north: float
    stretch: float  # of a degree of longitude against one of latitude
    scale: float
    box: tuple[float, float]

    @classmethod
    def around(cls, rings: Iterable[Ring]) -> Fit:
        points = [point for ring in rings for point in ring]
        west, east = min(x for x, _y in points), max(x for x, _y in points)
        south, north = min(y for _x, y in points), max(y for _x, y in points)
        stretch = cos(radians((south + north) / 2))
        scale = 100 / (((east - west) * stretch) or 1)
        return cls(west, north, stretch, scale, (100, (north - south) * scale))

    def __call__(self, point: Point) -> Point:
        return (point[0] - self.west) * self.stretch * self.scale, (self.north - point[1]) * self.scale

    def ring(self, ring: Ring) -> list[Point]:
        return [self(point) for point in ring]

    @property
    def metre(self) -> float:
        return self.scale / 111_320


def legend(edges: Sequence[float], unit: str = "") -> list[str]:
    """The five classes in words, for whole numbers: under 6, 6 to 8, …, 16 or more."""
    middle = [_from_to(label_of(a, unit), label_of(b - 1, unit)) for a, b in pairwise(edges)]
    return [
        _("under %(n)s") % {"n": label_of(edges[0], unit)},
        *middle,
        _("%(n)s or more") % {"n": label_of(edges[-1], unit)},
    ]


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def choropleth(
    rows: Sequence[Place], frame: Frame, *, breaks: Sequence[float] = (), legend: Sequence[str] = (),
    box: tuple[float, float], pins: Sequence[Pin] = (), values: bool = True, hidden: str = "",
) -> SafeString:  # fmt: skip
    """Areas shaded; hidden ones hatched. `values=False`: outlines with names only, to put pins on."""
    scale, head = frame.width / box[0], (74 if frame.narrow else 42) if legend else 4

    def on(point: Point) -> Point:
        return point[0] * scale, point[1] * scale + head

    body = [hatch(frame), _legend(frame, legend, hidden or _("hidden, 1 to 7")) if legend else ""]
    body += [_area(row, breaks, on, frame, values) for row in rows]
    body += [circle(*on(pin.at), pin.radius * scale, f"reach r-{pin.tone}") for pin in pins if pin.radius]
    body += [_named(row, breaks, on, values, bool(pins)) for row in rows]
    body += [_pin(pin, *on(pin.at)) for pin in pins]
    return svg(frame, box[1] * scale + head + 6, "".join(body))


def _area(row: Place, breaks: Sequence[float], on: On, frame: Frame, values: bool) -> str:
    d = "".join(trail(on(point) for point in ring) + "Z" for ring in (row.ring, *row.others))
    if not values:
        return path(d, "area outline")
    if row.value is None:
        return path(d, "area", frame.hatched)
    return path(d, f"area q{step_of(row.value, breaks)}")


def _named(row: Place, breaks: Sequence[float], on: On, values: bool, pinned: bool) -> str:
    """Its name where that fits, and its number always; what has no name here has one in the table."""
    (x, y), names = on(row.at), _names(row, on)
    inverse = values and row.value is not None and step_of(row.value, breaks) > 2
    ink = "inv" if inverse else "halo" if row.value is None or not values else ""
    if not values:
        return lines_of(x, y - 15 * len(names) + (2 if pinned else 10), names, "sm halo", "middle", lead=15)
    y -= 8 * len(names)
    words = lines_of(x, y, names, f"sm {ink}".strip(), "middle", lead=15)
    return words + text(x, y + 15 * len(names) + 2, row.shown, f"b {ink}".strip(), "middle")


def _names(row: Place, on: On) -> list[str]:
    points = [on(point) for point in row.ring]
    room = max(x for x, _y in points) - min(x for x, _y in points)
    height = max(y for _x, y in points) - min(y for _x, y in points)
    lines = wrap(row.label, max(room, 20), SMALL)
    fits = all(width_of(line, SMALL) <= room * 0.98 and "…" not in line for line in lines)
    return lines if fits and 15 * len(lines) + 18 < height else []


def _legend(frame: Frame, words: Sequence[str], hidden: str) -> str:
    wide = 62 if frame.narrow else 84
    drawn = [
        rect(i * wide + 1, 2, wide - 3, 12, f"q{i} edge") + text(i * wide, 30, one, "sm mut")
        for i, one in enumerate(words)
    ]
    if frame.narrow:
        drawn.append(rect(0, 44, 30, 12, "edge", frame.hatched) + text(38, 55, hidden, "sm mut"))
    else:
        x = len(words) * wide + 14
        drawn.append(rect(x, 2, 30, 12, "edge", frame.hatched) + text(x, 30, hidden, "sm mut"))
    return "".join(drawn)


def _pin(pin: Pin, x: float, y: float) -> str:
    mark = circle(x, y, 6, "main rim") if pin.tone == "rest" else diamond(x, y, 9, "note rim")
    if not pin.label:
        return mark
    if pin.side == "middle":
        return mark + text(x, y - 15, pin.label, "sm b halo", "middle")
    return mark + text(x + (12 if pin.side == "start" else -12), y + 5, pin.label, "sm b halo", pin.side)
