"""What search engines may know: the public pages, and of a listing no more than its page says to everybody."""

import json
import re

import pytest
from django.utils import timezone

from directory.models import OnlineCommunity, Service
from directory.states import Kind


def graph(client, service):
    text = client.get(service.get_absolute_url()).text
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])["@graph"]


def addresses(client, section):
    return re.findall(r"<loc>http://testserver([^<]*)</loc>", client.get(f"/sitemap-{section}.xml").text)


def test_the_map_of_the_site_names_what_the_public_search_may_offer(client, listing):
    open_one = listing("Choir")
    for change in ({"withheld_at": timezone.now()}, {"status": "inactive"}, {"status": "temporarily closed"}):
        Service.objects.filter(pk=listing("Band").pk).update(**change)
    merged = listing("Twin")
    Service.objects.filter(pk=merged.pk).update(merged_into=open_one)
    assert addresses(client, "listings") == [open_one.get_absolute_url()]
    assert {"/", "/communities/"} <= set(addresses(client, "pages"))


def test_it_says_when_a_listing_changed_and_where_the_map_is(client, listing):
    choir = listing("Choir")
    assert f"<lastmod>{choir.updated.date()}</lastmod>" in client.get("/sitemap-listings.xml").text
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    assert client.get("/sitemap.xml").status_code == 200
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_searches_are_not_for_robots(client, listing):
    listing("Choir")
    assert "Disallow: /*?" in client.get("/robots.txt").text
    assert 'content="noindex, follow"' in client.get("/?q=choir").text
    assert 'content="noindex' not in client.get("/").text


def test_a_listing_is_a_service_with_events_to_come_at_a_place(client, listing):
    choir = listing(
        "Choir", days="TU", summary="We sing.", free=True,
        place={"name": "The hall", "address_1": "Mill Lane", "postcode": "KX2 4TQ"},
    )  # fmt: skip
    service, *events = graph(client, choir)
    assert (service["@type"], service["name"], service["description"]) == ("Service", "Choir", "We sing.")
    assert (len(events), {event["@type"] for event in events}) == (3, {"Event"})
    assert events[0]["location"]["address"]["postalCode"] == "KX2 4TQ"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT10:00:00[+]0[01]:00", events[0]["startDate"])


def test_a_private_contact_and_a_private_address_are_nowhere_in_it(client, listing):
    choir = listing(
        "Choir", days="TU", contact_name="Ann Other", contact_phone="01632 960 042", contact_email="ann@example.org",
        place={"name": "Ann’s house", "address_1": "6 Mill Lane", "postcode": "KX2 4TQ", "address_public": False},
    )  # fmt: skip
    text = json.dumps(graph(client, choir), ensure_ascii=False)
    secrets = ("Ann", "960 042", "ann@", "Mill Lane", "4TQ", "GeoCoordinates")
    assert [word for word in secrets if word in text] == []


def test_a_public_number_is_told_and_the_persons_name_is_not(client, listing):
    contact = {"contact_name": "Ann Other", "contact_phone": "01632 960 042", "contact_public": True}
    [service, *_events] = graph(client, listing("Choir", **contact))
    assert (service["telephone"], "Ann" in json.dumps(service)) == ("01632 960 042", False)


def test_what_is_shut_has_no_events_to_come(client, listing):
    choir = listing("Choir", days="TU")
    Service.objects.filter(pk=choir.pk).update(status="temporarily closed")
    assert [each["@type"] for each in graph(client, choir)] == ["Service"]


def test_a_community_is_where_it_is(client, listing):
    choir = listing("Neighbours", kind=Kind.COMMUNITY, attending="online")
    OnlineCommunity.objects.create(service=choir, platform="facebook_group", address="https://facebook.com/groups/1")
    [one] = graph(client, choir)
    assert (one["@type"], one["sameAs"]) == ("Organization", ["https://facebook.com/groups/1"])


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--<script>", "a & b \u2028"])
def test_no_name_ends_the_block_early(client, listing, name):
    choir = listing(name)
    text = client.get(choir.get_absolute_url()).text
    assert "alert(1)</script>" not in text
    assert graph(client, choir)[0]["name"] == name
