"""The pages of the figures: a period and a place as they were frozen. There is nothing to filter, so nothing to
subtract; an address gives a period and a place of the fixed lattice, and no other word in it changes a number."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from connect.people.access import requires
from outcomes.annotations.reading import beside
from outcomes.figures import catalogue
from outcomes.figures.lattice import Grain, Period
from outcomes.works import golden, meanings, reaching
from outcomes.works.choosing import chosen, page
from outcomes.works.drawn import drawn
from outcomes.works.history import History

COARSE = (Grain.QUARTER, Grain.YEAR)


@requires("DASHBOARD")
@require_safe
def reports(request: HttpRequest, period: Period | None = None) -> HttpResponse:
    """What works: the sentences, and a picture for each."""
    board = chosen(request, period)
    said = {}
    if board:
        told = drawn(History(board))
        notes = beside(request.user, board.place.code, board.period.start, board.period.end)
        said = {"short": told.short, "findings": told.findings, "notes": notes}
    return render(request, "outcomes/works/reports.html", page(board, "reports", **said))


@requires("DASHBOARD")
@require_safe
def who_reaches_whom(request: HttpRequest) -> HttpResponse:
    """Doors and kinds of group, organisations against chance, ward by ward."""
    board = chosen(request, grains=COARSE)
    said = {"findings": reaching.findings(History(board))} if board else {}
    return render(request, "outcomes/works/who_reaches_whom.html", page(board, "who_reaches_whom", **said))


@requires("DASHBOARD")
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """All of them, each with its figure, what that is of and how sure it is."""
    board = chosen(request)
    return render(request, "outcomes/works/measures.html", page(board, "measures", groups=meanings.grouped(board)))


@requires("DASHBOARD")
@require_safe
def definition(request: HttpRequest, number: int) -> HttpResponse:
    """What one measure means, and how it stands."""
    measure = catalogue.measures().get(number)
    if measure is None:
        raise Http404
    board = chosen(request)
    meaning = meanings.meaning(measure, History(board) if board else None)
    return render(request, "outcomes/works/definition.html", page(board, "measures", meaning=meaning))


@requires("DASHBOARD")
@require_safe
def golden_thread(request: HttpRequest) -> HttpResponse:
    """Aims, outcomes and what speaks to them, drawn once and then as lists both ways."""
    board = chosen(request)
    said = {"threads": golden.threads(request.user, board)}
    return render(request, "outcomes/works/golden_thread.html", page(board, "golden_thread", **said))
