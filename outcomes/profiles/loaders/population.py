"""People by age, from a table with a column for each age or band: ONS estimates, the census's TS007A, or our own."""

import re
from collections.abc import Iterator
from pathlib import Path

from connect.places.loaders.rows import UnreadableFile
from outcomes.profiles.loaders import tables
from outcomes.profiles.loaders.tables import Given, Report, at_once
from outcomes.profiles.models import Dataset, Population

AGES = (
    re.compile(r"(?:age: )?(?:aged )?(?P<first>\d+)(?: years?)?(?: and over|\+)?"),
    re.compile(r"(?:age: )?(?:aged )?(?P<first>\d+) (?:to|-) \d+(?: years?)?"),
    re.compile(r"(?P<first>\d+)-\d+"),
    re.compile(r"(?P<sex>[fm])(?P<first>\d+)(?:\+| ?plus)?"),
)
YOUNGEST = re.compile(r"(?:age: )?aged (?:\d+ years and under|under \d+ years?)")
Columns = list[tuple[int, list[int]]]  # (from age, the columns that are added up)


@at_once
def load(path: Path, given: Given) -> Report:
    """One row for each area that is held; loading again writes over it."""
    report, held = Report(), tables.areas_held()
    with tables.opened(path) as (names, lines):
        at, columns = tables.code_at(names), _columns(names)
        source, rows = tables.dataset(path, given), {}
        for code, people in _read(lines, at, columns, report):
            if code in held:
                rows[held[code]] = people
                report.taken += 1
            else:
                report.elsewhere += 1
    _write(rows, [age for age, _ in columns], source)
    report.found = [f"from {columns[0][0]} to {columns[-1][0]}+ in {len(columns)} bands"]
    return report


def _read(lines: Iterator[list[str]], at: int, columns: Columns, report: Report) -> Iterator[tuple[str, list[int]]]:
    for line in lines:
        report.read += 1
        counts = [tables.numbers(line, parts) for _age, parts in columns]
        if not tables.code(line, at) or any(parts is None or min(parts) < 0 for parts in counts):
            report.malformed += 1
        else:
            yield tables.code(line, at), [round(sum(parts)) for parts in counts]


def _columns(names: list[str]) -> Columns:
    """By age. Two columns for one age are women and men, and added up; else the file counts people twice."""
    found: dict[int, list[tuple[str, int]]] = {}
    for n, name in enumerate(names):
        if (match := _age(name)) is not None:
            found.setdefault(match[0], []).append((match[1], n))
    if 0 not in found or len(found) < 3:
        raise UnreadableFile(f"no column for each age from 0 on. The header has: {', '.join(names)}")
    for age, columns in found.items():
        if len(columns) > 1 and sorted(sex for sex, _ in columns) != ["f", "m"]:
            raise UnreadableFile(
                f"age {age} is in {len(columns)} columns, so people would count twice (of the census, take TS007A)"
            )
    return [(age, [at for _, at in found[age]]) for age in sorted(found)]


def _age(name: str) -> tuple[int, str] | None:
    """(first age of the column, "f" or "m" or "")."""
    if YOUNGEST.fullmatch(name):
        return 0, ""
    match = next((one for pattern in AGES if (one := pattern.fullmatch(name))), None)
    return (int(match["first"]), match.groupdict().get("sex") or "") if match and int(match["first"]) < 120 else None


def _write(rows: dict[int, list[int]], ages: list[int], source: Dataset) -> None:
    made = [Population(area_id=area, ages=ages, people=people, dataset=source) for area, people in rows.items()]
    Population.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["area"],
        update_fields=["ages", "people", "dataset"],
        batch_size=2000,
    )
