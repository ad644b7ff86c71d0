"""A paper as a page, and the same as a PDF to take to the board."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import exported
from connect.people.access import may, requires
from connect.people.models import User
from outcomes.figures.lattice import Period
from outcomes.figures.reading import Board
from outcomes.paper import covers, pdf
from outcomes.paper.board import paper as of_board
from outcomes.paper.models import Which
from outcomes.paper.parts import Paper
from outcomes.pilot.report import GRAINS
from outcomes.pilot.report import report as of_pilot
from outcomes.works.choosing import USUAL, Choices, chosen

Written = Callable[[Board, User], Paper]


@requires("DASHBOARD")
@require_safe
@never_cache
def paper(request: HttpRequest) -> HttpResponse:
    """The board paper of a period."""
    return _page(request, chosen(request), of_board, Which.PAPER, USUAL)


@requires("DASHBOARD")
@require_safe
@never_cache
def pilot(request: HttpRequest) -> HttpResponse:
    """The pilot report: of a year, or a quarter."""
    return _page(request, chosen(request, grains=GRAINS), of_pilot, Which.PILOT, GRAINS)


@requires("DASHBOARD")
@require_safe
@never_cache
def paper_pdf(request: HttpRequest, period: Period) -> HttpResponse:
    return _file(request, chosen(request, period), of_board, Which.PAPER)


@requires("DASHBOARD")
@require_safe
@never_cache
def pilot_pdf(request: HttpRequest, period: Period) -> HttpResponse:
    return _file(request, chosen(request, period, GRAINS), of_pilot, Which.PILOT)


def _page(request: HttpRequest, board: Board | None, write: Written, name: Which, grains: Any) -> HttpResponse:
    """Nothing yet is said plainly; the form over the page is the one of every report."""
    if board is None:
        return render(request, "outcomes/paper/paper.html", {"name": name})
    taken = f"{reverse(f'{name}_pdf', args=[board.period])}?{urlencode({'place': board.place.code})}"
    context = {
        "paper": write(board, request.user).under_a(covers.of(board, name, request.user)),
        "board": board,
        "lattice": Choices.of(board, name, grains),
        "taken": taken,
        "name": name.value,
        "may_write": may(request.user, "PAPER_COVER", "U"),
    }
    return render(request, "outcomes/paper/paper.html", context)


def _file(request: HttpRequest, board: Board | None, write: Written, which: Which) -> HttpResponse:
    if board is None:
        raise Http404
    whole = write(board, request.user).under_a(covers.of(board, which, request.user))
    exported(request)
    answer = HttpResponse(pdf.written(whole), content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(True, f"{whole.file}.pdf")
    return answer
