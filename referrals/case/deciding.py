"""Pages that take somebody on, give them back, or finish."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from referrals import actions
from referrals.case import views
from referrals.forms import WhyForm
from referrals.models import Referral
from referrals.states import Closed, Returned, State


@requires("CLAIM", "U")
@views.posts
def accept(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral = get_object_or_404(Referral.objects.visible_to(request.user), pk=pk)
    if referral.connector_id == request.user.pk:
        return redirect("person", pk)  # pressed twice
    try:
        actions.accept(referral, by=request.user)
    except actions.ReferralError:
        return _taken(request)
    messages.success(request, _("Accepted. Next: ring them"))
    return redirect("person", pk)


def _taken(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("A colleague has taken this referral a moment ago"))
    return redirect("caseload")


@requires("CLAIM", "U")
@form_page
@never_cache
def give_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Back to the worker who asked, with a reason they are told."""
    referral = get_object_or_404(Referral.objects.visible_to(request.user).select_related("person"), pk=pk)
    if not referral.can_move_to(State.RETURNED):  # pressed twice, or a colleague has accepted it meanwhile
        return redirect("caseload")
    saw(request, [referral.person_id])
    title, button = _("Give the referral back"), _("Give back and tell the worker")
    label = _("Why does it go back?")
    done = partial(actions.give_back, referral, by=request.user)
    return _for_a_reason(request, referral, Returned.choices, label, done, title=title, button=button)


@requires("REFERRAL_CLOSE", "U")
@form_page
@never_cache
def close(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Nothing more is done: they go on their own account now, or asked us to stop, or something else."""
    referral = views.held_row(request, pk)
    saw(request, [referral.person_id])
    if not referral.can_move_to(State.CLOSED):
        return redirect("person", pk)
    done = partial(actions.close, referral, by=request.user)
    words = {"title": _("Finish"), "button": _("Finish, and write nothing more to them")}
    return _for_a_reason(request, referral, Closed.choices, _("Why is it finished?"), done, **words)


def _for_a_reason(
    request: HttpRequest,
    referral: Referral,
    reasons: Sequence[tuple[str, str]],
    label: str,
    done: Callable[..., object],
    **words: str,
) -> HttpResponse:
    """One question with a list of reasons; then what was asked for is done, and the list of people is next."""
    form = WhyForm(request.POST if request.method == "POST" else None, reasons=reasons, label=label)
    if request.method == "POST" and form.is_valid():
        try:
            done(why=form.cleaned_data["why"])
        except actions.ReferralError:
            return _taken(request)
        messages.success(request, _("Done"))
        return redirect("caseload")
    context = {"form": form, "referral": referral, **words}
    return render(request, "referrals/why.html", context, status=422 if form.is_bound else 200)
