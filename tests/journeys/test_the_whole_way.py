"""From a doorstep to "they went": real browser, server, database, worker and beat; only the provider is a double."""

import re
import uuid
from datetime import datetime

import pytest
from django.conf import settings
from playwright.sync_api import APIResponse, Page, expect

from connect.identity import acting_as
from connect.messaging import texts
from connect.messaging.mailbox import Letter
from connect.messaging.models import Message
from directory.models import Service
from outcomes.models import Release
from referrals.models import Referral

from . import axe, desk, kelderby, post
from .clock import LONDON
from .pulse import Pulse
from .rows import changed, rows
from .site import DESK, Site

BEGINS = WEDNESDAY = datetime(2026, 11, 11, 10, 15, tzinfo=LONDON)
THURSDAY = datetime(2026, 11, 12, 10, 0, 30, tzinfo=LONDON)  # the day before lunch
FRIDAY = datetime(2026, 11, 13, 15, 0, 30, tzinfo=LONDON)  # an hour after it; and ten working days after October
NUMBER, MAIL, OLIVE, ROSA = "07700900173", "walter.penrose@example.org", "olive@example.org", "rosa@example.org"
WORDS = "I played the cornet. I'd like to hear a band again, & not from the settee."
SECRETS = re.compile("walter|penrose|edith|rowe|st mark|lunch|olive", re.IGNORECASE)
DISTANCE = re.compile(r"^(?:(\d+\.?\d*) miles?|(\d+) yards)", re.MULTILINE)


@pytest.fixture
def pulse(tmp_path):
    return Pulse(tmp_path)


def test_from_a_doorstep_to_they_went(site, pulse):
    edith = kelderby.speak_with(kelderby.refer("Edith", "Rowe"))
    kelderby.expect(
        edith, datetime(2026, 11, 13, 12, tzinfo=LONDON)
    )  # goes to the same lunch; two will differ about it

    anybody_finds_a_listing(site)
    receipt = rosa_refers(site)
    walter = desk.carl_introduces(site, "Walter", WORDS)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: len(post.to(NUMBER, "all is arranged") + post.to(MAIL, "All is arranged")) == 2, "note")

    site.clock.set(THURSDAY)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: len(post.to(NUMBER, "tomorrow") + post.to(MAIL, "tomorrow")) == 2, "reminder")
        pulse.wait_for(lambda: months_frozen() == 3, "frozen months", patience=150)  # a quarter closes with them
    reminded_discreetly()
    colm_reads(site, "September 2026")

    site.clock.set(FRIDAY)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: asked(NUMBER) and asked(MAIL) and asked("rowe@example.org") and asked(OLIVE), "question")
        pulse.wait_for(lambda: months_frozen() == 4, "frozen October")
        pulse.wait_for(nothing_is_waiting, "empty outbox")
    opening_changes_nothing(site)
    walter_went_and_edith_did_not(site)
    olive_says_both_came(site)
    with pulse.on(site.clock):
        pulse.wait_for(lambda: post.to(ROSA, f"News about {walter.reference}"), "word back")
    carl_reads_the_answers(site, walter, edith)
    rosa_is_told(site, walter)
    colm_reads(site, "October 2026")
    nia_sees_none_of_it(site, walter, receipt)
    nobody_was_written_to_twice()


# ---------- Wednesday ----------


def anybody_finds_a_listing(site: Site) -> None:
    with site.visitor() as page:
        page.goto("/")
        page.get_by_label("Postcode, street or area").fill("kx24hd")
        page.get_by_role("button", name="Find").click()
        expect(page.get_by_text("Near places that fit best come first.")).to_be_visible()
        far = distances(page)
        assert len(far) == 10  # a page
        assert far == sorted(far)
        page.get_by_label("What would you enjoy?").fill("hot lunch")
        page.get_by_role("button", name="Find").click()
        first = page.locator(".result").first
        expect(first.get_by_text("Tuesdays and Fridays, 12 to 2pm")).to_be_visible()
        expect(first.get_by_text("£4.50, or what you can")).to_be_visible()
        expect(first.get_by_text("Last checked 30 October by Priya Nair at Kelderby Council")).to_be_visible()
        assert distances(page)[0] < 0.5
        first.get_by_role("link", name="St Mark’s lunch club").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("St Mark’s lunch club")
        expect(page.get_by_text("Friday 13 November, 12")).to_be_visible()


