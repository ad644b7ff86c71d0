"""The pages of those who give: pots, who asks, deciding together, paid, spent."""

import uuid

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import Form, form_page
from connect.keyed import earlier
from connect.people.access import may, requires
from outcomes.chest import actions
from outcomes.chest.forms import PaidForm, PotForm, SpendForm, VerdictForm
from outcomes.chest.models import Application, Pot, Verdict
from outcomes.chest.states import Standing
from outcomes.chest.views import spent
from outcomes.framework.models import Aim

LISTED = 200


@requires("CHEST")
@require_safe
@never_cache
def chest_desk(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer, what each pot holds, and what the money was given for, by aim."""
    rows = Application.objects.visible_to(request.user)
    context = {
        "pots": _pots(request),
        "waiting": list(rows.filter(standing=Standing.WAITING).select_related("pot").annotate(said=Count("verdicts"))),
        "decided": list(rows.exclude(standing=Standing.WAITING).select_related("pot").order_by("-decided_at")[:LISTED]),
        "aims": _by_aim(rows),
        "may_change": may(request.user, "CHEST", "C"),
    }
    return render(request, "outcomes/chest/desk.html", context)


def _pots(request: HttpRequest) -> list[Pot]:
    given = Sum("applications__awarded", filter=Q(applications__standing=Standing.AWARDED))
    pots = list(Pot.objects.visible_to(request.user).annotate(given=given))
    for pot in pots:
        pot.awarded = pot.given or 0
    return pots


def _by_aim(rows: object) -> list[dict[str, object]]:
    """An application for two aims counts under both: the amounts are what was given towards each, not a sum."""
    awarded = rows.filter(standing=Standing.AWARDED)
    through = Application.aims.through.objects.filter(application__in=awarded)
    counts = {line["aim"]: line for line in through.values("aim").annotate(
        groups=Count("application"), pounds=Sum("application__awarded"),
        reached=Sum("application__reached"))}  # fmt: skip
    aims = Aim.objects.filter(pk__in=counts).order_by("framework", "place")
    return [counts[aim.pk] | {"aim": aim} for aim in aims]


@requires("CHEST", "C")
@form_page
@never_cache
def chest_pot(request: HttpRequest) -> HttpResponse:
    form = PotForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if not earlier(Pot, form.cleaned_data["key"]):
            said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
            owner = {"organisation_id": request.user.acting.organisation_id, "made_by": request.user}
            Pot.objects.create(**said, **owner, **form.made_by(request))
        messages.success(request, _("Saved. Groups can ask from the day it opens"))
        return redirect("chest_desk")
    context = {"form": form}
    return render(request, "outcomes/chest/pot.html", context, status=422 if form.is_bound else 200)


def _one(request: HttpRequest, pk: uuid.UUID) -> Application:
    return get_object_or_404(Application.objects.visible_to(request.user).select_related("pot", "service"), pk=pk)


def _page(request: HttpRequest, one: Application, form: Form | None = None) -> HttpResponse:
    said = list(one.verdicts.select_related("by"))
    mine = any(verdict.by_id == request.user.pk for verdict in said)
    decides = may(request.user, "CHEST", "U")
    context = {
        "one": one,
        "aims": list(one.aims.all()),
        "verdicts": said if mine or one.standing != Standing.WAITING else [],
        "others": len(said),
        "decide": _form(form, VerdictForm, application=one)
        if decides and not mine and one.standing == "waiting"
        else None,
        "pay": _form(form, PaidForm) if decides and one.standing == "awarded" and not one.paid_on else None,
        "spend": _form(form, SpendForm) if decides and one.standing == "awarded" else None,
        "form": form,
    }
    return render(request, "outcomes/chest/application.html", context, status=422 if form else 200)


def _form(sent: Form | None, kind: type[Form], **more: object) -> Form:
    return sent if isinstance(sent, kind) else kind(**more)


@requires("CHEST")
@require_safe
@never_cache
def chest_application(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What they ask for. What colleagues said stays hidden until one has spoken oneself."""
    return _page(request, _one(request, pk))


@requires("CHEST", "U")
@require_POST
def chest_decide(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    one = _one(request, pk)
    form = VerdictForm(request.POST, application=one)
    if form.is_valid() and _decided(form, one, request):
        return redirect("chest_application", pk)
    return _page(request, one, form)


def _decided(form: VerdictForm, one: Application, request: HttpRequest) -> bool:
    said = {"yes": form.cleaned_data["answer"] == form.YES, "amount": form.cleaned_data["amount"]}
    if earlier(Verdict, form.cleaned_data["key"]):
        return True
    try:
        now = actions.decide(one, **said, words=form.cleaned_data["words"], by=request.user, made=form.made_by(request))
    except actions.PotIsEmpty as empty:
        form.add_error("amount", _("There are £%(left)s left in the pot") % {"left": empty.left})
    except actions.CannotMove:
        form.add_error(None, _("It is decided already, or you have spoken. Open the page anew"))
    else:
        decided = now.standing != Standing.WAITING
        messages.success(request, _("Decided, and they are told") if decided else _("Said. It waits for a colleague"))
        return True
    return False


@requires("CHEST", "U")
@require_POST
def chest_pay(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    one = _one(request, pk)
    form = PaidForm(request.POST)
    if not form.is_valid():
        return _page(request, one, form)
    try:
        actions.pay(one, on=form.cleaned_data["on"])
    except actions.CannotMove:
        messages.info(request, _("That is done already"))
    return redirect("chest_application", pk)


@requires("CHEST", "U")
@require_POST
def chest_spent(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Written down for a group that rang, or sent its receipts."""
    one = _one(request, pk)
    form = SpendForm(request.POST)
    if one.standing == Standing.AWARDED and form.is_valid() and spent(form, one, request, by=request.user):
        messages.success(request, _("Written down"))
        return redirect("chest_application", pk)
    return _page(request, one, form)
