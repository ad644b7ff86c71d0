"""A page of small steps in a person's own words, strengths first; nothing on it is counted or scored."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from connect.audit.actions import saw
from connect.forms import form_page
from connect.keyed import is_mine
from connect.people.access import requires
from referrals.accompanying import steps
from referrals.accompanying.forms import SaidForm, StepForm
from referrals.accompanying.models import ConfidenceStep
from referrals.case import views
from referrals.models import Referral


@requires("CONFIDENCE", "C")
@form_page
@never_cache
def small_steps(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they would like to be able to do, a little at a time."""
    referral = views.held_row(request, pk)
    saw(request, [referral.person_id])
    form = StepForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _put_down(request, referral, form):
        return redirect("small_steps", pk)
    return _page(request, referral, form)


def _page(request: HttpRequest, referral: Referral, form: StepForm, wrong: SaidForm | None = None) -> HttpResponse:
    """`wrong` is what was said of one step and cannot be: it is drawn again in its place, with what was typed."""
    rows = [(one, _saying(one, wrong)) for one in steps.of(referral)]
    context = {"referral": referral, "rows": rows, "form": form, "strengths": steps.strengths(referral)}
    failed = bool(form.errors) or wrong is not None
    context["to_put_right"] = wrong or form
    return render(request, "referrals/accompanying/small_steps.html", context, status=422 if failed else 200)


def _saying(step: ConfidenceStep, wrong: SaidForm | None) -> SaidForm:
    ids = f"id_{step.pk}_%s"
    return wrong if wrong is not None and wrong.auto_id == ids else SaidForm(auto_id=ids)


def _put_down(request: HttpRequest, referral: Referral, form: StepForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("words", "try_on")}
    step = steps.put_down(referral, **said, by=request.user, made=form.made_by(request))
    if is_mine(request, form, step):
        return True
    form.add_error(None, _("This was put down before with other words. Reload the page to add another"))
    return False


@requires("CONFIDENCE", "C")
@require_POST
def step_said(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Done, not yet, or put away."""
    mine = Referral.objects.caseload_of(request.user)
    step = get_object_or_404(ConfidenceStep.objects.select_related("referral__person"), pk=pk, referral__in=mine)
    saw(request, [step.referral.person_id])
    form = SaidForm(request.POST, auto_id=f"id_{step.pk}_%s")
    if not form.is_valid():
        return _page(request, step.referral, StepForm(), wrong=form)
    said = {name: form.cleaned_data[name] for name in ("said", "words", "next_on")}
    steps.say(step, **said, by=request.user, made=form.made_by(request))
    messages.success(request, _("Written down"))
    return redirect("small_steps", step.referral_id)
