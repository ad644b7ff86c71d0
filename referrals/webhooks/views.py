"""The page where an organisation says which of its systems hear of steps."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.forms import form_page
from connect.people.access import requires, scope
from connect.people.models import Organisation, User
from referrals.webhooks import actions
from referrals.webhooks.forms import HookForm
from referrals.webhooks.models import Hook


@requires("WEBHOOK")
@require_safe
@never_cache
def webhooks(request: HttpRequest) -> HttpResponse:
    """Which of the organisation's systems hear of steps, and how that went."""
    return _page(request, _form(request.user))


@requires("WEBHOOK", "C")
@form_page
@never_cache
def webhook_add(request: HttpRequest) -> HttpResponse:
    """Add an address; its secret is shown on the answer to that, and nowhere afterwards."""
    if request.method != "POST":
        return redirect("webhooks")
    form = _form(request.user, request.POST)
    secret = _listen(request, form) if form.is_valid() else ""
    return _page(request, _form(request.user) if secret else form, secret)


def _form(user: User, typed: Mapping[str, object] | None = None) -> HookForm:
    bodies = _organisations(user)
    return HookForm(
        typed, organisations=bodies, initial={"organisation": bodies.first()} if bodies.count() == 1 else {}
    )


def _page(request: HttpRequest, form: HookForm, secret: str = "") -> HttpResponse:
    context = {"hooks": _hooks(request.user), "secret": secret, "form": form}
    return render(request, "referrals/webhooks/webhooks.html", context, status=422 if form.errors else 200)


def _listen(request: HttpRequest, form: HookForm) -> str:
    said = form.cleaned_data
    try:
        with transaction.atomic():
            _hook, secret = actions.listen(
                said["organisation"], address=said["address"], by=request.user, made=form.made_by(request)
            )
    except IntegrityError:  # pressed twice: it is there, and its secret has been shown
        form.add_error(None, _("That was added a moment ago. If you did not keep its secret, stop it and add it again"))
        return ""
    except actions.TooMany:
        form.add_error(None, _("Five addresses are enough for one organisation: stop one first"))
        return ""
    return secret


def _organisations(user: User) -> QuerySet[Organisation]:
    """A lead's own; for whoever runs the platform, any."""
    rows = Organisation.objects.order_by("name")
    return rows if scope(user.acting.role, "WEBHOOK", "R") == "" else rows.filter(pk=user.acting.organisation_id)


def _hooks(user: User) -> QuerySet[Hook]:
    """Counted and never listed: whoever runs the platform keeps the machine, and reads no references."""
    owed = Q(calls__done_at=None, calls__gave_up_at=None)
    return (
        Hook.objects.filter(organisation__in=_organisations(user), stopped_at=None)
        .select_related("organisation", "made_by")
        .annotate(
            answered=Count("calls", filter=Q(calls__done_at__isnull=False)),
            waiting=Count("calls", filter=owed & Q(calls__isnull=False)),
            given_up=Count("calls", filter=Q(calls__gave_up_at__isnull=False)),
            last_answer=Max("calls__done_at"),
        )
    )


@requires("WEBHOOK", "U")
@form_page
def webhook_stop(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    hook = get_object_or_404(Hook.objects.filter(organisation__in=_organisations(request.user)), pk=pk)
    if request.method == "POST":
        actions.stop(hook, by=request.user)
        messages.success(request, _("Stopped. Nothing more goes there"))
    return redirect("webhooks")
