"""Indicators from any table that has their columns: the census's topic tables, the Indices of Deprivation, our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from connect.places.loaders.rows import UnreadableFile
from outcomes.profiles import known
from outcomes.profiles.loaders import tables
from outcomes.profiles.loaders.tables import Given, Report, at_once
from outcomes.profiles.models import Indicator


@dataclass(frozen=True)
class Found:
    """An indicator and where this file has it: columns that are added up, and what they are a share of."""

    one: known.Kind
    parts: list[int]
    whole: int | None

    def read(self, line: list[str]) -> tuple[float, float | None] | None:
        columns = [*self.parts, *([] if self.whole is None else [self.whole])]
        got = tables.numbers(line, columns)
        if got is None:
            return None
        if self.whole is None:
            return sum(got) * self.one.times, None
        return (sum(got[:-1]), got[-1]) if got[-1] > 0 else None


@at_once
def load(path: Path, given: Given) -> Report:
    """All that the file's columns are known for, of the areas that are held; loading again writes over it."""
    report, held = Report(), tables.areas_held()
    with tables.opened(path) as (names, lines):
        at, found = tables.code_at(names), list(_found(names))
        if not found:
            raise UnreadableFile(f"no indicator that we know. The header has: {', '.join(names)}")
        source, rows = tables.dataset(path, given), {}
        for line in lines:
            report.read += 1
            code, got = tables.code(line, at), {one.one.name: value for one in found if (value := one.read(line))}
            if not code or not got:
                report.malformed += 1
            elif code not in held:
                report.elsewhere += 1
            else:
                report.taken += 1
                rows |= {(held[code], name): value for name, value in got.items()}
    _write(rows, source)
    report.found = sorted(one.one.name for one in found)
    return report


def _found(names: list[str]) -> Iterator[Found]:
    for one in known.kinds():
        own, whole = _own(names, one.name)
        if own is not None:
            yield Found(one, [own], whole)
        elif (parts := [_at(names, pattern) for pattern in one.columns]) and None not in parts:
            whole = _at(names, one.of) if one.of else None
            if whole is not None or not one.of:
                yield Found(one, parts, whole)


def _own(names: list[str], name: str) -> tuple[int | None, int | None]:
    """As our own tables have it: a column with the indicator's name, and one with `_of` behind it."""
    at = names.index(name) if name in names else None
    return at, names.index(f"{name}_of") if f"{name}_of" in names else None


def _at(names: list[str], pattern: known.Pattern) -> int | None:
    return next((n for n, name in enumerate(names) if pattern.fullmatch(name)), None)


def _write(rows: dict[tuple[int, str], tuple[float, float | None]], source: object) -> None:
    made = [
        Indicator(area_id=area, name=name, value=value, of=of, dataset=source)
        for (area, name), (value, of) in rows.items()
    ]
    Indicator.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["area", "name"], update_fields=["value", "of", "dataset"],
        batch_size=2000,
    )  # fmt: skip
