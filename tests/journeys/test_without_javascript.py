"""Without JavaScript, and by keyboard alone: the worker's, the connector's, the person's and the organiser's steps."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from . import kelderby
from .clock import LONDON
from .site import DESK

BEGINS = datetime(2026, 11, 13, 15, 5, tzinfo=LONDON)  # the lunch is over
STOPS = 80  # no page of ours has more places to stop at


@pytest.fixture(scope="module")
def edith(site):
    """She was expected at today's lunch, and is asked whether she went."""
    edith = kelderby.expect(kelderby.speak_with(kelderby.refer("Edith", "Rowe")), kelderby.noon_today())
    kelderby.ask_who_went()
    return edith


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


# ---------- without JavaScript ----------


def test_a_worker_refers_without_javascript(site):
    with site.visitor(java_script_enabled=False) as page:
        page.goto("/refer/")
        page.get_by_label("E-mail address").fill("rosa@example.org")
        page.get_by_label("Password").fill("a lamp in the window")
        expect(page.get_by_role("button", name="passkey")).to_be_hidden()  # that one cannot do without
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.get_by_label("Postcode").fill("KX2 4HD")
        page.get_by_role("button", name="Next").click()
        page.get_by_label("First name").fill("Joan")
        page.get_by_role("button", name="Save and finish later").click()
        page.get_by_role("link", name="Joan", exact=True).click()
        expect(page.get_by_label("First name")).to_have_value("Joan")
        page.get_by_role("button", name="Send the referral").click()
        expect(page.get_by_role("alert")).to_contain_text("Three things to put right")
        page.get_by_label("A phone number").fill("07700 900 155")
        page.get_by_label("Company", exact=True).check()
        page.get_by_label("They have said yes").check()
        page.get_by_text("Add more if you have it").click()
        page.get_by_label("Last name").fill("Tallis")
        page.get_by_role("button", name="Send the referral").click()
        expect(heading(page)).to_have_text("Thank you. The team has Joan’s referral.")
        page.get_by_role("link", name="Follow what happens").click()
        page.get_by_role("link", name="Joan Tallis").click()
        expect(heading(page)).to_have_text("Joan Tallis")


def test_a_connector_accepts_rings_and_introduces_without_javascript(site):
    new = kelderby.refer("Hilda", "Frayn")
    with site.visitor("Carl", DESK, java_script_enabled=False) as page:
        page.goto("/caseload/?view=new")
        page.get_by_role("link", name="Hilda", exact=True).click()
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_role("status")).to_have_text("Accepted. Next: ring them")
        page.get_by_label("Reached", exact=True).check()
        page.get_by_role("button", name="Save the note").click()
        page.get_by_label("Look for something else near them").fill("hot lunch")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name=re.compile("They said yes ?: St Mark’s lunch club")).click()  # styled or not yet
        page.get_by_role("button", name="Introduce Hilda").click()
        expect(page.get_by_role("status")).to_contain_text("They are expected on Tuesday 17 November")
        page.get_by_text("Carl Whitlock").first.click()  # the menu of whoever is at work
        page.get_by_role("button", name="Sign out").click()
        assert page.goto(new.get_absolute_url()).url.startswith(f"{site.url}/accounts/login/")


def test_anybody_keeps_a_list_and_prints_it_without_javascript(site):
    with site.visitor(java_script_enabled=False) as page:
        page.goto("/?q=lunch")
        page.get_by_role("button", name="Keep").first.click()
        assert page.url.startswith(f"{site.url}/?q=lunch#k-")
        expect(page.get_by_role("button", name="Kept. Take it off your list").first).to_be_visible()
        page.get_by_role("link", name="Your list (1)").click()
        expect(heading(page)).to_have_text("Your list")
        expect(page.get_by_role("button", name="Print")).to_be_hidden()  # it needs JavaScript; browsers have their own
        page.get_by_role("link", name="Large print").click()
        expect(page.locator("main li.result p").first).to_have_css("font-size", "24px")
        page.get_by_role("button", name="Kept. Take it off your list").click()
        expect(page.locator("main")).to_contain_text("Nothing kept yet")


def test_an_editor_changes_the_words_and_a_collection_without_javascript(site):
    with site.visitor("Dev", DESK, java_script_enabled=False) as page:
        page.goto("/desk/words/")
        page.get_by_text("Add a line").click()
        page.get_by_label("Who says").first.fill("zonkers")
        page.get_by_label("may mean").first.fill("lunch club")
        page.get_by_role("button", name="Add it").click()
        expect(page.get_by_role("status")).to_contain_text("“zonkers” is saved")
        page.goto("/?q=zonkers")
        expect(page.locator("#results")).to_contain_text("St Mark’s lunch club")
        page.goto("/desk/collections/")
        page.get_by_label("What it is called").fill("Lunches")
        page.get_by_role("button", name="Begin it").click()
        page.get_by_label("Look for").fill("St Mark’s lunch club")
        page.get_by_role("button", name="Find").click()
        page.locator("button[name=service]").first.click()
        page.get_by_label("Anybody may see it").check()
        page.get_by_role("button", name="Save", exact=True).click()
        page.goto("/collections/lunches/")
        expect(page.locator("main")).to_contain_text("St Mark’s lunch club")


