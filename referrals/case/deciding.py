"""Pages that take somebody on, give them back, or finish."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from referrals import actions
from referrals.case import views
from referrals.life.forms import CloseForm, GiveBackForm
from referrals.life.stepping import step
from referrals.models import Referral
from referrals.queue import claiming
from referrals.states import State


@requires("CLAIM", "U")
@views.posts
def accept(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """New, or put back by a colleague: the first to press has them."""
    referral = get_object_or_404(Referral.objects.visible_to(request.user), pk=pk)
    if referral.connector_id == request.user.pk:
        return redirect("person", pk)  # pressed twice
    try:
        claiming.claim(referral, by=request.user)
    except actions.ReferralError:
        messages.error(request, claiming.who_has(pk, request.user))
        return redirect("caseload")
    messages.success(request, _("Accepted. Next: ring them"))
    return redirect("person", pk)


TO_A_WORKER = {
    "button": gettext_lazy("Give back and tell the worker"),
    "done": gettext_lazy("Given back. The worker hears why"),
}
TO_A_SCHEME = {
    "button": gettext_lazy("Give back and tell the scheme that asked"),
    "done": gettext_lazy("Given back. The scheme that asked reads why"),
}


@requires("CLAIM", "U")
@form_page
@never_cache
def give_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Back to the worker who asked, with a reason they are told."""
    rows = Referral.objects.visible_to(request.user).select_related("person", "team__organisation", "team__scheme")
    referral = get_object_or_404(rows, pk=pk)
    if not referral.can_move_to(State.RETURNED):  # pressed twice, or a colleague has accepted it meanwhile
        return redirect("caseload")
    saw(request, [referral.person_id])
    done = partial(actions.give_back, referral, by=request.user)
    return step(
        request, referral, GiveBackForm(request.POST if request.method == "POST" else None),
        lambda form: done(**form.cleaned_data), leads_to=reverse("caseload"),
        title=_("Give the referral back"), **(TO_A_SCHEME if referral.came_from_id else TO_A_WORKER),
    )  # fmt: skip


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
    return step(
        request, referral, CloseForm(request.POST if request.method == "POST" else None),
        lambda form: done(**form.cleaned_data), leads_to=reverse("caseload"),
        title=_("Finish"), button=_("Finish, and write nothing more to them"),
        done=_("Finished. Nothing more is written to them"),
    )  # fmt: skip
