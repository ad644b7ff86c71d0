"""The list that is worked through in a crisis, a minute each: who is to be rung, and what came of it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import KeyedForm
from connect.people.access import requires
from referrals.crisis import checking, reading
from referrals.crisis.forms import CheckForm, SeenToForm
from referrals.crisis.models import CrisisCheck
from referrals.crisis.states import Said, Standing
from referrals.crisis.views import on_now, on_or_404
from referrals.models import Referral
from referrals.refusals import SomebodyWasFaster
from referrals.states import Safe

PARTS = {*Standing.values, "not_asked"}


@requires("CRISIS_CHECK")
@require_safe
@never_cache
def crisis_list(request: HttpRequest) -> HttpResponse:
    """One's own people; for a lead, everybody the team holds."""
    now = on_now(request)
    if now is None:
        return redirect("crisis")
    asked = request.GET.get("which", "")
    which = asked if asked in PARTS else Standing.RING
    people = reading.not_asked(request.user) if which == "not_asked" else []
    rows = [] if which == "not_asked" else reading.listed(now, request.user, which)
    saw(request, [*reading.people_in(rows), *(one.person_id for one in people)])
    counts = reading.counts(now, request.user) | {"not_asked": reading.agreed(request.user).not_asked}
    context = {
        "crisis": now,
        "which": which,
        "rows": rows,
        "people": people,
        "late": counts["late"],
        "tabs": [(name, label, counts[name], name == which) for name, label in _parts()],
        "most": reading.MOST,
    }
    return render(request, "referrals/crisis/list.html", context)


def _parts() -> list[tuple[str, str]]:
    return [*Standing.choices, ("not_asked", _("Nobody has asked them yet"))]


@requires("CRISIS_CHECK", "U")
@form_page
@never_cache
def crisis_check(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person: whom to ring, what to keep in mind, and three buttons; then the next of the list."""
    now = on_or_404(request)
    rows = CrisisCheck.objects.of(request.user).filter(crisis=now).select_related(*reading.TOGETHER)
    check = get_object_or_404(rows, pk=pk)
    saw(request, [check.referral.person_id])
    if request.method != "POST":
        return _page(request, check)
    if request.POST.get("do") == "rather_not":
        checking.rather_not(check, by=request.user)
        messages.success(request, _("Their yes is taken back. Nobody checks on them any more"))
        return _onwards(request, check)
    form = (SeenToForm if request.POST.get("do") == "seen_to" else CheckForm)(request.POST)
    if form.is_valid() and _noted(request, check, form):
        return _onwards(request, check)
    return _page(request, check, form)


def _noted(request: HttpRequest, check: CrisisCheck, form: KeyedForm) -> bool:
    note = checking.seen_to if isinstance(form, SeenToForm) else checking.note
    try:
        note(check, by=request.user, **form.cleaned_data)
    except SomebodyWasFaster:
        form.add_error(None, _("Somebody wrote something down a moment ago: it is below. Look, then send yours"))
        form.data = form.data.copy()
        form.data["known"] = check.answers.count()
        check.refresh_from_db()
        return False
    except checking.Over:
        messages.info(request, _("Nobody is to look in on them any more"))
        return True
    messages.success(request, _("Written down"))
    return True


def _onwards(request: HttpRequest, check: CrisisCheck) -> HttpResponse:
    following = reading.next_to_ring(check, request.user)
    return redirect("crisis_check", following.pk) if following else redirect("crisis_list")


def _page(request: HttpRequest, check: CrisisCheck, form: KeyedForm | None = None) -> HttpResponse:
    answers = list(check.answers.select_related("by"))
    initial = {"known": len(answers)}
    noting = form if isinstance(form, CheckForm) else CheckForm(initial=initial)
    seeing = form if isinstance(form, SeenToForm) else SeenToForm(initial=initial, auto_id="id_seen_%s")
    context = {
        "crisis": on_now(request),
        "check": check,
        "referral": check.referral,
        "person": check.referral.person,
        "may_ring": check.referral.person.safe_to_ring != Safe.NO,
        "in_mind": _in_mind(check.referral),
        "answers": answers,
        "noting": noting if not check.done_at else None,
        "seeing": seeing if check.said == Said.NEEDS and not check.done_at else None,
        "form": form,
    }
    return render(request, "referrals/crisis/check.html", context, status=422 if form else 200)


def _in_mind(referral: Referral) -> list[object]:
    return list(referral.person.markers.filter(ended_at=None))
