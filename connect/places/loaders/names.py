"""Names for areas that came as codes alone: any table with pairs of columns such as WD25CD, WD25NM."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from django.db import connection, transaction

from connect.places.loaders.rows import UnreadableFile, as_code
from connect.places.models import fold

BATCH = 10_000
NAME = """
update places_area held set name = new.name, folded = new.folded
from unnest(%s::text[], %s::text[], %s::text[]) as new (code, name, folded)
where held.code = new.code and held.name <> new.name
"""


@transaction.atomic
def load(path: Path) -> int:
    """Name the areas held, and say how many names are new; areas that are not held are left out."""
    named, batch = 0, {}
    for code, name in _read(path):
        batch[code] = name
        if len(batch) == BATCH:
            named, batch = named + _write(batch), {}
    return named + _write(batch)


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
            lines = csv.reader(opened)
            pairs = _pairs([column.strip().lower() for column in next(lines, [])])
            for line in lines:
                for code_at, name_at in pairs:
                    if len(line) > max(code_at, name_at) and as_code(line[code_at]) and line[name_at].strip():
                        yield as_code(line[code_at]), line[name_at].strip()[:100].replace("\x00", "")
    except (OSError, csv.Error, UnreadableFile) as problem:
        raise UnreadableFile(f"{path}: {problem}") from problem


def _pairs(columns: list[str]) -> list[tuple[int, int]]:
    """Where each code is with its name: wd25cd with wd25nm, lad25cd with lad25nm."""
    stems = [match[1] for column in columns if (match := re.fullmatch(r"([a-z]+\d\d)cd", column))]
    pairs = [(columns.index(f"{stem}cd"), columns.index(f"{stem}nm")) for stem in stems if f"{stem}nm" in columns]
    if not pairs:
        raise UnreadableFile(f"no pair of columns such as WD25CD and WD25NM. The header has: {', '.join(columns)}")
    return pairs


def _write(batch: dict[str, str]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(NAME, [list(batch), list(batch.values()), [fold(name) for name in batch.values()]])
        return cursor.rowcount
