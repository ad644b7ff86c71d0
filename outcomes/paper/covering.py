"""The page on which somebody writes for which board a paper is, and what that is asked to agree."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import form_page
from connect.people.access import requires
from outcomes.paper import covers
from outcomes.paper.forms import CoverForm
from outcomes.paper.models import Which
from outcomes.works.choosing import chosen


@requires("PAPER_COVER", "U")
@form_page
@never_cache
def paper_cover(request: HttpRequest) -> HttpResponse:
    """Of the paper, the period and the place in the address."""
    which, board = request.GET.get("paper", ""), chosen(request)
    if which not in Which.values or board is None:
        raise Http404
    cover = covers.of(board, which, request.user)
    form = CoverForm(request.POST if request.method == "POST" else None, cover=cover)
    back = f"{reverse(which)}?{urlencode({'period': board.period.address, 'place': board.place.code})}"
    theirs = None
    if form.is_valid():
        try:
            covers.write(board, which=which, seen=form.cleaned_data["seen"], said=form.said, by=request.user)
        except covers.ChangedMeanwhile:
            theirs = covers.of(board, which, request.user)
            form.add_error(None, _("Somebody else wrote this cover meanwhile. What they wrote stands below; what you "
                                   "typed is still here. Send it again to put yours in its place"))  # fmt: skip
            form.data = form.data.copy()
            form.data["seen"] = theirs.version
        else:
            messages.success(request, _("It stands over the paper now"))
            return redirect(back)
    context = {"form": form, "board": board, "paper": Which(which).label, "back": back, "theirs": theirs}
    return render(request, "outcomes/paper/cover.html", context, status=422 if form.is_bound else 200)
