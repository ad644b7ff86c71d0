"""Without an account, in a browser: a resident asks and opens their own page, a worker refers by a letter, a call."""

from datetime import datetime

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link
from referrals.open_door import answering
from referrals.open_door.demo import DOMAIN

from . import axe
from .clock import LONDON
from .site import DESK, PHONE

BEGINS = datetime(2026, 11, 13, 15, 5, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def fresh_counts(site):
    cache.clear()


def newest(purpose: str) -> Link:
    """What the sweep has just sent."""
    with acting_as("clocks"):
        answering.answer_due()
    return Link.objects.filter(purpose=purpose).latest("created_at")


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def to_the_second_part(page: Page, whom: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="I’d like some company").click()
    page.get_by_label(whom).check()
    page.get_by_label("Postcode of the home").fill("KX2 4HD")
    page.get_by_label("Yes", exact=True).check()
    press(page, "Go on")


def ask(page: Page, phone: str) -> None:
    to_the_second_part(page, "I would")
    page.get_by_label("Your first name").fill("Winifred")
    page.get_by_label("Phone number that is safe to ring").fill(phone)
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("In your own words").fill("I miss dominoes.")
    page.get_by_label("Yes: you may ring me").check()
    press(page, "Send it")
    heading(page, "Thank you for asking")


def open_own_page(page: Page, phone: str) -> None:
    page.get_by_role("link", name="Your own page").click()
    page.get_by_label("Your mobile number or e-mail").fill(phone)
    press(page, "Send me a code")
    page.get_by_label("The code we sent").fill(links.code(newest("own_code")))
    press(page, "Open my page")
    heading(page, "Hello Winifred")


def refer_by_letter(page: Page) -> None:
    page.goto("/without-account/")
    page.get_by_label("Your work e-mail").fill(f"olu@{DOMAIN}")
    press(page, "Send me the link")
    heading(page, "Look in your work e-mail")
    page.goto(links.address(newest("outside")))
    heading(page, "Refer someone")


def fill_in_the_referral(page: Page) -> None:
    page.get_by_label("First name").fill("Stanley")
    page.get_by_label("Postcode or ward").fill("KX2 4HD")
    page.get_by_label("A phone number that is safe").fill("07700 900 126")
    page.get_by_label("Not sure").check()
    page.get_by_label("Company", exact=True).check()
    page.get_by_label("They have said yes").check()
    page.get_by_label("Your name").fill("Olu")
    page.get_by_label("What you do").select_option("housing")
    press(page, "Send the referral")
    heading(page, "Thank you. The team has it.")


@pytest.mark.parametrize(("window", "phone"), [(PHONE, "07700 900 171"), (DESK, "07700 900 172")])
def test_without_javascript_somebody_asks_looks_changes_and_stops(site, window, phone):
    with site.visitor(window=window, java_script_enabled=False) as page:
        ask(page, phone)
        open_own_page(page, phone)
        press(page, "Please ring me")
        expect(page.get_by_role("status")).to_contain_text("Somebody will ring you.")
        page.get_by_role("link", name="Change this").click()
        page.get_by_label("Good times to ring").fill("After ten")
        press(page, "Save")
        expect(page.locator("main")).to_contain_text("After ten")
        page.get_by_role("link", name="Something is wrong").click()
        press(page, "Send it")
        expect(page.get_by_role("alert")).to_contain_text("Two things to put right")
        page.get_by_label("Something here is wrong").check()
        page.get_by_label("In your own words").fill("I am called Winnie.")
        press(page, "Send it")
        page.get_by_role("link", name="I do not want this any more").click()
        press(page, "Yes, stop")
        expect(page.locator("main")).to_contain_text("You asked us to stop")
        press(page, "Close this page")
        page.goto("/your-page/")
        heading(page, "Your own page")


def test_without_javascript_a_worker_refers_by_a_letter_and_switches_the_page_off(site):
    with site.visitor(java_script_enabled=False) as page:
        refer_by_letter(page)
        fill_in_the_referral(page)
        page.goto(links.address(newest("status")))
        expect(page.locator("main")).to_contain_text("The team answers within two working days.")
        expect(page.locator("main")).not_to_contain_text("Stanley")
        page.get_by_text("Switch this page off").click()
        press(page, "Switch it off")
        page.goto(links.address(Link.objects.filter(purpose="status").latest("created_at")))
        heading(page, "This link has done its work")


def test_each_page_is_for_everybody(site):
    """axe at both widths, with errors where there can be some."""
    with site.visitor() as page:
        page.goto("/some-company/")
        press(page, "Go on")
        axe.at_both_widths(page)
        to_the_second_part(page, "Somebody I know")
        press(page, "Send it")
        axe.at_both_widths(page)
        ask(page, "07700 900 173")
        axe.at_both_widths(page)
        open_own_page(page, "07700 900 173")
        for where in ("", "reach/", "tell/", "stop/"):
            page.goto(f"/your-page/{where}")
            axe.at_both_widths(page)
        page.goto("/some-company/paper/")
        axe.at_both_widths(page)
        refer_by_letter(page)
        axe.at_both_widths(page)
    with site.visitor("Carl") as page:
        page.goto("/key-in/")
        press(page, "Send it to the team")
        axe.at_both_widths(page)
