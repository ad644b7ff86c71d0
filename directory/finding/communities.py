"""Online communities as a list of their own: the nearest first where somebody said where, otherwise by name."""

from dataclasses import dataclass
from math import hypot

from django.core.paginator import Page, Paginator

from connect.places.find import Spot
from directory.models import Location, Service

PAGE_SIZE = 20


@dataclass(frozen=True)
class Listed:
    service: Service
    place: Location | None
    metres: float | None


def find(near: Spot | None = None, platform: str = "") -> list[Listed]:
    """A borough has hundreds at most, so they are put in order here."""
    rows = Service.objects.searchable().filter(community__isnull=False)
    if platform:
        rows = rows.filter(community__platform=platform)
    rows = rows.select_related("organisation", "community").prefetch_related("locations", "community__admins")
    listed = [_listed(service, near) for service in rows.order_by("name")]
    return sorted(listed, key=lambda each: each.metres if each.metres is not None else 1e9) if near else listed


def page(listed: list[Listed], number: str) -> Page:
    """A page that does not exist is the first or the last."""
    return Paginator(listed, PAGE_SIZE).get_page(number)


def _listed(service: Service, near: Spot | None) -> Listed:
    """The place a community is about: the nearest of those it names."""
    places = [place for place in service.locations.all() if place.easting is not None]
    if not near or not places:
        return Listed(service, next(iter(service.locations.all()), None), None)
    metres, place = min(((_apart(place, near), place) for place in places), key=lambda pair: pair[0])
    return Listed(service, place, metres)


def _apart(place: Location, near: Spot) -> float:
    return hypot(place.easting - near.easting, place.northing - near.northing)
