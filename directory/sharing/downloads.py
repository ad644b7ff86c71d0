"""What a phone takes away from a page: a calendar to follow, a square to point its camera at."""

import uuid
from datetime import datetime
from hashlib import sha256
from io import BytesIO

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connect.people.access import public
from directory.models import Location, Service
from directory.sharing import calendar, sentences, short, shortlist

A_DAY = 24 * 60 * 60


def published(pk: uuid.UUID) -> Service:
    """A calendar that somebody takes, or a printed square, goes on working when two listings are made one."""
    now = Service.objects.leading_to([pk]).get(pk, pk)
    return get_object_or_404(Service.objects.published().with_places(), pk=now)


# ---------- a square to point a phone at ----------


@public
@require_safe
def listing_qr(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return _square(sentences.address(published(pk)))


@public
@require_safe
def shortlist_qr(request: HttpRequest) -> HttpResponse:
    return _square(shortlist.address(_sent(request)))


def _square(address: str) -> HttpResponse:
    drawn = BytesIO()
    # Black on white, whatever the page around it: that is what phones read.
    segno.make(address, error="m", boost_error=False).save(drawn, kind="svg", border=2, light="#fff", nl=False)
    response = HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def _sent(request: HttpRequest) -> list[Service]:
    """The listings in the address. A picture and a calendar have no business with somebody's cookie."""
    services = shortlist.listings(short.read_all(request.GET.get("l", "")))
    if not services:
        raise Http404
    return services


# ---------- calendars ----------


@public
@require_safe
@cache_control(public=True, max_age=3600)
def listing_calendar(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    service = published(pk)
    return _calendar(request, [service], service.name)


@public
@require_safe
@cache_control(public=True, max_age=3600)
def place_calendar(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """All that happens at one place. What meets behind a private door is not put together on a list."""
    place = get_object_or_404(Location.objects.filter(address_public=True), pk=pk)
    services = Service.objects.published().with_places().filter(locations=place)
    return _calendar(request, list(services), str(place), place)


@public
@require_safe
@cache_control(public=True, max_age=3600)
def shortlist_calendar(request: HttpRequest) -> HttpResponse:
    return _calendar(request, _sent(request), _("Places to look at"))


def _calendar(request: HttpRequest, services: list[Service], name: str, place: Location | None = None) -> HttpResponse:
    body = calendar.of(services, name, place).to_ical()
    changed: datetime = calendar.changed_at(services)
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="dates.ics"'
    response["ETag"], response["Last-Modified"] = etag, http_date(changed.timestamp())
    return get_conditional_response(request, etag, int(changed.timestamp()), response)
