"""The coordinator's pages about volunteers: how far each has come, what is missing, and who said so when."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import requires
from referrals.befriending import applying, approving, readiness, reading, standing
from referrals.befriending.models import BefriendingRules, Volunteer
from referrals.befriending.states import Stage
from referrals.befriending.work_forms import ChangeForm, CheckForm, LessonForm, NameForm, StandForm

GROUPS = (
    (Stage.CONFIRMED, Stage.TALKED, Stage.APPLIED), (Stage.APPROVED,), (Stage.RESTING, Stage.DECLINED, Stage.LEFT),
)  # fmt: skip


@requires("VOLUNTEER")
@require_safe
@never_cache
def volunteers(request: HttpRequest) -> HttpResponse:
    """Those who come in, those who visit, those whose check or training runs out."""
    rows = list(reading.volunteers(request.user).order_by("applied_at")[:300])
    today, rules = timezone.localdate(), BefriendingRules.of(request.user.acting.team_id)
    soon = today + standing.SOON
    for one in rows:
        one.lacks = readiness.missing(one, rules, today) if one.stage in GROUPS[0] else []
        one.runs_out = [day for day in (one.check_until, one.trained_until) if day and day <= soon]
    context = {
        "coming": [one for one in rows if one.stage in GROUPS[0]],
        "approved": [one for one in rows if one.stage in GROUPS[1]],
        "others": [one for one in rows if one.stage in GROUPS[2]],
        "due": [one for one in rows if one.runs_out and one.stage in (Stage.APPROVED, Stage.RESTING)],
        "only_due": request.GET.get("which") == "due",
        "today": today,
    }
    return render(request, "referrals/befriending/volunteers.html", context)


def _one(request: HttpRequest, pk: uuid.UUID) -> Volunteer:
    found = reading.volunteers(request.user).select_related("team__organisation", "approved_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@requires("VOLUNTEER")
@require_safe
@never_cache
def volunteer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One volunteer: the steps, what is missing, what was seen by whom, and what they offer."""
    row = _one(request, pk)
    today, rules = timezone.localdate(), BefriendingRules.of(row.team_id)
    coming_in = row.stage in GROUPS[0]
    context = {
        "volunteer": row,
        "steps": row.steps.select_related("by"),
        "checks": row.checks.select_related("seen_by"),
        "lessons": row.lessons.select_related("noted_by"),
        "lacks": readiness.missing(row, rules, today) if coming_in else [],
        "rules": rules,
        "today": today,
        "check_form": CheckForm(nation=row.team.organisation.nation, auto_id="check_%s"),
        "lesson_form": LessonForm(auto_id="lesson_%s"),
        "name_form": NameForm(auto_id="referee_%s"),
        "stand_form": StandForm(stage=row.stage, auto_id="stand_%s"),
        "coming_in": coming_in,
    }
    return render(request, "referrals/befriending/volunteer.html", context)


@requires("VOLUNTEER", "U")
@require_POST
def volunteer_talked(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _one(request, pk)
    return _stepped(request, row, lambda: approving.talked(row, by=request.user))


@requires("VOLUNTEER", "U")
@require_POST
def volunteer_approve(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _one(request, pk)
    return _stepped(request, row, lambda: approving.approve(row, by=request.user))


def _stepped(request: HttpRequest, row: Volunteer, do: Callable[[], object]) -> HttpResponse:
    try:
        do()
    except approving.NotComplete as error:
        messages.error(request, _("Not yet: %(what)s") % {"what": "; ".join(error.what)})
    except applying.NotFrom:
        messages.error(request, _("A colleague was a moment faster. This is how it stands now"))
    else:
        messages.success(request, _("Written down"))
    return redirect("volunteer", row.pk)


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def volunteer_stand(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _one(request, pk)
    form = StandForm(request.POST if request.method == "POST" else None, stage=row.stage)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        return _stepped(request, row, lambda: approving.stand(row, by=request.user, **said))
    return _form(request, row, form, _("How they stand"))


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def volunteer_check(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """I have seen the certificate: which, and when."""
    row = _one(request, pk)
    form = CheckForm(request.POST if request.method == "POST" else None, nation=row.team.organisation.nation)
    if form.is_bound and form.is_valid():
        return _stepped(request, row, lambda: approving.saw_check(row, by=request.user, **form.cleaned_data))
    return _form(request, row, form, _("A check was seen"))


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def volunteer_lesson(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _one(request, pk)
    form = LessonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _stepped(request, row, lambda: approving.taught(row, by=request.user, **form.cleaned_data))
    return _form(request, row, form, _("They were at a training"))


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def volunteer_referee(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody who may be asked about them, by a link of their own."""
    row = _one(request, pk)
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        person = {name: form.cleaned_data[name] for name in ("name", "email", "tie")}
        made = [form.made_by(request)]
        return _stepped(request, row, lambda: applying.name_referees(row, [person], made=made, by=request.user))
    return _form(request, row, form, _("Somebody who knows them"))


@requires("VOLUNTEER", "U")
@form_page
@never_cache
def volunteer_change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they offer, when and how far, as they told us."""
    row = _one(request, pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=ChangeForm.drawn(row))
    if form.is_bound and form.is_valid():
        return _stepped(request, row, lambda: applying.change(row, **form.cleaned_data))
    return _form(request, row, form, _("What they offer"))


def _form(request: HttpRequest, row: Volunteer, form: forms.Form, title: str) -> HttpResponse:
    context = {
        "form": form, "title": title, "button": _("Write it down"), "back": reverse("volunteer", args=[row.pk]),
        "lead": row.name,
    }  # fmt: skip
    return render(request, "referrals/befriending/form.html", context, status=422 if form.is_bound else 200)
