"""Searching in a browser: suggestions, near me, the map that moves, filters; by keyboard, by thumb, without script."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from connect.places.grid import to_wgs84

from . import axe
from .site import DESK, PHONE

BEGINS = datetime(2026, 11, 13, 9, tzinfo=UTC)  # a Friday
NEAR = "/?q=lunch&near=KX2+4HD"
GARNET_TERRACE = dict(zip(("latitude", "longitude"), to_wgs84(643_400, 443_360), strict=True))
HERE = {"geolocation": GARNET_TERRACE, "permissions": ["geolocation"]}


def box(page: Page):
    return page.get_by_role("combobox", name="What would you enjoy?")


def test_suggestions_are_walked_with_the_arrows_and_taken_with_enter(site):
    with site.visitor(window=DESK) as page:
        page.goto("/")
        box(page).press_sequentially("lun", delay=20)
        options = page.get_by_role("option")
        expect(options.first).to_be_visible()
        expect(box(page)).to_have_attribute("aria-expanded", "true")
        expect(page.get_by_role("status").filter(has_text="arrow keys")).to_have_count(1)
        page.keyboard.press("ArrowDown")
        first = options.first
        expect(first).to_have_attribute("aria-selected", "true")
        expect(box(page)).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
        expect(box(page)).to_have_value(first.inner_text())
        axe.no_violations(page)
        page.keyboard.press("Escape")
        expect(box(page)).to_have_value("lun")
        expect(page.get_by_role("listbox")).to_be_hidden()
        expect(box(page)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(options.first).to_be_visible()
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator("#results-title")).to_contain_text("for")


def test_a_suggestion_is_taken_by_thumb(site):
    with site.visitor(window=PHONE, has_touch=True) as page:
        page.goto("/")
        box(page).press_sequentially("choir", delay=20)
        with page.expect_navigation():
            page.get_by_role("option").first.tap()
        expect(page.locator("#results-title")).to_contain_text("choir")


def test_nothing_is_suggested_to_whoever_is_in_despair(site):
    with site.visitor(window=DESK) as page:
        page.goto("/")
        with page.expect_response(lambda answer: "/suggestions/" in answer.url):
            box(page).fill("suicide")
        expect(page.get_by_role("option")).to_have_count(0)


def test_near_me_is_a_search_by_the_name_of_the_street_with_no_number_in_any_address(site):
    with site.visitor(window=PHONE, **HERE) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/?q=lunch")
        with page.expect_navigation():
            page.get_by_role("button", name="Near me").click()
        expect(page.locator("#results-title")).to_contain_text("for lunch within 2 miles of Millrace")
        expect(page.get_by_label("Postcode, street or area")).to_have_value("Garnet Terrace, Millrace")
        assert [url for url in asked if "53.8" in url or "atitude" in url] == []


def test_who_will_not_say_where_they_are_is_told_what_to_do(site):
    with site.visitor(window=PHONE, permissions=[]) as page:
        page.goto("/")
        page.get_by_role("button", name="Near me").click()
        expect(page.locator("#near-me [role=status]")).to_have_text(
            "We could not tell where you are. Type a postcode, a street or an area."
        )


def test_the_map_and_the_list_point_at_each_other_and_all_of_it_goes_by_keyboard(site):
    with site.visitor(window=DESK, reduced_motion="reduce") as page:  # nothing is looked at half faded in
        page.goto(NEAR)
        pin = page.get_by_role("button", name="1: St Mark’s lunch club")
        pin.focus()
        expect(page.locator("#r1")).to_have_class("result on")
        page.keyboard.press("Enter")
        popup = page.locator(".leaflet-popup")
        expect(popup.get_by_role("link", name="St Mark’s lunch club")).to_be_focused()
        axe.no_violations(page)
        page.keyboard.press("Escape")
        expect(pin).to_be_focused()
        expect(popup).to_have_count(0)
        page.locator("#r2 h2 a").focus()
        expect(page.locator(".live-map .pin.on")).to_have_text("2")


def test_on_a_phone_the_map_is_a_sheet_that_fetches_nothing_until_it_is_opened(site):
    with site.visitor(window=PHONE) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(NEAR)
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "leaflet" in url] == []
        page.get_by_role("link", name="See them on a map").click()
        expect(page.locator(".live-map .pin").first).to_be_visible()
        axe.no_violations(page)
        axe.no_sideways_scroll(page)
        page.get_by_role("link", name="Back to the list").click()
        expect(page.locator("#live-map")).to_be_hidden()


@pytest.mark.parametrize("window", [PHONE, DESK], ids=["phone", "desk"])
def test_without_script_there_are_filters_chips_a_drawn_map_and_a_list(site, window):
    with site.visitor(window=window, java_script_enabled=False) as page:
        page.goto(NEAR)
        expect(page.get_by_role("button", name="Near me")).to_have_count(0)
        if window is PHONE:
            page.get_by_role("link", name="Narrow it down").click()
        page.get_by_label("In the afternoon").check()
        page.get_by_role("button", name="Show what fits").click()
        expect(page.get_by_role("link", name="Take off: In the afternoon")).to_be_visible()
        if window is PHONE:
            page.goto(page.url.partition("#")[0])
            page.get_by_role("link", name="See them on a map").click()
        expect(page.get_by_role("img", name="Map of the wards")).to_be_visible()


def test_a_search_is_kept_and_found_again(site):
    with site.visitor("Carl", window=PHONE) as page:
        page.goto(NEAR)
        page.get_by_role("link", name="Keep this search").click()
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_text("“Lunch near Millrace” is kept.")).to_be_visible()
        page.get_by_role("link", name="Lunch near Millrace", exact=True).click()
        expect(page.locator("#results-title")).to_contain_text("for lunch within 2 miles of Millrace")
