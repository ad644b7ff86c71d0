"""Groups that are shut: which, whom of ours that touches, and where they could go instead."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import earlier
from connect.people.access import may, requires
from referrals.crisis import closing, instead
from referrals.crisis.forms import ShutForm
from referrals.crisis.models import Crisis, CrisisCheck, CrisisClosure
from referrals.crisis.views import on_now, on_or_404
from referrals.refusals import ReferralError


@requires("CRISIS")
@require_safe
@never_cache
def crisis_closures(request: HttpRequest) -> HttpResponse:
    now = on_now(request)
    if now is None:
        return redirect("crisis")
    rows = list(now.closures.select_related("service", "by", "opened_by"))
    going = closing.how_many(rows, request.user)
    context = {
        "crisis": now,
        "shut": [(one, going[one.service_id]) for one in rows if one.opened_at is None],
        "opened": [one for one in rows if one.opened_at],
        "may_change": may(request.user, "CRISIS", "C"),
    }
    return render(request, "referrals/crisis/closures.html", context)


@requires("CRISIS", "C")
@form_page
@never_cache
def crisis_shut(request: HttpRequest) -> HttpResponse:
    now = on_or_404(request)
    today = timezone.localdate()
    initial = {"begins_on": today, "until": max(now.ends_on, today + timedelta(days=1))}
    groups = closing.groups_of(request.user)
    form = ShutForm(request.POST if request.method == "POST" else None, initial=initial, groups=groups)
    if form.is_valid() and (row := _shut(request, form, now)):
        return redirect("crisis_closure", row.pk)
    context = {"form": form, "crisis": now}
    return render(request, "referrals/crisis/shut.html", context, status=422 if form.is_bound else 200)


def _shut(request: HttpRequest, form: ShutForm, now: Crisis) -> CrisisClosure | None:
    if before := earlier(CrisisClosure, form.cleaned_data["key"]):
        return before
    said = {name: form.cleaned_data[name] for name in ("service", "begins_on", "until", "why")}
    try:
        row = closing.shut(now, by=request.user, made=form.made_by(request), **said)
    except ReferralError:
        form.add_error(None, _("A colleague has said so already, or the crisis is over"))
        return None
    messages.success(request, _("Written down. Whoever is expected there is told within minutes"))
    return row


@requires("CRISIS")
@require_safe
@never_cache
def crisis_closure(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Everybody of theirs who goes there, and what is like it nearby or needs no travel."""
    now = on_or_404(request)
    closure = get_object_or_404(now.closures.select_related("service", "by", "opened_by"), pk=pk)
    people = closing.those_of(closure, request.user)
    saw(request, [one.person_id for one in people])
    sessions = closing.next_of(people, closure)
    checks = _checks(request, now, people)
    context = {
        "crisis": now,
        "closure": closure,
        "people": [(one, sessions.get(one.pk), checks.get(one.referral_id)) for one in people],
        "instead": instead.of(closure, request.user),
        "may_change": may(request.user, "CRISIS", "U"),
    }
    return render(request, "referrals/crisis/closure.html", context)


def _checks(request: HttpRequest, now: Crisis, people: list) -> dict[object, CrisisCheck]:
    """The latest of each."""
    rows = CrisisCheck.objects.of(request.user).filter(crisis=now, referral__in=[one.referral_id for one in people])
    return {one.referral_id: one for one in rows.order_by("round__at")}


@requires("CRISIS", "U")
@require_POST
def crisis_reopen(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    now = on_or_404(request)
    closing.open_again(get_object_or_404(now.closures, pk=pk), by=request.user)
    messages.success(request, _("Open again. Ring those who were told that it is off"))
    return redirect("crisis_closure", pk)
