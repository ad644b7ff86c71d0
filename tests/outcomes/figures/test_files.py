"""Page, CSV, workbook and API hold the same figures, because there is only one place to read them from."""

import csv
from io import BytesIO, StringIO

import pytest
import time_machine
from openpyxl import load_workbook

from outcomes.figures import freezing
from tests.outcomes import october

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_counts")]


@pytest.fixture
def colm(cast, sign_in):
    october.fill(cast, cast.ward, received=43, contacted_=38)
    october.fill(cast, cast.other_ward, received=3)
    with time_machine.travel(october.FROZEN, tick=False):
        freezing.freeze(october.MONTH, by="freeze")
    return sign_in(cast.colm)


def test_the_file_the_workbook_and_the_api_say_the_same(colm):
    sheet = list(csv.reader(StringIO(colm.get("/reports/2026-10/figures.csv").content.decode("utf-8-sig"))))[1:]
    book = load_workbook(BytesIO(colm.get("/reports/2026-10/figures.xlsx").content))
    rows = [[str(cell or "") for cell in row] for row in book["Figures"].iter_rows(min_row=2, values_only=True)]
    [release] = colm.get("/api/v1/reports/2026-10/").json()
    api = [(one["place_code"], one["count"], one["shown"]) for one in release["figures"]]
    assert [(row[2], row[4], row[6]) for row in sheet] == api
    assert [(row[2], row[4], row[6] or "0") for row in rows] == api
    assert ("K01-2", "received", "*") in api


def test_who_may_not_see_the_reports_gets_no_file(colm, cast, sign_in):
    for who in (cast.rosa, cast.nia):
        assert sign_in(who).get("/reports/2026-10/figures.csv").status_code == 404
    assert colm.get("/reports/2026-09/figures.xlsx").status_code == 404
