"""The directory over the API: the same search, by the field's names, for anybody."""

import pytest
from django.urls import reverse

from connect.places.models import Postcode

LIST = "/api/v1/services/"


@pytest.fixture
def here(db):
    return Postcode.objects.create(postcode="KX2 4HD", easting=450_000, northing=300_000)


def test_the_list_is_the_search_page_in_an_envelope(client, here, listing):
    listing("Choir", north=1000, days="MO", needs=["company"], free=True)
    listing("Band", north=100)
    page = client.get(LIST, {"search": "choir", "postcode": "KX2 4HD", "day": "MO", "free": "true"}).json()
    [choir] = page.pop("contents")
    assert "singing" in page["searched"].pop("also")
    assert page == {
        "total_items": 1, "total_pages": 1, "page_number": 1, "size": 1,
        "first_page": True, "last_page": True, "empty": False,
        "searched": {"words": "choir", "miles": 2, "widened": False, "let_go_of": ""},
    }  # fmt: skip
    assert (choir["name"], choir["distance_metres"], choir["needs"], choir["schedules"][0]["byday"]) == (
        "Choir",
        1000,
        ["company"],
        "MO",
    )


def test_members_without_a_value_are_left_out(client, listing):
    choir = listing("Choir", place={"name": "Hall"})
    told = client.get(reverse("api_service", args=[choir.pk])).json()
    assert "" not in told.values()
    assert set(told) == {
        "id", "name", "status", "organization", "free", "met_at_door", "attending", "last_modified", "locations",
    }  # fmt: skip


def test_the_contact_is_there_only_with_the_organisers_yes(client, listing):
    contact = {"contact_name": "Ann Other", "contact_phone": "01632 960 042", "verified_by_name": "Priya Nair"}
    private, public = listing("Choir", **contact), listing("Band", contact_public=True, **contact)
    first, second = (client.get(reverse("api_service", args=[each.pk])) for each in (private, public))
    assert ("Ann" in first.text, "960 042" in first.text, "Priya" in first.text) == (False, False, False)
    assert second.json()["contacts"] == [{"name": "Ann Other", "phone": "01632 960 042"}]


def test_a_place_nobody_knows_is_refused_in_words_by_the_fields_name(client, here):
    response = client.get(LIST, {"postcode": "KX2 ZZZ"})
    assert (response.status_code, response.json()) == (
        400,
        {"postcode": ["KX2 ZZZ is not a whole postcode. Check it: a postcode looks like KX2 4HD"]},
    )


@pytest.mark.parametrize("query", ["page=0", "page=x", "search=!!!", "page=99999", "search=%F0%9F%99%82"])
def test_absurd_queries_get_an_answer(client, listing, query):
    listing("Choir")
    assert client.get(f"{LIST}?{query}").json()["total_items"] == 1


@pytest.mark.parametrize("query", ["day=XX", "kind=spaceship", "within=7", "search=%00"])
def test_what_an_api_cannot_take_is_refused_by_name(client, db, query):
    response = client.get(f"{LIST}?{query}")
    assert (response.status_code, list(response.json())) == (400, [query.partition("=")[0]])


def test_pages_are_fetched_in_a_fixed_number_of_queries(client, listing, django_assert_num_queries):
    listing("Choir", days="MO", needs=["company"])
    client.get(LIST)
    for _turn in range(2):
        with django_assert_num_queries(18):
            client.get(LIST)
        for n in range(22):
            listing(f"Choir {n}", days="MO", needs=["company"])


def test_nobody_writes_through_it(client, listing):
    choir = listing("Choir")
    address = reverse("api_service", args=[choir.pk])
    assert [client.post(LIST).status_code, client.put(address).status_code, client.delete(address).status_code] == [
        405
    ] * 3


def test_what_is_not_published_is_not_there(client, listing):
    choir = listing("Choir", status="inactive")
    response = client.get(reverse("api_service", args=[choir.pk]))
    assert (response.status_code, client.get(LIST).json()["total_items"]) == (404, 0)


def test_it_describes_itself(client, db):
    paths = client.get("/api/v1/schema/").json()["paths"]
    names = {each["name"] for each in paths["/api/v1/services/"]["get"]["parameters"]}
    assert names >= {"search", "postcode", "within", "need", "day", "kind", "free", "step_free", "met", "exact", "page"}


def test_whoever_says_where_they_are_in_an_address_is_told_where_to_say_it(client, listing):
    listing("Choir")
    response = client.get(LIST, {"latitude": "52.6", "longitude": "1.7"})
    told = ["Where somebody is must not stand in an address. POST it to /api/v1/services/near/"]
    assert (response.status_code, response.json()) == (400, {"latitude": told, "longitude": told})


def test_a_tick_that_is_false_is_no_tick(client, listing):
    listing("Choir"), listing("Band", free=True)
    found = [client.get(LIST, {"free": said}).json()["total_items"] for said in ("true", "false")]
    assert found == [1, 2]


def test_every_filter_of_the_page_is_a_parameter(client, db):
    from directory.forms import SearchForm

    told = client.get("/api/v1/schema/").json()["paths"]["/api/v1/services/"]["get"]["parameters"]
    asked = {"search" if name == "q" else "postcode" if name == "near" else name for name in SearchForm.base_fields}
    assert asked == {each["name"] for each in told}


def test_the_description_has_no_warnings(db):
    from drf_spectacular.drainage import GENERATOR_STATS
    from drf_spectacular.generators import SchemaGenerator

    GENERATOR_STATS.reset()
    with GENERATOR_STATS.silence():
        SchemaGenerator().get_schema(request=None, public=True)
    assert (dict(GENERATOR_STATS._warn_cache), dict(GENERATOR_STATS._error_cache)) == ({}, {})
