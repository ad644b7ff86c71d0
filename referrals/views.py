"""Pages of the referral: the worker's, then the connector's. Guard, fetch, form, action, page."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier, is_mine, made_in
from connect.people.access import requires
from referrals import actions, progress, referring
from referrals.forms import ReferForm
from referrals.models import Referral
from referrals.states import Purpose, State


@requires("REFERRAL_CREATE", "C")
@form_page
@cache_control(private=True, max_age=0)  # not no-store: on Back, the form must still hold what was typed, and its key
def refer(request: HttpRequest) -> HttpResponse:
    """Five questions, and a reference straight away. Sent twice, it is made once."""
    form = ReferForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "referrals/refer.html", {"form": form})
    if form.is_valid():
        made = referring.send(request, form)
        if is_mine(request, form, made):
            return redirect("sent", made.key)
        if made:
            return _sent_before(request, form, made)
    return render(request, "referrals/refer.html", {"form": form}, status=422)


def _sent_before(request: HttpRequest, form: ReferForm, made: Referral) -> HttpResponse:
    """Somebody sent this key with other words; whose session made it may see what it made."""
    shown = made if constant_time_compare(made.made_in, made_in(request)) else None
    saw(request, [shown.person_id] if shown else [])
    return render(request, "referrals/already_sent.html", {"form": form, "referral": shown}, status=409)


@requires("REFERRAL_CREATE", "C")
@require_safe
@never_cache
def sent(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The receipt; only the session that sent the form sees it."""
    referral = earlier(Referral, key, *referring.TO_TELL)
    if referral is None or not constant_time_compare(referral.made_in, made_in(request)):
        raise Http404
    saw(request, [referral.person_id])
    told = referral.agreed_to(Purpose.TELL_REFERRER)
    return render(request, "referrals/sent.html", {"referral": referral, "person": referral.person, "told": told})


@requires("REFERRAL_STATUS")
@require_safe
@never_cache
def referrals(request: HttpRequest) -> HttpResponse:
    """What became of the people this worker asked for: no more than each agreed to."""
    rows = referring.to_tell(Referral.objects.visible_to(request.user).order_by("-submitted_at")[:100])
    saw(request, [referral.person_id for referral in rows])
    told = [(row, row.name_for(request.user), progress.for_referrer(row)) for row in rows]
    told.sort(key=lambda one: one[0].state != State.RETURNED)  # what needs her comes first
    been = sum(how.has_been for _row, _name, how in told)
    return render(request, "referrals/referrals.html", {"told": told, "been": been})


@requires("REFERRAL_STATUS")
@require_safe
@never_cache
def referral(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person the worker asked for."""
    found = get_object_or_404(referring.to_tell(Referral.objects.visible_to(request.user)), pk=pk)
    saw(request, [found.person_id])
    name = found.name_for(request.user)
    context = {
        "referral": found,
        "name": name,
        "progress": progress.for_referrer(found),
        "returned": actions.why_returned(found),
    }
    return render(request, "referrals/referral.html", context)
