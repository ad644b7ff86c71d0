"""Keeping listings true, in a browser without any script: Dev and Priya at the desk, Olive with only her link."""

import io
from collections.abc import Callable
from datetime import datetime

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Message
from directory import demo
from directory.keeping import asking, organiser
from directory.models import ChangeRequest, Service

from . import axe, kelderby
from .clock import LONDON
from .site import DESK, PHONE

BEGINS = datetime(2026, 11, 13, 10, 5, tzinfo=LONDON)
LUNCH, CALLS, SOUP, SWIM, SHEDS, ONLINE = (
    f"/desk/{demo.key(slug)}/"
    for slug in (
        "st-marks-lunch-club", "hello-again-telephone", "soup-and-songs", "swim-and-sit", "mens-sheds",
        "larkfield-neighbours",
    )
)  # fmt: skip
NEW = "/desk/new/"


def press(name: str, role: str = "button") -> Callable[[Page], None]:
    def do(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role(role, name=name).first.click()

    return do


def nothing(_page: Page) -> None: ...


def empty_name(page: Page) -> None:
    page.get_by_label("Name").first.fill("")
    press("Save")(page)


# Where, the heading there, and what is done first.
PAGES = {
    "desk": ("/desk/", "listings to check, Dev", nothing),
    "changes": ("/desk/?queue=changes", "Changes asked for", nothing),
    "reports": ("/desk/?queue=reports", "Reports", nothing),
    "nothing of mine": ("/desk/?queue=links&whose=mine", "Dead links", nothing),
    "a listing with a proposal": (LUNCH, "St Mark’s lunch club", nothing),
    "overdue, with a note": (SOUP, "Soup and old songs", nothing),
    "a second pair of eyes": (CALLS, "Hello again", nothing),
    "unsafe": (SWIM, "Swim and sit", nothing),
    "a template": (SHEDS, "Men", nothing),
    "a report without an answer": (SWIM, "Swim and sit", press("Dealt with")),
    "what it is": (f"{LUNCH}basics/", "What it is", nothing),
    "what it is, wrong": (f"{LUNCH}basics/", "What it is", empty_name),
    "who": (f"{LUNCH}who/", "Who it is for", nothing),
    "where": (f"{LUNCH}places/", "Where", press("Add a place")),
    "when": (f"{LUNCH}times/", "When", press("Add a time")),
    "costs": (f"{LUNCH}costs/", "What it costs", nothing),
    "contact": (f"{LUNCH}contact/", "Contact", nothing),
    "community": (f"{ONLINE}community/", "Online community", nothing),
    "open": (f"{LUNCH}open/", "Open or shut", nothing),
    "room": (f"{LUNCH}room/", "How much room", press("Save")),
    "picture": (f"{LUNCH}picture/", "A picture of", press("Save")),
    "organisation": (f"{LUNCH}organisation/", "St Mark", press("Add a number")),
    "history": (f"{LUNCH}history/", "Every change", nothing),
    "one change": (f"{LUNCH}history/", "St Mark’s lunch club, ", press("Getting there", "link")),
    "new listing": (NEW, "New listing", press("Make it")),
    "templates": ("/desk/templates/", "Templates", nothing),
    "a new group": ("/desk/?queue=new", "New: Beacon book swap", press("Beacon book swap", "link")),
}


@pytest.mark.parametrize(("where", "heading", "do"), PAGES.values(), ids=PAGES.keys())
def test_a_page_of_the_desk_is_for_everybody(site, where, heading, do):
    with site.visitor("Dev") as page:
        page.goto(where)
        do(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        looked_at(page, thoroughly=heading in THOROUGHLY)


# One of each kind of page is also looked at in the dark and zoomed.
THOROUGHLY = {"listings to check, Dev", "St Mark’s lunch club", "When", "St Mark’s lunch club: is this still right?"}


def looked_at(page: Page, *, thoroughly: bool) -> None:
    axe.at_both_widths(page)
    if thoroughly:
        axe.when_zoomed(page)
        axe.in_the_dark(page)


def listing(slug: str) -> Service:
    return Service.objects.get(pk=demo.key(slug))


def link_to(*slugs: str) -> str:
    return links.address(organiser.link_to([listing(slug) for slug in slugs]))


HERS = {
    "question": ("", "St Mark’s lunch club: is this still right?", nothing),
    "nothing pressed": ("stopped/", "Has St Mark’s lunch club stopped for good?", nothing),
    "room": ("room/", "How much room is there", press("Send it")),
    "shut": ("shut/", "Is St Mark’s lunch club open?", press("Send it")),
    "times": ("change/times/", "When", press("Add a time")),
    "contact": ("change/contact/", "Contact", nothing),
    "thanks": ("", "Thank you. People see it now.", press("Yes, it is still right")),
}


@pytest.mark.parametrize(("where", "heading", "do"), HERS.values(), ids=HERS.keys())
def test_a_page_of_the_organisers_is_for_everybody(site, where, heading, do):
    with site.visitor() as page:
        page.goto(link_to("st-marks-lunch-club"))
        page.goto(f"/your-listing/{where}")
        do(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        looked_at(page, thoroughly=heading in THOROUGHLY)


def test_who_runs_several_chooses_one(site):
    with site.visitor() as page:
        page.goto(link_to("st-marks-lunch-club", "the-long-table"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Are these still right?")
        axe.at_both_widths(page)
        press("The Long Table", "link")(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text("The Long Table: is this still right?")


@pytest.mark.parametrize("window", [PHONE, DESK], ids=["phone", "desk"])
def test_dev_checks_a_listing_by_phone_and_it_leaves_the_queue(site, window):
    slug = "quay-shanties" if window == PHONE else "widowed-sunday-club"
    name = listing(slug).name
    with site.visitor("Dev", window, java_script_enabled=False) as page:
        page.goto("/home/")
        press(name, "link")(page)
        page.get_by_label("Rang them").last.check()
        page.get_by_label("Note for the next checker").fill("Finn says every week still.")
        press("Still right, no change")(page)
        expect(page.get_by_role("status")).to_contain_text("Checked today")
        expect(page.get_by_role("row", name=name)).to_have_count(0)
        page.goto(f"/desk/{demo.key(slug)}/")
        expect(page.get_by_label("About this listing")).to_contain_text("Finn says every week still.")


def test_a_new_number_by_dev_is_shown_when_priya_has_looked(site):
    slug = "tea-dance"
    with site.visitor("Dev", DESK, java_script_enabled=False) as page:
        page.goto(f"/desk/{demo.key(slug)}/contact/")
        page.locator("#id_contact_phone").fill("01632 960 099")
        press("Save")(page)
        expect(page.get_by_role("status")).to_contain_text("Waiting for a second editor: Contact: phone")
        expect(page.get_by_role("button", name="I have looked")).to_have_count(0)
        page.goto(f"/listing/{demo.key(slug)}/")
        expect(page.locator("main")).not_to_contain_text("01632 960 099")
    with site.visitor("Priya", PHONE, java_script_enabled=False) as page:
        page.goto("/desk/?queue=second")
        press(listing(slug).name, "link")(page)
        press("I have looked: it is right")(page)
        page.goto(f"/listing/{demo.key(slug)}/")
        expect(page.locator("main")).to_contain_text("01632 960 099")


def test_olive_changes_the_price_by_her_link_and_dev_takes_it(site):
    with acting_as("seed"):
        ChangeRequest.objects.filter(service=demo.key("cook-and-keep")).update(state="refused")
    club = listing("cook-and-keep")
    with site.visitor("", PHONE, java_script_enabled=False) as page:
        dev = kelderby.user("Dev")
        asking.ask_now(club, by=dev)
        with acting_as("reminders"):
            letter = Message.objects.filter(template="still_right", about_id=club.pk).latest("created_at")
        page.goto(links.address(letter.link))
        press("What it costs", "link")(page)
        page.get_by_label("What it costs, in words").fill("£6, or what you can")
        press("Add a price")(page)
        expect(page.get_by_label("What it costs, in words")).to_have_value("£6, or what you can")
        press("Send it")(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text("We look at it, and then people see it")
    with site.visitor("Dev", PHONE, java_script_enabled=False) as page:
        page.goto("/desk/?queue=changes")
        press(club.name, "link")(page)
        page.get_by_label("Rang them").first.check()
        press("Take what is ticked")(page)
        page.goto(f"/listing/{club.pk}/")
        expect(page.locator("main")).to_contain_text("£6, or what you can")


def test_a_listing_is_made_page_by_page_with_a_picture_and_then_opened(site):
    with site.visitor("Dev", DESK, java_script_enabled=False) as page:
        page.goto("/desk/")
        press("New listing", "link")(page)
        page.get_by_label("Name").fill("Marbles on the quay")
        press("Make it")(page)
        page.get_by_label("What it is, in a line").fill("Marbles, and somebody to lose to.")
        press("Save, and go to the next page")(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Who it is for")
        press("When", "link")(page)
        press("Add a time")(page)
        page.get_by_label("Thursday").check()
        page.get_by_label("From").first.fill("10:30")
        press("Save, and go to the next page")(page)
        press("Picture", "link")(page)
        page.get_by_label("Picture").set_input_files({"name": "m.png", "mimeType": "image/png", "buffer": a_picture()})
        page.get_by_label("What it shows").fill("Marbles on a step")
        press("Save")(page)
        press("Change it", "link")(page)
        press("Open or shut, and when it is shown", "link")(page)
        page.get_by_label("Open", exact=True).check()
        press("Save")(page)
        press("See it as people do", "link")(page)
        expect(page.locator("main")).to_contain_text("Thursdays")
        expect(page.get_by_role("img", name="Marbles on a step")).to_be_visible()


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "teal").save(out, "PNG")
    return out.getvalue()
