"""The search page and a listing, as anybody sees them, Nia among them."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from connect.places.models import Area, Postcode
from directory.models import Service

TYPED = {"q": "choir", "near": "KX2 4HD"}


@pytest.fixture
def here(db):
    ward = Area.objects.create(code="K1", name="Millrace", kind=Area.Kind.WARD)
    return Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000, ward=ward)


def said(response):
    """What a reader reads, on one line."""
    return " ".join(unescape(strip_tags(response.text)).replace("\u00a0", " ").split())


def heading(response):
    return re.search(r'id="results-title">([^<]*)<', response.text)[1]


def test_results_say_what_when_where_how_far_how_much_and_who_checked(client, here, listing):
    listing(
        "Choir", north=500, days="TU,FR", summary="We sing.", fees="£2", met_at_door=True, met_by="Ann meets you",
        place={"name": "The hall", "step_free": True}, verified_at=timezone.now() - timedelta(days=9),
        verified_by_name="Priya Nair", verified_by_body="Kelderby Council",
    )  # fmt: skip
    response = client.get("/", TYPED)
    told = said(response)
    assert (response.status_code, heading(response)) == (200, "1 place for choir within 2 miles of Millrace")
    for words in ("We sing.", "Tuesdays and Fridays", "10am to 12 noon", "The hall", "0.3 miles, 8 minutes’ walk", "£2",
                  "Ann meets you", "Step-free", "by Kelderby Council"):  # fmt: skip
        assert words in told
    assert "Priya" not in told  # she has not said that her name may be shown


def test_a_person_who_checked_is_named_only_with_their_yes(client, listing):
    listing("Choir", verified_at=timezone.now(), verified_by_name="Priya Nair", verified_by_public=True)
    assert "by Priya Nair" in said(client.get("/"))


@pytest.mark.parametrize(
    ("near", "message"),
    [
        ("KX2 ZZZ", "KX2 ZZZ is not a whole postcode. Check it: a postcode looks like KX2 4HD"),
        ("ZZ1 1ZZ", "We do not know the postcode ZZ1 1ZZ. Check it, or enter a street or an area"),
        ("x" * 5000, "That is too long. Enter only a postcode, a street or an area"),
        ("!!!", "Enter a postcode, a street or an area, like KX2 4HD"),
    ],
)
def test_a_place_nobody_knows_is_said_beside_the_field_and_results_are_shown_all_the_same(
    client, here, listing, near, message
):
    listing("Choir")
    response = client.get("/", {"q": "choir", "near": near})
    assert response.status_code == 200
    assert re.search(r'id="id_near_error">.*?</span>([^<]*)<', response.text)[1] == message
    assert f'value="{near}"' in response.text
    assert heading(response) == "1 place for choir"
    assert "<title>Error:" in response.text


@pytest.mark.parametrize("words", ["\x00", "!!!", "' or 1=1 --", "<script>alert(1)</script>", "%00", "🙂"])
def test_absurd_words_get_a_page(client, listing, words):
    listing("Choir")
    response = client.get("/", {"q": words})
    assert response.status_code == 200
    assert "<script>" not in response.text
    assert "Choir" in response.text


def test_ten_thousand_letters_get_a_clear_answer(client, listing):
    listing("Choir")
    response = client.get("/", {"q": "x" * 10_000})
    assert "That is a lot of words. Use 200 letters or fewer" in said(response)
    assert heading(response) == "1 place to go"


def test_filters_that_nobody_offers_are_ignored(client, listing):
    listing("Choir", days="MO")
    response = client.get("/?day=XX&kind=' or 1&need=zz&within=999&page=-1&free=maybe&page=1e9")
    assert (response.status_code, heading(response)) == (200, "1 place to go")


def test_a_filter_on_can_be_taken_off_and_the_rest_stays(client, here, listing):
    listing("Choir", days="MO", free=True)
    response = client.get("/?q=choir&near=KX2+4HD&free=on&day=MO&page=1")
    assert re.findall(r'<a class="btn second small" href="([^"]*)"', response.text) == [
        "?q=choir&amp;near=KX2+4HD&amp;free=on",
        "?q=choir&amp;near=KX2+4HD&amp;day=MO",
    ]
    assert 'name="free" value="on" checked' in response.text
    assert '<input type="hidden" name="free" value="on">' in response.text  # carried by the form of the two questions


def test_a_spelling_put_right_is_said_with_a_way_back(client, listing):
    listing("Befriending")
    response = client.get("/", {"q": "befreinding"})
    assert "Showing results for befriending. Search instead for “befreinding”" in said(response)
    assert 'href="?q=befreinding&amp;exact=on"' in response.text


def test_other_words_looked_for_are_said_with_a_way_back(client, listing):
    listing("Dinner club")
    told = re.search(r"We looked for lunch, and also for ([^.]*)\. Only “lunch”", said(client.get("/", {"q": "lunch"})))
    assert "dinner" in told[1].split(", ")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"q": "zebra"}, "Here are a few of the other places we know."),
        (
            {"q": "choir", "free": "on"},
            "Nothing fits everything you asked for, so here is what we have without some of it.",
        ),
        ({"q": "choir zebra"}, "Nothing has all of those words, so here is what has some of them."),
        (
            {"q": "choir", "near": "KX2 4HD"},
            "There is nothing within 2 miles of Millrace, so we looked as far as 5 miles.",
        ),
        ({"q": "!!!"}, "We could not find a word to look for in “!!!”, so here is everything."),
    ],
)
def test_it_is_never_a_dead_end(client, here, listing, typed, told):
    listing("Choir", north=5000)
    response = client.get("/", typed)
    assert told in said(response)
    assert "/listing/" in response.text


LONELY = ["lonely", "I feel so lonely", "lonley", "loneliness", "isolated", "on my own", "nobody to talk to", "unig"]


@pytest.mark.parametrize("typed", LONELY)
def test_who_says_that_they_are_lonely_is_offered_company_and_never_hears_the_word_again(client, here, listing, typed):
    listing("Tuesday phone friends", needs=["company"])
    listing("Friday phone friends", needs=["company"])
    response = client.get("/", {"q": typed, "near": "KX2 4HD"})
    assert heading(response) == "2 places for company within 2 miles of Millrace"
    assert "<title>2 places for company" in " ".join(response.text.split())
    shown = re.sub(r'(?:value|href)="[^"]*"', "", response.text).lower()
    assert [word for word in (typed.lower(), "lonel", "isolat") if word in shown] == []
    assert f'value="{typed}"' in response.text  # the box keeps what they typed


def test_words_nothing_knows_are_said_to_be_so_with_only_a_few_other_places_below(client, here, listing):
    for n in range(8):
        listing(f"Choir {n}", free=n > 0)
    response = client.get("/", {"q": "snooker", "near": "KX2 4HD", "free": "on"})
    assert heading(response) == "We know of nothing for “snooker” yet"
    assert response.text.count('class="result"') == 5
    assert 'href="?near=KX2+4HD&amp;free=on">See all the places' in response.text
    assert "Choir 0" not in response.text  # what was ticked still counts


def test_the_place_of_that_name_is_shown_with_its_distance_a_little_farther_away(client, here, listing):
    listing("Repair morning", north=500, description="By the men who made the shed.")
    listing("Kelderby Men’s Shed", north=4000)
    listing("Another county’s men’s shed", north=90_000)
    response = client.get("/", {"q": "men's shed near Millrace"})
    told = said(response)
    assert heading(response) == "1 place for men&#x27;s shed within 2 miles of Millrace"
    assert "A little farther away 2 Kelderby Men’s Shed" in told
    assert "2.5 miles" in told
    assert "Another county" not in told


def test_an_empty_directory_has_a_page(client, db):
    assert heading(client.get("/", {"q": "choir"})) == "There is nothing in the directory yet"


def test_the_search_page_asks_the_database_a_fixed_number_of_times(client, here, listing, django_assert_num_queries):
    listing("Choir")
    client.get("/")
    counts = []
    for n in range(2):
        with django_assert_num_queries(19) as asked:
            client.get("/", TYPED)
        counts.append(len(asked))
        for m in range(25):
            listing(f"Choir {n} {m}", days="MO", needs=["company"])
    assert len(set(counts)) == 1


def test_a_listing_shows_its_facts_and_its_next_session(client, listing):
    choir = listing(
        "Choir", days="TU", fees="£2", first_time="Ann looks out for you. She wears red.\nYou sit where you like.",
        good_to_know="Dogs welcome.", place={"name": "The hall", "address_1": "Mill Lane", "postcode": "KX2 4TQ"},
    )  # fmt: skip
    response = client.get(choir.get_absolute_url())
    told = said(response)
    facts = ["Tuesdays, 10am to 12 noon", "The hall, Mill Lane, KX2 4TQ", "£2", "Dogs welcome.", "Next time Tuesday"]
    prose = ["Ann looks out for you. She wears red.", "Run by The Crossroads Trust.", "sign in and refer them"]
    for words in facts + prose:
        assert words in told


def test_the_organisers_name_and_number_are_private_unless_they_said_otherwise(client, listing):
    contact = {"contact_name": "Ann Other", "contact_phone": "01632 960 042", "contact_email": "ann@example.org"}
    private, public = listing("Choir", **contact), listing("Band", contact_public=True, **contact)
    hidden, shown = (said(client.get(each.get_absolute_url())) for each in (private, public))
    assert [word for word in contact.values() if word in hidden] == []
    assert "Ring Ann Other, 01632 960 042" in shown


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"status": "defunct"}, "This has closed. Try Band."),
        (
            {"status": "temporarily closed", "reopens_on": datetime(2999, 1, 1, tzinfo=UTC).date()},
            "Shut until Tuesday 1 January 2999.",
        ),
        ({"status": "temporarily closed", "shut_because": "A new boiler."}, "Shut for now. A new boiler."),
    ],
)
def test_a_listing_that_is_shut_says_so_and_names_another(client, listing, change, told):
    choir, band = listing("Choir", days="TU"), listing("Band")
    Service.objects.filter(pk=choir.pk).update(instead=band, **change)
    text = said(client.get(choir.get_absolute_url()))
    assert told in text
    assert ("Next time" in text, "refer them" in text) == (False, False)
    assert choir.get_absolute_url() not in client.get("/").text


def test_what_is_not_published_is_like_what_does_not_exist(client, listing):
    choir = listing("Choir", status="inactive")
    nothing = reverse("listing", args=["00000000-0000-4000-8000-000000000000"])
    assert [client.get(url).status_code for url in (choir.get_absolute_url(), nothing)] == [404, 404]


def test_a_name_from_a_feed_is_words_and_nothing_else(client, listing):
    choir = listing("<img src=x onerror=alert(1)>", description="<b>bold</b>", url="https://example.org/?a=1&b=2")
    for url in ("/", choir.get_absolute_url()):
        text = client.get(url).text
        assert ("<img src=x" in text, "<b>bold" in text) == (False, False)


def test_a_listing_leads_back_to_the_search_it_came_from(client, here, listing):
    listing("Choir", free=True)
    page = client.get("/", {"q": "choir", "near": "KX2 4HD", "free": "on"})
    [way] = re.findall(r'<h2>.*?<a href="(/listing/[^"]*)"', page.text)
    back = re.search(r'class="crumbs[^>]*><li><a href="([^"]*)">([^<]*)<', client.get(unescape(way)).text)
    assert (back[1], back[2]) == ("/?q=choir&amp;near=KX2+4HD&amp;free=on", "Back to what you looked for")


@pytest.mark.parametrize(
    "said_to_be",
    ["https://evil.example/?x=1", "//evil.example", "next=//evil.example", "javascript:alert(1)", "q=" * 4000],
)
def test_the_way_back_is_never_to_anywhere_else(client, listing, said_to_be):
    text = client.get(listing("Choir").get_absolute_url(), {"from": said_to_be}).text
    assert re.search(r'class="crumbs[^>]*><li><a href="([^"]*)">Find something<', text)[1] == "/"
    ways = re.findall(r'(?:href|action|src)="([^"]*)"', text)
    assert [way for way in ways if re.match(r"(?:https?:)?//[^/]*evil|javascript:", way)] == []


def test_who_is_signed_in_is_not_asked_to_sign_in(cast, sign_in, client):
    def card(who):
        return said(who.get(cast.lunch.get_absolute_url()))

    assert "Working with somebody? Tell them about it, or sign in and refer them" in card(client)
    rosa, colm = card(sign_in(cast.rosa)), card(sign_in(cast.colm))
    assert "Refer somebody Tell them about it, or ask us to introduce them" in rosa
    assert [words in page for page in (rosa, colm) for words in ("sign in and", "Working with")] == [False] * 4


def test_the_card_for_workers_is_not_printed(client, listing):
    text = client.get(listing("Choir").get_absolute_url()).text
    assert re.search(r'<div class="([^"]*)">\s*<h2>Working with somebody', text)[1].split()[-1] == "no-print"


def test_everybody_sees_the_same_nia_too(cast, sign_in, client):
    for user in (cast.nia, cast.carl, cast.colm):
        assert "St Mark's lunch club" in said(sign_in(user).get("/", {"q": "lunch"}))
    assert "St Mark's lunch club" in said(client.get(cast.lunch.get_absolute_url()))
    assert "ask us to introduce them" in said(sign_in(cast.rosa).get(cast.lunch.get_absolute_url()))
