"""The report of an import: a line a record, and the sum."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from directory.openreferral.actions import Outcome, What


def counts(outcomes: Iterable[Outcome]) -> dict[str, int]:
    found = Counter(each.what for each in outcomes)
    return {what.value: found[what] for what in What}


def write(path: Path, outcomes: list[Outcome]) -> None:
    """As CSV or JSON, by the file's name. A cell that a spreadsheet would run as a formula is disarmed."""
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["id", "name", "what", "notes"])
            rows.writerows(
                [_safe(each.source_id), _safe(each.name), each.what, "; ".join(each.notes)] for each in outcomes
            )
        return
    records = [{"id": o.source_id, "name": o.name, "what": o.what, "notes": list(o.notes)} for o in outcomes]
    told = {"counts": counts(outcomes), "records": records}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
