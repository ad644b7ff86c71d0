"""The four indices that others have published: their factors in their words, and what open figure can stand in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outcomes.profiles import known

FILE = Path(__file__).with_name("presets.json")
UNDER, OVER = "under65", "over65"
AGES = (UNDER, OVER)


@dataclass(frozen=True)
class Factor:
    """`stands_in` names an indicator for each age it is about; `why` says why there is none at all."""

    key: str
    title: str
    stands_in: Mapping[str, str]
    note: str = ""
    why: str = ""

    def is_about(self, age: str) -> bool:
        """Retirement is not about the young; what has no stand-in at all is about everybody."""
        return age in self.stands_in or bool(self.why)

    def stand_in(self, age: str) -> str:
        """In words."""
        name = self.stands_in.get(age, "")
        return _of_ages(name) if name.startswith("population:") else known.by_name()[name].title if name else ""

    @property
    def is_by_age(self) -> bool:
        """Whether its figures tell the ages apart."""
        return len(set(self.stands_in.values())) == len(self.stands_in)


@dataclass(frozen=True)
class Preset:
    slug: str
    title: str
    source: str
    factors: tuple[Factor, ...]


@cache
def presets() -> Mapping[str, Preset]:
    rows = json.loads(FILE.read_text(encoding="utf-8"))["presets"]
    return {
        row["slug"]: Preset(row["slug"], row["title"], row["source"], tuple(map(_factor, row["factors"])))
        for row in rows
    }


def _factor(row: dict[str, str]) -> Factor:
    stands_in = {age: row[age] for age in AGES if row.get(age)}
    return Factor(row["key"], row["title"], stands_in, row.get("note", ""), row.get("why", ""))


def _of_ages(name: str) -> str:
    part, _, whole = name.removeprefix("population:").partition("/")
    words = {"80plus": "80 and over", "65plus": "65 and over"}
    return f"People aged {words[part]}" + (f", of those {words[whole]}" if whole else "")
