"""The coordinator's pages: champions by area, one of them, and the answers they wait for."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.people.access import may, requires
from connect.people.champions import actions
from connect.people.champions.forms import GrantForm, ThankForm, wards
from connect.people.champions.models import Brand, Champion
from connect.people.champions.states import May, Standing, Tier
from connect.places.models import Area

A_PAGE = 50


@dataclass(frozen=True)
class Place:
    """A line of the table: how many help in a ward, by how much they take on, and how many wait for an answer."""

    ward: Area
    tiers: list[int]
    waiting: int

    @property
    def active(self) -> int:
        return sum(self.tiers)


def by_area(rows: QuerySet[Champion]) -> list[Place]:
    """Every ward, also where there is nobody yet: that is what a coordinator looks for."""
    found = rows.here().order_by().values("wards", "standing", "tier").annotate(n=Count("pk"))
    counts = {(line["wards"], line["standing"], line["tier"]): line["n"] for line in found}
    return [_place(ward, counts) for ward in wards().order_by("name")]


def _place(ward: Area, counts: dict[tuple, int]) -> Place:
    tiers = [counts.get((ward.pk, Standing.ACTIVE, tier), 0) for tier in Tier.values]
    return Place(ward, tiers, sum(counts.get((ward.pk, Standing.WAITING, tier), 0) for tier in Tier.values))


@requires("CHAMPION")
@require_safe
@never_cache
def champions_desk(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer, who helps where, and the list; the filter stands in the address."""
    rows = Champion.objects.visible_to(request.user)
    said = request.GET
    listed = rows.here().prefetch_related("wards").select_related("brand")
    if said.get("ward", "").isdigit():
        listed = listed.filter(wards=int(said["ward"]))
    if said.get("tier") in Tier.values:
        listed = listed.filter(tier=said["tier"])
    if said.get("may") in May.values:
        listed = listed.filter(may__contains=[said["may"]])
    page = Paginator(listed.order_by("name", "pk"), A_PAGE).get_page(said.get("page"))
    saw(request, [one.pk for one in page])
    places = by_area(rows)
    context = {
        "page": page,
        "places": places,
        "empty": [place.ward for place in places if not place.active],
        "tiers": Tier.choices,
        "mays": May.choices,
        "chosen": {name: said.get(name, "") for name in ("ward", "tier", "may")},
        "waiting": rows.filter(standing=Standing.WAITING).count(),
        "brands": Brand.objects.filter(champion__in=rows).exclude(asked_at=None).select_related("champion"),
    }
    return render(request, "people/champions/champions_desk.html", context)


def _one(request: HttpRequest, pk: uuid.UUID) -> Champion:
    rows = Champion.objects.visible_to(request.user).exclude(standing__in=[Standing.ASKED, Standing.LEFT])
    return get_object_or_404(rows.select_related("kept_by", "granted_by"), pk=pk)


def _page(
    request: HttpRequest, champion: Champion, *, grant: GrantForm | None = None, thank: ThankForm | None = None
) -> HttpResponse:
    saw(request, [champion.pk])
    may_change = may(request.user, "CHAMPION", "U")
    context = {
        "champion": champion,
        "brand": Brand.objects.filter(champion=champion).first(),
        "thanks": champion.thanks.select_related("by")[:20],
        "may_change": may_change,
        "grant": grant or (GrantForm(champion=champion) if may_change else None),
        "thank": thank or (ThankForm(prefix="thank") if may_change and champion.is_active else None),
        "form": grant or thank,
    }
    status = 422 if context["form"] else 200
    return render(request, "people/champions/champion.html", context, status=status)


@requires("CHAMPION")
@require_safe
@never_cache
def champion(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _page(request, _one(request, pk))


@requires("CHAMPION", "U")
@require_POST
def champion_grant(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The yes, and every later change of what they may do and where."""
    one = _one(request, pk)
    form = GrantForm(request.POST, champion=one)
    if form.is_valid():
        try:
            actions.grant(one, **form.cleaned_data, by=request.user)
        except (actions.CannotMove, actions.ChangedMeanwhile):
            form.add_error(None, _("Somebody else has changed this meanwhile. Open the page anew and look again"))
        else:
            messages.success(request, _("Saved. They are told by e-mail what they may do"))
            return redirect("champion", one.pk)
    return _page(request, one, grant=form)


@requires("CHAMPION", "U")
@require_POST
def champion_thank(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    one = _one(request, pk)
    form = ThankForm(request.POST, prefix="thank")
    if not one.is_active or not form.is_valid():
        return _page(request, one, thank=form)
    actions.thank(one, words=form.cleaned_data["words"], key=form.cleaned_data["key"], by=request.user)
    messages.success(request, _("Thanked: it is written down, and on its way"))
    return redirect("champion", one.pk)


@requires("CHAMPION", "U")
@require_POST
def champion_settle(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The short answers: not this time, this name and logo or not, they have left."""
    one = _one(request, pk)
    steps: dict[str, Callable[[], None]] = {
        "decline": lambda: actions.decline(one, by=request.user),
        "brand": lambda: actions.settle_brand(one, agreed=True, by=request.user),
        "no_brand": lambda: actions.settle_brand(one, agreed=False, by=request.user),
        "end": lambda: actions.leave(one, by=request.user),
    }
    try:
        steps.get(request.POST.get("do", ""), lambda: None)()
    except (actions.CannotMove, Brand.DoesNotExist):
        messages.error(request, _("Somebody else has changed this meanwhile. Look again"))
    else:
        messages.success(request, _("Saved"))
    return redirect("champions_desk") if request.POST.get("do") in ("end", "decline") else redirect("champion", pk)


@requires("CHAMPION")
@require_safe
def champion_logo(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The logo that waits for an answer, for whoever gives it."""
    brand = get_object_or_404(Brand, champion=_one(request, pk), asked_logo__isnull=False)
    return HttpResponse(bytes(brand.asked_logo), content_type="image/png")
