"""A world in which a number is another than it is, found by moving a few things: most questions need no solver.

A world is the truth with some atoms changed. Changing one may break a rule that everybody knows (a sum, a part that
would be more than its whole, a figure that is told): then something else is changed to mend it, a few steps deep. What
is found is checked against every rule it touches, so it is a proof; finding none proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outcomes.figures.sheet import Number, Sheet

DEEP, WIDE, TRIES = 6, 5, 150

Moved = Mapping[int, int]  # atom -> how much more or less there is of it


class Worlds:
    """Of one sheet. What is told may change under it: ranges are looked up when they are needed."""

    def __init__(self, sheet: Sheet) -> None:
        self.truth = sheet.atoms
        self.rules = [(whole, ones, True) for whole, ones in sheet.sums]
        self.rules += [(whole, part, False) for part, whole in sheet.parts]
        self.ruled: dict[int, list[int]] = defaultdict(list)
        self.told: dict[int, list[Number]] = defaultdict(list)
        for place, (wholes, ones, _is_sum) in enumerate(self.rules):
            for atom in (*wholes, *ones):
                self.ruled[atom].append(place)
        for one in sheet.numbers:
            for atom in one.plus:
                self.told[atom].append(one)

    def steps_from(self, atoms: Iterable[int]) -> dict[int, int]:
        """How many rules away each atom is, as far as it matters."""
        far = dict.fromkeys(atoms, 0)
        for step in (1, 2):
            rules = {place for atom in far for place in self.ruled[atom]}
            for atom in {atom for place in rules for side in self.rules[place][:2] for atom in side}:
                far.setdefault(atom, step)
        return far

    def wholes_of(self, atoms: set[int]) -> set[int]:
        """What these atoms are parts of, by one rule."""
        rules = {place for atom in atoms for place in self.ruled[atom] if atom in self.rules[place][1]}
        return {whole for place in rules for whole in self.rules[place][0]}

    def has(self, number: Number, by: int) -> bool:
        """One in which the number is larger by so much or more; smaller, when that is below nought."""
        self.left, self.number, self.by = TRIES, number, by
        return any(self._mended({atom: by}, DEEP) for atom in self._likely(number.plus, by))

    def _likely(self, atoms: tuple[int, ...], by: int) -> list[int]:
        """Those there is enough of first; a few."""
        able = [atom for atom in atoms if self.truth[atom] + by >= 0]
        return sorted(able, key=lambda atom: -self.truth[atom])[:WIDE]

    def _mended(self, moved: Moved, deep: int) -> bool:
        self.left -= 1
        mends = next(self._broken(moved), None)
        if mends is None:
            return self._has_moved(moved)
        if not deep or self.left < 0:
            return False
        return any(self._mended(self._with(moved, atom, by), deep - 1) for atom, by in self._possible(mends, moved))

    def _has_moved(self, moved: Moved) -> bool:
        """What was mended may have undone what was to be shown."""
        change = sum(moved.get(atom, 0) for atom in self.number.plus)
        change -= sum(moved.get(atom, 0) for atom in self.number.minus)
        return change >= self.by if self.by > 0 else change <= self.by

    def _with(self, moved: Moved, atom: int, by: int) -> Moved:
        return {**moved, atom: moved.get(atom, 0) + by}

    def _possible(self, mends: list[tuple[int, int]], moved: Moved) -> list[tuple[int, int]]:
        """What has been moved already stays as it was moved, or two mends would undo each other for ever."""
        able = [(atom, by) for atom, by in mends if atom not in moved and self.truth[atom] + by >= 0]
        return sorted(able, key=lambda mend: -self.truth[mend[0]])[:WIDE]

    def _broken(self, moved: Moved) -> Iterator[list[tuple[int, int]]]:
        """The first rule that is broken, as what would mend it: (atom, by how much)."""
        for place in {place for atom in moved for place in self.ruled[atom]}:
            wholes, ones, is_sum = self.rules[place]
            over = sum(moved.get(one, 0) for one in ones) - sum(moved.get(whole, 0) for whole in wholes)
            if not is_sum and over > 0:
                over -= sum(self.truth[whole] for whole in wholes) - sum(self.truth[one] for one in ones)
            if over > 0 or (over and is_sum):
                yield [*((whole, over) for whole in wholes), *((one, -over) for one in ones)]
        for one in {id(one): one for atom in moved for one in self.told[atom]}.values():
            change = sum(moved.get(atom, 0) for atom in one.plus)
            if off := max(one.truth + change - one.high, 0) or min(one.truth + change - one.low, 0):
                yield [(atom, -int(off)) for atom in one.plus]
