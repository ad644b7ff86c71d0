"""What a reader could work out of many figures together, and hiding until that is nothing about a few people.

Everything that is released about the same things is one system: each figure is a sum of atoms (one count, one category,
one ward, one month) and known to lie in a range; some atoms are part of others, and the categories of a cut add up to
what they divide. Whether a number may be larger than it is, given all that, is a whole-number programme, which HiGHS
answers. Most answers need no solver: when an atom can simply rise with nobody noticing, that is the proof.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

import highspy

from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures.policy import Policy

NEARLY = 1e-6
TRIED = 12  # candidates for hiding that are weighed one by one


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
    """`atoms`: the truth. `parts`: (part, whole), places of atoms. `sums`: (whole, its categories).

    `numbers` are as shown; `derived` are not shown, and nobody may be able to pin them.
    """

    policy: Policy
    atoms: Sequence[int]
    parts: Sequence[tuple[int, int]] = ()
    sums: Sequence[tuple[int, tuple[int, ...]]] = ()
    numbers: list[Number] = field(default_factory=list)
    derived: list[Number] = field(default_factory=list)

    def audit(self) -> list[Number]:
        """Hide numbers of this release until nothing is exposed; those that were hidden, in order.

        One pass is enough: each number that is hidden leaves the reader knowing less, so what was safe stays safe.
        """
        reader, hidden = Reader(self), []
        for one in [*self._small_and_hidden(), *self._small_steps()]:
            while reader.exposes(one) and (cover := self._cover_of(one, reader)) is not None:
                reader.forget(cover)
                hidden.append(cover)
        return hidden

    def _small_and_hidden(self) -> list[Number]:
        return [one for one in self.numbers if not one.is_shown and self.policy.is_small(one.truth)]

    def _small_steps(self) -> list[Number]:
        return [one for one in self.derived if self.policy.is_small(one.truth)]

    def _cover_of(self, exposed: Number, reader: Reader) -> Number | None:
        """The smallest sum it is in that is still shown, then any other; the first one that alone is enough."""
        mine = set(exposed.plus)
        others = [one for one in self.numbers if one.may_hide and one.is_shown]
        others.sort(key=lambda one: (mine.isdisjoint(one.plus), len(one.plus) == 1, len(one.plus)))
        enough = (one for one in others[:TRIED] if reader.is_blind_without(one, exposed))
        return next(enough, next(iter(others), None))


class Reader:
    """Somebody who holds everything that was ever released, knows the rules, and has a computer."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.policy = sheet, sheet.policy
        self._told: defaultdict[int, list[Number]] = defaultdict(list)
        for one in sheet.numbers:
            for atom in one.plus:
                self._told[atom].append(one)
        self._wholes: defaultdict[int, list[int]] = defaultdict(list)
        for part, whole in sheet.parts:
            self._wholes[part].append(whole)
        self._summed = {atom for whole, ones in sheet.sums for atom in (whole, *ones)}
        self._solver: Solver | None = None

    def exposes(self, one: Number) -> bool:
        if self.knows(one):
            return True
        return one.is_told and not self._in_a_small_one(one) and not self.could_reach(one, self.policy.safe)

    def _in_a_small_one(self, one: Number) -> bool:
        """It lies in a larger number that is small itself, of which no more is promised than that."""
        mine = set(one.plus)
        return any(mine < set(over.plus) for over in self._told[one.plus[0]] if self.policy.is_small(over.truth))

    def could_reach(self, one: Number, least: int) -> bool:
        """Whether it may, for all the reader knows, be at least so large."""
        if one.truth >= least:
            return True
        if one.high < least:
            return False
        return self._rises_alone(one, least - one.truth) or self.solver.allows(one, least, inf)

    def knows(self, one: Number) -> bool:
        """Whether it can be only what it is."""
        if self._rises_alone(one, 1) or self.solver.allows(one, one.truth + 1, inf):
            return False
        return not self.solver.allows(one, -inf, one.truth - 1)

    def forget(self, one: Number) -> None:
        one.hide()
        self.solver.bound(one)

    def is_blind_without(self, one: Number, exposed: Number) -> bool:
        was = one.shown, one.low, one.high
        self.forget(one)
        blind = not self.exposes(exposed)
        one.shown, one.low, one.high = was
        self.solver.bound(one)
        return blind

    def _rises_alone(self, one: Number, by: int) -> bool:
        """One of its atoms can be larger by so much, and every range still holds."""
        return any(self._atom_rises(atom, by) for atom in one.plus)

    def _atom_rises(self, atom: int, by: int) -> bool:
        atoms = self.sheet.atoms
        return (
            atom not in self._summed
            and all(one.truth + by <= one.high for one in self._told[atom])
            and all(atoms[atom] + by <= atoms[whole] for whole in self._wholes[atom])
        )

    @property
    def solver(self) -> Solver:
        if self._solver is None:
            self._solver = Solver(self.sheet)
        return self._solver


class Solver:
    """The system as HiGHS holds it: a row for each number, and for a question one more that is gone afterwards."""

    def __init__(self, sheet: Sheet) -> None:
        self.highs = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self.highs.setOptionValue(option, value)
        for _atom in sheet.atoms:
            self.highs.addVar(0, highspy.kHighsInf)
        self._row_of = {one.name: row for row, one in enumerate(sheet.numbers)}
        for one in sheet.numbers:
            self._row(one.low, one.high, one.plus)
        for part, whole in sheet.parts:
            self._row(0, inf, (whole,), (part,))
        for whole, ones in sheet.sums:
            self._row(0, 0, (whole,), ones)

    def bound(self, one: Number) -> None:
        """Say anew what the reader knows of it."""
        self.highs.changeRowBounds(self._row_of[one.name], _bound(one.low), _bound(one.high))

    def allows(self, one: Number, low: float, high: float) -> bool:
        """Whether the number can lie there."""
        row = self.highs.getNumRow()
        self._row(low, high, one.plus, one.minus)
        try:
            return self._solved()
        finally:
            self.highs.deleteRows(1, [row])

    def _row(self, low: float, high: float, plus: Sequence[int], minus: Sequence[int] = ()) -> None:
        signs = [1.0] * len(plus) + [-1.0] * len(minus)
        self.highs.addRow(_bound(low), _bound(high), len(signs), [*plus, *minus], signs)

    def _solved(self) -> bool:
        """In whole numbers: what is found in fractions is tried again so."""
        if not self._runs():
            return False
        if all(abs(value - round(value)) < NEARLY for value in self.highs.getSolution().col_value):
            return True
        self._ask_for(highspy.HighsVarType.kInteger)
        found = self._runs()
        self._ask_for(highspy.HighsVarType.kContinuous)
        return found

    def _runs(self) -> bool:
        self.highs.run()
        return self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def _ask_for(self, kind: highspy.HighsVarType) -> None:
        for column in range(self.highs.getNumCol()):
            self.highs.changeColIntegrality(column, kind)


def _bound(value: float) -> float:
    return highspy.kHighsInf if value == inf else -highspy.kHighsInf if value == -inf else value
