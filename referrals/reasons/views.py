"""Pages of the reasons: of which scheme, and then one question at a time."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import requires
from connect.people.running.bodies import schemes_seen_by
from referrals.reasons import actions
from referrals.reasons.forms import ReasonsForm
from referrals.reasons.offering import STEPS, rows_of
from referrals.states import State


@requires("SCHEME", "U")
@require_safe
@never_cache
def reasons(request: HttpRequest) -> HttpResponse:
    """Of which scheme; a lead has one, and comes straight to it."""
    mine = list(schemes_seen_by(request.user, "U"))
    if len(mine) == 1:
        return redirect("scheme_reasons", mine[0].pk)
    return render(request, "referrals/reasons/reasons.html", {"schemes": mine})


@requires("SCHEME", "U")
@form_page
@never_cache
def scheme_reasons(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One question: which of its reasons are offered, in whose words, and what is advised then."""
    scheme = get_object_or_404(schemes_seen_by(request.user, "U"), pk=pk)
    step = STEPS.get(request.GET.get("step", ""), STEPS[State.RETURNED])
    form = ReasonsForm(
        request.POST if request.method == "POST" else None, step=step, rows=rows_of(scheme, step.key)
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        actions.keep(scheme, step=step.key, told=form.told(), by=request.user)
        messages.success(request, _("Saved"))
        return redirect(f"{reverse('scheme_reasons', args=[pk])}?step={step.key}")
    tabs = [(one.key, one.title, one is step) for one in STEPS.values()]
    context = {"scheme": scheme, "step": step, "tabs": tabs, "form": form}
    return render(request, "referrals/reasons/scheme_reasons.html", context, status=422 if form.is_bound else 200)
