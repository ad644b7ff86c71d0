"""What a result says: when next, how much room, how to get there, and what is not so good."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone
from django.utils.html import strip_tags

from connect.places.models import Area, Postcode
from directory.models import Capacity, Schedule, Service

FRIDAY_MORNING = datetime(2026, 11, 13, 9, tzinfo=UTC)


@pytest.fixture
def here(db):
    ward = Area.objects.create(code="K1", name="Millrace", kind=Area.Kind.WARD)
    return Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000, ward=ward)


@pytest.fixture(autouse=True)
def a_friday():
    with time_machine.travel(FRIDAY_MORNING, tick=False):
        yield


def card(client, query="/"):
    found = re.search(r'<li class="result".*?</li>\s*(?=<li class="result"|</ol>)', client.get(query).text, re.DOTALL)[
        0
    ]
    return " ".join(unescape(strip_tags(found)).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("days", "opens", "closes", "told"),
    [
        ("FR", time(14), time(16), "Today, 2pm"),
        ("FR", time(8), time(16), "On now, until 4pm"),
        ("SA", time(10, 30), time(12), "Tomorrow, 10:30am"),
    ],
)
def test_it_says_when_next_where_that_is_soon(client, listing, days, opens, closes, told):
    listing("Choir", days=days, opens=opens, closes=closes)
    assert told in card(client)


def test_for_what_is_every_week_the_days_say_enough(client, listing):
    listing("Choir", days="TU")
    assert re.search("Tuesdays", card(client))
    assert not re.search("November", card(client))


def test_what_is_once_a_month_says_which_day(client, listing):
    choir = listing("Choir")
    Schedule.objects.create(service=choir, freq="MONTHLY", byday="3TU", opens_at=time(10), closes_at=time(12))
    assert "Tuesday 17 November, 10am" in card(client)


def test_a_day_off_is_no_day(client, listing):
    choir = listing("Choir")
    Schedule.objects.create(service=choir, byday="FR", opens_at=time(14), except_on=[date(2026, 11, 13)])
    assert "Today" not in card(client)


def test_it_says_how_much_room_there_is_who_said_so_and_when(client, listing):
    choir = listing("Choir", days="TU", contact_public=True)
    Capacity.objects.create(service=choir, available=6, said_by_name="Olive", said_at=timezone.now())
    assert "6 places free, Olive told us today" in card(client)


def test_what_was_said_of_room_a_month_ago_is_not_said_again(client, listing):
    choir = listing("Choir", days="TU")
    Capacity.objects.create(service=choir, available=6, said_at=timezone.now() - timedelta(days=30))
    assert "free" not in card(client).lower().replace("ask what it costs", "")


def test_what_is_overdue_is_shown_as_unconfirmed(client, listing):
    listing("Choir", verified_at=timezone.now() - timedelta(days=400), check_by=date(2026, 1, 1))
    assert "Not confirmed since" in card(client)


def test_the_bus_is_said_where_most_would_not_walk(client, here, listing):
    place = {"name": "The hall", "transport": "Bus 9"}
    listing("Choir", place=place | {"easting": 450_000, "northing": 302_500})
    assert "1.6 miles Bus 9" in card(client, "/?near=KX2+4HD")
    listing("Band", place=place | {"easting": 450_000, "northing": 300_300})
    assert "0.2 miles, 5 minutes’ walk" in card(client, "/?near=KX2+4HD&q=band")
    assert "Bus 9" not in card(client, "/?near=KX2+4HD&q=band")


def test_staff_find_what_is_withheld_and_see_that_it_is_the_public_does_not(client, cast, sign_in):
    Service.objects.filter(pk=cast.lunch.pk).update(withheld_at=timezone.now())
    told = "Hidden from the public: nobody has confirmed it"
    assert told in card(sign_in(cast.carl), "/?q=lunch")
    assert "St Mark" not in client.get("/?q=lunch").text


def test_what_was_merged_is_found_by_nobody(client, cast, sign_in):
    other = Service.objects.create(organisation=cast.council, name="Another lunch")
    Service.objects.filter(pk=cast.lunch.pk).update(merged_into=other)
    for who in (client, sign_in(cast.dev)):
        assert cast.lunch.get_absolute_url() not in who.get("/?q=lunch").text


# ---------- the map ----------


def pins(client, query):
    found = re.search(r'<script id="map-data" type="application/json">(.*?)</script>', client.get(query).text)
    return json.loads(found[1]) if found else None


def test_there_is_no_map_where_there_is_no_ground_to_put_a_pin_on(client, here, listing):
    listing("Choir")
    assert pins(client, "/?near=KX2+4HD") is None


def test_with_tiles_each_numbered_place_is_a_pin_and_the_tiles_may_be_shown(client, here, listing, settings):
    settings.TILE_URL, settings.TILE_ATTRIBUTION = "https://tiles.example.org/{z}/{x}/{y}.png", "© Somebody"
    listing("Choir", place={"name": "The hall"})
    told = pins(client, "/?near=KX2+4HD")
    [pin] = told["places"]["features"]
    assert (pin["properties"]["number"], pin["properties"]["where"]) == (1, "The hall")
    assert pin["geometry"]["coordinates"] == pytest.approx([-1.26, 52.6], abs=0.1)
    assert (told["tiles"], told["attribution"]) == (settings.TILE_URL, "© Somebody")


def test_a_private_address_and_what_needs_no_travel_have_no_pin(client, here, listing, settings):
    settings.TILE_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    listing("Choir", place={"name": "Ann’s house", "address_public": False}), listing("Line", attending="phone")
    response = client.get("/?near=KX2+4HD")
    assert pins(client, "/?near=KX2+4HD")["places"]["features"] == []
    assert "Ann’s house" not in response.text


def test_a_name_cannot_end_the_block_of_the_map(client, here, listing, settings):
    settings.TILE_URL = "https://tiles.example.org/{z}/{x}/{y}.png"
    listing("</script><script>alert(1)</script>")
    assert "<script>alert" not in client.get("/?near=KX2+4HD").text
    assert pins(client, "/?near=KX2+4HD")["places"]["features"][0]["properties"]["name"].startswith("</script>")


@pytest.mark.parametrize(
    ("tiles", "allowed"),
    [
        ("", ["'self'"]),
        ("https://tiles.example.org/{z}/{x}/{y}.png", ["'self'", "https://tiles.example.org", "data:"]),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", ["'self'", "https://*.tiles.example.org", "data:"]),
    ],
)
def test_pictures_come_from_us_and_from_tiles_only_where_there_are_any(tiles, allowed):
    from connect.settings import images_from

    assert images_from(tiles) == allowed


# ---------- suggestions ----------


def suggested(client, typed):
    return client.get("/suggestions/", {"q": typed}).json()["suggestions"]


def test_suggestions_are_words_that_find_something(client, listing):
    listing("Quilters")
    assert "Quilters" in suggested(client, "quil")
    api = client.get("/api/v1/suggestions/", {"search": "quil"}).json()
    assert api == {"suggestions": suggested(client, "quil")}


@pytest.mark.parametrize("typed", ["", "q", "\x00", "!!!", "%%", "x" * 10_000, "suicid", "lonel", "🙂", "' or 1=1"])
def test_what_should_not_be_suggested_is_not_and_absurd_letters_get_an_answer(client, listing, typed):
    listing("Choir")
    assert [each for each in suggested(client, typed) if "lonel" in each.lower() or "suicid" in each.lower()] == []


@pytest.mark.parametrize("name", ["needs", "audiences", "kinds"])
def test_words_to_choose_from_are_listed_over_the_api(client, db, name):
    told = client.get(f"/api/v1/{name}/").json()
    assert len(told) > 5
    assert {"code", "name"} <= set(told[0])


# ---------- what is shut ----------


def shut(client, query):
    part = client.get(query).text.partition("Shut for now</h2>")[2].partition("</ol>")[0]
    return " ".join(unescape(strip_tags(part)).split())


def test_who_looks_for_what_is_shut_by_name_learns_so_and_is_told_of_another(client, listing):
    cafe, table = listing("Tuesday café"), listing("The Long Table")
    change = {"status": "temporarily closed", "reopens_on": date(2026, 12, 8), "instead": table}
    Service.objects.filter(pk=cafe.pk).update(**change)
    told = shut(client, "/?q=tuesday+cafe")
    assert "Shut until Tuesday 8 December." in told
    assert "Until then, try The Long Table." in told
    assert [shut(client, query) for query in ("/", "/?q=table", "/?q=suicide+cafe")] == [""] * 3


@pytest.mark.parametrize(
    "change", [{"withheld_at": FRIDAY_MORNING}, {"status": "inactive"}, {"reopens_on": date(2026, 11, 1)}]
)
def test_what_nobody_may_read_or_is_open_again_is_not_among_them(client, listing, change):
    cafe = listing("Tuesday café")
    Service.objects.filter(pk=cafe.pk).update(**({"status": "temporarily closed"} | change))
    assert shut(client, "/?q=tuesday+cafe") == ""
