"""What the map in the browser is made of, as GeoJSON: wards, the numbered places of the list, and where one looked."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings

from connect.places.find import Spot
from connect.places.grid import to_wgs84
from directory import ward_map
from directory.search import Hit

DIGITS = 5  # of a degree: about a metre


def of(hits: Iterable[Hit], near: Spot | None, is_drawn: bool) -> dict[str, Any] | None:
    """None where there is nothing to see: no ground to put a pin on, or nothing to put there."""
    places = [_place(hit) for hit in hits if _may_be_shown(hit)]
    ground = [_ward(name, near) for name in ward_map.outlines()] if is_drawn else []
    if not (ground or settings.TILE_URL) or not (places or near):
        return None
    return {
        "wards": _collection(ground),
        "places": _collection(places),
        "home": _home(near),
        "tiles": settings.TILE_URL,
        "attribution": settings.TILE_ATTRIBUTION,
    }


def _may_be_shown(hit: Hit) -> bool:
    """A pin is an address: a private one has none."""
    place = hit.location
    return place is not None and place.easting is not None and place.address_public and not hit.service.needs_no_travel


def _place(hit: Hit) -> dict[str, Any]:
    said = {
        "number": hit.number,
        "name": hit.service.name,
        "where": hit.location.short,
        "address": hit.service.get_absolute_url(),
    }
    return _feature(_point(hit.location.easting, hit.location.northing), said)


def _home(near: Spot | None) -> dict[str, Any] | None:
    return _feature(_point(near.easting, near.northing), {"name": near.label}) if near else None


def _ward(name: str, near: Spot | None) -> dict[str, Any]:
    is_here = near is not None and near.ward is not None and near.ward.name == name
    return _feature({"type": "Polygon", "coordinates": [_ring(name)]}, {"name": name, "here": is_here})


@cache
def _ring(name: str) -> tuple[tuple[float, float], ...]:
    """Longitude first, and the last corner the first again, as GeoJSON has it."""
    corners = ward_map.outlines()[name]
    return tuple(_degrees(*corner) for corner in (*corners, corners[0]))


def _point(easting: int, northing: int) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _degrees(easting, northing)}


def _degrees(easting: int, northing: int) -> tuple[float, float]:
    latitude, longitude = to_wgs84(easting, northing)
    return round(longitude, DIGITS), round(latitude, DIGITS)


def _feature(shape: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": shape, "properties": said}


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}
