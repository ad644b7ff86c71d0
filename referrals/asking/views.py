"""The worker's front door: where, then five questions, then a reference. Guard, fetch, form, action, page."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier, is_mine, made_in
from connect.people.access import requires
from connect.places.find import PlaceError
from directory.search import near_and_answering
from directory.sharing import short
from referrals.asking import drafts, eligibility, sending
from referrals.asking.forms import ReferForm, WhereForm, begun, typed
from referrals.asking.models import Draft
from referrals.models import Referral
from referrals.queue import expecting
from referrals.states import Purpose

A_FEW = 6


@requires("REFERRAL_CREATE", "C")
@form_page
@cache_control(private=True, max_age=0)  # not no-store: on Back, the form must still hold what was typed, and its key
def refer(request: HttpRequest) -> HttpResponse:
    """Where do they live: whether somebody may help is known before any question. Then the form, sent here."""
    if request.method != "POST":
        return render(request, "referrals/asking/where.html", _start(request, WhereForm()))
    form = ReferForm(request.POST)
    if form.is_valid():
        made = sending.send(request, form)
        if is_mine(request, form, made):
            return redirect("sent", made.key)
        if made:
            return _sent_before(request, form, made)
    sending.note_blocked(request, form)
    return _questions(request, form, status=422)


def _start(request: HttpRequest, form: WhereForm) -> dict[str, object]:
    return {"form": form, "drafts": drafts.unfinished(request.user)}


def _questions(
    request: HttpRequest, form: ReferForm, *, fit: eligibility.Fit | None = None, status: int = 200
) -> HttpResponse:
    fit = form.fit or fit
    wait = expecting.wait_of(fit.team) if fit and fit.team else None
    return render(request, "referrals/asking/refer.html", {"form": form, "fit": fit, "wait": wait}, status=status)


@requires("REFERRAL_CREATE", "C")
@form_page
def refer_where(request: HttpRequest) -> HttpResponse:
    """Somebody may be helped there: on to the questions. Nobody may: the right door, and it is counted."""
    if request.method != "POST":
        return redirect("refer")
    form = WhereForm(request.POST)
    if not form.is_valid():
        return render(request, "referrals/asking/where.html", _start(request, form), status=422)
    if form.fit.is_blocked:
        sending.note_blocked(request, form)
        return render(request, "referrals/asking/blocked.html", {"fit": form.fit, "form": form})
    key = form.cleaned_data["key"]
    if not earlier(Referral, key):
        drafts.save(key, typed=typed(request.POST), by=request.user)
    return redirect("refer_draft", key)


@requires("REFERRAL_CREATE", "C")
@require_safe
@cache_control(private=True, max_age=0)
def refer_draft(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The questions, with what was typed before; the same address works on another phone of theirs."""
    draft = Draft.objects.visible_to(request.user).filter(pk=key).first()
    if draft is None:
        return _gone(request, key)
    form = ReferForm(initial=begun(draft.typed) | {"key": draft.pk})
    return _questions(request, form, fit=_fit(draft))


def _gone(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Sent in this session meanwhile: its receipt. Otherwise erased, or never theirs: the two look alike."""
    made = earlier(Referral, key)
    if made and constant_time_compare(made.made_in, made_in(request)):
        return redirect("sent", key)
    messages.info(request, _("That draft is not here any more. Drafts are kept for three days, and erased when sent"))
    return redirect("refer")


def _fit(draft: Draft) -> eligibility.Fit | None:
    """Who would answer, for the line beside the place; None where what stands there is no place yet."""
    age = draft.said("age")
    try:
        return eligibility.check(draft.said("postcode"), age=int(age) if age.isdecimal() and len(age) < 4 else None)
    except PlaceError:
        return None


@requires("REFERRAL_CREATE", "C")
@form_page
def refer_save(request: HttpRequest) -> HttpResponse:
    """Save and finish later, at any point and however much is missing; a script saves in the same way, and stays."""
    if request.method != "POST":
        return redirect("refer")
    stays, key = "keep" in request.GET, _key(request)
    if earlier(Referral, key):  # saved a moment too late: it was sent meanwhile
        return HttpResponse(status=409) if stays else _gone(request, key)
    try:
        draft = drafts.save(key, typed=typed(request.POST), by=request.user)
    except drafts.TooMuch:
        draft = None
    if stays:
        return HttpResponse(status=204 if draft else 409)
    if draft is None:
        return _questions(request, ReferForm(request.POST), status=422)
    messages.success(request, _("Saved. Only you can open it, and it is erased when you send it or after three days"))
    return redirect("refer")


def _key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise Http404 from error


@requires("REFERRAL_CREATE", "C")
@require_POST
def refer_drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Thrown away: nothing of it is left."""
    drafts.erase(key, by=request.user)
    messages.success(request, _("Erased"))
    return redirect("refer")


@requires("SIGNPOST", "C")
@form_page
def refer_places(request: HttpRequest) -> HttpResponse:
    """They would rather do it themselves: places near them that answer what they would like, to text, print or tell.

    What was typed about them goes nowhere: the address holds the listings, and the count their ward at most.
    """
    if request.method != "POST":
        return redirect("search")
    try:
        spot = eligibility.locate(request.POST.get("postcode", ""))
    except PlaceError:
        return redirect("search")
    found = near_and_answering(spot, request.POST.getlist("wants"), A_FEW) or near_and_answering(spot, (), A_FEW)
    if not found:
        return redirect("search")
    return redirect(f"{reverse('shortlist')}?l={short.write_all(hit.service.pk for hit in found)}")


def _sent_before(request: HttpRequest, form: ReferForm, made: Referral) -> HttpResponse:
    """Somebody sent this key with other words; whose session made it may see what it made."""
    shown = made if constant_time_compare(made.made_in, made_in(request)) else None
    saw(request, [shown.person_id] if shown else [])
    context = {"form": form, "referral": shown}
    return render(request, "referrals/asking/already_sent.html", context, status=409)


@requires("REFERRAL_CREATE", "C")
@require_safe
@never_cache
def sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The receipt; only the session that sent the form sees it."""
    referral = earlier(Referral, key, *sending.TO_TELL)
    if referral is None or not constant_time_compare(referral.made_in, made_in(request)):
        raise Http404
    saw(request, [referral.person_id])
    context = {
        "referral": referral,
        "person": referral.person,
        "told": referral.agreed_to(Purpose.TELL_REFERRER),
    }
    return render(request, "referrals/asking/sent.html", context)
