"""The views one keeps: a list with a switch beside each, and the way to the newest figures of one."""

import uuid
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import requires
from outcomes.figures.lattice import Grain
from outcomes.figures.reading import Board
from outcomes.kept_views import actions, pages
from outcomes.kept_views.forms import KeepForm
from outcomes.kept_views.models import KeptView


@requires("KEPT_VIEW", "R")
@form_page
@never_cache
def kept_views(request: HttpRequest) -> HttpResponse:
    """What one keeps; and one more, kept here or from a report's own page."""
    form = KeepForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        said = form.cleaned_data
        newest = _newest(request, said["grain"])
        more = {"place": form.chosen_place, "by_email": said["by_email"], "had": newest}
        actions.keep(request.user, page=said["page"], grain=said["grain"], **more)
        messages.success(request, _("Kept. It opens at the newest figures there are"))
        return redirect("kept_views")
    kept = list(KeptView.objects.visible_to(request.user))
    context = {"kept": kept, "form": form}
    return render(request, "outcomes/kept_views/kept_views.html", context, status=422 if form.is_bound else 200)


def _newest(request: HttpRequest, grain: str) -> date | None:
    board = Board.latest(request.user, Grain(grain))
    return board.period.start if board else None


@requires("KEPT_VIEW", "R")
@require_safe
@never_cache
def kept_view(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """To the page, at the newest period of that length; to the list while there is none."""
    view = get_object_or_404(KeptView.objects.visible_to(request.user), pk=pk)
    board = pages.newest(view, request.user)
    if board is None:
        messages.info(request, _("There are no figures for that yet"))
        return redirect("kept_views")
    return redirect(pages.address(view, board))


@requires("KEPT_VIEW", "U")
@require_POST
def kept_view_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write to me, do not, or let it go."""
    view = get_object_or_404(KeptView.objects.visible_to(request.user), pk=pk)
    do = request.POST.get("do", "")
    if do == "drop":
        actions.drop(view, by=request.user)
        messages.success(request, _("It is no longer kept"))
    elif do in ("write", "quiet"):
        actions.write(view, by_email=do == "write", had=_newest(request, view.grain), by=request.user)
        messages.success(
            request, _("We write to you when there is a new one") if do == "write" else _("No more e-mails")
        )
    return redirect("kept_views")
