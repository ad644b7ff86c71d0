"""What is open now and where it meets, light enough to hold all of it: for distances, reach and room. Public, live."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from math import hypot
from uuid import UUID

from django.db.models import Avg
from django.utils import timezone

from connect.places.models import Postcode
from directory.models import Capacity, Service, ServiceAtLocation
from directory.room import FRESH

NEAR = 2000  # metres, in a straight line: what an unhurried walker or one bus can do
Spot = tuple[float, float]


class Room(Enum):
    SOME = "some"
    FULL = "full"
    UNKNOWN = "unknown"  # nobody said, or longer than two weeks ago


@dataclass(frozen=True, slots=True)
class Offer:
    """A listing: what it gives, for whom, where. `spots` is empty where nobody has to travel."""

    pk: UUID
    name: str
    kind: str
    needs: frozenset[str]
    audiences: frozenset[str]
    gender: str
    ages: tuple[int, int]
    travels: bool
    spots: tuple[Spot, ...]
    room: Room
    free: int | None

    def metres_from(self, spot: Spot) -> float:
        return min((hypot(e - spot[0], n - spot[1]) for e, n in self.spots), default=float("inf"))

    def reaches(self, spot: Spot, metres: float = NEAR) -> bool:
        return self.metres_from(spot) <= metres

    def welcomes_those_of(self, other: "Offer") -> bool:
        """Somebody who goes to the other could come here: by sex, by age, and by whom it is for."""
        by_age = self.ages[0] <= other.ages[1] and other.ages[0] <= self.ages[1]
        by_audience = not self.audiences or bool(self.audiences & other.audiences)
        return by_age and by_audience and self.gender in ("", other.gender)


def offers(keys: Iterable[UUID] | None = None) -> list[Offer]:
    """Every listing that a search may offer and that says what it gives; five queries however many there are."""
    rows = Service.objects.searchable().exclude(needs=None).distinct()
    rows = rows if keys is None else rows.filter(pk__in=keys)
    needs, audiences = _pairs(Service.needs.through, "need_id"), _pairs(Service.audiences.through, "audience_id")
    spots, rooms = _spots(), _rooms()
    fields = ("pk", "name", "kind", "gender", "minimum_age", "maximum_age", "attending")
    return [
        Offer(
            pk, name, kind, needs[pk], audiences[pk], gender, (youngest or 0, oldest or 150), attending == "in_person",
            spots[pk] if attending == "in_person" else (), *rooms.get(pk, (Room.UNKNOWN, None)),
        )
        for pk, name, kind, gender, youngest, oldest, attending in rows.values_list(*fields).order_by("name")
    ]  # fmt: skip


def _pairs(through: type, other: str) -> Mapping[UUID, frozenset[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for service, code in through.objects.values_list("service_id", other):
        found[service].add(code)
    return defaultdict(frozenset, {pk: frozenset(codes) for pk, codes in found.items()})


def _spots() -> Mapping[UUID, tuple[Spot, ...]]:
    found: dict[UUID, list[Spot]] = defaultdict(list)
    known = ServiceAtLocation.objects.exclude(location__easting=None)
    for service, east, north in known.values_list("service_id", "location__easting", "location__northing"):
        found[service].append((east, north))
    return defaultdict(tuple, {pk: tuple(spots) for pk, spots in found.items()})


def _rooms() -> dict[UUID, tuple[Room, int | None]]:
    """By what was said last, of any of its times; somebody's word of two weeks ago is no answer any more."""
    fresh = Capacity.objects.filter(said_at__gte=timezone.now() - FRESH).order_by("said_at")
    said = fresh.values_list("service_id", "available", "waiting_days")
    return {pk: (_room(free, waiting_days), free) for pk, free, waiting_days in said}


def _room(free: int | None, waiting_days: int | None) -> Room:
    if free:
        return Room.SOME
    if free == 0 or waiting_days:
        return Room.FULL
    return Room.SOME if waiting_days == 0 else Room.UNKNOWN


def middles(wards: Iterable[int]) -> dict[int, Spot]:
    """The middle of each ward, by where its postcodes lie: nearer to where people live than the middle of its shape."""
    live = Postcode.objects.filter(ward__in=list(wards), terminated=False)
    rows = live.values_list("ward").annotate(e=Avg("easting"), n=Avg("northing"))
    return {ward: (east, north) for ward, east, north in rows}
