"""Whoever took the call or the paper form keys it in, on one screen."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.identity import opening
from connect.keyed import earlier, made_in
from connect.people.access import requires
from connect.people.models import User
from referrals import actions
from referrals.asking import eligibility
from referrals.models import Outsider, Referral
from referrals.open_door import sending
from referrals.open_door.worker_forms import KeyInForm
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import Source


@requires("SELF_REFERRAL", "C")
@form_page
@cache_control(private=True, max_age=0)
def key_in(request: HttpRequest) -> HttpResponse:
    """One screen, for a voice on the telephone. Who is turned away is told where to go, and why."""
    form = KeyInForm(request.POST if request.method == "POST" else None)
    status = 200
    blocked = None
    if form.is_bound:
        if form.is_valid() and form.fit.is_blocked:
            eligibility.note_blocked(form.fit, by=request.user, made={"key": form.cleaned_data["key"]})
            blocked, status = form.fit, 422
        else:
            made, status = sending.sent(request, form, lambda made: _ask(form, request.user, made))
            if made:
                return redirect("keyed_in", made.key)
    context = {"form": form, "blocked": blocked}
    return render(request, "referrals/open_door/key_in.html", context, status=status)


def _ask(form: KeyInForm, by: User, made: Mapping[str, Any]) -> Referral:
    source = form.cleaned_data["source"]
    outsider = Outsider.objects.create(**form.asker()) if source == Source.FAMILY else None
    with opening(made["key"]):  # of another team's, they see no more than what this form makes
        referral = actions.submit(by=None, entered_by=by, source=source, outsider=outsider, made=made, **form.asked())
        words.heard(referral.words, referral=referral, by=by, where=Door.SELF)
    return referral


@requires("SELF_REFERRAL", "C")
@require_safe
@never_cache
def keyed_in(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The receipt, for the session that sent it: what to say before the telephone is put down."""
    referral = earlier(Referral, key, "team", "person")
    if referral is None or not constant_time_compare(referral.made_in, made_in(request)):
        raise Http404
    saw(request, [referral.person_id])
    return render(request, "referrals/open_door/keyed_in.html", {"referral": referral, "person": referral.person})
