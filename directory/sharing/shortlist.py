"""Listings somebody keeps: in a cookie on their own phone, and nowhere with us."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from directory.models import Service
from directory.sharing import short

COOKIE = "shortlist"
A_MONTH = 30 * 24 * 60 * 60
MOST = short.MOST


def kept(request: HttpRequest) -> list[UUID]:
    """In the order in which they were kept."""
    found = getattr(request, "_kept", None)
    if found is None:
        found = request._kept = short.read_all(request.COOKIES.get(COOKIE, ""))
    return found


def remember(response: HttpResponse, keys: Iterable[UUID]) -> None:
    said = short.write_all(list(dict.fromkeys(keys))[:MOST])
    if not said:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    secure = urlsplit(settings.SITE_URL).scheme == "https"
    response.set_cookie(COOKIE, said, max_age=A_MONTH, httponly=True, samesite="Lax", secure=secure)


def listings(keys: list[UUID]) -> list[Service]:
    """Those that anybody may still open, in the same order; what was made one with another is that one."""
    now = Service.objects.leading_to(keys)
    found = Service.objects.published().with_places().in_bulk(now.values())
    return [found[key] for key in dict.fromkeys(now.get(key, key) for key in keys) if key in found]


def address(services: Iterable[Service], name: str = "shortlist") -> str:
    """The whole address of a page about these listings: they are in it, so that it works on any phone."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse(name)}?l={short.write_all(each.pk for each in services)}"
