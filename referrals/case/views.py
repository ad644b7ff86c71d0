"""The person's page: who they are, what they want in their words, what is next, and what has happened."""

import uuid
from collections.abc import Callable
from functools import wraps

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect import prepared
from connect.audit.actions import saw
from connect.forms import Form, form_page
from connect.people.access import may, requires
from referrals.belonging import Connection, Occasion
from referrals.case import page
from referrals.caseload import wants
from referrals.models import Referral
from referrals.queue import claiming


@requires("PERSON_NEED")
@require_safe
@never_cache
def person(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person: who they are, what they want in their words, what is next, and what has happened."""
    with prepared.plans():
        return person_page(request, row_of(request, pk))


def row_of(request: HttpRequest, pk: uuid.UUID) -> Referral:
    connections = Connection.objects.select_related("service").prefetch_related(
        Prefetch("occasions", Occasion.objects.order_by("starts_at").prefetch_related("attendances"))
    )
    rows = Referral.objects.visible_to(request.user).select_related(
        "person__particulars", "ward", "team__organisation", "referrer", "connector", "referring_organisation",
        "outsider",
    )  # fmt: skip
    return get_object_or_404(rows.prefetch_related("consents", Prefetch("connections", connections)), pk=pk)


def seen_row(request: HttpRequest, pk: uuid.UUID, *more: str) -> Referral:
    """Any row of the active role, with its answers; that it was opened is written down. `more` comes along with it."""
    rows = Referral.objects.visible_to(request.user).select_related("person", "team__organisation", *more)
    found = get_object_or_404(rows.prefetch_related("consents"), pk=pk)
    saw(request, [found.person_id])
    return found


def held_row(request: HttpRequest, pk: uuid.UUID) -> Referral:
    """For writing: somebody has accepted it. What waits in the queue can only be accepted or given back.

    Without all that the person page draws; whoever draws it asks for `row_of`.
    """
    rows = Referral.objects.visible_to(request.user).exclude(connector=None)
    return get_object_or_404(rows.select_related("person", "team__organisation"), pk=pk)


def person_page(request: HttpRequest, referral: Referral, **forms: Form) -> HttpResponse:
    """`forms`: contact, next_form or task_form, as somebody sent it and it could not be done."""
    saw(request, [referral.person_id])
    if referral.connector_id is None:
        context = {
            "referral": referral,
            "needs": wants.names(),
            "may_accept": claiming.is_in_queue(referral) and may(request.user, "CLAIM", "U"),
        }
        return render(request, "referrals/waiting.html", context)
    context = page.of(request, referral, **forms)
    return render(request, "referrals/person.html", context, status=422 if forms else 200)


def posts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that only a button reaches: whoever comes by their address is led to the person, not to an error."""

    @wraps(view)
    def posted(request: HttpRequest, pk: uuid.UUID, **more: object) -> HttpResponse:
        return view(request, pk, **more) if request.method == "POST" else redirect("person", pk)

    return form_page(posted)
