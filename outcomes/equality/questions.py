"""The questions about who somebody is, in the harmonised wording: data, with a key for the day the lists change."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

RATHER_NOT = "prefer_not_to_say"
NOT_SAID = _("Prefer not to say")
FILE = Path(__file__).parent / "questions.json"


@dataclass(frozen=True)
class Question:
    key: str
    text: str
    options: tuple[tuple[str, str], ...]

    @property
    def choices(self) -> list[tuple[str, object]]:
        """Every one can be declined on its own."""
        return [*self.options, (RATHER_NOT, NOT_SAID)]


@cache
def _file() -> dict:
    return json.loads(FILE.read_text())


@cache
def questions() -> tuple[Question, ...]:
    return tuple(Question(one["key"], one["text"], tuple(map(tuple, one["options"]))) for one in _file()["questions"])


def wording() -> str:
    return _file()["key"]


def credit() -> str:
    return _file()["credit"]


def is_disabled(given: dict[str, str | None]) -> bool | None:
    """As the Equality Act's core has it, from two answers; None where they do not say."""
    if given.get("condition") == "no":
        return False
    if given.get("condition") != "yes" or given.get("limits") in (None, RATHER_NOT):
        return None
    return given["limits"] in ("a_lot", "a_little")
