"""Every page as its reader has it, errors included: axe at zero on a phone and a desk, nothing to push sideways."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from connect.identity import acting_as
from connect.messaging import delivery
from connect.people.champions import demo as champions
from connect.people.champions.models import Champion
from connect.people.models import User
from directory import demo as directory
from directory.models import FeedRun, Group, Poll
from directory.network import demo as network
from directory.openreferral import actions as feeds
from directory.sharing import short
from outcomes.figures import freezing as outcomes
from outcomes.profiles import demo as profiles
from referrals.states import Purpose

from . import axe, kelderby
from .clock import LONDON

BEGINS = datetime(2026, 11, 13, 15, 5, tzinfo=LONDON)  # the lunch is over, and October was frozen today
LONG = "Featherstonehaugh-Llanfairpwllgwyngyll"


@pytest.fixture(scope="module")
def here(site):
    """People in every state of being helped."""
    outcomes.freeze_due(by="freeze")
    profiles.load()
    User.objects.create_user("nora@example.org", "a lamp in the window", name="Nora Newcomer")  # nobody gave her a role
    new = kelderby.refer("Walter", LONG, postcode="KX1 1BY")
    here = SimpleNamespace(new=new, accepted=kelderby.accept(kelderby.refer("Wilhelmina", LONG)))
    here.spoken = kelderby.speak_with(kelderby.refer("Maud", "Ashby"))
    here.returned = kelderby.give_back(kelderby.refer("Hari", "Dewsnap"))
    here.discreet, here.full = (
        kelderby.expect(kelderby.speak_with(kelderby.refer(name, "Rowe", *more)), kelderby.noon_today())
        for name, more in (("Edith", []), ("Ines", [Purpose.FULL_MESSAGES]))
    )
    here.reading = a_feed_that_shrank()
    here.champion, here.group, here.poll = champions_and_groups()
    kelderby.ask_who_went()
    kelderby.said(here.discreet, person="went", connector="not")
    delivery.sweep()
    return here


def champions_and_groups() -> tuple[Champion, Group, Poll]:
    """As the demo has them; one that is not named in the lists of these pages is of nobody here."""
    with acting_as("seed"):
        champions.load(kelderby.user("Tess"))
        network.load(kelderby.user("Tess"))
        shop = Champion.objects.exclude(granted_by=None).order_by("name").first()
        over = Poll.objects.select_related("group").order_by("closes_on").first()
    return shop, over.group, over


def a_feed_that_shrank() -> FeedRun:
    """Read twice; nothing of it is published."""
    records = [{"id": str(n), "name": f"Quilting {LONG} {n}", "status": "inactive"} for n in range(4)]
    for some in (records, [*records[:1], {"id": "9"}]):
        list(feeds.take("Farside Council", some))
    return FeedRun.objects.first()


@dataclass(frozen=True)
class Visit:
    """Where somebody goes, what they do there, and the heading (and more) of the page they then see."""

    where: str | Callable[[SimpleNamespace], str]
    heading: str
    who: str = ""
    do: Callable[[Page], None] = lambda page: None
    shows: str = ""
    fresh: bool = False


def first_name(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main a.name").first.click()


def press(name: str, role: str = "button") -> Callable[[Page], None]:
    """And wait for the page that comes of it."""

    def do(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role(role, name=name).first.click()

    return do


def listing(slug: str) -> str:
    return f"/listing/{directory.key(slug)}/"


def kept(page: Page) -> None:
    press("Keep")(page)
    page.goto("/shortlist/")


def two_listed(where: str = "/shortlist/") -> str:
    keys = (directory.key(slug) for slug in ("st-marks-lunch-club", "tanners-tuesday-cafe"))
    return f"{where}?l={short.write_all(keys)}"


def sent_by_enter(page: Page) -> None:
    """As a browser may, with none of the buttons pressed."""
    with page.expect_navigation():
        page.evaluate("document.querySelector('main form').submit()")


def where(page: Page, age: str = "") -> None:
    page.get_by_label("Postcode").fill("KX2 4HD")
    page.get_by_label("Age").fill(age)
    press("Next")(page)


def all_wrong(page: Page) -> None:
    where(page)
    press("Send the referral")(page)


def saved_for_later(page: Page) -> None:
    where(page)
    page.get_by_label("First name").fill("Wilhelmina")
    press("Save and finish later")(page)


def a_chat(page: Page) -> None:
    page.get_by_label("No, not this time").check()
    page.get_by_label("Somebody else was there").check()
    press("Log it")(page)


def refer(page: Page) -> None:
    where(page)
    five_things(page, "Walter")


def five_things(page: Page, name: str) -> None:
    page.get_by_label("First name").fill(name)
    page.get_by_label("A phone number").fill("07700 900 177")
    page.get_by_label("Not sure").check()
    page.get_by_label("Company", exact=True).check()
    page.get_by_label("They have said yes").check()
    press("Send the referral")(page)


def refer_twice(page: Page) -> None:
    """The same form, with another name, from a second window."""
    refer(page)
    key = page.url.rstrip("/").rpartition("/")[2]
    page.goto("/refer/")
    where(page)
    page.evaluate("key => { document.querySelector('main input[name=key]').value = key }", key)
    five_things(page, "Wilma")


def unsafe(page: Page) -> None:
    page.get_by_label("Something there did not feel safe").check()
    press("Send it")(page)


def a_group(page: Page) -> None:
    """The least that somebody may say."""
    page.get_by_label("What is it called?").fill("Stitch and sit")
    page.get_by_label("A group", exact=True).check()
    page.get_by_label("What happens there, in a sentence").fill("Sewing, and sitting.")
    page.get_by_label("Every week").check()
    page.get_by_label("Monday").check()
    page.get_by_label("In person").check()
    page.get_by_label("Postcode").fill("KX2 4HD")
    page.get_by_label("What does it cost?").fill("Free")
    page.get_by_label("Your name").fill("Ann")
    page.get_by_label("Your phone").fill("01632 960 190")
    press("Send us your group")(page)


def missing_twice(page: Page) -> None:
    """The same form, with other words, from a second window."""
    key = page.locator("input[name=key]").input_value()
    page.get_by_label("What did you hope to find?").fill("Snooker")
    press("Send it")(page)
    page.goto("/missing/")
    page.evaluate("key => { document.querySelector('input[name=key]').value = key }", key)
    page.get_by_label("What did you hope to find?").fill("Darts")
    press("Send it")(page)


def near_me_abroad(page: Page) -> None:
    """As the script would send it from Paris."""
    with page.expect_navigation():
        page.evaluate("""() => {
            const form = document.getElementById("near-me");
            form.elements.latitude.value = 48.85;
            form.elements.longitude.value = 2.35;
            form.submit();
        }""")


HEADINGS = "Name,Postcode,Contact no,Link\r\n"
WRONG_ROW = HEADINGS + f"{LONG},nowhere,ring me,https://faceb00k.com/groups/1\r\n"
RIGHT_ROW = HEADINGS + "Ukulele for all,KX2 4HD,01632 960 777,\r\n"
SAME_ROW = HEADINGS + "St Marks Lunch,KX2 4TQ,01632 960 042,\r\n"


def a_file(said: str) -> Callable[[Page], None]:
    """Sent, and looked at."""

    def do(page: Page) -> None:
        page.get_by_label("The file").set_input_files(
            {"name": "groups.csv", "mimeType": "text/csv", "buffer": said.encode()}
        )
        press("Look at it")(page)

    return do


def side_by_side(page: Page) -> None:
    page.get_by_label("One listing").fill(listing("st-marks-lunch-club"))
    page.get_by_label("The other").fill(listing("the-long-table"))
    press("Compare them")(page)


SEARCH, MAYBE = "Something to do, and people to do it with", "What became of your people"
DISCREET, FULL = "Hello Edith. Did you go, as agreed?", "Hello Ines. Did you get to St Mark’s lunch club?"
WHO_CAME = "Hello. Who came on Friday 13 November?"
GONE, NOWHERE = "This link has done its work", "We cannot find that page"


def attendance(of: str) -> Callable[[SimpleNamespace], str]:
    return lambda here: kelderby.link_for(getattr(here, of), "attendance")


def register(here: SimpleNamespace) -> str:
    return kelderby.link_for(here.full, "register")


def in_a_crisis(where: str) -> Callable[[SimpleNamespace], str]:
    def there(_here: SimpleNamespace) -> str:
        kelderby.looked_in_on()
        return where

    return there


def settled(_here: SimpleNamespace) -> str:
    return kelderby.getting_on()


def proven(then: Callable[[Page], None]) -> Callable[[Page], None]:
    """Is it still you? Then on to what was asked for."""

    def do(page: Page) -> None:
        page.get_by_label("Password").fill("a lamp in the window")
        press("Confirm")(page)
        then(page)

    return do


def a_phone_that_is_none(page: Page) -> None:
    page.get_by_label("Phone (optional)", exact=True).fill("12")
    press("Save")(page)


def page_of(of: str, address: str = "/people/{}/") -> Callable[[SimpleNamespace], str]:
    return lambda here: address.format(getattr(here, of).pk)


VISITS = {
    "search": Visit("/", SEARCH),
    "search, words and a postcode": Visit("/?q=lunch&near=KX2+4HD", SEARCH),
    "search, a street": Visit("/?near=Fuller+Street", SEARCH),
    "search, misspelt": Visit("/?q=gardning", SEARCH),
    "search, narrowed down": Visit("/?near=KX2+4HD&free=on&day=TU&need=company", SEARCH),
    "search, second page": Visit("/?page=2", SEARCH),
    "search, nothing fits": Visit("/?q=zeppelin", SEARCH),
    "search, no such place": Visit("/?near=Atlantis", SEARCH, shows="Atlantis"),
    "search, half a postcode": Visit("/?near=KX2+4H&q=lunch", SEARCH),
    "search, every filter": Visit(
        "/?near=KX2+4HD&when=weekend&time=morning&cost=free&access=step_free&audience=older&age=72&sort=nearest", SEARCH
    ),
    "search, seen by a worker": Visit("/?q=lunch&near=KX2+4HD", SEARCH, "Carl"),
    "search, the map": Visit("/?q=lunch&near=KX2+4HD#map", SEARCH),
    "search, the filters": Visit("/?q=lunch&near=KX2+4HD#filters", SEARCH),
    "communities": Visit("/communities/", "Online communities"),
    "communities, no such place": Visit("/communities/?near=Atlantis", "Online communities", shows="Atlantis"),
    "communities, none": Visit("/communities/?platform=meetup", "Online communities", shows="We know of none"),
    "missing": Visit("/missing/?q=snooker&near=Millrace", "Tell us what was missing"),
    "missing, nothing said": Visit(
        "/missing/", "Tell us what was missing", do=press("Send it"), shows="One thing to put right"
    ),
    "missing, thanks": Visit("/missing/?q=snooker", "Thank you. That helps.", do=press("Send it")),
    "missing, sent twice": Visit("/missing/", "This form was already sent", do=missing_twice),
    "near me, abroad": Visit("/", "Near me", do=near_me_abroad, shows="outside the United Kingdom"),
    "what is missing": Visit("/not-found/", "What is missing", "Carl", shows="Words the directory does not know"),
    "what is missing, for a commissioner": Visit("/not-found/", "What is missing", "Colm"),
    "kept searches, none": Visit("/saved-searches/", "Searches you keep", "Rosa"),
    "keep a search": Visit("/saved-searches/keep/?q=lunch", "Keep this search", "Rosa"),
    "keep a search, no name": Visit(
        "/saved-searches/keep/?near=KX2+4HD",
        "Keep this search",
        "Rosa",
        lambda page: (page.get_by_label("Name").fill(""), press("Keep it")(page)),
        "One thing to put right",
    ),
    "kept searches": Visit("/saved-searches/keep/?q=lunch", "Searches you keep", "Tess", press("Keep it")),
    "change a kept search": Visit(
        "/saved-searches/keep/?q=choir",
        "Change a search you keep",
        "Tess",
        lambda page: (press("Keep it")(page), press("Change", "link")(page)),
    ),
    "search in Welsh": Visit("/?q=cinio", "Rhywbeth i'w wneud, a phobl i'w wneud gyda nhw", do=press("Cymraeg")),
    "listing": Visit(listing("st-marks-lunch-club"), "St Mark’s lunch club"),
    "listing that is shut": Visit(listing("tanners-tuesday-cafe"), "Tanners Tuesday café"),
    "listing, seen by a worker": Visit(listing("the-long-table"), "The Long Table", "Rosa"),
    "a community": Visit(listing("larkfield-neighbours"), "Larkfield Neighbours", shows="You leave Connect and go to"),
    "a listing with two places": Visit(listing("seated-tai-chi"), "Seated tai chi", shows="Each place"),
    "a listing with a private address": Visit(
        listing("rainbow-over-fifties"), "Rainbow table", shows="The address is private."
    ),
    "an event": Visit(listing("lantern-walk"), "The lantern walk"),
    "a closure to come": Visit(listing("hollin-park-walk-and-soup"), "Hollin Park", shows="It will be shut from"),
    "a listing that is not there yet": Visit(
        listing("bulbs-for-northgate"), "Bulbs for Northgate", "Carl", shows="Everybody sees it from"
    ),
    "something is wrong": Visit(listing("st-marks-lunch-club") + "wrong/", "Something here is wrong"),
    "something is wrong, nothing said": Visit(
        listing("st-marks-lunch-club") + "wrong/",
        "Something here is wrong",
        do=press("Send it"),
        shows="Choose what is wrong",
    ),
    "something is unsafe": Visit(
        listing("st-marks-lunch-club") + "wrong/", "Thank you for telling us", do=unsafe, shows="101"
    ),
    "useful": Visit(listing("st-marks-lunch-club"), "Thank you. We have your answer.", do=press("Yes")),
    "useful, without its buttons": Visit(listing("st-marks-lunch-club") + "useful/", "Was this useful?"),
    "suggest a change": Visit(listing("st-marks-lunch-club") + "change/", "Suggest a change"),
    "suggest nothing": Visit(
        listing("st-marks-lunch-club") + "change/",
        "Suggest a change",
        do=press("Send the change"),
        shows="Change something first",
    ),
    "a new group": Visit("/new-group/", "Put your group here"),
    "a new group, nothing said": Visit(
        "/new-group/", "Put your group here", do=press("Send us your group"), shows="things to put right"
    ),
    "a new group, sent": Visit("/new-group/", "Thank you. Stitch and sit is with us.", do=a_group),
    "a list, empty": Visit("/shortlist/", "Your list", shows="Nothing kept yet"),
    "a list of one's own": Visit(listing("st-marks-lunch-club"), "Your list", do=kept, shows="St Mark’s lunch club"),
    "a list in large print": Visit(lambda here: f"{two_listed()}&size=large", "A list somebody sent"),
    "a list that was sent": Visit(lambda here: two_listed(), "A list somebody sent", shows="Keep these too"),
    "a poster": Visit(listing("st-marks-lunch-club") + "poster/", "St Mark’s lunch club"),
    "listing in large print": Visit(listing("st-marks-lunch-club") + "?size=large", "St Mark’s lunch club"),
    "collections": Visit("/collections/", "Good places to start"),
    "a collection": Visit("/collections/after-losing-somebody/", "After losing somebody"),
    "send a listing": Visit(
        listing("the-long-table"), "Send The Long Table", "Rosa", press("Send it to somebody", "link")
    ),
    "send a listing, all wrong": Visit(
        lambda here: two_listed("/send/"), "Send this list of 2", "Rosa", press("Send it"), "One thing to put right"
    ),
    "listings by the hundred": Visit("/desk/bulk/", "Listings by the hundred", "Dev"),
    "no file": Visit("/desk/bulk/", "Listings by the hundred", "Dev", press("Look at it"), "One thing to put right"),
    "columns": Visit("/desk/bulk/columns/", "The columns of a spreadsheet", "Dev"),
    "a file with a wrong row": Visit("/desk/bulk/", "groups.csv", "Dev", a_file(WRONG_ROW), "To put right"),
    "a file to take": Visit("/desk/bulk/", "groups.csv", "Dev", a_file(RIGHT_ROW), "Take it"),
    "a file with what is here already": Visit("/desk/bulk/", "groups.csv", "Dev", a_file(SAME_ROW), "It is"),
    "duplicates, none": Visit("/desk/duplicates/", "Maybe one listing", "Dev"),
    "duplicates, wrong addresses": Visit(
        "/desk/duplicates/", "Maybe one listing", "Dev", press("Compare them"), "Two things to put right"
    ),
    "two side by side": Visit("/desk/duplicates/", "Are these two one?", "Dev", side_by_side),
    "words": Visit("/desk/words/?try=lost+my+wife", "What people say, and what they may mean", "Dev", shows="also:"),
    "words, a wrong line": Visit(
        "/desk/words/terms/",
        "School terms",
        "Dev",
        lambda page: (page.get_by_text("Add a line").click(), press("Add it")(page)),
        "Three things to put right",
    ),
    "needs": Visit("/desk/words/needs/", "Needs", "Dev"),
    "audiences": Visit("/desk/words/audiences/", "Audiences", "Dev"),
    "kinds": Visit("/desk/words/kinds/", "Kinds", "Dev"),
    "feeds": Visit("/desk/feeds/", "Feeds", "Dev"),
    "feeds, nothing said": Visit(
        "/desk/feeds/", "Feeds", "Dev", press("Add it and read it"), shows="Two things to put right"
    ),
    "a feed": Visit(
        lambda here: f"/desk/feeds/{here.reading.feed_id}/", "Farside Council", "Dev", shows="Stopped, and asks"
    ),
    "a reading that asks": Visit(
        lambda here: f"/desk/feeds/readings/{here.reading.pk}/", "Farside Council", "Dev", shows="listings would go"
    ),
    "words of feeds": Visit("/desk/words/meanings/", "What the words of feeds mean here", "Dev"),
    "collections on the desk": Visit("/desk/collections/", "Collections", "Dev"),
    "a collection on the desk": Visit(
        "/desk/collections/after-losing-somebody/?q=lunch", "After losing somebody", "Dev"
    ),
    "sign in": Visit("/accounts/login/", "Sign in"),
    "sign in, wrong": Visit("/accounts/login/", "Sign in", do=press("Sign in"), shows="Two things to put right"),
    "password forgotten": Visit("/accounts/password/reset/", "Choose a new password"),
    "sign out": Visit("/accounts/logout/", "Sign out?", "Rosa"),
    "how you sign in": Visit("/accounts/2fa/", "How you sign in", "Rosa"),
    "no role": Visit("/home/", "You have an account, and no role here yet", "Nora"),
    "accessibility": Visit("/accessibility/", "Can everybody use this?"),
    "privacy": Visit("/privacy/", "How we use what you tell us"),
    "cookies": Visit("/cookies/", "Cookies"),
    "the API": Visit("/api/v1/", "The API, version 1"),
    "nowhere": Visit("/no/such/page/", NOWHERE),
    "nowhere, signed in": Visit("/no/such/page/", NOWHERE, "Carl"),
    "not for Nia": Visit(page_of("accepted"), NOWHERE, "Nia"),
    "refer": Visit("/refer/", "Refer someone", "Rosa"),
    "refer, all wrong": Visit("/refer/", "Refer someone", "Rosa", all_wrong, "Four things to put right"),
    "refer, the questions": Visit("/refer/", "Refer someone", "Rosa", where, "Kelderby connectors answer"),
    "refer, too young": Visit("/refer/", "Somebody else is right for them", "Rosa", partial(where, age="16")),
    "refer, saved for later": Visit("/refer/", "Refer someone", "Rosa", saved_for_later, "Not sent yet"),
    "a chat": Visit("/chats/new/", "Log a chat", "Rosa"),
    "a chat, not asked": Visit("/chats/new/", "Thank you for asking, or for nearly asking", "Rosa", a_chat),
    "put something right": Visit(page_of("new", "/referrals/{}/change/"), "Put something right", "Rosa"),
    "refer, sent": Visit("/refer/", "Thank you. The team has Walter’s referral.", "Rosa", refer),
    "refer, already sent": Visit("/refer/", "This form was already sent", "Rosa", refer_twice),
    "people I referred": Visit("/referrals/", MAYBE, "Rosa"),
    "one I referred": Visit(page_of("discreet", "/referrals/{}/"), "Edith Rowe", "Rosa"),
    "one who came back": Visit(page_of("returned", "/referrals/{}/"), "Hari Dewsnap", "Rosa"),
    "today": Visit("/today/", "Carl", "Carl"),
    "caseload": Visit("/caseload/", "My people", "Carl"),
    "several at once, nobody picked": Visit(
        "/caseload/?view=everyone", "My people", "Carl", press("Set what is next"), "Tick the people it is for"
    ),
    "visits": Visit("/visits/", "Visits", "Carl", press("Make an address"), "It says when you visit"),
    "a visit, all wrong": Visit(
        page_of("accepted", "/people/{}/visit/"), "Plan a visit", "Carl", press("Plan the visit"), "to put right"
    ),
    "where no team serves": Visit("/running/where-nobody-serves/", "Where no team serves", "Tess"),
    "before the first time": Visit(
        f"/desk/{directory.key('st-marks-lunch-club')}/wanted/",
        "Before the first time",
        "Dev",
        press("Ask it"),
        "One thing to put right",
    ),
    "to help in one’s area, all wrong": Visit(
        "/champions/", "Community champions", do=press("Yes, I would like to help"), shows="Five things to put right"
    ),
    "champions by area": Visit("/running/champions/", "Community champions", "Tess"),
    "a champion": Visit(page_of("champion", "/running/champions/{}/"), "Bea Tallow", "Tess"),
    "local groups": Visit("/network/", "Local groups", "Tess"),
    "a local group": Visit(page_of("group", "/network/{}/"), "", "Tess", shows="Who looks after it"),
    "a poll that is over": Visit(page_of("poll", "/network/polls/{}/"), "What would you like more of", "Tess"),
    "our search on others’ pages": Visit("/embed/?near=Millrace", "Our search on your page"),
    "phrases of a team": Visit("/phrases/", "Phrases of the team", "Tess"),
    "caseload, new": Visit("/caseload/?view=new", "My people", "Carl"),
    "caseload, everyone": Visit("/caseload/?view=everyone", "My people", "Carl"),
    "caseload, nobody": Visit("/caseload/", "My people", "Nia"),
    "waiting": Visit(page_of("new"), "Walter", "Carl"),
    "what is known": Visit(page_of("spoken", "/people/{}/particulars/"), "What we know of", "Carl"),
    "what is known, wrong": Visit(
        page_of("spoken", "/people/{}/particulars/"), "What we know of", "Carl", a_phone_that_is_none, "to put right"
    ),
    "what they agreed to": Visit(page_of("spoken", "/people/{}/consents/"), "What they agreed to", "Carl"),
    "who is round them": Visit(page_of("spoken", "/people/{}/rounds/"), "Who is round them", "Carl"),
    "restrict": Visit(page_of("spoken", "/people/{}/restrict/"), "Restrict who may know", "Carl"),
    "ask to restrict": Visit(page_of("spoken", "/referrals/{}/restrict/"), "Nobody must find them", "Rosa"),
    "give back": Visit(page_of("new", "/people/{}/give-back/"), "Give the referral back", "Carl"),
    "give back, no reason": Visit(
        page_of("new", "/people/{}/give-back/"),
        "Give the referral back",
        "Carl",
        press("Give back and tell"),
        "One thing to put right",
    ),
    "accepted": Visit(page_of("accepted"), f"Wilhelmina {LONG}", "Carl"),
    "accepted, empty note": Visit(
        page_of("accepted"), f"Wilhelmina {LONG}", "Carl", press("Save the note"), "One thing to put right"
    ),
    "choosing": Visit(page_of("spoken"), "Maud Ashby", "Carl"),
    "a rest, nothing said": Visit(
        page_of("spoken", "/people/{}/pause/"), "Pause", "Carl", press("Pause until then"), "Two things to put right"
    ),
    "to another scheme": Visit(page_of("spoken", "/people/{}/transfer/"), "Pass to another scheme", "Carl"),
    "working alongside": Visit("/alongside/", "Working alongside others", "Rosa", shows="leads"),
    "somebody of another team": Visit("/alongside/", "", "Rosa", do=first_name, shows="holds the referral"),
    "ask somebody in, nothing said": Visit(
        page_of("spoken", "/people/{}/round/"), "Ask somebody in", "Carl", press("Ask them in"), "things to put right"
    ),
    "sent again": Visit(page_of("returned", "/referrals/{}/send-again/"), "Send it again", "Rosa"),
    "the queue": Visit("/queue/", "Waiting for somebody", "Carl"),
    "the queue, to give out": Visit("/queue/", "Waiting for somebody", "Tess"),
    "whom to give them to": Visit(
        page_of("spoken", "/queue/give/?referral={}"),
        "Who takes them on?",
        "Tess",
        proven(press("Give to them")),
        "One thing",
    ),
    "waiting well": Visit("/queue/waiting/", "Waiting well", "Carl"),
    "how full we are": Visit("/queue/load/", "How full we are", "Tess"),
    "late": Visit("/late/", "Late", "Tess"),
    "two answers": Visit(page_of("discreet"), "Edith Rowe", "Carl"),
    "messages": Visit(page_of("discreet", "/people/{}/messages/"), "Messages about Edith", "Carl"),
    "messages, nothing written": Visit(
        page_of("discreet", "/referrals/{}/messages/"), "You and the team", "Rosa", press("Send"), "One thing to put"
    ),
    "messages to read": Visit("/messages/unread/", "Messages to read", "Carl"),
    "what might suit them": Visit(
        page_of("spoken", "/people/{}/matches/?changed=1&miles=0.5&days=SU"), "What might suit Maud", "Carl"
    ),
    "my people in a month": Visit("/referrals/became/?month=2026-11", "What became of your people", "Rosa"),
    "what our words mean": Visit("/definitions/", "What our words mean"),
    "seen by the team's lead": Visit(page_of("discreet"), "Edith Rowe", "Tess"),
    "running it": Visit("/running/", "Running it", "Adam"),
    "reminders": Visit("/running/reminders/", "Reminders", "Adam"),
    "a reminder, off without a why": Visit(
        "/running/reminders/reminder/", "See you tomorrow", "Tess", press("Switch off"), "One thing to put right"
    ),
    "people who work here": Visit("/running/people/", "People who work here", "Adam"),
    "invite, nothing said": Visit(
        "/running/people/invite/", "Invite somebody", "Lena", do=press("Send the letter"), shows="Enter their name"
    ),
    "open a record": Visit("/records/", "Open a record", "Dora", press("Open it"), "Three things to put right", True),
    "erasing": Visit("/erasures/", "Erasing", "Dora", fresh=True),
    "how long what is kept": Visit("/running/kept-for/", "How long what is kept", "Tess"),
    "words of a message": Visit("/running/words/reminder_discreet-sms-en/", "The day before, discreet", "Tess"),
    "other systems, a new one": Visit("/webhooks/", "Is it still you?", "Lena", press("Add it and show the secret")),
    "a session of training": Visit("/training/new/", "Record a session", "Lena"),
    "a place at a training, nothing said": Visit(
        "/training/coming/",
        "Making it count",
        do=lambda page: (press("Making it count", "link")(page), press("Send me the link")(page)),
        shows="Enter your name",
    ),
    "a certificate nobody has": Visit(
        "/certificate/",
        "Check a certificate",
        do=lambda page: (page.get_by_label("Number").fill("22222-22222"), press("Check it")(page)),
        shows="We know no certificate with that number",
    ),
    "a training, planned": Visit("/training/", "Admins’ summit", "Lena", press("Admins’ summit", "link")),
    "what you can do": Visit("/competencies/", "What you can do", "Rosa", shows="Raising the issue"),
    "after the training": Visit("/training/after/", "After the training", "Lena", shows="Your people"),
    "what worked": Visit("/practice/", "What worked", "Carl", shows="Meet at the bus stop"),
    "what works": Visit("/reports/", "What works in Kelderby", "Colm", press("Show")),
    "what works in a month": Visit("/reports/2026-08/", "What works in Kelderby", "Colm"),
    "who reaches whom": Visit("/reports/who-reaches-whom/", "Who reaches whom", "Colm"),
    "every measure": Visit("/reports/measures/", "Every measure", "Colm"),
    "fairness and cost": Visit("/reports/fairness-and-cost/", "Fairness and cost", "Colm"),
    "costs, and who lives here": Visit("/reports/costs/", "Costs, and who lives here", "Tess"),
    "one measure": Visit("/reports/measures/15/", "Went along", "Colm"),
    "the golden thread": Visit("/reports/golden-thread/", "Golden thread", "Colm"),
    "our own people": Visit("/reports/team/", "Our own people", "Tess"),
    "our own people, those of a number": Visit("/reports/team/open-going/", "Have gone to something", "Tess"),
    "the board paper": Visit("/reports/paper/", "Company in Kelderby: what works and what is missing", "Colm"),
    "the pilot report": Visit("/reports/pilot/", "Ask, assist, act: what asking at the doorstep taught us", "Colm"),
    "a ward": Visit("/reports/places/KELD-W02/", "Beacon", "Colm"),
    "where to look": Visit("/reports/risk/southampton/", "Where to look in Kelderby", "Colm"),
    "weights, no reason": Visit("/reports/risk/essex/weights/", "Weigh the Essex index anew", "Tess", press("Save")),
    "the cover of a paper": Visit("/reports/cover/?paper=paper", "The cover of a paper", "Tess"),
    "views that are kept": Visit("/reports/kept/", "Views you keep", "Colm", press("Keep it"), "Kept."),
    "a line beside the figures, no words": Visit(
        "/reports/meanwhile/",
        "What happened meanwhile",
        "Tess",
        press("Put it beside the figures"),
        "Say what happened",
    ),
    "what works, nothing yet": Visit("/reports/", "What works", "Nia"),
    "after a session": Visit("/following/", "After a session", "Carl"),
    "to talk over": Visit("/following/", "Wilfred", "Carl", press("Talk it over", "link"), "Words to begin with"),
    "to talk over, nothing chosen": Visit(
        "/following/",
        "Wilfred",
        "Carl",
        lambda page: (press("Talk it over", "link")(page), press("Write it down")(page)),
        "Choose what happens next",
    ),
    "to be asked how they are": Visit("/measures-due/", "To be asked how they are", "Carl"),
    "how are you getting on": Visit(settled, "Hello Clifford. How are you getting on?"),
    "it is not for me": Visit(
        settled, "Thank you, Clifford. It is good to know.", do=press("It is not for me"), shows="got in the way"
    ),
    "did you go": Visit(attendance("discreet"), DISCREET),
    "did you go, in full": Visit(attendance("full"), FULL),
    "did you go, in Welsh": Visit(
        attendance("full"), "Helo Ines. Gyrhaeddoch chi St Mark’s lunch club?", do=press("Cymraeg")
    ),
    "did you go, nothing pressed": Visit(attendance("full"), FULL, do=sent_by_enter, shows="Press one of the four."),
    "went": Visit(attendance("full"), "Thank you, Ines. How was it?", do=press("Yes, I went")),
    "went, nothing said of how": Visit(
        attendance("full"),
        "Thank you, Ines. How was it?",
        do=lambda page: (press("Yes, I went")(page), press("Send only my words")(page)),
        shows="or write a few words",
    ),
    "went, and it was good": Visit(
        attendance("full"),
        "Thank you, Ines. Carl knows you went.",
        do=lambda page: (press("Yes, I went")(page), press("Good")(page)),
    ),
    "shall we stop, nothing chosen": Visit(
        attendance("discreet"),
        "Shall we stop writing to you?",
        do=lambda page: (press("Stop these messages", "link")(page), press("Send it")(page)),
        shows="Choose one of the two",
    ),
    "did not": Visit(attendance("full"), "Thank you, Ines. That is fine.", do=press("Not this time")),
    "please ring": Visit(attendance("full"), "Thank you, Ines. Carl will ring you.", do=press("Please ring me")),
    "can they come?": Visit(
        lambda here: kelderby.link_for(kelderby.wilf(), "introduction"),
        "Somebody new on",
        do=press("Send my answer"),
        shows="Choose one of the three answers",
    ),
    "can they come? Another day": Visit(
        "/introductions/?which=answered", "Introduction to St Mark", "Carl", first_name
    ),
    "introductions": Visit("/introductions/", "Introductions that wait for you", "Carl"),
    "going along": Visit("/going-along/", "Going along", "Carl", shows="First visits to arrange"),
    "a first visit": Visit("/going-along/?which=first", "first time at St Mark", "Carl", first_name),
    "be a befriender": Visit("/befriend/", "Be a befriender", do=press("Send it"), shows="Enter your name"),
    "befriending": Visit("/befriending/", "Who would suit Pearl?", "Cleo", press("Pearl, Millrace", "link")),
    "a volunteer": Visit("/befriending/volunteers/", "Olu Fairweather", "Cleo", press("Olu Fairweather", "link")),
    "money for small groups": Visit("/chest/", "Money for small groups"),
    "the chest": Visit("/running/chest/", "Community chest", "Tess"),
    "a pot, nothing said": Visit(
        "/running/chest/pot/", "A new pot", "Tess", press("Save"), "Enter a name, like Community chest 2026"
    ),
    "asking helpers, nothing said": Visit(
        page_of("spoken", "/people/{}/small-help/"),
        "Ask helpers for something small",
        "Carl",
        press("Ask helpers"),
        "Choose what it is",
    ),
    "the wish list": Visit("/wishes/", "Wish list", "Dev", shows="Nothing is wished for yet"),
    "a wish, nothing said": Visit(
        "/wishes/new/", "Wish for something", "Tess", press("Put it on the list"), "Say what is wished for"
    ),
    "small helps": Visit("/small-help/", "Small helps", "Carl"),
    "what helpers are asked": Visit("/helping/", "Small things that would help", "Hana"),
    "documents of somebody": Visit(page_of("spoken", "/people/{}/documents/"), "Documents", "Carl"),
    "at first contact": Visit(page_of("spoken", "/people/{}/first-contact/"), "Asked at first contact", "Carl"),
    "to put right": Visit("/to-put-right/", "To put right in the records", "Tess"),
    "small steps": Visit(
        lambda here: f"/people/{kelderby.known_as('Peggy').pk}/steps/",
        "Peggy’s small steps",
        "Carl",
        press("Put it down"),
        "Write it in their words",
    ),
    "who came": Visit(register, WHO_CAME),
    "who came, nothing said": Visit(register, WHO_CAME, do=sent_by_enter, shows="Say of at least one person"),
    "who came, thanks": Visit(
        register,
        "Thank you. That helps more than you know.",
        do=lambda page: (page.get_by_label("Came").first.check(), press("Send it")(page)),
    ),
    "it did not take place": Visit(
        register, "Did it not take place on Friday 13 November?", do=press("It did not take place", "link")
    ),
    "there is room for you": Visit(
        lambda here: kelderby.a_place(), "There is room for you", do=sent_by_enter, shows="Press one of the three."
    ),
    "are you all right, nothing pressed": Visit(
        lambda here: kelderby.looked_in_on(),
        "Hello. Are you all right?",
        do=sent_by_enter,
        shows="Press one of the two.",
    ),
    "please ring, in a crisis": Visit(
        lambda here: kelderby.looked_in_on(), "Thank you. We will ring you soon.", do=press("Please ring me")
    ),
    "a crisis": Visit(in_a_crisis("/crisis/"), "Snow again", "Tess"),
    "its list": Visit(in_a_crisis("/crisis/list/"), "The list", "Carl", shows="Ring and write down"),
    "one of its list, nothing said": Visit(
        in_a_crisis("/crisis/list/"),
        "",
        "Carl",
        do=lambda page: (press("Ring and write down", "link")(page), press("Write it down")(page)),
        shows="Choose one of the three",
    ),
    "champions by street": Visit("/crisis/champions/", "Champions by ward and street", "Tess"),
    "registers": Visit("/caseload/registers/", "Registers", "Carl"),
    "who waits for a place": Visit("/caseload/places/", "Waiting for a place", "Carl"),
    "a spent link": Visit("/reply/", GONE),
    "a mistyped link": Visit("/l/nothing-of-the-kind/", GONE),
}
OF_THE_DEMO = {
    "mailbox": Visit("/mailbox/", "Mailbox"),
    "a text": Visit("/mailbox/", "A text", do=press("Text to", "link")),
    "the parts of our pages": Visit("/components/", "Every part, in every state"),
}


def visits(named: dict[str, Visit]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("visit", named.values(), ids=named.keys())


def arrive(page: Page, visit: Visit, here: SimpleNamespace) -> None:
    page.goto(visit.where if isinstance(visit.where, str) else visit.where(here))
    visit.do(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(visit.heading)
    expect(page.locator("main")).to_contain_text(visit.shows)


@visits(VISITS)
def test_a_page_is_for_everybody(site, here, visit):
    with site.visitor(visit.who, fresh=visit.fresh) as page:
        arrive(page, visit, here)
        axe.at_both_widths(page)
        axe.when_zoomed(page)
        axe.in_the_dark(page)


@visits(OF_THE_DEMO)
def test_a_page_of_the_demo_is_for_everybody(site, here, visit, settings):
    settings.DEMO = True
    test_a_page_is_for_everybody(site, here, visit)


def test_the_discreet_page_names_neither_group_nor_place(site, here):
    with site.visitor() as page:
        arrive(page, VISITS["did you go"], here)
        seen = page.content()
        arrive(page, VISITS["did you go, in full"], here)
        in_full = page.content()
    named = ["St Mark", "lunch", "hall", "Fuller Street", "Rowe"]
    assert [word for word in named if word in seen] == []
    assert [word for word in named if word in in_full] == ["St Mark", "lunch", "hall"]


def test_what_is_wrong_in_a_page_is_found(site):
    """The check itself, checked."""
    with site.visitor() as page:
        page.goto("/")
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input><p id=dim>Dim</p>')")
        with pytest.raises(AssertionError, match="label"):
            axe.no_violations(page)
        page.evaluate("Object.assign(document.getElementById('dim').style, {color: '#333', background: '#222'})")
        with pytest.raises(AssertionError, match="color-contrast"):
            axe.in_the_dark(page)
        page.evaluate(
            "document.querySelector('main').append(Object.assign(document.createElement('hr'), {id: 'wide'}))"
        )
        page.evaluate("document.getElementById('wide').style.width = '5000px'")
        with pytest.raises(AssertionError, match=r"5\d{3} px wide"):
            axe.no_sideways_scroll(page)


def test_a_stranger_on_a_page_is_noticed(site):
    with pytest.raises(AssertionError, match=r"(?s)Content Security Policy.*asked somebody else"):
        see_a_stranger(site)


def see_a_stranger(site) -> None:
    with site.visitor() as page:
        page.goto("/")
        with page.expect_console_message():
            page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://stranger.example/'}))")
