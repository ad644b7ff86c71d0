"""A picture on a page: the wide drawing, the narrow one, and the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.disclosure import HIDDEN, Shown
from outcomes.drawing.frame import NARROW, WIDE, Frame
from outcomes.drawing.scales import worded

MOST_SAID = 60  # rows in words; the table has the rest
Cell = Shown | float | str | None


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row is its head. `total` is a last row, in bold. Four columns and more become cards.

    `words`: so many columns after the first are words and not amounts, and stand to the left.
    """

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] = ()
    words: int = 0

    @property
    def cards(self) -> bool:
        return len(self.heads) > 3

    @property
    def heading(self) -> list[tuple[str, bool]]:
        """(words, is an amount) of each column."""
        return [(head, i > self.words) for i, head in enumerate(self.heads)]

    @property
    def lines(self) -> Iterator[tuple[str, list[tuple[str, str, bool]], bool]]:
        """(head, [(column's name, cell, is an amount)], is the total)."""
        for row, total in [*((row, False) for row in self.rows), *([(self.total, True)] if self.total else [])]:
            cells = [(self.heads[i], _written(cell), i > self.words) for i, cell in enumerate(row[1:], start=1)]
            yield _written(row[0]), cells, total

    def said(self) -> str:
        """The table in a sentence, for those who do not see the picture."""
        said = "; ".join(self._row_said(head, cells) for head, cells, _total in list(self.lines)[:MOST_SAID])
        return strip_tags(said)

    def _row_said(self, head: str, cells: Sequence[tuple[str, str, bool]]) -> str:
        if len(cells) == 1:
            return f"{head}: {_spoken(cells[0][1])}"
        return f"{head}: " + ", ".join(f"{name} {_spoken(cell)}" for name, cell, _amount in cells)


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, SafeString) else worded(cell)


def _spoken(cell: str) -> str:
    return _("hidden") if cell == HIDDEN else cell


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    title: str
    drawings: Sequence[SafeString]
    table: Table | None = None
    is_open: bool = False  # its table
    captioned: bool = False  # its title stands over it, where it is one of several


def picture(
    name: str, title: str, draw: Callable[[Frame], SafeString], *, table: Table | None = None, desc: str = "",
    is_open: bool = False, captioned: bool = False,
) -> Picture:  # fmt: skip
    """`draw` is a chart that waits for its frame; it is drawn twice, and the stylesheet shows the one that fits."""
    desc = desc or (table.said() if table else title)
    frames = [Frame(f"{name}-w", title, desc, WIDE), Frame(f"{name}-n", title, desc, NARROW)]
    return Picture(name, title, [draw(frame) for frame in frames], table, is_open, captioned)
