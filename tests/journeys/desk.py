"""What Carl does at his desk on the first day: takes somebody on, rings them, and finds them the lunch club."""

import re

from playwright.sync_api import Page, expect

from connect.identity import acting_as
from referrals.models import Referral

from .site import DESK, Site


def carl_introduces(site: Site, given: str, words: str) -> Referral:
    """The newest on his list, who said these words; expected on Friday 13 November."""
    with site.visitor("Carl", DESK) as page:
        page.goto("/caseload/")
        page.get_by_role("link", name="New", exact=False).first.click()
        page.get_by_role("link", name=given, exact=True).click()
        expect(page.get_by_text(words)).to_be_visible()
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_text("Accepted. Next: ring them")).to_be_visible()
        page.get_by_label("Reached", exact=True).check()
        page.get_by_label("In a sentence").fill("Cheerful. Would go if somebody is at the door.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_text("Rang, reached.")).to_be_visible()
        to_the_lunch_club(page, given)
        pk = page.url.rstrip("/").rpartition("/")[2]
    with acting_as("seed"):
        return Referral.objects.get(pk=pk)


def to_the_lunch_club(page: Page, given: str) -> None:
    page.get_by_label("Look for something else near them").fill("hot lunch")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=re.compile("They said yes ?: St Mark’s lunch club")).click()
    page.get_by_role("button", name=f"Introduce {given}").click()
    expect(page.get_by_text("Introduced. They are expected on Friday 13 November")).to_be_visible()
