"""Search and a listing in a browser: on a small phone at twice the size, and sent to the results."""

import pytest

SMALL_PHONE_AT_TWICE_THE_SIZE = {"width": 180, "height": 370}
LONG = "Llanfairpwllgwyngyll neighbourhood knit-and-natter"


@pytest.fixture
def open_page(browser, live_server):
    contexts = []

    def open_(path, viewport):
        contexts.append(browser.new_context(base_url=live_server.url, viewport=viewport))
        page = contexts[-1].new_page()
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.django_db(transaction=True)
def test_nothing_scrolls_sideways_on_a_small_phone_at_twice_the_size(listing, open_page):
    choir = listing(
        LONG, days="MO,TU", met_at_door=True, fees="£4.50, or what you can", contact_public=True,
        contact_name="Gwendoline Featherstonehaugh", contact_phone="01632 960 042", contact_email="natter@example.org",
    )  # fmt: skip
    for path in ("/", "/?q=knit", "/?q=self+harm", "/?q=snooker", "/#filters", choir.get_absolute_url()):
        page = open_page(path, SMALL_PHONE_AT_TWICE_THE_SIZE)
        assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, 180)


@pytest.mark.django_db(transaction=True)
def test_show_what_fits_draws_no_box_round_the_results(listing, open_page):
    listing("Choir", days="MO")
    page = open_page("/?q=choir", {"width": 1280, "height": 900})
    page.get_by_role("button", name="Show what fits").click()
    page.wait_for_url("**#results")
    style = page.locator("#results").evaluate(
        "it => [getComputedStyle(it).outlineStyle, getComputedStyle(it).boxShadow]"
    )
    assert style == ["none", "none"]
