"""The indicators that we know: what each says, of whom, and how the files that hold it call its columns."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Pattern = re.Pattern[str]
FILE = Path(__file__).with_name("indicators.json")


@dataclass(frozen=True)
class Kind:
    """`columns` are added up; with `of` they are a share. `times` turns a rate of 0 to 1 into a per cent.

    `ages` says whom it is about: "" everybody, "under65", "65plus".
    """

    name: str
    title: str
    source: str
    columns: tuple[Pattern, ...]
    of: Pattern | None = None
    ages: str = ""
    note: str = ""
    times: float = 1
    unit: str = "%"  # "%" a share, "" a score, "decile"

    def shown(self, value: float) -> str:
        if self.unit == "%":
            return f"{value:.0f}%" if value >= 10 else f"{value:.1f}%"
        return f"{value:.0f}" if self.unit == "decile" else f"{value:.2f}"


@cache
def by_name() -> Mapping[str, Kind]:
    rows = json.loads(FILE.read_text(encoding="utf-8"))["indicators"]
    return {row["name"]: _kind(row) for row in rows}


def kinds() -> list[Kind]:
    return list(by_name().values())


def _kind(row: dict) -> Kind:
    patterns = tuple(re.compile(one) for one in row.get("columns", ()))
    of = re.compile(row["of"]) if row.get("of") else None
    rest = {key: row[key] for key in ("ages", "note", "times", "unit") if key in row}
    return Kind(row["name"], row["title"], row["source"], patterns, of, **rest)
