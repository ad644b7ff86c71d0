"""The filters of the search page: each with its count, folded where they would be too many, and taken off by a chip."""

import re
from html import unescape

import pytest

from connect.places.models import Area, Postcode
from directory.models import Audience


@pytest.fixture
def here(db):
    ward = Area.objects.create(code="K1", name="Millrace", kind=Area.Kind.WARD)
    return Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000, ward=ward)


def ticks(client, address):
    """(name, value) -> count, as the panel says."""
    text = client.get(address).text
    found = re.findall(r'name="(\w+)" value="([^"]*)"(?: checked)?> [^<]*<span class="count">(\d+)<', text)
    return {(name, value): int(count) for name, value, count in found}


def chips(client, address):
    found = re.findall(
        r'<a class="btn second small" href="([^"]*)"><span[^>]*>Take off: </span>([^<]*) <', client.get(address).text
    )
    return {words.strip(): unescape(way) for way, words in found}


def test_each_filter_says_how_many_it_would_leave(client, listing):
    listing("Choir", days="TU", free=True, met_at_door=True, place={"name": "Hall", "step_free": True})
    listing("Band", days="TU,SA", kind="group")
    counted = ticks(client, "/")
    asked = [("day", "TU"), ("day", "SA"), ("cost", "free"), ("met", "on"), ("access", "step_free"), ("kind", "group")]
    assert [counted[each] for each in asked] == [2, 1, 1, 1, 1, 1]


def test_what_would_leave_nothing_is_left_out_unless_it_is_on(client, listing):
    listing("Choir", days="TU")
    assert ("day", "MO") not in ticks(client, "/")
    assert ticks(client, "/?day=MO")["day", "MO"] == 0


def test_everything_that_is_on_is_a_chip_that_takes_it_off(client, here, listing):
    listing("Choir", days="TU", free=True)
    assert chips(client, "/?near=KX2+4HD&day=TU&cost=free&age=72&within=5&page=2") == {
        "Within 5 miles": "?near=KX2+4HD&day=TU&cost=free&age=72",
        "Age 72": "?near=KX2+4HD&day=TU&cost=free&within=5",
        "Tuesday": "?near=KX2+4HD&cost=free&age=72&within=5",
        "Free": "?near=KX2+4HD&day=TU&age=72&within=5",
    }


def test_a_long_group_unfolds_and_what_is_on_in_it_is_always_seen(client, listing):
    choir = listing("Choir")
    choir.audiences.set(Audience.objects.all())
    last = Audience.objects.last()
    text = client.get(f"/?audience={last.pk}").text
    seen, _more, folded = text.partition('name="audience"')[2].partition('<details class="more">')
    assert (f'value="{last.pk}" checked' in seen, folded.count('name="audience"') > 5) == (True, True)


@pytest.mark.parametrize("age", ["200", "-1", "x", "7" * 9999, "\x00"])
def test_what_is_no_age_is_no_filter(client, listing, age):
    listing("Choir", minimum_age=50)
    response = client.get("/", {"age": age})
    assert (response.status_code, chips(client, "/")) == (200, {})
    assert "Choir" in response.text


def test_the_order_is_said_in_a_sentence_and_may_be_another(client, here, listing):
    listing("Choir"), listing("Band")
    pages = {
        sort: client.get(f"/?near=KX2+4HD{sort}").text for sort in ("", "&sort=nearest", "&sort=newest", "&sort=zz")
    }
    said = [re.search(r'orders muted"><span>([^<]*)<', text)[1] for text in pages.values()]
    best = "Near places that fit best come first."
    assert said == [best, "The nearest comes first.", "What is newest comes first.", best]
    assert 'href="?near=KX2+4HD&amp;sort=newest">Newest first' in pages[""]


def test_the_forms_carry_along_what_the_other_one_asked(client, here, listing):
    listing("Choir", days="TU")
    text = client.get("/?q=choir&near=KX2+4HD&day=TU&sort=newest").text
    top, _middle, panel = text.partition('id="filters"')
    assert ['name="day" value="TU"' in top, 'name="sort" value="newest"' in top] == [True, True]
    assert ['name="q" value="choir"' in panel, 'name="sort" value="newest"' in panel] == [True, True]


def test_a_hundred_filters_nobody_offers_get_a_page(client, listing):
    listing("Choir")
    query = "&".join(f"{name}=%00{n}" for n in range(20) for name in ("need", "audience", "time", "cost", "how"))
    assert client.get(f"/?{query}").status_code == 200
