"""The pages of the wish list: all of it, one wish with its steps, a new one, and what changed."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import may, requires
from connect.places.models import Area
from outcomes.missing import actions
from outcomes.missing.forms import ChangeForm, WishForm
from outcomes.missing.models import Wish
from outcomes.missing.wanted import lines

LISTED = 200


@requires("WISH")
@require_safe
@never_cache
def wishes(request: HttpRequest) -> HttpResponse:
    """Everything wished for: where, how far the nearest is, and how far it has come."""
    rows = Wish.objects.visible_to(request.user)
    context = {
        "lines": lines(rows.current()[:LISTED]),
        "aside": list(rows.filter(standing="aside").order_by("-changed_at")[:LISTED]),
        "tally": rows.current().tally(),
        "may_add": may(request.user, "WISH", "C"),
    }
    return render(request, "outcomes/missing/wishes.html", context)


@requires("WISH", "C")
@form_page
@never_cache
def wish_new(request: HttpRequest) -> HttpResponse:
    """A gap of the reports brings its need and its ward along; looking puts nothing on the list."""
    ward = Area.objects.filter(code=request.GET.get("ward", ""))
    first = {"need": request.GET.get("need", ""), "wards": list(ward)}
    form = WishForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        new = actions.wish(**form.said, by=request.user, made=form.made_by(request))
        messages.success(request, _("It stands on the wish list"))
        return redirect(new)
    return render(request, "outcomes/missing/wish_new.html", {"form": form}, status=422 if form.is_bound else 200)


@requires("WISH")
@require_safe
@never_cache
def wish(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One wish and each step it took."""
    held = _held(request, pk)
    context = {
        "wish": held, "line": lines([held])[0], "steps": held.steps.select_related("by").order_by("-at"),
        "may_change": may(request.user, "WISH", "U"),
    }  # fmt: skip
    return render(request, "outcomes/missing/wish.html", context)


def _held(request: HttpRequest, pk: uuid.UUID) -> Wish:
    rows = Wish.objects.visible_to(request.user).select_related("need", "service").prefetch_related("wards")
    return get_object_or_404(rows, pk=pk)


@requires("WISH", "U")
@form_page
@never_cache
def wish_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    held = _held(request, pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, held=held)
    if form.is_bound and form.is_valid() and _changed(request, held, form):
        messages.success(request, _("Written down"))
        return redirect(held)
    context = {"form": form, "wish": held}
    return render(request, "outcomes/missing/wish_change.html", context, status=422 if form.is_bound else 200)


def _changed(request: HttpRequest, held: Wish, form: ChangeForm) -> bool:
    try:
        actions.change(held, **form.said, by=request.user, made=form.made_by(request))
    except actions.CannotMove:
        form.add_error("standing", _("A colleague has moved it meanwhile. Choose from where it stands now"))
    except actions.SomebodyWasFaster:
        form.data = form.data.copy()
        form.data["seen"] = str(held.version)
        form.add_error(
            None, _("A colleague changed it meanwhile. What you typed is here: save it to put it in their place")
        )
    return not form.errors
