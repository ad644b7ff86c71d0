"""Values as Open Referral UK takes them: absolute addresses, moments with a Z, ids that stay, and nothing empty."""

import re
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit, urlunsplit
from uuid import UUID, uuid5

from django.conf import settings

OURS = UUID("6f6e5f70-9a0c-5d4e-8d6b-2f1f5f7c3a11")
STUB = "/api/oruk/v3"
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.\-]*[a-z0-9])?(?::\d{1,5})?", re.IGNORECASE)
# What RFC 3986 lets stand in a path or a query as it is; "%" only where two digits follow it.
AS_IT_IS = "/:@!$&'()*+,;=-._~?"
LOOSE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def child(kind: str, *of: object) -> str:
    """The id of what we keep no row for, or no UUID: an address, a phone, a term. The same for ever."""
    return str(uuid5(OURS, "\n".join([kind, *map(str, of)])))


def ours(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path


def uri(said: str) -> str:
    """Absolute and escaped; "" for what cannot be made so."""
    try:
        parts = urlsplit(said.strip())
        host = parts.netloc.encode("idna").decode()
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(host):
        return ""
    return urlunsplit((parts.scheme, host, *(_escaped(part) for part in parts[2:])))


def _escaped(part: str) -> str:
    return quote(LOOSE.sub("%25", part), safe=AS_IT_IS + "%")


def moment(at: datetime | None) -> str:
    """In UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else ""


def number(value: object) -> float | int | None:
    """A number of JSON's own; a whole one without a point."""
    if value is None or isinstance(value, int):
        return value
    exact = float(value)
    return int(exact) if exact.is_integer() else exact


def without_blanks(value: object) -> object:
    """A member without a value is left out: null or "" is an error in most formats. False and nought are values."""
    if isinstance(value, dict):
        kept = {name: without_blanks(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each is not None and each not in ("", [], {})}
    return [without_blanks(each) for each in value] if isinstance(value, list) else value
