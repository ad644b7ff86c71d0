"""Where the pages that can be kept are, how long their periods may be, and the newest period of each."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode

from connect.people.models import User
from outcomes.figures.lattice import Grain
from outcomes.figures.reading import Board
from outcomes.kept_views.models import KeptView
from outcomes.kept_views.states import Page

ANY, LONG = tuple(Grain), (Grain.QUARTER, Grain.YEAR)
PAGES: dict[Page, tuple[str, Sequence[Grain]]] = {
    Page.WORKS: ("reports", ANY),
    Page.FLOW: ("who_reaches_whom", LONG),
    Page.MISSING: ("unmet", LONG),
    Page.PAPER: ("paper", ANY),
    Page.PILOT: ("pilot", LONG),
}


def has(page: str, grain: str) -> bool:
    return Grain(grain) in PAGES[Page(page)][1]


def newest(view: KeptView, user: User) -> Board | None:
    """The newest period of the view's grain there are figures for, at its place; None while there are none."""
    return Board.latest(user, Grain(view.grain), view.place_code)


def address(view: KeptView, board: Board) -> str:
    where = {"period": board.period.address, "place": view.place_code}
    return f"{reverse(PAGES[Page(view.page)][0])}?{urlencode(where)}"
