"""The policy `round5_audit_v1`: how a count about people may be shown to anybody outside the delivery team.

Counts of 1 to 7 are hidden and others shown to the nearest 5. Then an audit asks what a reader could work out from
all that is displayed together, and hides totals until no hidden cell can be shown to be under 5.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import inf

from .bounds import Number, could_be

POLICY = "round5_audit_v1"
HIDDEN, UNDEFINED = "*", "-"
SMALL, SAFE = 7, 5
TOTAL = "total"

Shown = int | str  # a multiple of 5, "*" (hidden) or "-" (not defined)
Range = tuple[int, float]
Key = tuple[int | str, int | str]
Sheet = dict[Key, Number]


# Single figures --------------------------------------------------------------------------------


def is_small(n: int) -> bool:
    return 1 <= n <= SMALL


def round5(n: int) -> Shown:
    return HIDDEN if is_small(n) else 5 * ((n + 2) // 5)


def as_shown(text: str) -> Shown:
    """The other way round from `str`."""
    return int(text) if text.isdigit() else text


def percentage(numerator: int, denominator: int) -> Shown:
    """A share of two true counts, worked out from what is shown of them."""
    return share(round5(numerator), round5(denominator))


def share(part: Shown, whole: Shown) -> Shown:
    """The share of two figures already shown: a whole per cent, halves up."""
    if whole == 0 or UNDEFINED in (part, whole):
        return UNDEFINED
    if HIDDEN in (part, whole):
        return HIDDEN
    return (200 * part + whole) // (2 * whole)


def average(value: object, people: int) -> object:
    """A mean, median, waiting time or change score, when it is about enough people."""
    if people == 0:
        return UNDEFINED
    return HIDDEN if is_small(people) else value


def known(shown: Shown) -> Range:
    """The range in which a reader knows the truth to lie."""
    if shown == HIDDEN:
        return 1, SMALL
    return (0, 0) if shown == 0 else (8, 12) if shown == 10 else (shown - 2, shown + 2)


# Categories and series -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RolledUp:
    rows: list[tuple[str, Shown]]
    merged: list[str]


def rollup(rows: Sequence[tuple[str, int]], other: str) -> RolledUp:
    """Small categories merged into one called `other`, and then the next smallest until that one is not small."""
    merged = {name: n for name, n in rows if is_small(n)}
    rest = sorted(((n, name) for name, n in rows if n > SMALL), reverse=True)
    while rest and is_small(sum(merged.values())):
        n, name = rest.pop()
        merged[name] = n
    kept = [(name, round5(n)) for name, n in rows if name not in merged]
    return RolledUp(kept + [(other, round5(sum(merged.values())))] * bool(merged), sorted(merged))


def cumulative(points: Iterable[int], threshold: int = SAFE) -> list[Shown]:
    """A year-to-date series: a point is shown when nothing, or enough, was added since the last one shown."""
    shown: list[Shown] = []
    last = 0
    for n in points:
        if n == last or n - last >= threshold:
            last = n
        shown.append(n if n == last else HIDDEN)
    return shown


# Lists -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class List:
    cells: list[Shown]
    total: Shown


def list_round5(cells: Sequence[int]) -> List:
    return nested_round5_audit([cells])[0]


def nested_round5_audit(lists: Sequence[Sequence[int]]) -> list[List]:
    """Lists over the same places, each counting some of those in the list before it (received, contacted, …).

    Each list follows the rules for a list; but the reader holds them all, and knows that each is part of the one
    before, so the audit weighs them together. It also keeps the step between two lists (received, not contacted) from
    being pinned to one number from 1 to 7, although steps are not published. Totals are all that it hides.
    """
    _check_nested(lists)
    sheet = {key: number for level, cells in enumerate(lists) for key, number in _level(level, cells)}
    steps = {key: number for level in range(len(lists)) for key, number in _steps(level, lists)}
    everything = [*sheet.values(), *steps.values()]
    _audit(
        sheet,
        exposed=lambda: chain(_shown_to_be_small(sheet, everything), _pinned(steps, everything)),
        cover=lambda cell: [(level, TOTAL) for level in (*range(cell[0], len(lists)), *reversed(range(cell[0])))],
    )
    return [_list(level, len(cells), sheet) for level, cells in enumerate(lists)]


def _check_nested(lists: Sequence[Sequence[int]]) -> None:
    for outer, inner in pairwise(lists):
        if any(part > whole for whole, part in zip(outer, inner, strict=True)):
            raise ValueError("each list must count part of the list before it")


def _level(level: int, cells: Sequence[int]) -> Iterator[tuple[Key, Number]]:
    """The numbers of one list. People enter each place from the list before; the total is where they gather."""
    total = sum(cells)
    before = ("gathered", level - 1) if level else "start"
    yield (level, TOTAL), _number(("gathered", level), before, total)
    for place, n in enumerate(cells):
        before = ("at", level - 1, place) if level else "start"
        yield (level, place), _number(before, ("at", level, place), n, hidden_whole=is_small(total))


def _steps(level: int, lists: Sequence[Sequence[int]]) -> Iterator[tuple[Key, Number]]:
    """Those of one list who are not in the next: they leave their place here and go to be gathered."""
    further = lists[level + 1] if level + 1 < len(lists) else [0] * len(lists[level])
    for place, (n, went_on) in enumerate(zip(lists[level], further, strict=True)):
        yield (level, place), Number(("at", level, place), ("gathered", level), n - went_on, HIDDEN, 0, inf)


def _list(level: int, size: int, sheet: Sheet) -> List:
    return List([sheet[level, place].shown for place in range(size)], sheet[level, TOTAL].shown)


# Tables ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    cells: list[list[Shown]]
    row_totals: list[Shown]
    col_totals: list[Shown]
    grand_total: Shown
    steps: list[str] = field(default_factory=list)


def table_round5_audit(cells: Sequence[Sequence[int]], sensitive: bool = False) -> Table:
    """Rows by columns with their totals. `sensitive`: nobody may learn in which column a whole row of people is."""
    rows, columns = len(cells), len(cells[0])
    sheet = _table_sheet(cells, sensitive)
    steps: list[Key] = []
    if not is_small(sheet[TOTAL, TOTAL].truth):
        everything = list(sheet.values())
        totals = [*((row, TOTAL) for row in range(rows)), *((TOTAL, column) for column in range(columns))]
        steps = _audit(
            sheet,
            exposed=lambda: _shown_to_be_small(sheet, everything),
            cover=lambda cell: [(cell[0], TOTAL), (TOTAL, cell[1]), (TOTAL, TOTAL), *totals],
        )
    return _table(rows, columns, sheet, steps)


def _table_sheet(cells: Sequence[Sequence[int]], sensitive: bool) -> Sheet:
    row_sums, column_sums = [sum(row) for row in cells], [sum(column) for column in zip(*cells, strict=True)]
    sheet: Sheet = {(TOTAL, TOTAL): _number("end", "start", sum(row_sums))}
    sheet |= {(i, TOTAL): _number("start", ("row", i), n) for i, n in enumerate(row_sums)}
    sheet |= {(TOTAL, j): _number(("column", j), "end", n) for j, n in enumerate(column_sums)}
    for i, row in enumerate(cells):
        telling = sensitive and row_sums[i] > SMALL and sum(n > 0 for n in row) == 1
        for j, n in enumerate(row):
            whole = is_small(row_sums[i]) or is_small(column_sums[j])
            sheet[i, j] = _number(("row", i), ("column", j), n, hidden_whole=whole, sensitive=telling)
    return sheet


def _table(rows: int, columns: int, sheet: Sheet, steps: Sequence[Key]) -> Table:
    return Table(
        [[sheet[row, column].shown for column in range(columns)] for row in range(rows)],
        [sheet[row, TOTAL].shown for row in range(rows)],
        [sheet[TOTAL, column].shown for column in range(columns)],
        sheet[TOTAL, TOTAL].shown,
        [f"hide {_name(key)}" for key in steps],
    )


def _name(key: Key) -> str:
    if key == (TOTAL, TOTAL):
        return "grand_total"
    return f"row_total[{key[0]}]" if key[1] == TOTAL else f"col_total[{key[1]}]"


# The audit -------------------------------------------------------------------------------------


def _number(tail: Hashable, head: Hashable, n: int, hidden_whole: bool = False, sensitive: bool = False) -> Number:
    if hidden_whole:
        return Number(tail, head, n, HIDDEN, 0, SMALL)
    if sensitive:
        return Number(tail, head, n, HIDDEN, 0, inf)
    return Number(tail, head, n, round5(n), *known(round5(n)))


def _audit(sheet: Sheet, exposed: Callable[[], Iterable[Key]], cover: Callable[[Key], list[Key]]) -> list[Key]:
    """Hide one total for the first exposed cell, and look again, until there is none; the totals, in order."""
    hidden = []
    while (cell := next(iter(exposed()), None)) is not None:
        total = next((key for key in cover(cell) if sheet[key].shown != HIDDEN), None)
        if total is None:
            _withhold(sheet)
            break
        sheet[total].hide(HIDDEN)
        hidden.append(total)
    return hidden


def _withhold(sheet: Sheet) -> None:
    """No total is left to hide, so nothing is shown at all."""
    for number in sheet.values():
        number.hide(HIDDEN)


def _shown_to_be_small(sheet: Sheet, everything: Iterable[Number]) -> Iterator[Key]:
    for key, number in sheet.items():
        hidden_cell = TOTAL not in key and number.shown == HIDDEN and is_small(number.truth)
        if hidden_cell and number.high <= SMALL and not could_be(number, max(number.truth, SAFE), everything):
            yield key


def _pinned(steps: Sheet, everything: Iterable[Number]) -> Iterator[Key]:
    for key, step in steps.items():
        n = step.truth
        if is_small(n) and not could_be(step, n + 1, everything) and not could_be(step, n - 1, everything):
            yield key
