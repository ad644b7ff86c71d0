"""The instruments as they ship: keys, options, numbers and bands; words only where the licence lets us ship them.

The sources of each stand in docs/measures.md. What each licence class allows stands in `Licence`.
"""

import json
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

Definition = dict[str, Any]
SHIPPED = Path(__file__).with_name("instruments.json")


class Licence(StrEnum):
    """`open` and `credit` ship their words, `confirm` and `tenant_only` keys and scoring, `import_only` nothing."""

    OPEN = "open"
    CREDIT = "credit"
    CONFIRM = "confirm"
    TENANT_ONLY = "tenant_only"
    IMPORT_ONLY = "import_only"


SHIPS_WORDS = (Licence.OPEN, Licence.CREDIT)


class UnknownInstrument(LookupError):
    """No definition under this key."""


@cache
def shipped() -> dict[str, Definition]:
    """Key -> definition, in the order in which they are offered."""
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


def definition(key: object) -> Definition:
    found = shipped().get(key) if isinstance(key, str) else None
    if found is None:
        raise UnknownInstrument(key)
    return found


def values(of: Definition, item: dict[str, Any]) -> dict[str, int]:
    """Token -> number, for this item."""
    return of["options"][item.get("options", "plain")]


def is_composite(of: Definition) -> bool:
    """Whether its items make one score together; otherwise each stands for itself."""
    return of.get("composite", True)