def distances(page: Page) -> list[float]:
    """Of the results, in miles, in their order."""
    said = [DISTANCE.search(result) for result in page.locator(".result .when").all_inner_texts()]
    return [float(one[1]) if one[1] else float(one[2]) / 1760 for one in said if one]


def rosa_refers(site: Site) -> str:
    """At a door, on her phone; the first time in too much of a hurry."""
    with site.visitor() as page:
        page.goto("/refer/")
        page.get_by_label("E-mail address").fill(ROSA)
        page.get_by_label("Password").fill("a lamp in the window")
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Refer someone")
        page.get_by_label("Postcode").fill("KX2 4H")
        page.get_by_role("button", name="Next").click()
        expect(page.locator(".field.wrong .error")).to_contain_text("Enter a full postcode")
        page.get_by_label("Postcode").fill("kx2 4hd")
        page.get_by_role("button", name="Next").click()
        page.get_by_label("First name").fill("Walter")
        page.get_by_label("A phone number").fill("07700 900")
        page.get_by_label("In their own words").fill(WORDS)
        page.get_by_role("button", name="Send the referral").click()
        what_is_wrong_stands_beside_it(page)
        page.get_by_label("A phone number").fill("07700 900 173")
        page.get_by_role("group", name="Is it safe to leave a message?").get_by_label("Yes").check()
        page.get_by_label("Company", exact=True).check()
        page.get_by_label("They have said yes, to me, today").check()
        page.get_by_label("They agree that I hear").check()
        page.get_by_label("E-mail that is safe").fill(MAIL)
        page.get_by_text("Add more if you have it").click()
        page.get_by_label("Last name").fill("Penrose")
        page.get_by_role("button", name="Send the referral").click()
        return rosa_follows(page)


def what_is_wrong_stands_beside_it(page: Page) -> None:
    expect(page.get_by_role("heading", name="Two things to put right")).to_be_visible()
    beside = page.locator(".field.wrong .error").all_inner_texts()
    assert len(beside) == 2
    for field, says in (("A phone number", "like 07700 900 123"), ("They have said yes", "Tick to say")):
        expect(page.locator(".field.wrong", has=page.get_by_label(field)).locator(".error")).to_contain_text(says)
    expect(page.get_by_label("First name")).to_have_value("Walter")
    expect(page.get_by_label("Postcode")).to_have_value("kx2 4hd")
    expect(page.get_by_label("In their own words")).to_have_value(WORDS)
    axe.no_sideways_scroll(page)


def rosa_follows(page: Page) -> str:
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. The team has Walter’s referral.")
    reference = page.locator(".lede strong").inner_text()
    assert re.fullmatch(r"[0-9A-Z]{3}-[0-9A-Z]{3}", reference)
    receipt = page.url
    page.get_by_role("link", name="Follow what happens").click()
    page.get_by_role("link", name="Walter Penrose").click()
    expect(page.get_by_text(reference)).to_be_visible()
    expect(page.get_by_text("The team answers within two working days.")).to_be_visible()
    return receipt


# ---------- Thursday ----------


def reminded_discreetly() -> None:
    [text], [mail] = post.to(NUMBER, "tomorrow"), post.to(MAIL, "tomorrow")
    assert text.body == (
        "Hi Walter, see you tomorrow at 12 noon as agreed. Questions? Ring Carl on 01632 960 014. Text STOP to stop"
    )
    assert (mail.subject, mail.sent_at >= THURSDAY) == ("See you tomorrow", True)
    for letter in (text, mail):
        assert_gives_nothing_away(letter, but="Walter")


def months_frozen() -> int:
    return Release.objects.filter(area_code="KELD", grain="month").count()


def assert_gives_nothing_away(letter: Letter, but: str = "") -> None:
    told = set(SECRETS.findall(f"{letter.subject} {letter.body}")) - {but}
    assert not told, f"{told} in {letter}"


