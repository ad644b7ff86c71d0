"""Outlines from GeoJSON, in degrees or in metres of the National Grid, into areas that are held (or made)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connect.places import grid
from connect.places.loaders.rows import UnreadableFile, as_code
from connect.places.models import Area
from outcomes.profiles.loaders.tables import Given, Report, at_once, dataset
from outcomes.profiles.models import Boundary, Dataset

CODE = re.compile(r"code|(?:wd|ward|lsoa|lad|ltla)\d\dcd", re.IGNORECASE)
NAME = re.compile(r"name|(?:wd|ward|lsoa|lad|ltla)\d\dnm", re.IGNORECASE)
MOST = 100 * 1024 * 1024  # bytes: all of Britain's wards in detail are not as many


@at_once
def load(path: Path, given: Given, *, kind: str, authority: str = "") -> Report:
    """One boundary for each feature. Without an authority, features of areas that are not held are left out."""
    report, source = Report(), dataset(path, given)
    parent = Area.objects.filter(code=authority, kind=Area.Kind.AUTHORITY).first() if authority else None
    if authority and parent is None:
        raise UnreadableFile(f"no authority {authority} is held: load its postcodes first")
    for feature in _features(path):
        report.read += 1
        _take(feature, report, source, kind, parent)
    return report


def _take(feature: dict[str, Any], report: Report, source: Dataset, kind: str, parent: Area | None) -> None:
    said = feature.get("properties") or {}
    code, name = as_code(str(_named(said, CODE) or "")), str(_named(said, NAME) or "").strip()[:100]
    rings = [ring for ring in _rings(feature.get("geometry") or {}) if len(ring) >= 6]
    if not code or not rings:
        report.malformed += 1
        return
    area = _area(code, name, kind, parent)
    if area is None:
        report.elsewhere += 1
        return
    Boundary.objects.update_or_create(area=area, defaults={"rings": rings, "dataset": source})
    report.taken += 1


def _area(code: str, name: str, kind: str, parent: Area | None) -> Area | None:
    """The one held, named if it was only a code; else, under a named authority, a new one."""
    held = Area.objects.filter(code=code).first()
    if held is None and parent is not None:
        return Area.objects.create(code=code, name=name or code, kind=kind, parent=parent)
    if held is not None and name and held.name == held.code:
        held.name = name
        held.save()
    return held


def _features(path: Path) -> Iterator[dict[str, Any]]:
    try:
        if path.stat().st_size > MOST:
            raise UnreadableFile(f"{path} is larger than {MOST // 2**20} MB: cut it to the authority first")
        held = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as problem:
        raise UnreadableFile(f"{path} is no GeoJSON: {problem}") from problem
    if not isinstance(held, dict) or not isinstance(held.get("features"), list):
        raise UnreadableFile(f"{path} is no FeatureCollection")
    return (one for one in held["features"] if isinstance(one, dict))


def _named(said: dict[str, Any], pattern: re.Pattern[str]) -> object:
    """The property that bears the area's own code or name: the first that is called so."""
    return next((value for key, value in said.items() if pattern.fullmatch(key)), None)


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Flat lists of metres; [] for what is no polygon."""
    shapes = {"Polygon": lambda held: [held], "MultiPolygon": lambda held: held}.get(geometry.get("type", ""))
    if shapes is None:
        return []
    try:
        return [_metres(ring) for polygon in shapes(geometry["coordinates"]) for ring in polygon]
    except (KeyError, TypeError, ValueError, IndexError):
        return []


def _metres(ring: list[list[float]]) -> list[int]:
    """A ring without its last corner, which is the first again."""
    corners = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    flat: list[int] = []
    for x, y, *_height in corners:
        flat.extend(grid.to_bng(y, x) if abs(x) <= 180 and abs(y) <= 90 else (round(x), round(y)))
    return flat
