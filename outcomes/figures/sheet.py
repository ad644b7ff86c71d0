"""What a reader could work out of many figures together, and hiding until that is nothing about a few people.

Everything that is released about the same things is one system: each figure is a sum of atoms (one count, one category,
one ward, one month) and known to lie in a range; some atoms are part of others, and the categories of a cut add up to
what they divide. Whether a number may be larger than it is, given all that, is a whole-number programme, which HiGHS
answers. Most answers need no solver: another world that is easily found is the proof (`worlds.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from random import Random

import highspy

from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures.policy import Policy
from outcomes.figures.worlds import Worlds

NEARLY = 1e-6
CORNERS = 3
MANY = 20  # small numbers, for which it is worth to look around first
TRIED = 12  # candidates for hiding that are weighed one by one

Rule = tuple[tuple[int, ...], tuple[int, ...]]  # places of atoms


@dataclass(slots=True, eq=False)
class Number:
    """One figure; or one that is not shown and that a reader could derive.

    `plus` less `minus` are atoms. `may_hide`: it is of the release at hand, and not one that is out already. `is_told`:
    it is published, shown or hidden, and not only derived.
    """

    name: tuple
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()
    truth: int = 0
    shown: Shown = HIDDEN
    low: float = 0
    high: float = inf
    may_hide: bool = False
    is_told: bool = True

    @property
    def is_shown(self) -> bool:
        return self.shown != HIDDEN

    def show(self, policy: Policy) -> None:
        self.shown = policy.show(self.truth)
        self.low, self.high = policy.known(self.shown) if self.is_shown else (1, policy.star_high)

    def hide(self, high: float = inf) -> None:
        """`high`: a small total stands over it, and says that it is no more than that."""
        self.shown, self.low, self.high = HIDDEN, 0, high


@dataclass(slots=True)
class Sheet:
    """`atoms`: the truth. `parts`: (atoms of a part, those of its whole). `sums`: (those of a whole, of all its parts).

    `numbers` are as shown; `derived` are not shown, and nobody may be able to pin them.
    """

    policy: Policy
    atoms: Sequence[int]
    parts: Sequence[Rule] = ()
    sums: Sequence[Rule] = ()
    numbers: list[Number] = field(default_factory=list)
    derived: list[Number] = field(default_factory=list)
    _before: Reader | None = field(default=None, init=False)

    def audit(self) -> list[Number]:
        """Hide numbers of this release until nothing is exposed; those that were hidden, in order.

        One pass is enough: each number that is hidden leaves the reader knowing less, so what was safe stays safe.
        """
        reader, hidden = Reader(self), []
        small = [*self._small_and_hidden(), *self._small_steps()]
        if len(small) > MANY:
            reader.look_around(len(small) // MANY)
        for one in small:
            if reader.exposes(one) and not self._exposed_before(one):
                hidden += self._cover(one, reader)
        return hidden

    def _exposed_before(self, one: Number) -> bool:
        """By what is out already, so that hiding all of this release would be for nothing."""
        if self._before is None:
            kept = [replace(number) for number in self.numbers]
            for number in kept:
                if number.may_hide:
                    number.hide()
            self._before = Reader(replace(self, numbers=kept))
        return self._before.exposes(one)

    def _small_and_hidden(self) -> list[Number]:
        return [one for one in self.numbers if not one.is_shown and self.policy.is_small(one.truth)]

    def _small_steps(self) -> list[Number]:
        return [one for one in self.derived if self.policy.is_small(one.truth)]

    def _cover(self, exposed: Number, reader: Reader) -> list[Number]:
        """One that is enough by itself, the nearest first; otherwise the nearest together, less those not needed."""
        near = self._by_nearness(exposed, reader)
        for one in near[:TRIED]:
            if not reader.exposes_without([one], exposed):
                reader.forget([one])
                return [one]
        return self._least_cover(exposed, near, reader)

    def _least_cover(self, exposed: Number, near: list[Number], reader: Reader) -> list[Number]:
        hidden: list[Number] = []
        while near and reader.exposes(exposed):
            more, near = near[:TRIED], near[TRIED:]
            reader.forget(more)
            hidden += more
        needed = not reader.exposes(exposed)
        for one in sorted(hidden, key=lambda one: -one.truth):  # what tells of most people comes back first
            reader.recall(one)
            if needed and reader.exposes(exposed):
                reader.forget([one])
            else:
                hidden.remove(one)
        return hidden

    def _by_nearness(self, exposed: Number, reader: Reader) -> list[Number]:
        """Sums it is in, then what stands beside it by a rule, then whatever stands beside that; the smallest first."""
        far = reader.worlds.steps_from(exposed.plus)
        others = [one for one in self.numbers if one.may_hide and one.is_shown]
        return sorted(others, key=lambda one: (min(far.get(atom, 9) for atom in one.plus), len(one.plus)))


class Reader:
    """Somebody who holds everything that was ever released, knows the rules, and has a computer."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.policy, self.worlds = sheet, sheet.policy, Worlds(sheet)
        self._solver: Solver | None = None
        self._seen: list[Sequence[float]] = []  # worlds that fit; hiding rules none of them out

    def exposes(self, one: Number) -> bool:
        if self.knows(one):
            return True
        return one.is_told and not self._in_a_small_one(one) and not self.could_reach(one, self.policy.safe)

    def _in_a_small_one(self, one: Number) -> bool:
        """It lies in a larger number that is small itself, of which no more is promised than that."""
        around = [set(one.plus)]
        for _step in range(2):
            around.append(self.worlds.wholes_of(around[-1]))
        return any(
            some <= set(over.plus)
            for some in around
            if some
            for over in self.worlds.told[next(iter(some))]
            if over is not one and self.policy.is_small(over.truth) and over.truth >= one.truth
        )

    def could_reach(self, one: Number, least: int) -> bool:
        """Whether it may, for all the reader knows, be at least so large."""
        if one.truth >= least:
            return True
        if one.high < least:
            return False
        if any(_of(one, world) >= least for world in self._seen):
            return True
        return self.worlds.has(one, least - one.truth) or self._allows(one, least, inf)

    def knows(self, one: Number) -> bool:
        """Whether it can be only what it is."""
        if any(_of(one, world) != one.truth for world in self._seen):
            return False
        if self.worlds.has(one, 1) or self.worlds.has(one, -1):
            return False
        return not (self._allows(one, one.truth + 1, inf) or self._allows(one, -inf, one.truth - 1))

    def look_around(self, often: int) -> None:
        """Worlds far apart: each answers the question for half of what is small."""
        self._seen += filter(None, (self.solver.far_away() for _time in range(often)))

    def _allows(self, one: Number, low: float, high: float) -> bool:
        world = self.solver.allows(one, low, high)
        if world is not None:
            self._seen.append(world)
        return world is not None

    def forget(self, numbers: Iterable[Number]) -> None:
        for one in numbers:
            one.hide()
            self.solver.bound(one)

    def recall(self, one: Number) -> None:
        one.show(self.policy)
        self.solver.bound(one)
        self._seen = [world for world in self._seen if one.low <= _of(one, world) <= one.high]

    def exposes_without(self, numbers: Sequence[Number], exposed: Number) -> bool:
        self.forget(numbers)
        seen = self.exposes(exposed)
        for one in numbers:
            self.recall(one)
        return seen

    @property
    def solver(self) -> Solver:
        if self._solver is None:
            self._solver = Solver(self.sheet)
        return self._solver


