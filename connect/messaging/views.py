"""The door behind a signed link, and the demo's mailbox. Opening any of them changes nothing."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.identity import acting_for
from connect.messaging import links
from connect.messaging.mailbox import letters
from connect.messaging.models import Link


@login_not_required
@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the token for a cookie and go on to an address that gives nothing away."""
    try:
        found = links.read(token)
        page = reverse(settings.LINK_PAGES[found.purpose])
    except (links.LinkGone, KeyError):
        return _over(request, token)
    response = _unreferred(redirect(page))
    links.remember(response, found, page)
    return response


def _over(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds a link that was really ours may learn that its time is over, where its kind has a page for that."""
    late = links.past(token)
    page = settings.LINK_PAGES_OVER.get(late.purpose) if late else None
    return _unreferred(import_string(page)(request, late)) if page else link_gone(request)


def link_gone(request: HttpRequest) -> HttpResponse:
    """The same for every reason, so that nobody learns from it which links exist."""
    return _unreferred(render(request, "messaging/gone.html", status=410))


def holding(purpose: str) -> Callable:
    """The view gets the link it is opened with, and works as its holder: the rows in its scope and no other."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        @never_cache
        def opened(request: HttpRequest, **more: object) -> HttpResponse:
            try:
                link: Link = links.from_cookie(request, purpose)
            except links.LinkGone:
                return link_gone(request)
            with acting_for(link.scope):
                return view(request, link, **more)

        return opened

    return decorate


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
    context = {"letter": copies[0], "copies": len(copies), "takes_answers": bool(settings.TEXT_NUMBER)}
    return render(request, "messaging/letter.html", context)


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _unreferred(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
