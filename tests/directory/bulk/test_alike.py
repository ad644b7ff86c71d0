"""Listings that may be one are found by what they share, without comparing all with all; two stay two."""

import time
from itertools import product

import pytest
from django.db import connection

from benchmarks.duplicates import judged, precision_and_recall
from connect.people.models import Organisation
from directory.bulk import alike, doubles
from directory.bulk.likeness import SHOWN, SURE, digits_of, link_of
from directory.models import Location, OnlineCommunity, Service, ServiceAtLocation
from directory.openreferral import actions as feeds

LINKS = [
    "https://www.example.org/lunch/", "http://example.org/lunch?utm_source=x&a=1",
    "https://m.facebook.com/groups/12/posts/9", "https://www.facebook.com/groups/12", "HTTPS://Example.ORG", "", "https://example.org/a?ref=b&c=d#e",
    "example.org/x?fbclid=1",
    "https://web.facebook.com/groups/ab.c/?ref=share&mibextid=z", "https://chat.whatsapp.com/AbC",
]  # fmt: skip
PHONES = ["01632 960 042", "+44 (0)1632 960042", "116 123", "", "07700 900123 ext 4", "999"]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "ours", "said"), [("link", link_of, LINKS), ("digits", digits_of, PHONES)])
def test_the_database_reads_links_and_numbers_as_we_do(name, ours, said):
    with connection.cursor() as cursor:
        for each in said:
            assert cursor.execute(f"select directory_{name}(%s)", [each]).fetchone()[0] == ours(each), each


def test_pairs_that_are_one_are_shown_and_few_that_are_two():
    """A floor, on pairs of our own: `python -m benchmarks.duplicates` says what it is now."""
    precision, recall = precision_and_recall(judged(), SHOWN)
    assert (precision >= 0.8, recall >= 0.9) == (True, True)
    assert precision_and_recall(judged(), SURE)[0] >= 0.95


@pytest.fixture
def body(db):
    return Organisation.objects.create(name="The Crossroads Trust")


@pytest.fixture
def add(body):
    def make(name, postcode="KX2 4HD", spot=(412000, 402000), link="", **more):
        service = Service.objects.create(organisation=body, name=name, **more)
        if spot or postcode:
            east, north = spot or (None, None)
            place = Location.objects.create(name="Hall", postcode=postcode, easting=east, northing=north)
            ServiceAtLocation.objects.create(service=service, location=place)
        if link:
            OnlineCommunity.objects.create(service=service, platform="facebook_group", address=link)
        return service

    return make


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"name": "Crossroads Choir", "places": [{"postcode": "KX2 4HD"}]}, "place"),
        (
            {"name": "Crossroads choir", "places": [{"postcode": "KX2 4HE", "easting": 412090, "northing": 402020}]},
            "near",
        ),
        ({"name": "Choir at the Crossroads", "contact_phone": "+44 1632 960042"}, "phone"),
        ({"name": "Crossroads choir", "contact_email": "SING@example.org"}, "email"),
    ],
)
def test_what_somebody_types_in_is_compared_with_what_is_there(add, said, why):
    add("Something else")
    choir = add(
        "Crossroads Choir",
        contact_phone="01632 960042",
        contact_email="sing@example.org",
        url="https://example.org/choir",
    )
    found = {match.service: match.why for match in alike.find({"organisation": "", **said})}
    assert (choir in found, why in found.get(choir, ())) == (True, True)


def test_a_group_at_the_same_link_is_found_whatever_it_is_called(add):
    group = add("Villagers", "", None, "https://www.facebook.com/groups/villagers", contact_email="v@example.org")
    said = {"name": "Villagers chat", "community": {"address": "https://m.facebook.com/groups/villagers/posts/1"}}
    assert [(match.service, "link" in match.why) for match in alike.find(said)] == [(group, True)]


def test_a_listing_is_not_like_itself_and_what_was_merged_is_like_nothing(add):
    one, other = add("Crossroads Choir"), add("Crossroads Choir")
    assert [match.service for match in alike.find(one)] == [other]
    Service.objects.filter(pk=other.pk).update(merged_into=one)
    assert alike.find(one) == []


def test_what_was_told_apart_stays_apart(add, cast):
    one, other = add("Crossroads Choir"), add("Crossroads Choir")
    assert doubles.look_for([one, other]) == 1
    (pair,) = doubles.to_look_at()
    assert doubles.say_different(pair, by=cast.dev) is True
    assert (doubles.look_for([other]), list(doubles.to_look_at()), doubles.say_different(pair, by=cast.dev)) == (
        0,
        [],
        False,
    )
    assert (doubles.ask_again(pair), len(doubles.to_look_at())) == (True, 1)


def test_a_hundred_are_compared_in_as_many_statements_as_one(add, django_assert_max_num_queries):
    many = [
        add(f"{kind} {n}", spot=(400000 + 500 * n, 402000), postcode=f"KX2 {n % 9}HD")
        for n, kind in product(range(20), "AB")
    ]
    with django_assert_max_num_queries(12):
        alike.find_each(doubles._whole(many))


def test_among_thousands_it_looks_at_few(db, body, add):
    """By index: the time does not grow with the directory. A wide margin, since machines differ."""
    services = [
        Service(organisation=body, name=f"Group number {n}", url=f"https://example.org/g/{n}") for n in range(4000)
    ]
    places = [
        Location(postcode=f"KX{n % 90} {n % 9}AA", easting=400000 + 300 * (n % 200), northing=400000 + 300 * (n // 200))
        for n in range(4000)
    ]
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.reindex', 'later', true)")
        Service.objects.bulk_create(services)
        Location.objects.bulk_create(places)
        ServiceAtLocation.objects.bulk_create(
            ServiceAtLocation(service=service, location=place) for service, place in zip(services, places, strict=True)
        )
        cursor.execute("analyze directory_service, directory_location, directory_serviceatlocation")
    said = {
        "name": "Group number 7",
        "url": "https://example.org/g/7",
        "places": [{"easting": 400000, "northing": 400000}],
    }
    began = time.perf_counter()
    found = alike.find(said)
    assert ([match.service.name for match in found[:1]], time.perf_counter() - began < 1.0) == (
        ["Group number 7"],
        True,
    )


def test_what_a_feed_brings_is_compared_with_what_is_there(add):
    choir = add("Crossroads Choir", url="https://example.org/choir")
    list(
        feeds.take(
            "feed",
            [{"id": "1", "name": "Crossroads Choir", "status": "active", "url": "http://www.example.org/choir/"}],
        )
    )
    assert [(pair.one, pair.other.source_id) for pair in doubles.to_look_at()] == [(choir, "1")]