# ---------- Friday ----------


def asked(whom: str) -> list[Letter]:
    """About Friday: Olive is asked about the demo's own people of Wednesday and Thursday too."""
    return [letter for letter in post.to(whom, "Friday") if post.LINK.search(letter.body)]


def nothing_is_waiting() -> bool:
    with acting_as("delivery"):
        return not Message.objects.not_yet_sent().exists()


def opening_changes_nothing(site: Site) -> None:
    """People open twice; phones and mail scanners look before anybody does."""
    assert post.link_in(asked(NUMBER)[0]) == post.link_in(asked(MAIL)[0])
    assert texts.size(asked(NUMBER)[0].body).fits()
    before = rows()
    for whom in (NUMBER, OLIVE):
        address = post.link_in(asked(whom)[0])
        with site.visitor() as page:
            assert page.request.head(address).status == 200
            for _ in range(2):
                assert page.goto(address).status == 200
                assert address.rpartition("/l/")[2] not in page.url
            page.reload()
    assert changed(before) == set()


def walter_went_and_edith_did_not(site: Site) -> None:
    before = rows()
    with site.visitor() as page:
        page.goto(post.link_in(asked(NUMBER)[0]))
        expect(page.get_by_role("heading", level=1)).to_have_text("Hello Walter. Did you go, as agreed?")
        page.get_by_role("button", name="Yes, I went").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Walter. How was it?")
        page.get_by_role("button", name="Good").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Walter. Carl knows you went.")
    assert "referrals_attendance" in changed(before)
    with site.visitor() as page:
        page.goto(post.link_in(asked("rowe@example.org")[0]))
        page.get_by_role("button", name="Not this time").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Edith. That is fine.")


def olive_says_both_came(site: Site) -> None:
    with site.visitor() as page:
        page.goto(post.link_in(asked(OLIVE)[0]))
        expect(page.get_by_role("heading", level=1)).to_have_text("Hello. Who came on Friday 13 November?")
        expected = page.get_by_role("group").locator("legend").all_inner_texts()  # the demo's own who go on, too
        assert {"Walter P", "Edith R"} <= set(expected)
        assert "Penrose" not in page.content()
        for name in ("Walter P", "Edith R"):
            page.get_by_role("group", name=name).get_by_label("Came").check()
        page.get_by_role("button", name="Send it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. That helps more than you know.")


def carl_reads_the_answers(site: Site, walter: Referral, edith: Referral) -> None:
    with site.visitor("Carl", DESK) as page:
        page.goto("/caseload/")
        row = page.get_by_role("row", name="Walter Penrose")
        expect(row).to_contain_text("Going along")
        expect(row).to_contain_text("Ask how it was")
        page.goto(walter.get_absolute_url())
        expect(page.get_by_text("12 noon: Went")).to_be_visible()
        expect(page.get_by_text("St Mark’s lunch club: Went, says the person")).to_be_visible()
        page.goto(edith.get_absolute_url())
        expect(page.get_by_text("Did not go, says the person; Went, says the organiser")).to_be_visible()
        expect(page.get_by_text("Both are kept.")).to_be_visible()


def rosa_is_told(site: Site, walter: Referral) -> None:
    mails = post.to(ROSA, f"News about {walter.reference}")
    told = f"There is news about the person you told us about ({walter.reference})"
    assert {told in mail.body for mail in mails} == {True}
    for mail in mails:
        assert_gives_nothing_away(mail)
    with site.visitor("Rosa") as page:
        page.goto(re.search(r"http\S+", mail.body)[0])
        expect(page.get_by_role("heading", level=1)).to_have_text("Walter Penrose")
        expect(page.get_by_text("They went to something they chose.")).to_be_visible()
        assert not re.search("st mark|lunch|olive", page.content(), re.IGNORECASE)


