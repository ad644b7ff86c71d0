"""Indicators of wards: as they were loaded, or worked out from the statistical areas within, weighed by people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from connect.places.models import Area
from outcomes.profiles import known, people
from outcomes.profiles.fitting import best_fit
from outcomes.profiles.models import Dataset, Indicator


@dataclass(frozen=True)
class Held:
    """One figure of one place; with `of` it is a share."""

    kind: known.Kind
    value: float
    of: float | None
    dataset: Dataset

    @property
    def level(self) -> float:
        """What may be compared between places: a per cent, a score, a decile."""
        return 100 * self.value / self.of if self.of else self.value

    @property
    def shown(self) -> str:
        return self.kind.shown(self.level)


Table = Mapping[str, Mapping[str, Held]]  # code of the area -> name of the indicator -> figure


def of_areas(areas: Sequence[Area]) -> Table:
    """What was loaded for these areas themselves; two statements."""
    codes, datasets = {area.pk: area.code for area in areas}, Dataset.objects.in_bulk()
    found: dict[str, dict[str, Held]] = {code: {} for code in codes.values()}
    rows = Indicator.objects.filter(area__in=list(codes), name__in=list(known.by_name()))
    for area, name, value, of, dataset in rows.values_list("area", "name", "value", "of", "dataset"):
        found[codes[area]][name] = Held(known.by_name()[name], value, of, datasets[dataset])
    return found


def of_wards(authority: Area) -> Table:
    """Of its wards; what is known only of statistical areas is put together. The same few statements however many."""
    wards = list(Area.objects.filter(parent=authority, kind=Area.Kind.WARD))
    lsoas = list(Area.objects.filter(parent=authority, kind=Area.Kind.LSOA))
    own, small, fit = of_areas(wards), of_areas(lsoas), best_fit([authority.pk])
    living = {code: one.of() or 0 for code, one in people.by_area(lsoas).items()}
    parts: dict[str, list[str]] = {}
    for lsoa, ward in fit.items():
        parts.setdefault(ward, []).append(lsoa)
    return {code: _together(parts.get(code, []), small, living) | held for code, held in own.items()}


def _together(parts: Iterable[str], small: Table, living: Mapping[str, int]) -> dict[str, Held]:
    by_name: dict[str, list[tuple[Held, int]]] = {}
    for code in parts:
        for name, held in small.get(code, {}).items():
            by_name.setdefault(name, []).append((held, living.get(code, 0)))
    return {name: _one([held for held, _ in rows], [weight for _, weight in rows]) for name, rows in by_name.items()}


def _one(rows: Sequence[Held], weights: Sequence[int]) -> Held:
    """Shares are added above and below the line; anything else is a mean, of people where their number is known."""
    first = rows[0]
    if all(row.of for row in rows):
        return Held(first.kind, sum(row.value for row in rows), sum(row.of or 0 for row in rows), first.dataset)
    if not all(weights):
        weights = [1] * len(rows)
    mean = sum(row.level * weight for row, weight in zip(rows, weights, strict=True)) / sum(weights)
    return Held(first.kind, mean, None, first.dataset)
