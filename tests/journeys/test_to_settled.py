"""From "introduced" to "settled": an organiser and a person by their links alone, and word back to whoever asked."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from connect.identity import acting_as
from referrals.belonging import Connection, Occasion
from referrals.following.models import MeasureDue
from referrals.models import Referral
from referrals.states import Step

from . import kelderby, post
from .clock import LONDON
from .pulse import Pulse
from .site import DESK, Site

BEGINS = datetime(2026, 11, 11, 10, 15, tzinfo=LONDON)
LUNCHES = [datetime(2026, 11, day, 15, 0, 30, tzinfo=LONDON) for day in (13, 17, 20)]  # an hour after each
MONDAY = datetime(2026, 11, 23, 10, 30, tzinfo=LONDON)  # the third was on a Friday, and nobody is asked at a weekend
NUMBER, MAIL, OLIVE, ROSA = "07700900174", "wilfred.oakes@example.org", "olive@example.org", "rosa@example.org"
DAYS = ("Friday 13 November", "Tuesday 17 November", "Friday 20 November")


@pytest.fixture
def pulse(tmp_path):
    return Pulse(tmp_path)


def test_from_introduced_to_settled_through_links_alone(site, pulse):
    wilfred = kelderby.speak_with(kelderby.refer("Wilfred", "Oakes", phone=NUMBER, email=MAIL))
    carl_introduces(site, wilfred)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: len(new_on(DAYS[0])) == 2, "introduction")
    olive_expects_him(site)

    for number, (moment, day) in enumerate(zip(LUNCHES, DAYS, strict=True)):
        site.clock.set(moment)
        with pulse.on(site.clock):
            pulse.wait_for(lambda day=day: asked(NUMBER, day) and asked(OLIVE, day), f"question about {day}")
        he_went(site, number, day)
        olive_saw_him(site, day)
        with pulse.on(site.clock):
            pulse.wait_for(lambda number=number: number == 2 or expected_again(wilfred, number), "the next session")

    site.clock.set(MONDAY)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: post.to(NUMBER, "getting on"), "settled question")
    he_is_settled(site)
    carl_is_glad(site, wilfred)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: post.to(NUMBER, "found your way"), "words of joy")
        pulse.wait_for(lambda: post.to(ROSA, f"News about {wilfred.reference}"), "word back")
    rosa_hears(site)
    it_is_written_down(wilfred)


def carl_introduces(site: Site, wilfred: Referral) -> None:
    with site.visitor("Carl", DESK) as page:
        page.goto(wilfred.get_absolute_url())
        page.get_by_label("Look for something else near them").fill("hot lunch")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name="They said yes: St Mark’s lunch club").click()
        page.get_by_role("button", name="Introduce Wilfred").click()
        expect(page.get_by_text("Introduced. They are expected on Friday 13 November")).to_be_visible()


def new_on(day: str) -> list[post.Letter]:
    """The demo has somebody of its own who is new on that day."""
    return [letter for letter in post.to(OLIVE, "Somebody new") if day in letter.body]


def olive_expects_him(site: Site) -> None:
    with site.visitor() as page:
        for letter in new_on(DAYS[0]):
            page.goto(post.link_in(letter))
            if page.get_by_text("Wilfred O").count():
                break
        expect(page.get_by_role("heading", level=1)).to_have_text("Somebody new on Friday 13 November")
        expect(page.get_by_text("Wilfred O")).to_be_visible()
        assert "Oakes" not in page.content()
        page.get_by_label("Yes, we expect them").check()
        page.get_by_role("button", name="Send my answer").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


def asked(whom: str, day: str) -> list[post.Letter]:
    return [letter for letter in post.to(whom, day) if post.LINK.search(letter.body) and "came" in letter.body] or [
        letter for letter in post.to(whom, day) if post.LINK.search(letter.body) and whom != OLIVE
    ]


def he_went(site: Site, number: int, day: str) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(asked(NUMBER, day)[-1]))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Did you go")
        page.get_by_role("button", name="Yes, I went").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Wilfred. How was it?")
        page.get_by_role("button", name="Good" if number else "All right").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Carl knows you went")


def olive_saw_him(site: Site, day: str) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(asked(OLIVE, day)[-1]))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello. Who came on {day}?")
        page.get_by_role("group", name="Wilfred O").get_by_label("Came").check()
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That helps more than you know.")


def expected_again(wilfred: Referral, number: int) -> bool:
    with acting_as("seed"):
        return Occasion.objects.filter(referral=wilfred, called_off_at=None).count() > number + 1


def he_is_settled(site: Site) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(post.to(NUMBER, "getting on")[-1]))
        expect(page.get_by_role("heading", level=1)).to_have_text("Hello Wilfred. How are you getting on?")
        page.get_by_role("button", name="Yes, I am settled").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Well done, Wilfred. That is good to hear.")


def carl_is_glad(site: Site, wilfred: Referral) -> None:
    with site.visitor("Carl", DESK) as page:
        page.goto("/today/")
        page.get_by_role("link", name="To talk over after a session").first.click()
        page.locator("tr, li", has_text="Wilfred Oakes").get_by_role("link").last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Wilfred")
        page.get_by_label("These words go to them").check()
        page.get_by_role("button", name="Write it down").click()
        page.goto(wilfred.get_absolute_url())
        expect(page.get_by_text("Settled", exact=True).first).to_be_visible()


def rosa_hears(site: Site) -> None:
    with site.visitor("Rosa") as page:
        page.goto("/referrals/")
        page.get_by_role("link", name="Wilfred Oakes").click()
        expect(page.get_by_text("settled", exact=False).first).to_be_visible()
        says_nothing_of_where(page)


def says_nothing_of_where(page: Page) -> None:
    assert not [word for word in ("St Mark", "lunch", "Olive") if word in page.content()]


def it_is_written_down(wilfred: Referral) -> None:
    with acting_as("seed"):
        connection = Connection.objects.get(referral=wilfred)
        assert (connection.state, connection.first_attended_at < connection.last_attended_at) == (Step.SETTLED, True)
        due = MeasureDue.objects.filter(referral=wilfred, done_at=None).values_list("what", flat=True)
        assert {"follow_up", "later"} <= set(due)
        assert [one.confirmed for one in Occasion.objects.filter(referral=wilfred, ends_at__lt=MONDAY)] == ["went"] * 3
