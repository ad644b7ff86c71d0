"""Is it still you: whether whoever asks showed lately who they are, and how they are led to show it again."""

import time
from datetime import timedelta
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from connect import kept
from connect.people.models import User

LASTS = timedelta(minutes=20)
SECOND_LOCKS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
Records = list[dict[str, object]]


def of(request: HttpRequest) -> SimpleLazyObject:
    """True or false, found out when a page first wants to know: most never do."""
    return SimpleLazyObject(lambda: is_fresh(request))


def is_fresh(request: HttpRequest) -> bool:
    """By the strongest they have: to whoever has a second lock, typing the password again proves nothing."""
    since = time.time() - LASTS.total_seconds()
    lately = [record for record in _records(request) if record["at"] > since]
    return used_second_lock(lately) or (bool(lately) and not has_second_lock(request.user))


def is_doubly_locked(request: HttpRequest) -> bool:
    """This session was opened, or since confirmed, with more than a password."""
    return used_second_lock(_records(request))


def used_second_lock(records: Records) -> bool:
    return any(record["method"] == "mfa" for record in records)


def has_second_lock(user: User) -> bool:
    return is_mfa_enabled(user, types=SECOND_LOCKS)


def _records(request: HttpRequest) -> Records:
    return get_authentication_records(request, request.user)


def asked_of(request: HttpRequest) -> HttpResponse:
    """To the page that asks for proof and back; a form that was sent stays in a page of the sender's, not with us."""
    if kept.is_form(request):
        return kept.shown_back(request, "people/still_you.html", {"prove": address(reverse("proven"))})
    return redirect(address(request.get_full_path()))


def address(back_to: str) -> str:
    return f"{reverse('account_reauthenticate')}?{urlencode({'next': back_to})}"
