"""From a referral to "settled": an organiser and a person by their links alone, and word back to whoever asked."""

import re
from datetime import datetime

from django.test import Client
from playwright.sync_api import Page, expect

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.mailbox import Letter, letters
from referrals.belonging import Connection, Occasion
from referrals.following.models import MeasureDue
from referrals.models import Referral
from referrals.states import Step

from . import beat, desk, kelderby, post
from .clock import LONDON
from .rows import changed, rows
from .site import DESK, Site

BEGINS = datetime(2026, 11, 11, 10, 15, tzinfo=LONDON)
LUNCHES = [datetime(2026, 11, day, 15, 0, 30, tzinfo=LONDON) for day in (13, 20, 27)]  # an hour after each
MONDAY = datetime(2026, 11, 30, 10, 30, tzinfo=LONDON)  # the third was on a Friday, and nobody is asked at a weekend
NUMBER, OLIVE, ROSA = "07700900174", "olive@example.org", "rosa@example.org"
DAYS = ("Friday 13 November", "Friday 20 November", "Friday 27 November")
HREF = re.compile(r'href="([^"#?]+)')
WORDS = "I kept pigeons, & I can still play a hand of whist."


# What stands in the demo's mailbox on its first morning; the other kinds have a test of their own beside their page.
THERE = {"attendance", "register", "introduction", "place", "thread"}


def test_every_letter_of_the_demo_leads_somewhere_and_looking_changes_nothing(site):
    """Phones fetch what a message links to, and mail scanners follow every link they find, before anybody does."""
    beat.once()
    addresses = sorted({address for letter in letters() for address in post.LINK.findall(letter.body)})
    before = rows()
    opened = {address: scanned(address) for address in addresses}
    assert {address: seen for address, seen in opened.items() if set(seen.values()) != {200}} == {}
    assert THERE - {links.read(address.rstrip("/")[-33:]).purpose for address in addresses} == set()
    assert changed(before) == set()


def test_from_referral_to_settled_through_links_alone(site):
    rosa_refers(site)
    ambrose = desk.carl_introduces(site, "Ambrose", WORDS)
    beat.once()
    looking_changes_nothing(site, olives_letter(ambrose))
    olive_expects_him(site, ambrose)

    for number, (moment, day) in enumerate(zip(LUNCHES, DAYS, strict=True)):
        site.clock.set(moment)
        beat.once()
        his, hers = newest(NUMBER, "did you get there"), newest(OLIVE, f"link is for {day}")
        looking_changes_nothing(site, his, hers)
        he_went(site, his, "Good" if number else "All right")
        olive_saw_him(site, hers, day)
        beat.once()

    site.clock.set(MONDAY)
    beat.once()
    [question] = post.to(NUMBER, "getting on")
    looking_changes_nothing(site, question)
    he_is_settled(site, question)
    carl_is_glad(site, ambrose)
    beat.once()
    assert len(post.to(NUMBER, "found your way")) == 1
    rosa_hears(site, ambrose)
    it_is_written_down(ambrose)


def rosa_refers(site: Site) -> None:
    with site.visitor("Rosa") as page:
        page.goto("/refer/")
        page.get_by_label("Postcode").fill("KX2 4HD")
        page.get_by_role("button", name="Next").click()
        page.get_by_label("First name").fill("Ambrose")
        page.get_by_label("A phone number").fill(NUMBER)
        page.get_by_label("In their own words").fill(WORDS)
        page.get_by_role("group", name="Is it safe to leave a message?").get_by_label("Yes").check()
        page.get_by_label("Company", exact=True).check()
        page.get_by_label("They have said yes, to me, today").check()
        page.get_by_label("They agree that I hear").check()
        page.get_by_text("Add more if you have it").click()
        page.get_by_label("Last name").fill("Oakes")
        page.get_by_role("button", name="Send the referral").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. The team has Ambrose’s referral.")


