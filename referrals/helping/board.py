"""The helpers' own pages: what is asked of them now, what they offered, and the one thing each was introduced to."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import may, requires
from referrals.helping import actions
from referrals.helping.forms import DoneForm, OfferForm
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.helping.states import Kind, Said, Standing
from referrals.refusals import SomebodyWasFaster

MOST = 100
FIELDS = ("kind", "words", "when", "minutes", "until", "ward__name", "posted_at")


@requires("SMALL_HELP_BOARD")
@require_safe
@never_cache
def helping(request: HttpRequest) -> HttpResponse:
    """Nothing here says who it is for."""
    rows = HelpRequest.objects.board(request.user).select_related("ward").only(*FIELDS)
    kind = request.GET.get("kind", "")
    if kind in Kind.values:
        rows = rows.filter(kind=kind)
    helps = may(request.user, "SMALL_HELP_OFFER", "C")
    own = HelpOffer.objects.filter(helper=request.user) if helps else HelpOffer.objects.none()
    mine = {one.request_id: one for one in own}
    context = {
        "rows": [(one, mine.get(one.pk)) for one in rows[:MOST]],
        "kinds": Kind.choices,
        "kind": kind,
        "own": list(HelpRequest.objects.of_helper(request.user).order_by("-matched_at")[:MOST]) if helps else [],
        "helps": helps,
    }
    return render(request, "referrals/helping/board.html", context)


@requires("SMALL_HELP_OFFER", "C")
@form_page
@never_cache
def help_offer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    rows = HelpRequest.objects.board(request.user).select_related("ward").only(*FIELDS)
    one = get_object_or_404(rows, pk=pk)
    mine = HelpOffer.objects.filter(request=one, helper=request.user).exclude(said=Said.BACK).first()
    form = OfferForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = {"words": form.cleaned_data["words"], "by": request.user, "made": form.made_by(request)}
        try:
            actions.offer(one, **said)
        except SomebodyWasFaster:
            messages.info(request, _("Somebody else helps already. Thank you for offering"))
        else:
            messages.success(request, _("Thank you. The coordinator looks, and you hear by e-mail if it is you"))
        return redirect("helping")
    context = {"one": one, "form": form, "mine": mine}
    return render(request, "referrals/helping/offer.html", context, status=422 if form.is_bound else 200)


@requires("SMALL_HELP_OFFER", "U")
@require_POST
def help_offer_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    mine = get_object_or_404(HelpOffer, request=pk, helper=request.user)
    actions.take_back(mine, by=request.user)
    messages.success(request, _("Taken back"))
    return redirect("helping")


@requires("SMALL_HELP_OFFER")
@require_safe
@never_cache
def help_mine(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who it is and what to know, for the one who was introduced; gone when it is over."""
    one = get_object_or_404(HelpRequest.objects.of_helper(request.user), pk=pk)
    saw(request, [one.pk])
    form = DoneForm() if one.standing == Standing.MATCHED else None
    return render(request, "referrals/helping/mine.html", {"one": one, "done": form})


@requires("SMALL_HELP_OFFER", "U")
@require_POST
def help_done(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    one = get_object_or_404(HelpRequest.objects.of_helper(request.user), pk=pk)
    form = DoneForm(request.POST)
    took = form.cleaned_data["took"] if form.is_valid() else None
    try:
        actions.done(one, took=took)
    except SomebodyWasFaster:
        messages.info(request, _("That is done already"))
    else:
        messages.success(request, _("Thank you. Somebody is glad of it"))
    return redirect("help_mine", pk)
