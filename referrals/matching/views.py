"""Looking for a group with somebody: why each is suggested, what can be changed, and that nothing fits."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import requires
from directory.finding.actions import note_gap
from directory.models import Need
from directory.states import Missing, Source
from referrals.case.views import posts
from referrals.matching import forms, ideas, wishes
from referrals.models import Referral
from referrals.states import State


@requires("CONNECTION")
@require_safe
@never_cache
def matches(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Change how far, which days, what for: the list changes with it, and says when nothing fits."""
    referral = _row(request, pk)
    saw(request, [referral.person_id])
    form, asked = forms.asked(request.GET, wishes.of(referral))
    context = {
        "referral": referral,
        "form": form,
        "ideas": ideas.of(referral, asked),
        "gap": forms.GapForm(initial={"need": (asked.needs or referral.wants or [""])[0]}),
        "reasons": Missing.choices,
        "may_introduce": referral.state in (State.CONTACTED, State.ACTIVE),
    }
    return render(request, "referrals/matching/matches.html", context)


@requires("CONNECTION", "C")
@posts
def nothing_fits(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One press: what was wanted, in which ward, and why there is nothing. Nothing about the person goes with it."""
    referral, form = _row(request, pk), forms.GapForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why nothing fits"))
        return redirect("matches", pk)
    need = Need.objects.filter(pk=form.cleaned_data["need"]).first()
    note_gap(
        by=request.user,
        source=Source.CONNECTOR,
        reason=form.cleaned_data["reason"],
        need=need,
        area=referral.ward,
        made=form.made_by(request),
    )
    messages.success(request, _("Noted for those who decide what is started next. It names nobody"))
    return redirect("person", pk)


def _row(request: HttpRequest, pk: uuid.UUID) -> Referral:
    """Somebody has accepted it: before that nobody chooses for them."""
    rows = Referral.objects.visible_to(request.user).exclude(connector=None)
    return get_object_or_404(rows.select_related("person", "ward").prefetch_related("connections"), pk=pk)
