"""The reports: a period as it was frozen. There is nothing to filter, so nothing to subtract."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from connect.people.access import requires
from outcomes.figures.lattice import Grain, Period
from outcomes.figures.reading import Board
from outcomes.models import Release
from outcomes.reports import report


@requires("DASHBOARD", "R")
def reports(request: HttpRequest, period: Period | None = None) -> HttpResponse:
    """The latest month, or the period in the address."""
    released = Release.objects.visible_to(request.user).filter(grain=Grain.MONTH)
    periods = [one.span for one in released]
    board = Board.at(request.user, period) if period else Board.latest(request.user, Grain.MONTH)
    if period and not board:
        raise Http404
    shown = [report(board)] if board else []
    return render(
        request,
        "outcomes/reports.html",
        {"period": board.period if board else None, "periods": periods, "reports": shown},
    )
