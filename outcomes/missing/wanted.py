"""The wish list as it is read: each wish with its places, and how far the nearest thing like it is now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.missing.models import Wish
from outcomes.missing.offers import Offer, Room, Spot, middles, offers

A_KM = 1000


@dataclass(frozen=True, slots=True)
class Line:
    wish: Wish
    wards: list[Area]
    nearest: str


def lines(wishes: Iterable[Wish]) -> list[Line]:
    """As many queries for two hundred as for two."""
    rows = list(_with_all(wishes))
    places = {one.pk: list(one.wards.all()) for one in rows}
    spots = middles({ward.pk for wards in places.values() for ward in wards})
    open_now = offers() if rows else []
    return [Line(one, places[one.pk], _nearest(one, places[one.pk], spots, open_now)) for one in rows]


def _with_all(wishes: Iterable[Wish]) -> Iterable[Wish]:
    if isinstance(wishes, list):
        return wishes
    return wishes.select_related("need", "service").prefetch_related("wards")


def _nearest(one: Wish, wards: Iterable[Area], spots: dict[int, Spot], open_now: Iterable[Offer]) -> str:
    """From the middle of the ward that is worst off; what is full is no help. Lift and phone come to the person."""
    there = [each for each in open_now if one.need_id in each.needs and each.room is not Room.FULL and each.travels]
    known = [spots[ward.pk] for ward in wards if ward.pk in spots]
    if not known:
        return _("not known")
    metres = max(min((each.metres_from(spot) for each in there), default=float("inf")) for spot in known)
    return _("nothing open") if metres == float("inf") else in_km(metres)


def in_km(metres: float) -> str:
    return _("%(km)s km") % {"km": f"{metres / A_KM:.1f}"}
