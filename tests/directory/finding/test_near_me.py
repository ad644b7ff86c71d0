"""Near me: from where a phone says it is to a search by a name, with no numbers in any address."""

from urllib.parse import parse_qs, urlsplit

import pytest

from connect.places import demo
from connect.places.grid import to_wgs84

GARNET_TERRACE = to_wgs84(643_400, 443_360)


@pytest.fixture
def kelderby(db):
    demo.load()


def sent(client, latitude, longitude, **more):
    return client.post("/near-me/", {"latitude": latitude, "longitude": longitude, **more})


def test_it_leads_to_a_search_by_the_name_of_the_street(client, kelderby):
    response = sent(client, *GARNET_TERRACE, q="lunch", free="on", page="3")
    way = urlsplit(response["Location"])
    assert (response.status_code, way.path) == (302, "/")
    assert parse_qs(way.query) == {"q": ["lunch"], "near": ["Garnet Terrace, Millrace"], "free": ["on"]}


def test_no_number_of_it_stands_in_the_address_it_leads_to_or_in_the_log(client, kelderby, caplog):
    caplog.set_level("DEBUG")
    latitude, longitude = (f"{degree:.3f}" for degree in GARNET_TERRACE)
    response = sent(client, latitude, longitude)
    assert [number in response["Location"] + caplog.text for number in (latitude, longitude)] == [False, False]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("latitude", "longitude", "told"),
    [
        ("48.85", "2.35", "That is outside the United Kingdom. Type a postcode, a street or an area."),
        ("-33.9", "151.2", "That is outside the United Kingdom. Type a postcode, a street or an area."),
        ("", "", "We could not tell where you are. Type a postcode, a street or an area."),
        ("nan", "inf", "We could not tell where you are. Type a postcode, a street or an area."),
        ("1e999", "x" * 10_000, "We could not tell where you are. Type a postcode, a street or an area."),
        ("\x00", "' or 1=1", "We could not tell where you are. Type a postcode, a street or an area."),
        ("57.5", "-4.2", "We do not know the place where you are. Type a postcode, a street or an area."),
    ],
)
def test_what_is_no_place_we_know_gets_a_clear_answer_with_a_box_to_type_in(
    client, kelderby, latitude, longitude, told
):
    response = sent(client, latitude, longitude, q="lunch")
    assert response.status_code == 422
    assert told in response.text
    assert '<input type="hidden" name="q" value="lunch">' in response.text


def test_nobody_is_asked_by_an_address(client, kelderby):
    assert client.get("/near-me/", {"latitude": "53.8", "longitude": "1.7"}).status_code == 405


def test_a_page_may_ask_where_somebody_is_and_for_nothing_else_a_phone_has(client, kelderby):
    policy = client.get("/")["Permissions-Policy"]
    assert policy.split(", ")[:3] == ["geolocation=(self)", "camera=()", "microphone=()"]
    assert "*" not in policy


def test_the_button_is_for_those_with_a_script(client, kelderby):
    form = client.get("/").text.partition('id="near-me"')[2].partition(">")[0]
    assert "hidden" in form.split()


def test_over_the_api_it_goes_in_the_body_and_the_distances_are_from_there(client, listing):
    listing("Choir", north=1000), listing("Band", north=90_000)
    latitude, longitude = to_wgs84(450_000, 300_000)
    response = client.post(
        "/api/v1/services/near/",
        {"latitude": latitude, "longitude": longitude, "search": "choir", "within": "1"},
        content_type="application/json",
    )
    told = response.json()
    assert (response.status_code, [each["name"] for each in told["contents"]]) == (200, ["Choir"])
    assert abs(told["contents"][0]["distance_metres"] - 1000) <= 100


@pytest.mark.parametrize("body", [{}, {"latitude": 48.8, "longitude": 2.3}, {"latitude": "x", "longitude": [1]}])
def test_the_api_says_what_is_wrong_with_it(client, db, body):
    response = client.post("/api/v1/services/near/", body, content_type="application/json")
    assert (response.status_code, list(response.json())) == (400, ["detail"])