class Solver:
    """The system as HiGHS holds it, twice: in fractions, which is quickly refused, and in whole numbers."""

    def __init__(self, sheet: Sheet) -> None:
        self._row_of = {one.name: row for row, one in enumerate(sheet.numbers)}
        self._fractions = System(sheet)
        self._wholes: System | None = None
        self._sheet = sheet

    def bound(self, one: Number) -> None:
        """Say anew what the reader knows of it."""
        for system in filter(None, (self._fractions, self._wholes)):
            system.bound(self._row_of[one.name], one)

    def far_away(self) -> Sequence[float] | None:
        """A world in whole numbers that is much unlike the truth."""
        found = self._fractions.corner()
        return found if found and _is_whole(found) else None

    def allows(self, one: Number, low: float, high: float) -> Sequence[float] | None:
        """A world in which the number lies there: in whole numbers too, where fractions do not say so already."""
        found = self._fractions.world(one, low, high)
        if found is None or _is_whole(found):
            return found
        if self._wholes is None:
            self._wholes = System(self._sheet)
            self._wholes.in_whole_numbers()
        return self._wholes.world(one, low, high)


class System:
    """A row for each number and rule; and for a question one more, that is gone afterwards."""

    def __init__(self, sheet: Sheet) -> None:
        self.highs, self.columns = highspy.Highs(), range(len(sheet.atoms))
        self._dice = Random(1)  # noqa: S311 (no secret: any direction will do)
        # Not solved anew from the ground up: one question differs little from the one before.
        for option, value in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self.highs.setOptionValue(option, value)
        for _atom in sheet.atoms:
            self.highs.addVar(0, highspy.kHighsInf)
        for one in sheet.numbers:
            self._row(one.low, one.high, one.plus)
        for part, whole in sheet.parts:
            self._row(0, inf, whole, part)
        for whole, ones in sheet.sums:
            self._row(0, 0, whole, ones)

    def in_whole_numbers(self) -> None:
        for column in self.columns:
            self.highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)

    def bound(self, row: int, one: Number) -> None:
        self.highs.changeRowBounds(row, _bound(one.low), _bound(one.high))

    def world(self, one: Number, low: float, high: float) -> Sequence[float] | None:
        """One in which the number lies there, atom by atom; None when there is none."""
        row = self.highs.getNumRow()
        self._row(low, high, one.plus, one.minus)
        try:
            found = self._solved()
            for _again in range(CORNERS):
                if found is None or _is_whole(found):
                    break
                found = self.corner() or found
            return found
        finally:
            self.highs.deleteRows(1, [row])

    def corner(self) -> Sequence[float] | None:
        """Some world, as far away as it goes in some direction; many such are in whole numbers. None: it has no end.

        The direction is forgotten afterwards: whether there is a world at all does not depend on one.
        """
        self._head_for([self._dice.uniform(-1, 1) for _atom in self.columns])
        found = self._solved()
        self._head_for([0.0 for _atom in self.columns])
        return found

    def _solved(self) -> Sequence[float] | None:
        self.highs.run()
        found = self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return list(self.highs.getSolution().col_value) if found else None

    def _head_for(self, costs: Sequence[float]) -> None:
        for column, cost in zip(self.columns, costs, strict=True):
            self.highs.changeColCost(column, cost)

    def _row(self, low: float, high: float, plus: Sequence[int], minus: Sequence[int] = ()) -> None:
        signs = [1.0] * len(plus) + [-1.0] * len(minus)
        self.highs.addRow(_bound(low), _bound(high), len(signs), [*plus, *minus], signs)


def _of(one: Number, world: Sequence[float]) -> int:
    """What the number is in that world."""
    return round(sum(world[atom] for atom in one.plus) - sum(world[atom] for atom in one.minus))


def _is_whole(world: Sequence[float]) -> bool:
    return all(abs(value - round(value)) < NEARLY for value in world)


def _bound(value: float) -> float:
    return highspy.kHighsInf if value == inf else -highspy.kHighsInf if value == -inf else value
