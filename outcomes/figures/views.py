"""The same release to take away, as CSV and as a workbook."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.people.access import requires
from outcomes.figures import files
from outcomes.figures.lattice import Grain, Period
from outcomes.figures.reading import Board
from outcomes.works.choosing import chosen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("DASHBOARD", "R")
@require_safe
@never_cache
def figures_csv(request: HttpRequest, period: Period) -> HttpResponse:
    return _file(request, period, files.as_csv, "text/csv; charset=utf-8", "csv")


@requires("DASHBOARD", "R")
@require_safe
@never_cache
def figures_xlsx(request: HttpRequest, period: Period) -> HttpResponse:
    return _file(request, period, files.as_xlsx, XLSX, "xlsx")


def _file(
    request: HttpRequest, period: Period, write: Callable[[Board], bytes], kind: str, ending: str
) -> HttpResponse:
    """Whatever place the page showed, the file has them all."""
    board = chosen(request, period, list(Grain))
    name = f"connect-{board.release.area_code}-{board.period.address}.{ending}"
    return HttpResponse(
        write(board), content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
