"""A listing's key in 22 letters instead of 36, so that an address fits into a text and a QR code stays coarse."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from uuid import UUID

LETTERS = 22
MOST = 30  # listings on a list
BETWEEN = "."


def write(key: UUID) -> str:
    return urlsafe_b64encode(key.bytes).rstrip(b"=").decode()


def read(said: str) -> UUID | None:
    if len(said) != LETTERS or not said.isascii():
        return None
    try:
        return UUID(bytes=urlsafe_b64decode(said + "=="))
    except (binascii.Error, ValueError):
        return None


def write_all(keys: Iterable[UUID]) -> str:
    return BETWEEN.join(write(key) for key in keys)


def read_all(said: str) -> list[UUID]:
    """As many as a list holds, once each; what is no key is passed over."""
    keys = (read(part) for part in said[: (LETTERS + 1) * MOST * 2].split(BETWEEN))
    return list(dict.fromkeys(key for key in keys if key))[:MOST]
