"""One board and those before it, fetched once for all that a page tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outcomes.disclosure import Shown
from outcomes.figures.lattice import Grain, Period
from outcomes.figures.reading import Board

BACK = {Grain.MONTH: 12, Grain.QUARTER: 7, Grain.YEAR: 3}
A_YEAR = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}


@dataclass(frozen=True)
class History:
    board: Board

    @cached_property
    def boards(self) -> list[Board]:
        """The earliest first, this one last."""
        return [*reversed(self.board.earlier(BACK[self.board.period.grain])), self.board]

    @property
    def a_year_ago(self) -> Board | None:
        before = self.board.period.a_year_before
        return next((one for one in self.boards if one.period == before), None)

    def figures(self, key: str, category: str = "") -> list[tuple[Period, Shown]]:
        return [(one.period, one.shown(key, category)) for one in self.boards if one.has(key, category)]

    def shares(self, part: str, whole: str) -> list[tuple[Period, Shown]]:
        return [(one.period, one.share(part, whole).shown) for one in self.boards if one.has(whole)]


def short(period: Period) -> str:
    """As it stands under a column."""
    first, last = date_format(period.start, "M"), date_format(period.last_month, "M")
    if period.grain == Grain.MONTH:
        return first
    if period.grain == Grain.QUARTER:
        return f"{first}–{last}"
    return _("to %(month)s") % {"month": date_format(period.last_month, "M y")}
