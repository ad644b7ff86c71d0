"""Somebody's own list of listings, the list that somebody sent, and a poster for a wall."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from connect.people.access import may, public
from directory import schedule
from directory.models import Service
from directory.sharing import sentences, short, shortlist
from directory.sharing.downloads import published
from directory.sharing.models import Signpost


@public
@require_safe
def own_list(request: HttpRequest) -> HttpResponse:
    """One's own, or the one in the address that somebody sent."""
    own = shortlist.kept(request)
    sent = short.read_all(request.GET.get("l", ""))
    keys = sent or own
    services = shortlist.listings(keys)
    address = shortlist.address(services)
    subject = _("Places to look at")
    page = {
        "rows": [(each, schedule.timetable(each.schedules.all())) for each in services],
        "is_own": not sent or sent == own,
        "new": [key for key in sent if key not in own],
        "gone": len(keys) - len(services),
        "is_full": "full" in request.GET,
        "most": shortlist.MOST,
        "listed": short.write_all(each.pk for each in services),
        "address": address,
        "words": sentences.of_several(address),
        "subject": subject,
        "ways": sentences.by_phone(sentences.of_several(address), subject),
        "may_send": may(request.user, "SIGNPOST", "C"),
    }
    return render(request, "directory/sharing/shortlist.html", page)


@public
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep some, take one off, or empty the list; then back to where the button was."""
    said = [key for key in map(_key, request.POST.getlist("keep")) if key]
    off = _key(request.POST.get("take_off", ""))
    keys = [] if "empty" in request.POST else [key for key in shortlist.kept(request) if key != off]
    real = Service.objects.published().in_bulk(said)
    keys = list(dict.fromkeys([*keys, *(key for key in said if key in real)]))
    if len(keys) > shortlist.MOST:
        response = redirect(reverse("shortlist") + "?full")
    else:
        response = redirect(_back(request, (said or [off])[0]))
    shortlist.remember(response, keys)
    return response


def _key(said: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(said)
    except ValueError:
        return None


def _back(request: HttpRequest, key: uuid.UUID | None) -> str:
    """To the button that was pressed. Never to another site, whatever the form says."""
    said = request.POST.get("next", "")
    if not said.startswith("/") or not url_has_allowed_host_and_scheme(said, allowed_hosts=None):
        return reverse("shortlist")
    return f"{said}#k-{key}" if key and urlsplit(said).path != reverse("shortlist") else said


@public
@require_safe
def poster(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """For the wall of a waiting room: one sheet of A4."""
    service = published(pk)
    page = {
        "service": service,
        "timetable": schedule.timetable(service.schedules.all()),
        "places": [each for each in service.locations.all() if each.address_public],
        "site": urlsplit(settings.SITE_URL).netloc,
    }
    return render(request, "directory/sharing/poster.html", page)


@public
@require_safe
def opened(request: HttpRequest, key: str) -> HttpResponse:
    """What a worker sent: the listing, or the list. Opening it tells nobody anything."""
    together = short.read(key)
    rows = Signpost.objects.filter(together=together, service__in=Service.objects.published()) if together else ()
    keys = sorted({row.service_id for row in rows})
    if not keys:
        raise Http404
    large = "size=large" if request.GET.get("size") == "large" else ""
    if len(keys) == 1:
        return redirect(reverse("listing", args=keys) + (f"?{large}" if large else ""))
    return redirect(f"{reverse('shortlist')}?l={short.write_all(keys)}" + (f"&{large}" if large else ""))
