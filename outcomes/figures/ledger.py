"""The release ledger: which people stand behind what is out, and whether one more figure would be an answer about few.

Two figures of the same count are an answer about whoever is in one and not in the other. So a figure whose people
contain, or are contained in, those of one that is out, and differ from them by a handful, is withheld.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures import catalogue
from outcomes.figures.counting import OTHERS, About
from outcomes.figures.lattice import Period
from outcomes.figures.models import Counted
from outcomes.figures.publishing import Atom, Out, Place, Spot
from outcomes.suppression.released import ALLOWED, decide


@dataclass(frozen=True, slots=True)
class Truth:
    tally: Mapping[Atom, int]
    people: Mapping[Atom, frozenset[int]]

    def behind(self, spot: Spot, period: Period, wards: frozenset[str]) -> frozenset[int]:
        """Who stands behind a figure."""
        months = set(_months(spot.count, period))
        return frozenset().union(
            *(
                people
                for atom, people in self._of(spot.count)
                if atom.ward in wards and atom.month in months and spot.category in ("", atom.category)
            )
        )

    def _of(self, count: str) -> list[tuple[Atom, frozenset[int]]]:
        return [(atom, people) for atom, people in self.people.items() if atom.count == count]


def _months(count: str, period: Period) -> list[date]:
    return [period.last_month] if catalogue.counts()[count].standing else period.months


def truth(area_code: str, period: Period) -> Truth:
    """The months of a period as they were counted."""
    rows = Counted.objects.filter(of__area_code=area_code, of__month__in=period.months)
    found = rows.values_list("count", "category", "ward_code", "of__month", "n", "people")
    tally, people = {}, {}
    for *atom, n, whose in found:
        tally[Atom(*atom)], people[Atom(*atom)] = n, frozenset(whose)
    return Truth(tally, people)


def withheld(
    shown: Mapping[Spot, Shown], period: Period, truth: Truth, places: Sequence[Place], out: Iterable[Out]
) -> dict[Spot, Shown]:
    """What is shown, less what would differ by a handful from a figure that is `out`."""
    wards = {place.code: place.wards for place in places}
    told = defaultdict(list)
    for one in out:
        if one.spot.place in wards and _tells(one.spot, one.shown):
            told[one.spot.count].append((str(one.spot), truth.behind(one.spot, one.period, wards[one.spot.place])))
    return {
        spot: HIDDEN if _denied(spot, one, period, truth, wards, told[spot.count]) else one
        for spot, one in shown.items()
    }


def _denied(
    spot: Spot,
    one: Shown,
    period: Period,
    truth: Truth,
    wards: Mapping[str, frozenset[str]],
    told: Sequence[tuple[str, frozenset[int]]],
) -> bool:
    if not told or not _tells(spot, one):
        return False
    return decide(truth.behind(spot, period, wards[spot.place]), told) != ALLOWED


def _tells(spot: Spot, shown: Shown) -> bool:
    """It is a number of people, and of people we know."""
    if shown in (0, HIDDEN) or spot.category == OTHERS:
        return False
    return catalogue.counts()[spot.count].about is About.PEOPLE
