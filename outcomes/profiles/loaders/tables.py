"""A CSV table about areas: which column has the codes, and the lines as numbers. Nothing is corrected silently."""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

from django.db import transaction

from connect.places.loaders.rows import UnreadableFile, as_code
from connect.places.models import Area
from outcomes.profiles.models import Dataset

# As the Office for National Statistics, Nomis, the Indices of Deprivation and our own files call it.
CODE = re.compile(
    r"(?:geography |area |ward |lsoa |oa )?code(?: \(\d{4}\))?"
    r"|(?:lsoa|wd|ward|lad|ltla)\d\d(?:cd|_code)|lsoa 20\d\d code"
)
EXTRAS = re.compile(r"^ts\d{3}[a-z]?_|; measures: value$")


@dataclass
class Report:
    """Each line read is in exactly one of: taken, of an area that is not held, without a code or number."""

    read: int = 0
    taken: int = 0
    elsewhere: int = 0
    malformed: int = 0
    found: list[str] = field(default_factory=list)  # what the columns were taken for


@dataclass(frozen=True)
class Given:
    """What the file does not say about itself."""

    title: str
    vintage: str = ""
    licence: str = ""
    is_made_up: bool = False


@contextmanager
def opened(path: Path) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """(names of the columns, lines); raises UnreadableFile for what is no such file."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            lines = csv.reader(file)
            yield [plain(name) for name in next(lines, [])], lines
    except (OSError, csv.Error, UnreadableFile) as problem:
        raise UnreadableFile(f"{path}: {problem}") from problem


def plain(name: str) -> str:
    """A column's name without case, doubled spaces, and what Nomis adds to it."""
    return EXTRAS.sub("", re.sub(r"\s*:\s*", ": ", " ".join(name.lower().split())))


def code_at(names: list[str]) -> int:
    at = next((n for n, name in enumerate(names) if CODE.fullmatch(name)), None)
    if at is None:
        raise UnreadableFile(f"no column of area codes. The header has: {', '.join(names)}")
    return at


def number(text: str) -> float | None:
    """None for what is no number: an empty cell, a star, a dash."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if isfinite(value) else None


def numbers(line: list[str], columns: list[int]) -> list[float] | None:
    """Of these columns; None when one of them is no number, or negative."""
    found = [number(line[at]) if at < len(line) else None for at in columns]
    return found if all(value is not None for value in found) else None


def code(line: list[str], at: int) -> str:
    return as_code(line[at]) if at < len(line) else ""


def areas_held() -> Mapping[str, int]:
    return dict(Area.objects.values_list("code", "pk"))


def dataset(path: Path, given: Given) -> Dataset:
    """The row that says where it comes from; loading the same again keeps it."""
    said = {"licence": given.licence, "file": path.name, "is_made_up": given.is_made_up}
    made, _new = Dataset.objects.update_or_create(title=given.title, vintage=given.vintage, defaults=said)
    return made


at_once = transaction.atomic
