"""The policy `suppress_v1`: exact counts, for a reader whose data-sharing agreement names it.

Counts from 1 to one less than the threshold are hidden, and others with them until none can be worked out: first by
lines (a row or column with one star alone gives it away), then by an audit that asks exactly what a reader could find.
The order of the steps is agreed, so that everybody who follows them hides the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from outcomes.bounds import Number, range_of
from outcomes.disclosure import HIDDEN, UNDEFINED, List, Shown

POLICY = "suppress_v1"
THRESHOLD = 5

Range = tuple[int, int | None]
Key = tuple[str, int, int]
ROW, COLUMN, GRAND = "row_total", "col_total", ("grand_total", 0, 0)


# A share, a list -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    n: Shown
    x: Shown
    pct: float | str


def binary(x: int, n: int, threshold: int = THRESHOLD) -> Share:
    """x of n, and the share to one decimal, halves up; hidden when those who are in it, or out of it, are few."""
    if not 0 <= x <= n:
        raise ValueError("x")
    if n == 0:
        return Share(0, UNDEFINED, UNDEFINED)
    if n < threshold:
        return Share(HIDDEN, HIDDEN, HIDDEN)
    if 0 < x < threshold or 0 < n - x < threshold:
        return Share(n, HIDDEN, HIDDEN)
    return Share(n, x, (2000 * x + n) // (2 * n) / 10)


def list_suppress(cells: Sequence[int], threshold: int = THRESHOLD) -> List:
    """The smallest others go with the small ones, until two or more are hidden that could be more than they are."""
    total = sum(cells)
    if 0 < total < threshold:
        return List([HIDDEN if n else 0 for n in cells], HIDDEN)
    hidden = [place for place, n in enumerate(cells) if 0 < n < threshold]
    others = sorted((n, place) for place, n in enumerate(cells) if n >= threshold)
    while hidden and _gives_away(cells, hidden, threshold) and others:
        hidden.append(others.pop(0)[1])
    told = HIDDEN if hidden and _gives_away(cells, hidden, threshold) else total
    return List([HIDDEN if place in hidden else n for place, n in enumerate(cells)], told)


def _gives_away(cells: Sequence[int], hidden: Sequence[int], threshold: int) -> bool:
    return len(hidden) == 1 or sum(cells[place] for place in hidden) - len(hidden) + 1 < threshold - 1


# A table ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """`audit`: the lowest and highest value a reader can derive for each small number (None: no limit)."""

    cells: list[list[Shown]]
    row_totals: list[Shown]
    col_totals: list[Shown]
    grand_total: Shown
    n_primary: int
    n_suppressed: int
    audit: dict[str, Range]


def table_suppress(cells: Sequence[Sequence[int]], threshold: int = THRESHOLD) -> Table:
    if not cells or not cells[0]:
        raise ValueError("cells")
    sheet = _Sheet(cells, threshold)
    sheet.cover_lines()
    while sheet.shows_numbers and (exposed := next(sheet.unprotected(), None)) is not None:
        sheet.cover(exposed)
        sheet.cover_lines()
    return sheet.table()


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column of numbers that add up to `total`."""

    members: list[Key]
    total: Key

    @property
    def keys(self) -> list[Key]:
        return [*self.members, self.total]


