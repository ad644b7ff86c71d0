"""Which period and place a page shows: one of the fixed lattice, chosen by a plain form, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from outcomes.figures.lattice import Grain, Level, Period
from outcomes.figures.models import Release
from outcomes.figures.reading import Board, Spot
from outcomes.works import reads

USUAL = (Grain.QUARTER, Grain.MONTH, Grain.YEAR)


def chosen(request: HttpRequest, period: Period | None = None, grains: Sequence[Grain] = USUAL) -> Board | None:
    """What the address asks for; without a period the latest of the first grain that has any. None: nothing yet."""
    period = period or _asked(request.GET.get("period", ""))
    board = _found(request, period, grains)
    if board is None and period:
        raise Http404
    if board:
        reads.note(board, by=request.user)
    return board


def _found(request: HttpRequest, period: Period | None, grains: Sequence[Grain]) -> Board | None:
    place = request.GET.get("place", "")
    if period is None:
        return next((found for grain in grains if (found := Board.latest(request.user, grain, place))), None)
    return Board.at(request.user, period, place) if period.grain in grains else None


def _asked(address: str) -> Period | None:
    try:
        return Period.at(address) if address else None
    except ValueError:
        raise Http404 from None


@dataclass(frozen=True)
class Choices:
    """The form over a page, the period before, and what can be taken away."""

    board: Board
    url_name: str
    grains: Sequence[Grain] = USUAL
    released: tuple[Period, ...] = ()
    levels: Sequence[Level] = tuple(reversed(Level))

    @classmethod
    def of(cls, board: Board, url_name: str, grains: Sequence[Grain] = USUAL, levels: Sequence[Level] = ()) -> Choices:
        rows = Release.objects.filter(area_code=board.release.area_code, grain__in=grains)
        released = tuple(Period(day, Grain(grain)) for grain, day in rows.values_list("grain", "period"))
        return cls(board, url_name, grains, released, levels or tuple(reversed(Level)))

    @property
    def action(self) -> str:
        return reverse(self.url_name)

    @property
    def periods(self) -> list[tuple[str, list[Period]]]:
        """(grain in words, its periods, the latest first)."""
        latest_first = sorted(self.released, reverse=True)
        groups = ((grain, [one for one in latest_first if one.grain == grain]) for grain in Grain)
        return [(str(grain.label), found) for grain, found in groups if found]

    @property
    def places(self) -> list[tuple[str, list[Spot]]]:
        groups = [(str(one.label), [spot for spot in self.board.places if spot.level == one]) for one in self.levels]
        return [(words, found) for words, found in [*groups, (_("Other areas"), list(self.board.others))] if found]

    @property
    def before(self) -> str:
        return self.at(self.board.period.before) if self.board.period.before in self.released else ""

    @property
    def before_title(self) -> str:
        return self.board.period.before.title

    def at(self, period: Period) -> str:
        return f"{self.action}?{urlencode({'period': period.address, 'place': self.board.place.code})}"

    @property
    def away(self) -> list[tuple[str, str]]:
        """(words, address) of the same figures in another form, where there is one."""
        offers = ((_("Board paper (PDF)"), "paper_pdf"), (_("Spreadsheet"), "figures_xlsx"), (_("CSV"), "figures_csv"))
        found = ((words, self._of(name)) for words, name in offers)
        return [(words, address) for words, address in found if address]

    def _of(self, name: str) -> str:
        try:
            address = reverse(name, args=[self.board.period])
        except NoReverseMatch:
            return ""
        return f"{address}?{urlencode({'place': self.board.place.code})}"


def page(board: Board | None, url_name: str, **said: Any) -> dict[str, Any]:
    """What every page on a board is drawn with."""
    choices = Choices.of(board, url_name) if board else None
    return {"board": board, "lattice": choices, **said}
