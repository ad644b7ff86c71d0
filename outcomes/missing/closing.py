"""If this group stops, who is within 2 km of nothing like it? From live listings and open places; nobody is looked up.

People come in only as open estimates (how many live where no other ring reaches) and as the listing's own word of how
many take part. Who those are is not asked: a team sees whom it introduced there on its own pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.functional import cached_property

from connect.places.models import Area, Postcode
from directory.models import Capacity
from outcomes.disclosure import Shown, round5
from outcomes.missing.offers import NEAR, Offer, Room, Spot, middles

FEW = 12  # others in the table; the nearest first
Square = tuple[int, int]  # two kilometres wide
Dwelling = tuple[int, Spot]  # the ward of a postcode, and where it is


@dataclass(frozen=True, slots=True)
class Other:
    """A listing that people could go to instead, and how far it is from where they go now."""

    offer: Offer
    metres: float

    @property
    def is_near(self) -> bool:
        return self.metres <= NEAR

    @property
    def helps(self) -> bool:
        """Near, and not known to be full."""
        return self.is_near and self.offer.room is not Room.FULL


@dataclass(frozen=True, slots=True)
class Ward:
    """Of the ward's postcodes `only` lie where this group alone reaches."""

    area: Area
    only: int
    postcodes: int

    @property
    def part(self) -> float:
        return self.only / self.postcodes


@dataclass(frozen=True)
class Closing:
    """One group, one thing it gives people, and everything else that gives it."""

    this: Offer
    need: str
    others: list[Other]
    from_home: list[Offer]  # by phone, online or at the door: nobody has to travel, so these remain

    @property
    def nearest(self) -> list[Other]:
        return self.others[:FEW]

    @cached_property
    def helping(self) -> list[Other]:
        return [one for one in self.others if one.helps]

    @cached_property
    def full(self) -> list[Other]:
        return [one for one in self.others if one.is_near and one.offer.room is Room.FULL]

    @property
    def spot(self) -> Spot:
        return self.this.spots[0]


def closings(service: UUID, everything: Sequence[Offer]) -> list[Closing]:
    """One for each thing the listing gives, the one that would leave least first."""
    this = next((one for one in everything if one.pk == service and one.spots), None)
    if this is None:
        return []
    found = [_closing(this, need, everything) for need in sorted(this.needs)]
    return sorted(found, key=lambda one: (len(one.helping), len(one.others), one.need))


def _closing(this: Offer, need: str, everything: Iterable[Offer]) -> Closing:
    alike = [one for one in everything if one.pk != this.pk and need in one.needs and one.welcomes_those_of(this)]
    others = [Other(one, _metres(this, one)) for one in alike if one.spots]
    others.sort(key=lambda one: (one.metres, one.offer.name))
    return Closing(this, need, others, [one for one in alike if not one.travels])


@dataclass(frozen=True, slots=True)
class Alone:
    """A group, and what it gives that nothing with room within 2 km of it does."""

    offer: Offer
    needs: list[str]


def irreplaceable(asked: Iterable[Offer], everything: Iterable[Offer]) -> list[Alone]:
    """Those whose closure would leave a hole: each is held only against what meets in the squares around it."""
    squares: dict[Square, set[Offer]] = defaultdict(set)
    for one in everything:
        for spot in one.spots:
            squares[_square(spot)].add(one)
    found = [Alone(one, sorted(_lost(one, squares))) for one in asked]
    return [one for one in found if one.needs]


def _lost(this: Offer, squares: Mapping[Square, set[Offer]]) -> Iterator[str]:
    around = {other for spot in this.spots for square in _around(spot) for other in squares.get(square, ())} - {this}
    helping = [
        other for other in around
        if other.room is not Room.FULL and other.welcomes_those_of(this) and _metres(this, other) <= NEAR
    ]  # fmt: skip
    return (need for need in this.needs if not any(need in other.needs for other in helping))


def _metres(this: Offer, other: Offer) -> float:
    return min(other.metres_from(spot) for spot in this.spots)


def _square(spot: Spot) -> Square:
    return int(spot[0] // NEAR), int(spot[1] // NEAR)


def _around(spot: Spot) -> Iterator[Square]:
    east, north = _square(spot)
    return ((east + x, north + y) for x in (-1, 0, 1) for y in (-1, 0, 1))


def left_alone(closing: Closing) -> list[Ward]:
    """By ward, how many postcodes this group reaches and no other that is not known to be full."""
    instead = [one.offer for one in closing.others if one.offer.room is not Room.FULL]
    homes = [home for home in _homes_around(closing.this.spots) if closing.this.reaches(home[1])]
    only = Counter(ward for ward, spot in homes if not any(other.reaches(spot) for other in instead))
    live = Postcode.objects.filter(ward__in=only, terminated=False).values_list("ward", flat=True)
    every = Counter(live)
    wards = Area.objects.filter(pk__in=only).order_by("name")
    return [Ward(ward, only[ward.pk], every[ward.pk]) for ward in wards]


def _homes_around(spots: Iterable[Spot]) -> list[Dwelling]:
    """Postcodes in the squares around the places, with the ward each is in."""
    near = Q()
    for east, north in spots:
        near |= Q(easting__range=(east - NEAR, east + NEAR), northing__range=(north - NEAR, north + NEAR))
    rows = Postcode.objects.filter(near, terminated=False).exclude(ward=None)
    return [(ward, (east, north)) for ward, east, north in rows.values_list("ward", "easting", "northing")]


def taking_part(service: UUID) -> Shown | None:
    """How many come, by the last word of whoever runs it; rounded as any count of people is."""
    known = Capacity.objects.filter(service=service, schedule=None).exclude(maximum=None).exclude(available=None)
    said = known.order_by("-said_at").first()
    return None if said is None else round5(max(said.maximum - said.available, 0))


def choices(everything: Iterable[Offer], wards: Sequence[Area]) -> list[Offer]:
    """Listings that somebody of these wards could ask about: those that meet within reach of one of their middles."""
    spots = list(middles([ward.pk for ward in wards]).values())
    met = [one for one in everything if one.spots]
    return [one for one in met if any(one.reaches(spot, 2 * NEAR) for spot in spots)] if spots else met
