"""The door behind a signed link, and the demo's mailbox. Opening any of them changes nothing."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.messaging import links
from connect.messaging.mailbox import letters


@login_not_required
@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the token for a cookie and go on to an address that gives nothing away."""
    try:
        found = links.read(token)
        page = reverse(settings.LINK_PAGES[found.purpose])
    except (links.LinkGone, KeyError):
        return link_gone(request)
    response = _unreferred(redirect(page))
    links.remember(response, found, page)
    return response


def link_gone(request: HttpRequest) -> HttpResponse:
    """The same for every reason, so that nobody learns from it which links exist."""
    return _unreferred(render(request, "messaging/gone.html", status=410))


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    _only_in_the_demo()
    return render(request, "messaging/mailbox.html", {"letters": letters()})


@login_not_required
@require_safe
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    _only_in_the_demo()
    copies = [each for each in letters() if each.reference == str(reference)]
    if not copies:
        raise Http404
    return render(request, "messaging/letter.html", {"letter": copies[0], "copies": len(copies)})


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _unreferred(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
