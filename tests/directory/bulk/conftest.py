"""Spreadsheets as people send them, and an editor who takes them."""

import csv
import io

import pytest
from openpyxl import Workbook

from connect.identity import identify
from directory.bulk import actions, reading


@pytest.fixture
def dev(cast):
    identify(cast.dev)
    return cast.dev


def as_csv(rows, encoding="utf-8-sig", delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows, title="Sheet1"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ["Name", "Link", "No. of members", "Counted on", "Admin", "Said yes on"]


def group(n, **more):
    said = {
        "Name": f"Village number {n} chat", "Link": f"https://www.facebook.com/groups/village{n}",
        "No. of members": 100 + n, "Counted on": "3/11/2026", "Admin": "", "Said yes on": "",
    }  # fmt: skip
    return [{**said, **more}[name] for name in HEAD]


@pytest.fixture
def keep(dev):
    """keep(rows or bytes, what) -> an upload of Dev's."""

    def make(said, what="communities", name="groups.csv"):
        data = said if isinstance(said, bytes) else as_csv(said)
        return actions.keep(data, file_name=name, what=what, by=dev)

    return make


@pytest.fixture
def planned(keep):
    """planned(rows, what) -> the plan of what taking them would do."""
    return lambda said, what="communities": reading.plan(keep(said, what))
