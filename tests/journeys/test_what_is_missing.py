"""A commissioner finds the ward with the greatest unmet need, asks about a closure, and takes the board paper away."""

from datetime import date, datetime

import pytest
from playwright.sync_api import Page, expect

from outcomes.figures import freezing
from outcomes.missing import demo as missing
from outcomes.profiles import demo as profiles

from . import axe
from .clock import LONDON
from .site import DESK

BEGINS = datetime(2026, 11, 16, 10, 5, tzinfo=LONDON)


@pytest.fixture
def summer(site):
    """Gaps that Carl wrote down, three of them in Hollin Park, and wishes; the last month of a quarter is frozen."""
    profiles.load()
    missing.load()
    return freezing.freeze(date(2026, 9, 1), by="freeze")


def rates(page: Page) -> dict[str, int]:
    """Ward -> what the table beside the map says for every 1,000; hidden ones left out."""
    rows = page.locator("section[aria-labelledby=unmet] tbody tr:not(.total)").all()
    said = {row.locator("th").inner_text(): row.locator("td").last.inner_text() for row in rows}
    return {ward: int(rate) for ward, rate in said.items() if rate.isdigit()}


def test_a_commissioner_finds_the_ward_with_the_greatest_unmet_need(site, summer):
    with site.visitor("Colm", DESK) as colm:
        colm.goto("/reports/")
        colm.get_by_role("navigation", name="Reports").get_by_role("link", name="What is missing").click()
        expect(colm.locator("h2#unmet")).to_contain_text("Hollin Park has the greatest unmet need")
        colm.locator("section[aria-labelledby=unmet] summary").click()
        found = rates(colm)
        assert max(found, key=found.get) == "Hollin Park"
        axe.at_both_widths(colm)
        colm.get_by_role("link", name="Choose a group").click()
        colm.get_by_label("Group", exact=True).select_option(label="St Mark’s lunch club")
        colm.get_by_role("button", name="Show").click()
        expect(colm.locator("h2#stops")).to_contain_text("If St Mark’s lunch club stops")
        axe.at_both_widths(colm)
        colm.goto("/reports/missing/")
        with colm.expect_download() as paper:
            colm.get_by_role("link", name="Board paper (PDF)").click()
        assert paper.value.path().read_bytes().startswith(b"%PDF")
