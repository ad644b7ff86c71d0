"""How many people live in a place, by age: what was loaded, or the sum of the statistical areas within."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from connect.places.models import Area
from outcomes.profiles.fitting import areas_of_wards
from outcomes.profiles.models import Population

EVERYBODY, UNDER_65, OVER_65 = "", "under65", "65plus"
NO_END = 200
BAND = re.compile(r"(?P<low>\d+)(?:_?(?P<plus>plus|\+)|[_-](?P<high>\d+))")


@dataclass(frozen=True)
class People:
    """`counts` are (from age, how many), in order of age."""

    counts: tuple[tuple[int, int], ...]

    def of(self, band: str = EVERYBODY) -> int | None:
        """How many are in the band; None where the ages held do not stop where the band does."""
        low, high = ends(band)
        starts = [start for start, _ in self.counts]
        if low not in (0, *starts) or (high != NO_END and high not in starts):
            return None
        return sum(people for start, people in self.counts if low <= start < high)

    @property
    def bands(self) -> list[str]:
        """The finest that are held, as words that `of` understands."""
        starts = [start for start, _ in self.counts]
        closed = [f"{low}_{high - 1}" for low, high in pairwise(starts)]
        return [*closed, f"{starts[-1]}_plus"] if starts else []

    def __add__(self, other: "People") -> "People":
        """Of two places; only ages that both know are kept apart."""
        both = [start for start, _ in self.counts if start in {start for start, _ in other.counts}]
        return People(tuple((low, self._between(low, high) + other._between(low, high)) for low, high in _gaps(both)))

    def _between(self, low: int, high: int) -> int:
        return sum(people for start, people in self.counts if low <= start < high)


def ends(band: str) -> tuple[int, int]:
    """(from, below) of "65plus", "under65", "65_74", "85_plus", "" (everybody). Raises ValueError for other words."""
    if not band:
        return 0, NO_END
    if under := re.fullmatch(r"under_?(\d+)", band):
        return 0, int(under[1])
    found = BAND.fullmatch(band)
    if not found:
        raise ValueError(f"no band of ages: {band}")
    return int(found["low"]), NO_END if found["plus"] else int(found["high"]) + 1


def population(ward: Area | str, band: str = EVERYBODY) -> int | None:
    """How many people of that age live in a ward (given by its code); None where nobody has loaded it."""
    code = ward if isinstance(ward, str) else ward.code
    found = by_ward(Area.objects.filter(code=code)).get(code)
    return found.of(band) if found else None


def by_ward(wards: Iterable[Area]) -> Mapping[str, People]:
    """{code: people} of each ward that is known, in three statements however many wards."""
    wards = list(wards)
    held = {row.area_id: _people(row) for row in Population.objects.filter(area__in=wards)}
    found = {ward.code: held[ward.pk] for ward in wards if ward.pk in held}
    rest = [ward for ward in wards if ward.pk not in held]
    return found | (_summed(rest) if rest else {})


def by_area(areas: Iterable[Area]) -> Mapping[str, People]:
    """{code: people} of areas that were loaded themselves."""
    rows = Population.objects.filter(area__in=list(areas)).select_related("area")
    return {row.area.code: _people(row) for row in rows}


def altogether(of: Iterable[People]) -> People | None:
    rows = list(of)
    return sum(rows[1:], rows[0]) if rows else None


def _summed(wards: Iterable[Area]) -> dict[str, People]:
    """Of wards by their statistical areas, where every one of these is known."""
    parts = areas_of_wards(wards)
    rows = Population.objects.filter(area__code__in=[code for codes in parts.values() for code in codes])
    held = {row.area.code: _people(row) for row in rows.select_related("area")}
    whole = {ward: codes for ward, codes in parts.items() if codes and all(code in held for code in codes)}
    return {ward: altogether(held[code] for code in codes) for ward, codes in whole.items()}


def _people(row: Population) -> People:
    return People(tuple(zip(row.ages, row.people, strict=True)))


def _gaps(starts: list[int]) -> Iterable[tuple[int, int]]:
    return zip(starts, [*starts[1:], NO_END], strict=True)
