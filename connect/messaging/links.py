"""Signed links: for one purpose, expiring, revocable. The token is worked out, never stored."""

import binascii
import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from connect.messaging.models import Link

SEAL_BYTES = 8  # beside 122 random bits nobody can list; longer would push a text over 160 letters
ID_LETTERS, TOKEN_LETTERS = 22, 33


class LinkGone(Exception):
    """Mistyped, made up, expired, revoked, or for something else: the reader is told the same each time."""


def mint(
    purpose: str,
    subject: uuid.UUID,
    scope: Iterable[uuid.UUID],
    expires_at: datetime,
    discreet: bool = False,
    language: str = "en",
) -> Link:
    about = {"purpose": purpose, "subject": subject, "scope": list(scope)}
    return Link.objects.create(**about, expires_at=expires_at, discreet=discreet, language=language)


def revoke(subject: uuid.UUID) -> int:
    """Every link about that subject stops working now; returns how many did."""
    return Link.objects.filter(subject=subject, revoked_at=None).update(revoked_at=timezone.now())


def token(link: Link) -> str:
    return _token(link, settings.SECRET_KEY)


def address(link: Link) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("link", args=[token(link)])


def code(link: Link) -> str:
    """Six figures to be typed by hand, worked out like the token: to be asked for once, few times, for minutes."""
    mac = salted_hmac("connect.messaging.codes", f"{link.pk}:{link.purpose}", algorithm="sha256")
    return f"{int.from_bytes(mac.digest()[:8], 'big') % 1_000_000:06d}"


def read(given: str) -> Link:
    link = Link.objects.filter(pk=_id_in(given)).first()
    if link is None or not _is_ours(link, given) or not link.works():
        raise LinkGone
    return link


def past(given: str) -> Link | None:
    """A link of ours that has done its time, and that nobody revoked: its page may say that it is over."""
    try:
        link = Link.objects.filter(pk=_id_in(given), revoked_at=None, expires_at__lte=timezone.now()).first()
    except LinkGone:
        return None
    return link if link and _is_ours(link, given) else None


def remember(response: HttpResponse, link: Link, path: str) -> None:
    """The cookie that carries the link on to its own page, and to no other address."""
    response.set_signed_cookie(
        _cookie(link.purpose),
        str(link.pk),
        salt=_cookie(link.purpose),
        max_age=max(0, int((link.expires_at - timezone.now()).total_seconds())),
        path=path,
        secure=settings.SITE_URL.startswith("https:"),
        httponly=True,
        samesite="Lax",
    )
    if link.language != "en":  # somebody who was written to in Welsh is greeted in Welsh
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, link.language, samesite="Lax")


def from_cookie(request: HttpRequest, purpose: str) -> Link:
    """The link this browser opened last for that purpose; a form that names another (two tabs) is refused."""
    pk = request.get_signed_cookie(_cookie(purpose), default="", salt=_cookie(purpose))
    link = Link.objects.filter(pk=pk, purpose=purpose).first() if pk else None
    if link is None or not link.works() or request.POST.get("link", pk) != pk:
        raise LinkGone
    return link


def _cookie(purpose: str) -> str:
    return f"link-{purpose}"


def _id_in(given: str) -> uuid.UUID:
    if len(given) != TOKEN_LETTERS or not given.isascii():
        raise LinkGone
    try:
        return uuid.UUID(bytes=urlsafe_b64decode(given[:ID_LETTERS] + "=="))
    except (binascii.Error, ValueError) as error:
        raise LinkGone from error


def _is_ours(link: Link, given: str) -> bool:
    """The whole token is compared: several spellings of the first half would lead to the same id."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(given, _token(link, key)) for key in keys)


def _token(link: Link, key: str) -> str:
    """The purpose is under the seal: a row cannot be turned to another page while its link is out."""
    mac = salted_hmac("connect.messaging.links", f"{link.pk}:{link.purpose}", secret=key, algorithm="sha256")
    return _letters(link.pk.bytes) + _letters(mac.digest()[:SEAL_BYTES])


def _letters(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
