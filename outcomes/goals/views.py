"""A person's goals: put down, tied to the aims, rated as time goes by; on paper too."""

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
from outcomes.goals import actions, asking, evidence, reading
from outcomes.goals.forms import GoalForm, RateForm, TieForm
from outcomes.goals.models import Goal
from outcomes.measuring.asking import AreOut, CannotWrite
from outcomes.measuring.forms import SendForm
from referrals import telling
from referrals.case.views import held_row
from referrals.models import Referral


@requires("GOAL")
@form_page
@never_cache
def goals(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they hope for, how far they are, and what that is part of; a new one at the end."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = GoalForm(request.POST if request.method == "POST" else None, frameworks=reading.frameworks(referral))
    if form.is_bound and may(request.user, "GOAL", "C") and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("words", "hoped_by")}
        outcomes = [uuid.UUID(one) for one in form.cleaned_data["outcomes"]]
        actions.put_down(referral, **said, outcomes=outcomes, by=request.user, made=form.made_by(request))
        messages.success(request, _("Put down, in their words"))
        return redirect("goals", pk)
    return _page(request, referral, form=form, status=422 if form.is_bound else 200)


def _page(request: HttpRequest, referral: Referral, *, form: GoalForm, status: int = 200) -> HttpResponse:
    rows = reading.drawn(referral)
    context = {
        "referral": referral, "rows": rows, "form": form, "may_write": may(request.user, "GOAL", "C"),
        "send": SendForm(), "sent": referral.goals_asked.first(), "can_write": telling.can_write_to(referral),
        "any_open": any(not row.goal.is_over for row in rows),
    }  # fmt: skip
    return render(request, "outcomes/goals/goals.html", context, status=status)


@requires("GOAL", "U")
@form_page
@never_cache
def rate_goal(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """How far they are today, with what is known already ticked or not."""
    goal, referral = _goal(request, pk)
    known = evidence.suggested(goal, evidence.known(referral))
    form = RateForm(request.POST if request.method == "POST" else None, known=known)
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("rating", "words", "rests_on") if name in form.cleaned_data}
        actions.rate(goal, **said, by=request.user, made=form.made_by(request))
        messages.success(request, _("Written down"))
        return redirect("goals", referral.pk)
    context = {"referral": referral, "goal": goal, "form": form}
    return render(request, "outcomes/goals/rate.html", context, status=422 if form.is_bound else 200)


@requires("GOAL", "U")
@form_page
@never_cache
def tie_goal(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Which outcomes it belongs to. Those of an older version stay as they are unless they are unticked."""
    goal, referral = _goal(request, pk)
    tied = {"outcomes": [str(one.pk) for one in goal.outcomes]}
    frameworks = reading.frameworks(referral)
    form = TieForm(request.POST if request.method == "POST" else None, initial=tied, frameworks=frameworks)
    shown = {str(one.pk) for framework in frameworks for aim in framework.aims.all() for one in aim.outcomes.all()}
    older = [one for one in goal.outcomes if str(one.pk) not in shown]
    if form.is_bound and form.is_valid():
        chosen = [uuid.UUID(one) for one in form.cleaned_data["outcomes"]]
        actions.tie(goal, outcomes=chosen + [one.pk for one in older], by=request.user)
        messages.success(request, _("Written down"))
        return redirect("goals", referral.pk)
    context = {"referral": referral, "goal": goal, "form": form, "older": older}
    return render(request, "outcomes/goals/tie.html", context, status=422 if form.is_bound else 200)


def _goal(request: HttpRequest, pk: uuid.UUID) -> tuple[Goal, Referral]:
    mine = Referral.objects.visible_to(request.user).exclude(connector=None)
    rows = Goal.objects.filter(referral__in=mine).select_related("referral__person", "referral__team")
    goal = get_object_or_404(rows.prefetch_related(reading.TAGS, reading.RATINGS), pk=pk)
    saw(request, [goal.referral.person_id])
    return goal, goal.referral


@requires("GOAL", "C")
@require_POST
def ask_goals(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """How far are you? By the person's own link."""
    referral, form = held_row(request, pk), SendForm(request.POST)
    saw(request, [referral.person_id])
    try:
        if form.is_valid():
            asking.send(referral, by=request.user, made=form.made_by(request))
            messages.success(request, _("The question is on its way"))
    except asking.NothingToAsk:
        messages.info(request, _("Put down first what they hope for"))
    except AreOut:
        messages.info(request, _("They have the question already, and can still answer it"))
    except CannotWrite:
        messages.error(request, _("No message is safe or agreed. Ask them on the phone or face to face"))
    return redirect("goals", pk)


@requires("GOAL")
@require_safe
@never_cache
def goals_sheet(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For the person to keep: their words, and how far they said they are."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    context = {"referral": referral, "rows": reading.goals(referral)}
    return render(request, "outcomes/goals/sheet.html", context)