def test_anybody_searches_and_narrows_down_without_javascript(site):
    with site.visitor(java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_label("What would you enjoy?").fill("lunch")
        page.get_by_label("Postcode, street or area").fill("Millrace")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name="Narrow it down").click()
        page.locator("summary", has_text="Getting in").click()
        page.get_by_role("checkbox", name=re.compile("^Step-free")).check()
        page.get_by_role("button", name="Show what fits").click()
        expect(page.get_by_role("link", name="Take off: Step-free")).to_be_visible()
        found = page.locator(".result")
        expect(found.filter(has_text="Quayside")).to_have_count(0)  # up a step
        name = found.locator("h2 a").first.inner_text()
        found.locator("h2 a").first.click()
        expect(heading(page)).to_have_text(name)


def test_the_person_answers_and_thinks_better_of_it_without_javascript(site, edith):
    with site.visitor(java_script_enabled=False) as page:
        page.goto(kelderby.link_for(edith, "attendance"))
        page.get_by_role("button", name="Not this time").click()
        expect(heading(page)).to_have_text("Thank you, Edith. That is fine.")
        page.get_by_role("link", name="Change my answer").click()
        page.get_by_role("button", name="Yes, I went").click()
        expect(heading(page)).to_have_text("Thank you, Edith. How was it?")
        page.get_by_role("button", name="Good").click()
        expect(heading(page)).to_have_text("Thank you, Edith. Carl knows you went.")


def test_the_organiser_says_who_came_without_javascript(site, edith):
    with site.visitor(java_script_enabled=False) as page:
        page.goto(kelderby.link_for(edith, "register"))
        page.get_by_role("group", name="Edith R").get_by_label("Came").check()
        page.get_by_role("button", name="Send it").click()
        expect(heading(page)).to_have_text("Thank you. That helps more than you know.")
        page.get_by_role("link", name="Change an answer").click()
        expect(page.get_by_role("group", name="Edith R").get_by_label("Came")).to_be_checked()


# ---------- by keyboard alone ----------


def reach(page: Page, wanted: Locator) -> None:
    """By Tab, and in no other way; whatever has the focus shows it."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("part => part === document.activeElement"):
            assert page.evaluate(SHOWS_FOCUS), wanted
            return
    pytest.fail(f"Tab never reaches {wanted}")


# A ring around it, or around the label that it is part of.
SHOWS_FOCUS = """() => [document.activeElement, document.activeElement.closest('label')]
  .filter(Boolean).map(part => getComputedStyle(part))
  .some(look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 1)"""


def type_into(page: Page, label: str, text: str) -> None:
    reach(page, page.get_by_label(label))
    page.keyboard.type(text)


def test_a_worker_refers_by_keyboard_alone(site):
    with site.visitor(window=DESK) as page:
        page.goto("/refer/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
        page.keyboard.press("Enter")
        type_into(page, "E-mail address", "rosa@example.org")
        type_into(page, "Password", "a lamp in the window")
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text("Refer someone")
        type_into(page, "Postcode", "KX2 4HD")
        page.keyboard.press("Enter")
        type_into(page, "First name", "Noor")
        reach(page, page.get_by_role("button", name="Send the referral"))
        page.keyboard.press("Enter")
        first_error(page)
        page.keyboard.type("07700 900 156")
        reach(page, page.get_by_label("Not sure", exact=True))
        page.keyboard.press("ArrowRight")
        reach(page, page.get_by_label("Company", exact=True))
        page.keyboard.press("Space")
        reach(page, page.get_by_label("They have said yes"))
        page.keyboard.press("Space")
        reach(page, page.get_by_text("Add more if you have it"))
        page.keyboard.press("Enter")
        type_into(page, "Last name", "Haddad")
        reach(page, page.get_by_role("button", name="Send the referral"))
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text("Thank you. The team has Noor’s referral.")


def first_error(page: Page) -> None:
    """The summary has the focus; its first link leads into the field that is wrong."""
    expect(page.locator(".errors")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("A phone number")).to_be_focused()


def test_the_person_answers_by_keyboard_alone(site, edith):
    with site.visitor() as page:
        page.goto(kelderby.link_for(edith, "attendance"))
        reach(page, page.get_by_role("button", name="Please ring me"))
        page.keyboard.press("Space")
        expect(heading(page)).to_have_text("Thank you, Edith. Carl will ring you.")
        reach(page, page.get_by_role("link", name="Change my answer"))
        page.keyboard.press("Enter")
        reach(page, page.get_by_role("button", name="Yes, I went"))
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text("Thank you, Edith. How was it?")
        reach(page, page.get_by_role("button", name="Good"))
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text("Thank you, Edith. Carl knows you went.")
