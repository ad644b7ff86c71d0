"""Who may tell us of a text, how they show that it is they, and where their message has what.

notify   GOV.UK Notify: `Authorization: Bearer <token>`, {"id", "source_number", "message", …}
http     a plain provider, and the demo's own mailbox: `Connect-Signature: t=<seconds>,v1=<HMAC-SHA256>` over
         "<seconds>.<body>", {"id", "from", "body"}
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare

FRESH = 15 * 60  # seconds; an older call is a copy, or a clock that is wrong
LONGEST = 2000  # letters of a text: a dozen segments
LONGEST_ID = 100
LONGEST_NUMBER = 20


class NotTheirs(Exception):
    """No proof, or a wrong one: whoever calls is not the provider."""


class NotAText(Exception):
    """It is they, and what they sent is no text as we know it."""


@dataclass(frozen=True)
class Arrived:
    """A text as the provider tells of it."""

    provider: str
    provider_id: str
    number: str
    words: str


def read(provider: str, headers: Mapping[str, str], body: bytes) -> Arrived:
    """Raises NotTheirs or NotAText, neither of which says anything of what was sent."""
    if provider == "notify":
        _bearer(headers.get("Authorization", ""))
        names = ("id", "source_number", "message")
    elif provider == "http":
        _signed(headers.get("Connect-Signature", ""), body)
        names = ("id", "from", "body")
    else:
        raise NotTheirs
    return _arrived(provider, body, names)


def _bearer(given: str) -> None:
    token = settings.NOTIFY_CALLBACK_TOKEN
    if not token or not constant_time_compare(given, f"Bearer {token}"):
        raise NotTheirs


def _signed(given: str, body: bytes) -> None:
    parts = dict(part.partition("=")[::2] for part in given.split(","))
    secret, at = settings.TEXT_INBOUND_SECRET, parts.get("t", "")
    if not secret or not constant_time_compare(parts.get("v1", ""), signature(secret, at, body)):
        raise NotTheirs
    if not at.isascii() or not at.isdigit() or abs(timezone.now().timestamp() - int(at)) > FRESH:
        raise NotTheirs


def signature(secret: str, at: str, body: bytes) -> str:
    return hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()


def signed_by_us(secret: str, body: bytes) -> dict[str, str]:
    """The header a provider sends with this body: the demo's mailbox is one."""
    at = f"{timezone.now().timestamp():.0f}"
    return {"Connect-Signature": f"t={at},v1={signature(secret, at, body)}"}


def _arrived(provider: str, body: bytes, names: tuple[str, str, str]) -> Arrived:
    try:
        said = json.loads(body)
        key, number, words = (said[name] for name in names)
    except (ValueError, KeyError, TypeError):
        raise NotAText from None
    if not all(isinstance(one, str) for one in (key, number, words)) or not key or not number:
        raise NotAText
    if len(key) > LONGEST_ID or not _can_be_kept(key + number + words):
        raise NotAText
    return Arrived(provider, key, plain(number)[:LONGEST_NUMBER], words[:LONGEST])


def _can_be_kept(text: str) -> bool:
    """JSON can say halves of letters, and a nought that PostgreSQL does not hold."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def plain(number: str) -> str:
    """As numbers stand in the house: 07700900126, whatever the provider writes before it."""
    kept = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    for begins in ("0044", "44"):
        if kept.startswith(begins) and len(kept) > 10:
            return "0" + kept.removeprefix(begins)
    return kept or "".join(sign for sign in number if sign.isascii() and sign.isalnum())
