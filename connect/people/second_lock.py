"""A stolen password opens nothing: where it is demanded, staff come no further without a second lock."""

from collections.abc import Callable, Mapping

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people import proof
from connect.people.access import Rule, rule_of

OPEN = ("public", "link")  # what asks for no account asks for no second lock


class SecondLockMiddleware:
    """With settings.DEMAND_SECOND_LOCK, a session by password alone reaches only the page to set a second one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: tuple, _kwargs: dict
    ) -> HttpResponse | None:
        if not settings.DEMAND_SECOND_LOCK or not request.user.is_authenticated:
            return None
        rule = rule_of(view, request.resolver_match.url_name)
        if _is_open(rule) or proof.is_doubly_locked(request):
            return None
        return _told(request) if isinstance(rule, Mapping) else _led(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Setting one up asks first whether it is still you: answered here, while the transaction still reads."""
        return proof.asked_of(request) if isinstance(exception, ReauthenticationRequired) else None


def _is_open(rule: Rule | Mapping[str, Rule] | None) -> bool:
    return isinstance(rule, Rule) and rule.door in OPEN


def _led(request: HttpRequest) -> HttpResponse:
    """To set a lock up; or, where they have one that this session never used, to use it."""
    if proof.has_second_lock(request.user):
        return proof.asked_of(request)
    return redirect("mfa_index")


def _told(request: HttpRequest) -> HttpResponse:
    said = _("Your account asks for a second lock. Set one up, or use it, at %(address)s")
    return JsonResponse({"detail": said % {"address": reverse("mfa_index")}}, status=403)
