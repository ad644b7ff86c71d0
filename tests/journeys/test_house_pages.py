"""The pages about the house, signing in and refusals: by day, by night, in Welsh, by keyboard, without script."""

import pytest

from connect.people.models import Tenant
from tests.cast import PASSWORD
from tests.journeys import axe

PAGES = ["/accessibility/", "/privacy/", "/cookies/", "/accounts/login/", "/accounts/password/reset/", "/no/such/page/"]


@pytest.fixture
def house(live_server, cast, settings):
    settings.DEMO = True
    return live_server.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_about_the_house_passes_axe_on_a_phone_and_at_a_desk(browser, house, scheme):
    page = browser.new_page(color_scheme=scheme)
    for address in [*PAGES, "/components/"]:
        page.goto(house + address)
        axe.at_both_widths(page)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_another_house_with_its_own_colours_and_partner_passes_too(browser, house, scheme):
    tenant = Tenant.current()
    tenant.primary, tenant.primary_dark, tenant.accent = "#5b1e7a", "#3c1152", "#9a3412"
    tenant.cobrand_name = "Kelderby and Farside Health Partnership"
    tenant.clean()
    tenant.save()
    page = browser.new_page(color_scheme=scheme)
    sign_in(page, house)
    for address in ("/privacy/", "/components/"):
        page.goto(house + address)
        axe.at_both_widths(page)
    page.close()


def sign_in(page, house):
    page.goto(house + "/accounts/login/")
    page.get_by_label("E-mail address").fill("carl@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_the_pages_hold_in_welsh_where_words_are_longer(browser, house):
    page = browser.new_page()
    page.goto(house + "/privacy/")
    page.get_by_role("button", name="Cymraeg").click()
    for address in PAGES:
        page.goto(house + address)
        assert page.get_attribute("html", "lang") == "cy"
        axe.at_both_widths(page)
    page.close()


def test_a_mistake_at_sign_in_is_said_first_and_has_the_focus_without_script(browser, house):
    """`autofocus` does it; no script of ours runs anywhere."""
    page = browser.new_page()
    page.goto(house + "/accounts/login/")
    page.get_by_role("button", name="Sign in", exact=True).click()
    assert page.title().startswith("Error:")
    assert page.evaluate("document.activeElement.className").startswith("errors")
    page.get_by_role("alert").get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "login"
    axe.at_both_widths(page)
    page.close()


def test_nothing_is_fetched_from_anybody_else_and_the_policy_is_never_broken(browser, house):
    page = browser.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for address in [*PAGES[:-1], "/components/"]:
        page.goto(house + address)
    assert [url for url in asked if not url.startswith(house)] == []
    assert complaints == []
    page.close()


def test_by_keyboard_the_first_stop_leads_past_the_menu(browser, house):
    page = browser.new_page()
    page.goto(house + "/privacy/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_the_menu_of_whoever_is_at_work_opens_without_script_and_stays_on_a_phone(browser, house):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, house)
    page.goto(house + "/privacy/")
    page.get_by_text("Carl Whitlock").first.click()
    box = page.get_by_role("button", name="Sign out").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_was_typed_outlives_the_session(browser, house, scheme):
    """Signed in again beside the page, two presses send it; and the page itself passes."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    sign_in(page, house)
    page.goto(house + "/refer/")
    page.get_by_label("Postcode").fill("KX2 4HD")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("In their own words").fill("One line,\nand O’Neil’s “other” line.")
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Send the referral").click()
    assert page.get_by_role("heading", level=1).inner_text() == "You were signed out. What you typed is still here."
    axe.at_both_widths(page)
    with context.expect_page() as beside:
        page.get_by_role("link", name="Sign in (opens beside this page)").click()
    sign_in(beside.value, house)
    page.get_by_role("button", name="Send it again").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Please send that again.")
    axe.at_both_widths(page)
    page.get_by_role("button", name="Send it again").click()
    assert page.get_by_label("In their own words").input_value() == "One line,\nand O’Neil’s “other” line."
    context.close()