def scanned(address: str) -> dict[str, int]:
    """What a scanner is answered: the link twice, its head alone, and each page of ours that it leads on to."""
    client = Client()
    answers = {"HEAD": client.head(address, follow=True), "GET": client.get(address, follow=True)}
    page = client.get(address, follow=True)
    behind = {on for on in HREF.findall(page.content.decode()) if on.startswith(page.wsgi_request.path)}
    answers |= {"again": page} | {on: client.get(on) for on in behind}
    return {name: answer.status_code for name, answer in answers.items()}


def looking_changes_nothing(site: Site, *letters: Letter) -> None:
    """Phones fetch what a message links to, and mail scanners open it, before anybody does."""
    before = rows()
    with site.visitor() as page:
        for address in map(post.link_in, letters):
            assert page.request.head(address).status == 200
            for _ in range(2):
                assert page.request.get(address).status == 200
    assert changed(before) == set()


def olives_letter(ambrose: Referral) -> Letter:
    """The demo has people of its own who are new on that day: each has a letter, and no letter has a name."""
    address = kelderby.link_for(ambrose, "introduction")
    [letter] = [one for one in post.to(OLIVE, f"would like to come on {DAYS[0]}") if post.link_in(one) == address]
    return letter


def olive_expects_him(site: Site, ambrose: Referral) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(olives_letter(ambrose)))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Somebody new on {DAYS[0]}")
        expect(page.get_by_text("Ambrose O")).to_be_visible()
        assert "Oakes" not in page.content()
        page.get_by_label("Yes, we expect them").check()
        page.get_by_role("button", name="Send my answer").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


def newest(whom: str, says: str) -> Letter:
    return post.to(whom, says)[0]


def he_went(site: Site, letter: Letter, how: str) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(letter))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Did you go")
        page.get_by_role("button", name="Yes, I went").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Ambrose. How was it?")
        page.get_by_role("button", name=how).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Carl knows you went")


def olive_saw_him(site: Site, letter: Letter, day: str) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(letter))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello. Who came on {day}?")
        page.get_by_role("group", name="Ambrose O").get_by_label("Came").check()
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That helps more than you know.")


def he_is_settled(site: Site, letter: Letter) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(letter))
        expect(page.get_by_role("heading", level=1)).to_have_text("Hello Ambrose. How are you getting on?")
        page.get_by_role("button", name="Yes, I am settled").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Well done, Ambrose. That is good to hear.")


def carl_is_glad(site: Site, ambrose: Referral) -> None:
    with site.visitor("Carl", DESK) as page:
        page.goto("/today/")
        page.get_by_role("link", name="To talk over after a session").first.click()
        page.locator("tr, li", has_text="Ambrose Oakes").get_by_role("link").last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ambrose")
        page.get_by_label("These words go to them").check()
        page.get_by_role("button", name="Write it down").click()
        page.goto(ambrose.get_absolute_url())
        expect(page.get_by_text("Settled", exact=True).first).to_be_visible()


def rosa_hears(site: Site, ambrose: Referral) -> None:
    assert post.to(ROSA, f"News about {ambrose.reference}")
    with site.visitor("Rosa") as page:
        page.goto("/referrals/")
        page.get_by_role("link", name="Ambrose Oakes").click()
        expect(page.get_by_text("settled", exact=False).first).to_be_visible()
        says_nothing_of_where(page)


def says_nothing_of_where(page: Page) -> None:
    assert [word for word in ("St Mark", "lunch", "Olive") if word in page.content()] == []


def it_is_written_down(ambrose: Referral) -> None:
    with acting_as("seed"):
        connection = Connection.objects.get(referral=ambrose)
        assert (connection.state, connection.first_attended_at < connection.last_attended_at) == (Step.SETTLED, True)
        due = MeasureDue.objects.filter(referral=ambrose, done_at=None).values_list("what", flat=True)
        assert {"follow_up", "later"} <= set(due)
        assert [one.confirmed for one in Occasion.objects.filter(referral=ambrose, ends_at__lt=MONDAY)] == ["went"] * 3
