"""The release ledger: which people stand behind what is out, and whether one more figure would be an answer about few.

Two figures of the same count are an answer about whoever is in one and not in the other. So a figure whose people
contain, or are contained in, those of one that is out, and differ from them by a handful, is withheld.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures import catalogue
from outcomes.figures.counting import OTHERS, About
from outcomes.figures.lattice import Period
from outcomes.figures.models import Counted
from outcomes.figures.publishing import Atom, Out, Place, Spot
from outcomes.suppression.released import ALLOWED, decide

Whose = Sequence[tuple[Atom, frozenset[int]]]


@dataclass(frozen=True, slots=True)
class Truth:
    """The months of a period as they were counted. Whose counts they are is read a count at a time: it is a lot."""

    tally: Mapping[Atom, int]
    rows: QuerySet[Counted]

    def whose(self, count: str) -> Whose:
        found = self.rows.filter(count=count).values_list(*ATOM, "people")
        return [(Atom(*atom), frozenset(people)) for *atom, people in found]


ATOM = ("count", "category", "ward_code", "of__month")


def truth(area_code: str, period: Period) -> Truth:
    rows = Counted.objects.filter(of__area_code=area_code, of__month__in=period.months)
    return Truth({Atom(*atom): n for *atom, n in rows.values_list(*ATOM, "n")}, rows)


def _behind(whose: Whose, spot: Spot, period: Period, wards: frozenset[str]) -> frozenset[int]:
    """Who stands behind a figure."""
    months = set(_months(spot.count, period))
    return frozenset().union(
        *(
            people
            for atom, people in whose
            if atom.ward in wards and atom.month in months and spot.category in ("", atom.category)
        )
    )


def _months(count: str, period: Period) -> list[date]:
    return [period.last_month] if catalogue.counts()[count].standing else period.months


def withheld(
    shown: Mapping[Spot, Shown], period: Period, truth: Truth, places: Sequence[Place], out: Iterable[Out]
) -> dict[Spot, Shown]:
    """What is shown, less what would differ by a handful from a figure that is `out`."""
    wards = {place.code: place.wards for place in places}
    told, new = defaultdict(list), defaultdict(list)
    for one in out:
        if one.spot.place in wards and _tells(one.spot, one.shown):
            told[one.spot.count].append(one)
    for spot, one in shown.items():
        if told[spot.count] and _tells(spot, one):
            new[spot.count].append(Out(period, spot, one))
    near = {spot for count in new for spot in _near(new[count], told[count], truth.whose(count), wards)}
    return {spot: HIDDEN if spot in near else one for spot, one in shown.items()}


def _near(new: Iterable[Out], told: Iterable[Out], whose: Whose, wards: Mapping[str, frozenset[str]]) -> Iterator[Spot]:
    """Those of one count that differ by a handful from one that is told."""
    known = [(str(one.spot), _behind(whose, one.spot, one.period, wards[one.spot.place])) for one in told]
    for one in new:
        if decide(_behind(whose, one.spot, one.period, wards[one.spot.place]), known) != ALLOWED:
            yield one.spot


def _tells(spot: Spot, shown: Shown) -> bool:
    """It is a number of people, and of people we know."""
    if shown in (0, HIDDEN) or spot.category == OTHERS:
        return False
    return catalogue.counts()[spot.count].about is About.PEOPLE
