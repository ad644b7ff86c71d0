"""A release as a file: every figure and value at every place, as shown, in the order of the catalogue."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook

from directory.bulk.arming import disarmed
from outcomes.disclosure import Shown, as_shown
from outcomes.figures import catalogue
from outcomes.figures.models import Figure, Told
from outcomes.figures.reading import Board

Cell = Shown | float


def figures(board: Board) -> Iterator[list[Cell]]:
    yield [_("Period"), _("Place"), _("Code"), _("What"), _("Key"), _("Of them"), _("Shown"), _("Rule")]
    for one in board.release.figures.all():
        yield [board.period.address, *_place(one), *_what(one.count, catalogue.counts()),
               disarmed(board.title(one.count, one.category)), as_shown(one.shown), one.rule]  # fmt: skip


def values(board: Board) -> Iterator[list[Cell]]:
    """A line for each thing that is told of a value; a curve is told point by point."""
    yield [_("Period"), _("Place"), _("Code"), _("What"), _("Key"), _("People"), _("Told"), _("Number")]
    for one in board.release.values.all():
        for name, told in _told(one.told):
            yield [board.period.address, *_place(one), *_what(one.value, catalogue.values()), as_shown(one.people),
                   name, told]  # fmt: skip


def as_csv(board: Board) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(figures(board))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(board: Board) -> bytes:
    book = Workbook(write_only=True)
    for title, rows in ((_("Figures"), figures(board)), (_("Values"), values(board)), (_("Notes"), _notes(board))):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _notes(board: Board) -> Iterator[list[Cell]]:
    release = board.release
    yield [_("Area"), disarmed(release.area_name)]
    yield [_("Period"), board.period.title]
    yield [_("Frozen on"), release.counted_to.isoformat()]
    yield [_("Rule"), release.policy]
    yield ["*", _("1 to 7, or kept back so that a number of 1 to 7 stays so")]


def _place(one: Figure | Told) -> list[str]:
    return [disarmed(one.place_name), one.place_code]


def _what(key: str, known: dict[str, Any]) -> list[str]:
    return [str(known[key].title) if key in known else key, key]


def _told(told: dict[str, Any]) -> Iterator[tuple[str, Cell]]:
    for name, said in told.items():
        for place, each in enumerate(said if isinstance(said, list) else [said]):
            yield (f"{name} {place}" if isinstance(said, list) else name), each if _is_plain(each) else str(each)


def _is_plain(said: object) -> bool:
    return isinstance(said, int | float) and not isinstance(said, bool)
