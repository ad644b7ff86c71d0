"""The index: how far each place lies from the area's average, factor by factor, and what weighs how much.

Each factor is measured in the area's own usual steps (standard deviations between its places), so that a share and a
score can be added. The index is the weighted mean, shown so that 100 is the average of the area and 10 is one usual
step. It compares places of one area on one day, and nothing else; of a person it says nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from outcomes.risk.presets import Factor

AVERAGE, STEP = 100, 10
BREAKS = (94.0, 98.0, 102.0, 106.0)  # fixed, so that one map can be held beside another
STEPS = len(BREAKS) + 1
FEWEST_PLACES = 3  # of two, each is as far from the average as the other

Levels = Mapping[str, Mapping[str, float]]  # indicator -> place -> level


@dataclass(frozen=True)
class Weighed:
    """A factor in one index, of one age. `indicator` is "" when nothing stands in for it, or nothing is loaded."""

    factor: Factor
    weight: float
    indicator: str
    distances: Mapping[str, float]  # place -> usual steps above the average

    @property
    def counts(self) -> bool:
        return bool(self.distances) and self.weight > 0


@dataclass(frozen=True)
class Standing:
    """One place. `low` and `high` are the steps it takes when any one factor is left out: how firm its own is."""

    place: str
    value: float
    step: int
    low: int
    high: int
    factors: int  # with a figure for this place

    @property
    def is_firm(self) -> bool:
        """No single factor makes it; of one alone nothing can be said."""
        return self.factors > 1 and self.low == self.high


@dataclass(frozen=True)
class Index:
    """For one age: what counted, with which weight, and where each place stands."""

    weighed: Sequence[Weighed]
    standings: Mapping[str, Standing]

    @property
    def counted(self) -> list[Weighed]:
        return [one for one in self.weighed if one.counts]

    @property
    def coverage(self) -> int:
        """How much of the weight has a figure behind it, in per cent."""
        whole = sum(one.weight for one in self.weighed)
        return round(100 * sum(one.weight for one in self.counted) / whole) if whole else 0


def index(factors: Iterable[Factor], weights: Mapping[str, float], age: str, levels: Levels) -> Index:
    """`levels`: each indicator's figures by place; a place without one is weighed by the rest."""
    weighed = [_weighed(one, weights.get(one.key, 1), age, levels) for one in factors if one.is_about(age)]
    counted = [one for one in weighed if one.counts]
    places = sorted({place for one in counted for place in one.distances})
    standings = {place: _standing(place, counted) for place in places}
    return Index(weighed, standings)


def step_of(value: float) -> int:
    """1 (well below the average) to 5 (well above)."""
    return 1 + sum(value >= edge for edge in BREAKS)


def _weighed(factor: Factor, weight: float, age: str, levels: Levels) -> Weighed:
    name = factor.stands_in.get(age, "")
    distances = _distances(levels.get(name, {})) if name else {}
    return Weighed(factor, weight, name if distances else "", distances)


def _distances(of: Mapping[str, float]) -> dict[str, float]:
    """All nought where every place is the same; nothing where there are too few to tell."""
    if len(of) < FEWEST_PLACES:
        return {}
    average, step = fmean(of.values()), pstdev(of.values())
    return {place: (level - average) / step if step else 0.0 for place, level in of.items()}


def _standing(place: str, counted: Sequence[Weighed]) -> Standing:
    here = [one for one in counted if place in one.distances]
    value = _value(place, here)
    without = [step_of(_value(place, [one for one in here if one is not left])) for left in here] if here[1:] else []
    steps = [step_of(value), *without]
    return Standing(place, value, step_of(value), min(steps), max(steps), len(here))


def _value(place: str, here: Sequence[Weighed]) -> float:
    whole = sum(one.weight for one in here)
    return AVERAGE + STEP * sum(one.weight * one.distances[place] for one in here) / whole
