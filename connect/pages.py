"""The pages that are about the house itself, and the tenant's colours."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.i18n import set_language

from connect import specimens, theme
from connect.people.access import public, signed_in
from connect.people.models import Tenant
from connect.templatetags import look

A_YEAR = 365 * 24 * 60 * 60

language = public(set_language)  # Django's own, opened to those who are not signed in


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@public
def cookies(request: HttpRequest) -> HttpResponse:
    """Name, use, stay of each; a test holds the list against what the pages really set."""
    kept = [
        (settings.CSRF_COOKIE_NAME, _("Shows that a form you send came from our page"), _("A year")),
        (settings.SESSION_COOKIE_NAME, _("Keeps you signed in, if you work here"), _("12 hours")),
        (settings.LANGUAGE_COOKIE_NAME, _("Remembers if you chose English or Welsh"), _("Till you close the browser")),
        ("shortlist", _("Keeps the list of places you made, on this phone or computer only"), _("A month")),
        ("answered", _("Remembers that you answered a question of your group"), _("Till the question is shut")),
        ("link-…", _("Holds the page from our text message open for you"), _("As long as the link works")),
    ]
    return render(request, "pages/cookies.html", {"kept": kept})


@public
@cache_control(max_age=A_YEAR, public=True, immutable=True)
def theme_css(request: HttpRequest) -> HttpResponse:
    """Kept for a year: pages name the colours in its address, so new colours are a new address."""
    return HttpResponse(theme.css(Tenant.current()), content_type="text/css; charset=utf-8")


@public
def components(request: HttpRequest) -> HttpResponse:
    """Every part in every state, for those who build and for the demo."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    return render(request, "pages/components.html", specimens.parts())


@signed_in
def nowhere(request: HttpRequest) -> HttpResponse:
    """A door of a library's that this house keeps shut."""
    raise Http404


def fault(request: HttpRequest) -> HttpResponse:
    """Our own fault: drawn from the disk and one setting, and from nothing that may have failed."""
    number = {"phone": settings.HELP_PHONE, "dialled": look.tel(settings.HELP_PHONE)}
    return HttpResponseServerError(get_template("500.html").render(number))
