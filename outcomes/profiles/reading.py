"""What a place is like, as a page shows it: its people by age, its figures beside those of the whole, its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.profiles import figures, known, people
from outcomes.profiles.fitting import areas_of_wards, best_fit
from outcomes.profiles.models import Boundary, Dataset, Population

BANDS = ("0_15", "16_24", "25_34", "35_44", "45_54", "55_64", "65_74", "75_84", "85_plus")


@dataclass(frozen=True)
class Beside:
    """One figure of a ward, and of the wards it lies among."""

    kind: known.Kind
    here: figures.Held
    whole: float
    low: float
    high: float

    @property
    def source(self) -> str:
        """Whose figure it is; of a made-up one, whose manner it is in."""
        made_up = self.here.dataset.is_made_up
        return _("Made up, in the manner of %(source)s") % {"source": self.kind.source} if made_up else self.kind.source

    @property
    def shown(self) -> tuple[str, str, str]:
        """(here, all wards together, lowest to highest)."""
        return (
            self.here.shown,
            self.kind.shown(self.whole),
            f"{self.kind.shown(self.low)} – {self.kind.shown(self.high)}",
        )


@dataclass(frozen=True)
class Borough:
    """All that is known of the wards of one authority."""

    authority: Area

    @cached_property
    def wards(self) -> list[Area]:
        return list(Area.objects.filter(parent=self.authority, kind=Area.Kind.WARD))

    @cached_property
    def table(self) -> figures.Table:
        return figures.of_wards(self.authority)

    @cached_property
    def living(self) -> Mapping[str, people.People]:
        return people.by_ward(self.wards)

    @cached_property
    def everybody(self) -> people.People | None:
        """Of all wards together; None unless every one of them is known."""
        return people.altogether(self.living.values()) if len(self.living) == len(self.wards) else None

    def share(self, code: str, part: str, whole: str = people.EVERYBODY) -> float | None:
        """Per cent of the ward's people of the band `whole` who are in the band `part`."""
        return _share(self.living.get(code), part, whole)

    def level(self, code: str, name: str) -> float | None:
        held = self.table.get(code, {}).get(name)
        return held.level if held else None

    def shown(self, code: str, name: str) -> str:
        held = self.table.get(code, {}).get(name)
        return held.shown if held else "–"

    def beside(self, code: str) -> list[Beside]:
        """The ward's figures in the order of the list of indicators."""
        here = self.table.get(code, {})
        return [self._beside(kind, here[name]) for name, kind in known.by_name().items() if name in here]

    def _beside(self, kind: known.Kind, here: figures.Held) -> Beside:
        rows = [row[kind.name] for row in self.table.values() if kind.name in row]
        levels = [row.level for row in rows]
        if all(row.of for row in rows):
            whole = 100 * sum(row.value for row in rows) / sum(row.of or 0 for row in rows)
        else:
            whole = self._weighed(kind.name)
        return Beside(kind, here, whole, min(levels), max(levels))

    def _weighed(self, name: str) -> float:
        rows = {code: row[name].level for code, row in self.table.items() if name in row}
        living = {code: (self.living[code].of() or 0) if code in self.living else 0 for code in rows}
        weights = living if all(living.values()) else dict.fromkeys(rows, 1)
        return sum(level * weights[code] for code, level in rows.items()) / sum(weights.values())

    def datasets(self, names: Iterable[str] = ()) -> list[Dataset]:
        """Where what is shown comes from; of these indicators, or of all that are held."""
        wanted = set(names)
        used = {
            held.dataset for row in self.table.values() for name, held in row.items() if not wanted or name in wanted
        }
        parts = Area.objects.filter(parent=self.authority)
        return sorted({*used, *_sources(Boundary, parts), *_sources(Population, parts)}, key=str)


class SmallAreas(Borough):
    """The same of its statistical areas, each by itself."""

    @cached_property
    def wards(self) -> list[Area]:
        return list(Area.objects.filter(parent=self.authority, kind=Area.Kind.LSOA).order_by("name"))

    @cached_property
    def table(self) -> figures.Table:
        return figures.of_areas(self.wards)

    @cached_property
    def living(self) -> Mapping[str, people.People]:
        return people.by_area(self.wards)

    @cached_property
    def within(self) -> Mapping[str, Area]:
        """{code of the statistical area: its ward}."""
        wards = {ward.code: ward for ward in Area.objects.filter(parent=self.authority, kind=Area.Kind.WARD)}
        return {lsoa: wards[ward] for lsoa, ward in best_fit([self.authority.pk]).items() if ward in wards}


def small_areas(ward: Area) -> list[Area]:
    """The statistical areas of a ward."""
    return list(Area.objects.filter(code__in=areas_of_wards([ward])[ward.code]).order_by("code"))


def ages(of: people.People | None) -> list[tuple[str, int]]:
    """(band, how many): of the usual bands where the ages held stop where these do, else of those held."""
    if of is None:
        return []
    usual = [(band, of.of(band)) for band in BANDS]
    return usual if all(n is not None for _band, n in usual) else [(band, of.of(band)) for band in of.bands]


def _share(of: people.People | None, part: str, whole: str) -> float | None:
    among, those = (of.of(whole), of.of(part)) if of else (None, None)
    return None if not among or those is None else 100 * those / among


def _sources(model: type[Boundary] | type[Population], areas: QuerySet[Area]) -> set[Dataset]:
    return set(Dataset.objects.filter(pk__in=model.objects.filter(area__in=areas).values("dataset")))
