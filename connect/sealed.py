"""Text that is sealed at rest: AES-256-GCM, a key id in each value, bound to its table and row."""

import base64
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

NONCE_BYTES = 12


class Unreadable(Exception):
    """The key is not on the ring, or the value belongs to another row. Neither says which."""


class Sealed(bytes):
    """As it stands in the table: key id, a dot, nonce, cipher text."""


def ring() -> Mapping[str, bytes]:
    """Key id -> key. The first seals; all of them open, so that a key can be changed without stopping."""
    named = {one.partition(":")[0]: one.partition(":")[2] for one in settings.SEALING_KEYS if one}
    if named:
        return {name: base64.b64decode(key) for name, key in named.items()}
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return dict(map(_derived, secrets))


@lru_cache(maxsize=8)
def _derived(secret: str) -> tuple[str, bytes]:
    """Where no ring is set, a key of the house's own secret, which is outside the database too."""
    made = HKDF(SHA256(), 36, salt=None, info=b"connect.sealed").derive(secret.encode())
    return made[32:].hex(), made[:32]


def seal(text: str, bound_to: str) -> Sealed:
    name, key = next(iter(ring().items()))
    nonce = os.urandom(NONCE_BYTES)
    return Sealed(name.encode() + b"." + nonce + AESGCM(key).encrypt(nonce, text.encode(), bound_to.encode()))


def unseal(sealed: bytes, bound_to: str) -> str:
    name, _dot, rest = bytes(sealed).partition(b".")
    key = ring().get(name.decode("ascii", "replace"))
    if key is None:
        raise Unreadable
    try:
        return AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound_to.encode()).decode()
    except InvalidTag as error:
        raise Unreadable from error


class _Opening:
    """Reads as text wherever the row is at hand; what came from the table is opened when it is first looked at."""

    def __init__(self, field: "SealedText"):
        self.name, self.field = field.attname, field

    def __get__(self, row: models.Model | None, owner: type | None = None) -> Any:
        if row is None:
            return self
        if self.name not in row.__dict__:
            row.refresh_from_db(fields=[self.name])
        held = row.__dict__[self.name]
        return unseal(held, self.field.bound_to(row)) if isinstance(held, Sealed) else held

    def __set__(self, row: models.Model, value: str | Sealed) -> None:
        row.__dict__[self.name] = value


class SealedText(models.BinaryField):
    """Text in the page, cipher text in the table. It is written with its whole row, and cannot be looked for."""

    def contribute_to_class(self, cls: type[models.Model], name: str, **more: Any) -> None:
        super().contribute_to_class(cls, name, **more)
        setattr(cls, self.attname, _Opening(self))

    def bound_to(self, row: models.Model) -> str:
        return f"{self.model._meta.db_table}:{row.pk}:{self.attname}"

    def from_db_value(self, value: Any, *_more: object) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, row: models.Model, add: bool) -> Sealed | None:
        held = row.__dict__.get(self.attname)
        return held if held is None or isinstance(held, Sealed) else seal(held, self.bound_to(row))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, Sealed):
            raise TypeError("sealed text is written with its row, and never looked for")
        return super().get_db_prep_value(value, connection, prepared)

    def get_default(self) -> str:
        return ""

    def value_to_string(self, row: models.Model) -> str:
        return ""  # no dump carries it
