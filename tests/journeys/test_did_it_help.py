"""Did it help? In a browser: asked twice, at a desk and by link; a goal on its aim; a story told and taken back."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from connect.messaging import links
from connect.messaging.models import Link
from outcomes.measuring.comparing import CAPTION
from referrals.models import Referral

from . import axe, kelderby
from .clock import LONDON
from .site import DESK, PHONE

BEGINS = datetime(2026, 11, 16, 10, 5, tzinfo=LONDON)
TWELVE_WEEKS_ON = BEGINS + timedelta(weeks=12)
WORDS = "Somewhere to be on a Tuesday"


def press(page: Page, name: str, role: str = "button") -> None:
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).first.click()


def by_link(purpose: str) -> str:
    return links.address(Link.objects.filter(purpose=purpose).latest("created_at"))


def asked_at_the_desk(page: Page, edith: Referral) -> None:
    page.goto(f"/people/{edith.pk}/readings/ucla3/")
    for question in range(3):
        page.locator("fieldset").nth(question).get_by_label("Often", exact=True).check()
    page.get_by_label("read out on the phone").check()
    axe.at_both_widths(page)
    press(page, "Keep these answers")


def answered_on_a_phone(site, where: str) -> None:
    with site.visitor(window=PHONE) as page:
        page.goto(where)
        for answer in ("Some of the time", "Some of the time", "Often", "Never"):
            press(page, answer)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
        axe.at_both_widths(page)


def test_asked_twice_the_change_stands_there_with_its_caption_and_the_goal_hangs_on_its_aim(site):
    edith = kelderby.speak_with(kelderby.refer("Edith", "Rowe"))
    with site.visitor("Carl", DESK) as carl:
        asked_at_the_desk(carl, edith)
        carl.goto(f"/people/{edith.pk}/goals/")
        carl.get_by_label("What would they like to come of this?").fill(WORDS)
        carl.locator("form details summary").click()
        carl.get_by_label("More involvement in social activities").check()
        press(carl, "Put it down")
        axe.at_both_widths(carl)
    site.clock.set(TWELVE_WEEKS_ON)
    with site.visitor("Carl", DESK) as carl:
        carl.goto(f"/people/{edith.pk}/readings/")
        press(carl, "Send them the questions, to answer by themselves")
        answered_on_a_phone(site, by_link("questions"))
        carl.reload()
        expect(carl.locator("section[aria-labelledby=changed]")).to_contain_text("2 better")
        expect(carl.locator("section[aria-labelledby=changed]")).to_contain_text(str(CAPTION)[:60])
        axe.at_both_widths(carl)
        carl.goto(f"/people/{edith.pk}/goals/")
        press(carl, "Ask them by message how far they are")
        with site.visitor(window=PHONE) as phone:
            phone.goto(by_link("goals"))
            expect(phone.locator("blockquote")).to_contain_text(WORDS)
            axe.at_both_widths(phone)
            press(phone, "Yes, I am there")
            expect(phone.get_by_role("heading", level=1)).to_contain_text("Thank you")
        carl.goto("/aims/")
        axe.at_both_widths(carl)
        press(carl, "More involvement in social activities", "link")
        expect(carl.locator("main")).to_contain_text(WORDS)
        expect(carl.locator("main")).to_contain_text("There")
        for page in ("/what-changed/", "/readings/guide/"):
            carl.goto(page)
            axe.at_both_widths(carl)
    a_story(site, edith)


def a_story(site, edith: Referral) -> None:
    with site.visitor("Carl", DESK) as carl:
        carl.goto(f"/people/{edith.pk}/stories/")
        for _yes in range(2):
            carl.get_by_role("button", name="They said yes, to me, today").first.click()
        press(carl, "Write one with them", "link")
        press(carl, "Save it")
        axe.at_both_widths(carl)  # with what is missing said
        carl.get_by_label("A title").fill("A table by the window")
        carl.get_by_label("The name they have in it").fill("Ada")
        carl.get_by_label("The story").fill("She came on a Tuesday, and she stayed.")
        press(carl, "Save it")
        press(carl, "It can be read")
        expect(carl.locator("main")).to_contain_text("somebody else reads it")
        where = carl.url
        with site.visitor("Tess", DESK) as tess:
            tess.goto("/stories/waiting/")
            press(tess, "A table by the window", "link")
            press(tess, "Put it into the story book")
            axe.at_both_widths(tess)
            tess.goto("/story-book/")
            expect(tess.locator("article")).to_contain_text("she stayed")
            axe.at_both_widths(tess)
            for page in ("/aims/befriending/change/", "/readings/licences/", "/readings/licences/mycaw/"):
                tess.goto(page)
                axe.at_both_widths(tess)
            tess.goto("/story-book/")
            carl.goto(where)
            press(carl, "Take it back")
            tess.reload()
            expect(tess.locator("main")).to_contain_text("No story yet")
