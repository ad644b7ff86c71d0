"""Where the pages that can be kept are, and the newest period of each."""

from django.urls import reverse

from connect.people.models import User
from outcomes.figures.reading import Board
from outcomes.kept_views.models import KeptView
from outcomes.kept_views.states import Page

ADDRESSES = {Page.WORKS: "reports", Page.PAPER: "paper", Page.PILOT: "pilot"}


def newest(view: KeptView, user: User) -> Board | None:
    """The newest period of the view's grain there are figures for, at its place; None while there are none."""
    latest = Board.latest(user, view.grain)
    return Board.at(user, latest.period, view.place_code) if latest else None


def address(view: KeptView, board: Board) -> str:
    page = reverse(ADDRESSES[Page(view.page)], args=[board.period.address])
    return f"{page}?place={view.place_code}"
