"""From true counts to what is shown of them: the lists of one release, hidden as the policy says and audited together.

Nothing here reads a table. The truth comes as atoms; what is out already comes with its figures, for a reader keeps it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any, NamedTuple

from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures.counting import OTHERS, About, Count
from outcomes.figures.lattice import Grain, Level, Period
from outcomes.figures.policy import Policy
from outcomes.figures.sheet import Number, Rule, Sheet

Sums = Sequence[tuple[str, Sequence[str]]]
Here = tuple[frozenset[str], frozenset[date]]  # wards, months


class Atom(NamedTuple):
    """The smallest thing that is counted."""

    count: str
    category: str
    ward: str
    month: date


class Spot(NamedTuple):
    """Where a figure stands: `category` is "" for all of them."""

    count: str
    category: str
    place: str


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    level: Level
    wards: frozenset[str]


@dataclass(frozen=True, slots=True)
class Out:
    """A figure that is out already."""

    period: Period
    spot: Spot
    shown: Shown


def publish(
    period: Period,
    tally: Mapping[Atom, int],
    places: Sequence[Place],
    counts: Mapping[str, Count],
    policy: Policy,
    out: Iterable[Out] = (),
    sums: Sums = (),
) -> dict[Spot, Shown]:
    """What is shown in this period's release, spot by spot, in the order of the counts and places.

    `sums`: (whole, its parts) wherever everybody knows that these parts add up to it.
    """
    before = defaultdict(list)
    for one in out:
        before[one.spot.count].append(one)
    shown = {}
    for family in families(counts, sums):
        if family[0].about is About.THINGS:
            shown |= _things(period, tally, places, family)
        else:
            earlier = [one for count in family for one in before[count.key]]
            shown |= Family(period, tally, places, family, policy, sums, earlier).shown()
    return {spot: shown[spot] for count in counts.values() for spot in shown if spot.count == count.key}


def families(counts: Mapping[str, Count], sums: Sums = ()) -> list[list[Count]]:
    """Counts that say something about each other: parts and their wholes, cuts and what they divide, what adds up."""
    head = {key: key for key in counts}

    def root(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for count in counts.values():
        for other in filter(None, (count.part_of, count.total)):
            head[root(count.key)] = root(other)
    for whole, parts in sums:
        for part in parts:
            head[root(part)] = root(whole)
    together = defaultdict(list)
    for count in counts.values():
        together[root(count.key)].append(count)
    return list(together.values())


def _things(
    period: Period, tally: Mapping[Atom, int], places: Sequence[Place], family: Sequence[Count]
) -> dict[Spot, Shown]:
    """Not about people: as counted."""
    sums = Counter()
    for atom, n in tally.items():
        if atom.month in period.months:
            sums[atom] = n
    return {
        Spot(count.key, category, place.code): sum(
            n
            for atom, n in sums.items()
            if atom.count == count.key
            and atom.ward in place.wards
            and category in ("", atom.category)
            and (not count.standing or atom.month == period.last_month)
        )
        for count in family
        for place in places
        if place.level in count.shape.get(period.grain, ())
        for category in _categories(count, {atom.category for atom in sums if atom.count == count.key})
    }


def _joined(maps: Sequence[Mapping[Any, Any]]) -> list[frozenset]:
    """The finest groups that no map divides: whoever stands for the same in any of them is together."""
    groups = {one: frozenset([one]) for one in maps[0]}
    for known in maps:
        for one, stands in known.items():
            if groups[one] is not groups[stands] and one not in groups[stands]:
                together = groups[one] | groups[stands]
                groups |= dict.fromkeys(together, together)
    return list(dict.fromkeys(groups.values()))


def _categories(count: Count, met: Iterable[str]) -> list[str]:
    if count.cut is None:
        return [""]
    named = [key for key, _title in count.cut.categories] or sorted(met)
    return named if count.total else ["", *named]


class Family:
    """Counts that are audited together, over the atoms of the period."""

    def __init__(
        self,
        period: Period,
        tally: Mapping[Atom, int],
        places: Sequence[Place],
        counts: Sequence[Count],
        policy: Policy,
        sums: Sums = (),
        earlier: Sequence[Out] = (),
    ) -> None:
        self.period, self.places, self.policy, self.earlier = period, places, policy, earlier
        self.counts = {count.key: count for count in counts}
        self.sums = [one for one in sums if one[0] in self.counts]
        self._ward = {key: self._wards_alike(count) for key, count in self.counts.items()}
        self._month = {key: self._months_alike(count) for key, count in self.counts.items()}
        mine = self._gathered(tally)
        self.categories = {
            count.key: [one for one in _categories(count, {a.category for a in mine if a.count == count.key}) if one]
            or [""]
            for count in counts
        }
        self.atoms = [
            Atom(key, category, ward, month)
            for key in self.counts
            for category in self.categories[key]
            for ward in sorted(set(self._ward[key].values()))
            for month in sorted(set(self._month[key].values()))
        ]
        self.at = {atom: place for place, atom in enumerate(self.atoms)}
        self.truth = [mine.get(atom, 0) for atom in self.atoms]

    # Atoms: those of a count are no smaller than anything that is told of it, or was

    def _wards_alike(self, count: Count) -> dict[str, str]:
        """Ward -> the one that stands for all that no figure of this count tells apart from it."""
        levels = {level for told in count.shape.values() for level in told}
        codes = {one.spot.place for one in self.earlier if one.spot.count == count.key}
        told = [place for place in self.places if place.level in levels or place.code in codes]
        alike: dict[frozenset[str], str] = {}
        wards = sorted({ward for place in self.places for ward in place.wards})
        return {
            ward: alike.setdefault(frozenset(place.code for place in told if ward in place.wards), ward)
            for ward in wards
        }

    def _months_alike(self, count: Count) -> dict[date, date]:
        """Month -> the first one of the period that is the shortest it is told of. What stood is told of a month."""
        grains = {grain for grain, levels in count.shape.items() if levels}
        grains |= {one.period.grain for one in self.earlier if one.spot.count == count.key}
        if count.standing:
            grains = {Grain.MONTH}
        finest = next((grain for grain in Grain if grain in grains), Grain.MONTH)
        return {month: max(Period.around(month, finest).start, self.period.start) for month in self.period.months}

    def _gathered(self, tally: Mapping[Atom, int]) -> Counter[Atom]:
        found: Counter[Atom] = Counter()
        for atom, n in tally.items():
            wards, months = self._ward.get(atom.count, {}), self._month.get(atom.count, {})
            if atom.ward in wards and atom.month in months:
                found[atom._replace(ward=wards[atom.ward], month=months[atom.month])] += n
        return found

    def _wards_in(self, count: Count, wards: Iterable[str]) -> list[str]:
        return sorted({self._ward[count.key][ward] for ward in wards})

    def _months_in(self, count: Count, period: Period) -> list[date]:
        months, known = [period.last_month] if count.standing else period.months, self._month[count.key]
        return sorted({known[month] for month in months if month in known})

    def shown(self) -> dict[Spot, Shown]:
        sheet = Sheet(self.policy, self.truth, list(self._parts()), list(self._sums()))
        numbers = {one.name: one for one in self._numbers(self.period)}
        self._hide_lines(numbers)
        sheet.numbers = [*numbers.values(), *self._out(numbers)]
        sheet.derived = list(self._steps(numbers.values()))
        sheet.audit()
        return {name[0]: one.shown for name, one in numbers.items()}

    # The system

    def _parts(self) -> Iterator[Rule]:
        """Of each part: (its atoms, those of its whole), as fine as both are told."""
        for key, count in self.counts.items():
            if whole := self.counts.get(count.part_of):
                for category in self.categories[key]:
                    over = category if category in self.categories[whole.key] else None
                    for here in self._together(count, whole):
                        yield self._atoms_at(key, category, here), self._atoms_at(whole.key, over, here)

    def _sums(self) -> Iterator[Rule]:
        """(the atoms of a whole, those of all its parts)."""
        for key, count in self.counts.items():
            if total := self.counts.get(count.total):
                for here in self._together(count, total):
                    yield self._atoms_at(total.key, None, here), self._atoms_at(key, None, here)
        for whole, parts in self.sums:
            for here in self._together(*(self.counts[key] for key in (whole, *parts))):
                ones = tuple(atom for part in parts for atom in self._atoms_at(part, None, here))
                yield self._atoms_at(whole, None, here), ones

    def _together(self, *counts: Count) -> list[Here]:
        """Wards by months that none of these counts tells apart more coarsely: each is whole in all of them."""
        wards = _joined([self._ward[count.key] for count in counts])
        months = _joined([self._month[count.key] for count in counts])
        return [(some, those) for some in wards for those in months]

    def _atoms_at(self, key: str, category: str | None, here: Here) -> tuple[int, ...]:
        wards = sorted({self._ward[key][ward] for ward in here[0]})
        months = sorted({self._month[key][month] for month in here[1]})
        categories = self.categories[key] if category is None else [category]
        return tuple(self.at[key, one, ward, month] for one in categories for ward in wards for month in months)

    def _numbers(self, period: Period) -> Iterator[Number]:
        for key, count in self.counts.items():
            for place in self.places:
                if place.level in count.shape.get(period.grain, ()):
                    for category, atoms in self._figures(count, place, period):
                        truth = sum(self.truth[atom] for atom in atoms)
                        one = Number((Spot(key, category, place.code), period), atoms, truth=truth, may_hide=True)
                        one.show(self.policy)
                        yield one

    def _figures(self, count: Count, place: Place, period: Period) -> Iterator[tuple[str, tuple[int, ...]]]:
        wards, months = self._wards_in(count, place.wards), self._months_in(count, period)
        each = {
            category: tuple(self.at[count.key, category, ward, m] for ward in wards for m in months)
            for category in self.categories[count.key]
        }
        if count.cut and not count.cut.categories:
            each = self._merged(each)
        if count.cut and not count.total:
            yield "", tuple(atom for atoms in each.values() for atom in atoms)
        yield from each.items()

    def _merged(self, each: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """An open cut: whoever has few goes to the others, and then the next, until those are not few."""
        n = {name: sum(self.truth[atom] for atom in atoms) for name, atoms in each.items()}
        merged = {name for name in each if n[name] <= self.policy.small}
        rest = sorted((name for name in each if name not in merged), key=lambda name: (-n[name], name))
        while rest and self.policy.is_small(sum(n[name] for name in merged)):
            merged.add(rest.pop())
        kept = {name: atoms for name, atoms in each.items() if name not in merged}
        together = tuple(atom for name, atoms in each.items() if name in merged for atom in atoms)
        return kept | ({OTHERS: together} if together else {})

    # Hiding before the audit

    def _hide_lines(self, numbers: Mapping[tuple, Number]) -> None:
        """Noughts in a line whose total is small, and all of a row that would tell everybody's category."""
        small = [(set(one.plus), one) for one in numbers.values() if self.policy.is_small(one.truth)]
        small += [(self._divided(one), one) for _atoms, one in small if self._divided(one)]
        for one in numbers.values():
            if not one.truth and any(one is not over and atoms.issuperset(one.plus) for atoms, over in small):
                one.hide(self.policy.star_high)
        for row in self._telling_rows(numbers):
            for one in row:
                one.hide()

    def _divided(self, one: Number) -> set[int]:
        """The atoms of the cuts that divide the same things."""
        spot, _period = one.name
        here = set(self._wards_of(spot.place))
        cuts = {key: self._within(key, here) for key, count in self.counts.items() if count.total == spot.count}
        return {place for place, atom in enumerate(self.atoms) if atom.ward in cuts.get(atom.count, ())}

    def _within(self, key: str, wards: set[str]) -> set[str]:
        """Those of the count's own wards that lie wholly in these."""
        partly = {stands for ward, stands in self._ward[key].items() if ward not in wards}
        return set(self._ward[key].values()) - partly

    def _telling_rows(self, numbers: Mapping[tuple, Number]) -> Iterator[list[Number]]:
        rows = defaultdict(list)
        for (spot, _period), one in numbers.items():
            if spot.category and self.counts[spot.count].cut.sensitive:
                rows[spot.count, spot.place].append(one)
        for row in rows.values():
            if sum(one.truth > 0 for one in row) == 1 and not self.policy.is_small(sum(one.truth for one in row)):
                yield row

    # What a reader holds besides

    def _out(self, numbers: Mapping[tuple, Number]) -> Iterator[Number]:
        """What is out about months of this period. The reader is taken to know which stars are small numbers."""
        for one in self.earlier:
            if one.spot.category == OTHERS or one.period == self.period or (one.spot, one.period) in numbers:
                continue
            atoms = self._atoms_of(one)
            if atoms:
                number = Number((one.spot, one.period), atoms, truth=sum(self.truth[atom] for atom in atoms))
                yield self._as_shown(number, one.shown)

    def _as_shown(self, number: Number, shown: Shown) -> Number:
        if shown != HIDDEN or self.policy.is_small(number.truth):
            number.show(self.policy)
        elif not number.truth:
            number.hide(self.policy.star_high)
        return number

    def _atoms_of(self, one: Out) -> tuple[int, ...]:
        count = self.counts[one.spot.count]
        wards, months = self._wards_in(count, self._wards_of(one.spot.place)), self._months_in(count, one.period)
        categories = [one.spot.category] if one.spot.category else self.categories[count.key]
        return tuple(
            self.at[atom]
            for category in categories
            for ward in wards
            for month in months
            if (atom := Atom(count.key, category, ward, month)) in self.at
        )

    def _wards_of(self, code: str) -> list[str]:
        return next((sorted(place.wards) for place in self.places if place.code == code), [])

    def _steps(self, numbers: Iterable[Number]) -> Iterator[Number]:
        """Those of a whole who are not in its part, wherever both are told."""
        told = {one.name: one for one in numbers}
        for (spot, period), part in list(told.items()):
            whole = told.get((spot._replace(count=self.counts[spot.count].part_of), period))
            if whole:
                name = ((whole.name, part.name), period)
                yield Number(name, whole.plus, part.plus, whole.truth - part.truth, low=0, high=inf, is_told=False)
