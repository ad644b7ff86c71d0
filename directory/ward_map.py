"""The small map of the search page: the wards that have an outline, drawn by the server, without tiles or script."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from connect.places import demo
from connect.places.find import Spot
from directory.search import Hit

SCALE = 20  # metres to a unit of the drawing
MOST_PINS = 9
APART = 16  # units; two pins nearer than this would hide each other


@dataclass(frozen=True)
class Ward:
    name: str
    path: str
    x: int
    y: int
    here: bool


@dataclass(frozen=True)
class Pin:
    number: int
    x: int
    y: int


@dataclass(frozen=True)
class Map:
    box: str
    wards: list[Ward]
    pins: list[Pin]
    home: tuple[int, int] | None


@cache
def outlines() -> dict[str, tuple[tuple[int, int], ...]]:
    """Ward -> its corners in metres. Only the demo borough has any; elsewhere there is no map."""
    found = {}
    for line in demo.lines("areas.csv"):
        numbers = [int(number) for number in (line.get("outline") or "").split()]
        if numbers:
            found[line["name"]] = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return found


def draw(hits: Iterable[Hit], near: Spot | None) -> Map | None:
    """Nothing to draw unless somebody, or something they found, is inside."""
    corners = [corner for outline in outlines().values() for corner in outline]
    west, east = min(e for e, _n in corners), max(e for e, _n in corners)
    south, north = min(n for _e, n in corners), max(n for _e, n in corners)

    def at(easting: int, northing: int) -> tuple[int, int]:
        return round((easting - west) / SCALE), round((north - northing) / SCALE)

    def inside(place: object) -> bool:
        known = place is not None and place.easting is not None
        return known and west <= place.easting <= east and south <= place.northing <= north

    seen = [hit for hit in hits if inside(hit.location)]
    if not seen and not inside(near):
        return None
    home = at(near.easting, near.northing) if inside(near) else None
    here = near.ward.name if near and near.ward else ""
    wards = [_ward(name, [at(*corner) for corner in outline], name == here) for name, outline in outlines().items()]
    box = f"-4 -4 {round((east - west) / SCALE) + 8} {round((north - south) / SCALE) + 8}"
    return Map(box, wards, _pins(seen, at), home)


def _ward(name: str, corners: list[tuple[int, int]], here: bool) -> Ward:
    path = "M" + " ".join(f"{x} {y}" for x, y in corners) + "z"
    x, y = (round(sum(numbers) / len(corners)) for numbers in zip(*corners, strict=True))
    return Ward(name, path, x, y, here)


def _pins(hits: list[Hit], at: object) -> list[Pin]:
    """The first few, each where it can be read; one that would lie on another is left to the list."""
    pins: list[Pin] = []
    for hit in hits:
        x, y = at(hit.location.easting, hit.location.northing)
        if len(pins) < MOST_PINS and all(abs(x - pin.x) + abs(y - pin.y) >= APART for pin in pins):
            pins.append(Pin(hit.number, x, y))
    return pins
