"""The report of what is missing, and what a closure would do: read only, and nobody in it."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.people.access import requires
from connect.places.models import Area
from outcomes.missing import closing, stopping
from outcomes.missing.models import Wish
from outcomes.missing.offers import Offer, offers
from outcomes.missing.page import GRAINS, findings, wished
from outcomes.within import authorities
from outcomes.works.choosing import Choices, chosen


@requires("DASHBOARD")
@require_safe
@never_cache
def missing(request: HttpRequest) -> HttpResponse:
    """Which ward has the greatest unmet need, for what, and what is wished for."""
    board = chosen(request, grains=GRAINS)
    context = {
        "board": board,
        "lattice": Choices.of(board, "unmet", GRAINS) if board else None,
        "findings": findings(board, request.user) if board else [],
        "wished": wished(board, request.user),
        "tally": Wish.objects.visible_to(request.user).current().tally(),
    }
    return render(request, "outcomes/missing/missing.html", context)


@requires("DASHBOARD")
@require_safe
@never_cache
def stops(request: HttpRequest) -> HttpResponse:
    """If one group stops: choose it, and what it gives people. Every figure is live, open and about places."""
    everything = offers()
    wards = Area.objects.filter(kind=Area.Kind.WARD, parent__in=authorities(request.user))
    choices = closing.choices(everything, list(wards))
    chosen = _chosen(request, everything)
    found = closing.closings(chosen.pk, everything) if chosen else []
    of = next((one for one in found if one.need == request.GET.get("need")), next(iter(found), None))
    context = {
        "choices": choices,
        "chosen": chosen,
        "needs": [(one.need, stopping.need_name(one.need), one is of) for one in found],
        "alone": [] if chosen else stopping.alone(closing.irreplaceable(choices, everything)),
        "finding": stopping.finding(of, authorities(request.user).first()) if of else None,
    }
    return render(request, "outcomes/missing/stops.html", context)


def _chosen(request: HttpRequest, everything: list[Offer]) -> Offer | None:
    """None before anything is chosen; 404 for what is no listing that meets anywhere."""
    typed = request.GET.get("group", "")
    if not typed:
        return None
    try:
        key = uuid.UUID(typed)
    except ValueError as no_key:
        raise Http404 from no_key
    found = next((one for one in everything if one.pk == key and one.spots), None)
    if found is None:
        raise Http404
    return found
