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

    seen = [hit for hit in hits if inside(hit.location)][:MOST_PINS]
    if not seen and not inside(near):
        return None
    home = at(near.easting, near.northing) if inside(near) else None
    here = near.ward.name if near and near.ward else ""
    pins = _pins(seen, at)
    taken = [(pin.x, pin.y) for pin in pins] + ([home] if home else [])
    shapes = {name: [at(*corner) for corner in outline] for name, outline in outlines().items()}
    wards = [_ward(name, shape, name == here, taken) for name, shape in shapes.items()]
    box = f"-4 -4 {round((east - west) / SCALE) + 8} {round((north - south) / SCALE) + 8}"
    return Map(box, wards, pins, home)


def _ward(name: str, corners: list[tuple[int, int]], here: bool, taken: list[tuple[int, int]]) -> Ward:
    """`taken` are the points already drawn on; the name keeps clear of them, and joins them."""
    path = "M" + " ".join(f"{x} {y}" for x, y in corners) + "z"
    x, middle = (round(sum(numbers) / len(corners)) for numbers in zip(*corners, strict=True))
    lines = [middle + up for up in (4, -18, 24, -30, 34)]
    y = next(
        (line for line in lines if not any(abs(x - px) < 44 and abs(line - 4 - py) < 15 for px, py in taken)), middle
    )
    taken += [(x - 20, y - 4), (x, y - 4), (x + 20, y - 4)]
    return Ward(name, path, x, y, here)


def _pins(hits: list[Hit], at: object) -> list[Pin]:
    """The first few, each where it can be read; one that would lie on another is left to the list."""
    pins: list[Pin] = []
    for hit in hits:
        x, y = at(hit.location.easting, hit.location.northing)
        if all(abs(x - pin.x) + abs(y - pin.y) >= APART for pin in pins):
            pins.append(Pin(hit.number, x, y))
    return pins
