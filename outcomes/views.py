"""The reports: a month as it was frozen. There is nothing to filter, so nothing to subtract."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from connect.people.access import requires
from outcomes.models import Release
from outcomes.reports import report


@requires("DASHBOARD", "R")
def reports(request: HttpRequest, month: date | None = None) -> HttpResponse:
    """The latest month, or the one in the address."""
    released = Release.objects.visible_to(request.user)
    months = list(released.values_list("period", flat=True).order_by("-period").distinct())
    if month and month not in months:
        raise Http404
    month = month or next(iter(months), None)
    shown = [report(release) for release in released.filter(period=month).prefetch_related("figures")]
    return render(request, "outcomes/reports.html", {"month": month, "months": months, "reports": shown})
