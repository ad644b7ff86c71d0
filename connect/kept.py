"""Nothing typed is lost: a form that cannot be taken now is shown back to its sender, who sends it once more."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import middleware
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FIELDS, MOST_LETTERS = 500, 200_000
NEVER_KEPT = re.compile(r"passw|secret|credential|token|otp|^code$", re.IGNORECASE)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")  # "something_to_do": chosen from a list, not typed

Fields = list[tuple[str, str]]


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Django's; but what somebody sends after their session ended is not thrown away on the way to the door."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., HttpResponse]) -> HttpResponse:
        return shown_back(request) if is_form(request) else super().handle_no_permission(request, view_func)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """On a form of ours the token has only grown old; whatever comes from elsewhere is refused and shown nothing."""
    return shown_back(request) if is_form(request) and is_from_here(request) else _refused()


def is_form(request: HttpRequest) -> bool:
    return request.method == "POST" and request.content_type in FORMS


def is_from_here(request: HttpRequest) -> bool:
    """By Origin; a browser that sends none may say in Referer which page it was on."""
    said = request.META.get("HTTP_ORIGIN", request.META.get("HTTP_REFERER", ""))
    try:
        origin = urlsplit(said)
    except ValueError:
        return False
    here = f"{request.scheme}://{request.get_host()}"
    return f"{origin.scheme}://{origin.netloc}" in {here, *settings.CSRF_TRUSTED_ORIGINS}


def shown_back(
    request: HttpRequest, template: str = "pages/signed_out.html", more: dict[str, object] | None = None
) -> HttpResponse:
    """The fields are in the page and nowhere else; the button sends them to the same address, with a new token."""
    fields = carried(request)
    if len(fields) > MOST_FIELDS or sum(len(name) + len(value) for name, value in fields) > MOST_LETTERS:
        return _refused()
    context = {
        "fields": fields,
        "said": readable(fields),
        "address": request.get_full_path(),
        "signed_out": not request.user.is_authenticated and needs_account(request),
    }
    response = render(request, template, context | (more or {}), status=403)
    add_never_cache_headers(response)
    return response


def needs_account(request: HttpRequest) -> bool:
    return getattr(request.resolver_match.func, "login_required", True)


def carried(request: HttpRequest) -> Fields:
    """Every field as it came, but no password and no token."""
    return [(name, value) for name, values in request.POST.lists() if not NEVER_KEPT.search(name) for value in values]


def readable(fields: Fields) -> list[tuple[str, list[str]]]:
    """What was typed and chosen, under names to be read; a form's own marks mean nothing to anybody."""
    said: dict[str, list[str]] = {}
    for name, value in fields:
        if value.strip() and name != "next" and not UUID.fullmatch(value):
            said.setdefault(_label(name), []).append(_words(value))
    return list(said.items())


def _label(name: str) -> str:
    return " ".join(re.split(r"[\W_]+", UUID.sub("", name))).strip().capitalize()


def _words(value: str) -> str:
    if value == "on":
        return _("Yes")
    return value.replace("_", " ") if CODE.fullmatch(value) else value


def _refused() -> HttpResponse:
    response = HttpResponseForbidden(get_template("403_csrf.html").render())
    add_never_cache_headers(response)
    return response