@dataclass(slots=True)
class _Sheet:
    """All numbers of the table by name, in index order: cells row by row, row totals, column totals, grand total."""

    cells: Sequence[Sequence[int]]
    threshold: int
    truth: dict[Key, int] = field(init=False)
    lines: list[Line] = field(init=False)
    primary: list[Key] = field(init=False)
    hidden: set[Key] = field(init=False)

    def __post_init__(self) -> None:
        rows, columns = range(len(self.cells)), range(len(self.cells[0]))
        sums = [sum(row) for row in self.cells], [sum(column) for column in zip(*self.cells, strict=True)]
        self.truth = {("cell", i, j): self.cells[i][j] for i in rows for j in columns}
        self.truth |= {(ROW, i, 0): n for i, n in enumerate(sums[0])}
        self.truth |= {(COLUMN, j, 0): n for j, n in enumerate(sums[1])} | {GRAND: sum(sums[0])}
        self.lines = [Line([("cell", i, j) for j in columns], (ROW, i, 0)) for i in rows]
        self.lines += [Line([("cell", i, j) for i in rows], (COLUMN, j, 0)) for j in columns]
        self.lines += [Line([(ROW, i, 0) for i in rows], GRAND), Line([(COLUMN, j, 0) for j in columns], GRAND)]
        self.primary = [key for key, n in self.truth.items() if 0 < n < self.threshold]
        self.hidden = set(self.primary)

    # Step 2: no line has one star alone

    def cover_lines(self) -> None:
        while any(self._alone(line) for line in self.lines):
            for line in filter(self._alone, self.lines):
                self.hidden.add(self._cover_of(line))

    def _alone(self, line: Line) -> bool:
        return sum(key in self.hidden for key in line.keys) == 1

    def _cover_of(self, line: Line) -> Key:
        """One that shares its other line with a star already, then the smallest, then the first."""
        free = self._free(line.members)
        return min(free, key=lambda key: (not self._starred(key, line), self.truth[key])) if free else line.total

    def _free(self, keys: Sequence[Key]) -> list[Key]:
        return [key for key in keys if key not in self.hidden and self.truth[key]]

    def _starred(self, key: Key, line: Line) -> bool:
        return any(other in self.hidden for each in self._lines_of(key) if each is not line for other in each.keys)

    def _lines_of(self, key: Key) -> list[Line]:
        return [line for line in self.lines if key in line.keys]

    # Step 3: the audit

    @property
    def shows_numbers(self) -> bool:
        return bool(self._free(list(self.truth)))

    def unprotected(self) -> Iterator[Key]:
        for key in self.primary:
            low, high = self.range_of(key)
            if low != self._least(key) or (high is not None and (high < self.threshold - 1 or high <= low)):
                yield key

    def range_of(self, key: Key) -> Range:
        numbers = {each: self._number(each, n) for each, n in self.truth.items()}
        low, high = range_of(numbers[key], numbers.values())
        return low, None if high == inf else int(high)

    def _number(self, key: Key, n: int) -> Number:
        kind, i, j = key
        ways = {"cell": (("row", i), ("column", j)), ROW: ("start", ("row", i)), COLUMN: (("column", i), "end")}
        tail, head = ways.get(kind, ("end", "start"))
        low, high = (1, inf) if key in self.hidden else (n, n)
        return Number(tail, head, n, HIDDEN if key in self.hidden else n, low, high)

    def _least(self, key: Key) -> int:
        """What a cell may always be is 1; a total, what its line allows with 1 for each that is hidden."""
        sums = [line for line in self.lines if line.total == key]
        return max((self._least_sum(line) for line in sums), default=1)

    def _least_sum(self, line: Line) -> int:
        return sum(1 if key in self.hidden else self.truth[key] for key in line.members)

    def cover(self, key: Key) -> None:
        """Hide the smallest that stands in a line with it; failing that a total of these, or any number at all."""
        lines = self._lines_of(key)
        beside = self._free([member for line in lines for member in line.members])
        totals = self._free([line.total for line in lines])
        if beside:
            self.hidden.add(min(beside, key=self.truth.__getitem__))
        elif totals:
            self.hidden.add(totals[0])
        else:
            self.hidden.add(min(self._free(list(self.truth)), key=self.truth.__getitem__))

    # What is shown

    def table(self) -> Table:
        shown = {key: HIDDEN if key in self.hidden else n for key, n in self.truth.items()}
        rows, columns = range(len(self.cells)), range(len(self.cells[0]))
        return Table(
            [[shown["cell", i, j] for j in columns] for i in rows],
            [shown[ROW, i, 0] for i in rows],
            [shown[COLUMN, j, 0] for j in columns],
            shown[GRAND],
            len(self.primary),
            len(self.hidden),
            {_name(key): self.range_of(key) for key in self.primary},
        )


def _name(key: Key) -> str:
    kind, i, j = key
    return f"cell[{i}][{j}]" if kind == "cell" else kind if key == GRAND else f"{kind}[{i}]"
