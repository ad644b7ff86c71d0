"""An index as it stands in one authority: weights now, figures of its wards, both ages, earlier versions."""

from dataclasses import dataclass
from functools import cached_property

from outcomes.profiles.models import Dataset
from outcomes.profiles.reading import Borough
from outcomes.risk import index as reckoning
from outcomes.risk.models import RiskIndex
from outcomes.risk.presets import AGES, Preset

OF_PEOPLE = "population:"


@dataclass(frozen=True)
class Weighing:
    """The weights that count now, and who said so."""

    preset: Preset
    versions: list[RiskIndex]  # the newest first

    @classmethod
    def of(cls, preset: Preset) -> "Weighing":
        rows = RiskIndex.objects.filter(slug=preset.slug).select_related("made_by")
        return cls(preset, list(rows.order_by("-version")))

    @property
    def now(self) -> RiskIndex | None:
        return self.versions[0] if self.versions else None

    @property
    def version(self) -> int:
        return self.now.version if self.now else 0

    @property
    def weights(self) -> dict[str, int]:
        """Of each factor; what a later preset adds counts once."""
        held = self.now.weights if self.now else {}
        return {one.key: int(held.get(one.key, 1)) for one in self.preset.factors}


@dataclass(frozen=True)
class Seen:
    """The index over the wards of one authority, for each age apart."""

    borough: Borough
    weighing: Weighing

    @cached_property
    def levels(self) -> dict[str, dict[str, float]]:
        """By the name of the indicator, then by ward."""
        names = {name for one in self.weighing.preset.factors for name in one.stands_in.values()}
        codes = [ward.code for ward in self.borough.wards]
        found = {name: {code: self._level(code, name) for code in codes} for name in names}
        return {name: {code: level for code, level in row.items() if level is not None} for name, row in found.items()}

    def _level(self, code: str, name: str) -> float | None:
        if not name.startswith(OF_PEOPLE):
            return self.borough.level(code, name)
        part, _, whole = name.removeprefix(OF_PEOPLE).partition("/")
        return self.borough.share(code, part, whole)

    @cached_property
    def by_age(self) -> dict[str, reckoning.Index]:
        factors, weights = self.weighing.preset.factors, self.weighing.weights
        return {age: reckoning.index(factors, weights, age, self.levels) for age in AGES}

    @property
    def datasets(self) -> list[Dataset]:
        used = {one.indicator for index in self.by_age.values() for one in index.counted}
        return self.borough.datasets(used or {"-"})