def colm_reads(site: Site, month: str) -> None:
    """Frozen by the scheduler; each figure rounded or hidden; nothing to filter by, so nothing to subtract."""
    with site.visitor("Colm", DESK) as page:
        page.goto("/reports/")
        expect(page.get_by_role("heading", level=1)).to_have_text("What works in Kelderby")
        page.get_by_label("Period", exact=True).select_option(month)
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.locator(".standfirst")).to_contain_text(month)
        steps = page.locator("#journey-chart-n-d").text_content().split("; ")
        figures = [re.search(r"People ([\d,]+|hidden)", step)[1].replace(",", "") for step in steps]
        assert all(figure == "hidden" or int(figure) % 5 == 0 for figure in figures)
        assert (steps[0].split(":")[0], int(figures[0]) > 0) == ("Referred", True)
        assert [one.get_attribute("name") for one in page.locator("main form.lattice select").all()] == [
            "period",
            "place",
        ]
        address, before = page.url, page.locator("main").text_content()
        page.goto(f"{address}&ward=KELD-W04&age=80")
        assert page.locator("main").text_content() == before
    assert set(Release.objects.values_list("frozen_by", flat=True)) == {"freeze"}


# ---------- and somebody who must see none of it ----------


def nia_sees_none_of_it(site: Site, walter: Referral, receipt: str) -> None:
    with acting_as("seed"):
        occasion = walter.occasions.earliest("starts_at")
    mine = f"people/{walter.pk}"
    posts = [f"{mine}/{what}/" for what in ("accept", "give-back", "contact", "introduce", f"heard/{occasion.pk}")]
    posts += [f"api/v1/referrals/{walter.pk}/{what}/" for what in ("accept", "contacts", "introductions")]
    gets = [f"{mine}/", f"{mine}/give-back/", f"referrals/{walter.pk}/", receipt.split("/", 3)[3], "mailbox/"]
    gets += [f"api/v1/referrals/{walter.pk}/"]
    before = rows()
    with site.visitor("Nia", DESK) as page:
        for address in gets:
            looks_like_any_other(page, "GET", address)
        for address in posts:
            looks_like_any_other(page, "POST", address, said_in_forms())
        for address in (
            "/caseload/",
            "/caseload/?view=new",
            "/caseload/?view=everyone",
            "/reports/",
            "/reports/2026-10/",
        ):
            assert page.goto(address).status == 200
            assert not re.search("walter|penrose|edith|ames|all of kelderby", page.content(), re.IGNORECASE)
            # Somebody was passed on to her scheme, who lives there still; no figure of the ward is hers.
            assert address.startswith("/caseload/") or "Millrace" not in page.content()
        assert [row["name"] for row in page.request.get("/api/v1/referrals/").json()["results"]] == ["Ranjit"]
    assert changed(before) - {"people_user"} == set()  # she signed in


def said_in_forms() -> dict[str, str]:
    club = Service.objects.get(name="St Mark’s lunch club")
    key = str(uuid.uuid4())
    return {
        "key": key,
        "channel": "call",
        "reached": "yes",
        "service": str(club.pk),
        "why": "missing",
        "answer": "went",
    }


def looks_like_any_other(page: Page, method: str, address: str, said: dict[str, str] | None = None) -> None:
    """The same bytes as an address that never was, and as the same address for somebody who never was."""
    page.goto("/caseload/")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    options = {"method": method, "headers": {"X-CSRFToken": token}}
    if said:
        options |= {"data": said} if address.startswith("api/") else {"form": said}
    never_was = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", str(uuid.uuid4()), address)
    answer, nobody = (page.request.fetch(f"/{where}", **options) for where in (address, never_was))
    assert (answer.status, seen(answer)) == (404, seen(nobody)), f"{method} {address}"
    if not address.startswith("api/"):
        assert seen(answer) == seen(page.request.fetch("/no/such/page/", **options)), f"{method} {address}"


def seen(answer: APIResponse) -> tuple[list[str], str]:
    """Without what differs at each drawing: tokens, and the address that was asked for."""
    told = sorted(name for name in answer.headers if name not in ("date", "content-length"))
    return told, re.sub(r'<input type="hidden"[^>]*>', "", answer.text())


def nobody_was_written_to_twice() -> None:
    assert not [path.name for path in settings.MAILBOX_DIR.glob("*.json") if not path.name.endswith(".1.json")]
