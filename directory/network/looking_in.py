"""Groups near a champion who keeps listings true: what waits longest for a look, and one press when it is right."""

import uuid

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.people.access import by_link
from connect.people.champions.letters import PURPOSE
from connect.people.champions.models import Champion
from connect.people.champions.states import May, Standing
from connect.places.models import Postcode
from directory.models import Location, Service
from directory.network import truth

SHOWN = 12


def _keeper(link: Link) -> Champion:
    rows = Champion.objects.filter(standing=Standing.ACTIVE, may__contains=[May.KEEP])
    return get_object_or_404(rows, pk=link.subject)


def near(champion: Champion) -> QuerySet[Service]:
    """What meets in their wards, and nothing behind a private door; what waits longest for a look comes first."""
    codes = Postcode.objects.filter(ward__in=champion.wards.all()).values("postcode")
    places = Location.objects.filter(address_public=True, postcode__in=codes)
    rows = Service.objects.published().filter(locations__in=places).distinct()
    return rows.order_by(F("check_by").asc(nulls_first=True), "name")


@by_link("CHAMPION_OWN")
@require_safe
@holding(PURPOSE)
def champion_listings(request: HttpRequest, link: Link) -> HttpResponse:
    champion = _keeper(link)
    saw(request, [champion.pk], link_id=link.pk)
    rows = near(champion).with_places()[:SHOWN]
    context = {"champion": champion, "listings": rows, "link": link}
    return render(request, "directory/network/champion_listings.html", context)


@by_link("CHAMPION_OWN", "U")
@require_POST
@holding(PURPOSE)
def champion_right(request: HttpRequest, link: Link, pk: uuid.UUID) -> HttpResponse:
    """They were there, and it is as the page says. Whatever is not, they tell us on the listing's own form."""
    champion = _keeper(link)
    service = near(champion).filter(pk=pk).first()
    if service is None:
        raise Http404
    truth.confirm(service, champion)
    messages.success(request, _("Thank you. The page says that it was looked at today"))
    return redirect("champion_listings")
