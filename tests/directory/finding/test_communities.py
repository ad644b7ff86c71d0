"""Online communities: a list of their own, and destinations beside groups in a search."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils.html import strip_tags

from connect.places.models import Area, Postcode
from directory.models import OnlineCommunity, Service


@pytest.fixture
def community(listing):
    def make(name, *, platform="facebook_group", north=0, **more):
        service = listing(name, kind="community", attending="online", reach_metres=3000, north=north)
        address = f"https://facebook.com/groups/{service.pk.hex}"
        OnlineCommunity.objects.create(service=service, platform=platform, address=address, **more)
        return service

    return make


@pytest.fixture
def here(db):
    ward = Area.objects.create(code="K1", name="Millrace", kind=Area.Kind.WARD)
    return Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000, ward=ward)


def said(response):
    return " ".join(unescape(strip_tags(response.text)).split())


def named(response):
    return re.findall(r"<h3><a [^>]*><bdi>([^<]*)<", response.text)


def test_they_stand_in_order_of_name_or_nearest_first(client, here, community):
    community("Beacon chat", north=200), community("All the dads", north=5000)
    assert named(client.get("/communities/")) == ["All the dads", "Beacon chat"]
    assert named(client.get("/communities/", {"near": "KX2 4HD"})) == ["Beacon chat", "All the dads"]


def test_only_those_on_one_platform(client, community):
    community("Beacon chat"), community("All the dads", platform="whatsapp")
    assert named(client.get("/communities/", {"platform": "whatsapp"})) == ["All the dads"]


def test_a_card_says_where_it_is_how_many_there_are_and_whether_somebody_lets_you_in(client, here, community):
    community("Beacon chat", members=2340, members_counted_on=date(2026, 11, 3), is_open=False)
    words = "Facebook group, 2,340 members on 3 November"
    for address in ("/communities/", "/?kind=community", "/?q=beacon"):
        told = said(client.get(address))
        assert [each in told for each in (words, "Somebody lets you in")] == [True, True], address


def test_what_is_withheld_shut_or_no_community_is_not_among_them(client, listing, community):
    listing("Choir", kind="community")  # said to be one, and nobody knows where
    Service.objects.filter(pk=community("Beacon chat").pk).update(status="temporarily closed")
    response = client.get("/communities/")
    assert (named(response), "We know of none like that yet." in response.text) == ([], True)


@pytest.mark.parametrize("query", ["near=ZZ1+1ZZ", "platform=myspace", "page=x", "page=-1", "page=999", "near=%00"])
def test_what_is_wrong_is_said_and_the_list_is_there(client, community, query):
    community("Beacon chat")
    response = client.get(f"/communities/?{query}")
    assert (response.status_code, named(response)) == (200, ["Beacon chat"])


def test_it_asks_the_database_a_fixed_number_of_times(client, community, django_assert_max_num_queries):
    for n in range(25):
        community(f"Chat {n}")
    with django_assert_max_num_queries(12):
        client.get("/communities/")


def test_everybody_sees_the_same_nia_too(cast, sign_in, client, community):
    community("Beacon chat")
    assert [named(sign_in(who).get("/communities/")) for who in (cast.nia, cast.colm)] == [["Beacon chat"]] * 2
