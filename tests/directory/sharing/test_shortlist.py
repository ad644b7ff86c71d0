"""A list without an account: kept on one's own phone, shown, shared, printed."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Service
from directory.sharing import short, shortlist


@pytest.fixture
def three(listing, cast):
    return [listing(name, days="TU", summary=f"{name} it is.") for name in ("Choir", "Chess", "Lunch")]


def keep(client, *services, **more):
    return client.post(reverse("keep"), {"keep": [each.pk for each in services], "next": "/?q=lunch", **more})


def shown(client, address=""):
    page = client.get(address or reverse("shortlist")).content.decode()
    return re.findall(r'<h2><a href="/listing/[^"]+"><bdi>([^<]+)', page)


def kept(client):
    return short.read_all(client.cookies[shortlist.COOKIE].value)


def test_what_is_kept_is_on_the_list_in_its_order_and_one_comes_back_to_the_button(client, three):
    answer = keep(client, three[2])
    assert answer["Location"] == f"/?q=lunch#k-{three[2].pk}"
    keep(client, three[0])
    assert shown(client) == ["Lunch", "Choir"]


def test_the_cookie_holds_keys_and_is_read_by_no_script(client, three):
    keep(client, three[0])
    cookie = client.cookies[shortlist.COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (short.write(three[0].pk), True, "Lax")


def test_one_is_taken_off_and_the_list_is_emptied(client, three):
    keep(client, *three)
    client.post(reverse("keep"), {"take_off": three[1].pk, "next": reverse("shortlist")})
    assert shown(client) == ["Choir", "Lunch"]
    client.post(reverse("keep"), {"empty": "on"})
    assert shown(client) == []
    assert "Nothing kept yet" in client.get(reverse("shortlist")).content.decode()


def test_thirty_places_and_no_more(client, listing, cast):
    many = [listing(f"Group {n}") for n in range(31)]
    keep(client, *many[:30])
    answer = keep(client, many[30])
    assert (answer["Location"], kept(client)) == ("/shortlist/?full", [each.pk for each in many[:30]])
    assert "A list holds 30 places" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "\x00/", "/\\evil"]
)
def test_nobody_is_sent_to_another_site(client, three, where):
    assert keep(client, three[0], next=where)["Location"] == "/shortlist/"


@pytest.mark.parametrize("said", ["", "x", "....", "\x00", "é" * 22, "A" * 22, "a" * 100_000, "%" * 22])
def test_an_address_or_a_cookie_that_somebody_made_up_is_an_empty_list(client, three, said):
    client.cookies[shortlist.COOKIE] = said.encode("ascii", "ignore").decode().replace("\x00", "")
    assert shown(client) == []
    assert client.get(reverse("shortlist"), {"l": said}).status_code == 200


def test_what_is_no_longer_published_leaves_the_list_and_the_page_says_so(client, three):
    keep(client, *three)
    Service.objects.filter(pk=three[0].pk).update(status="inactive")
    page = client.get(reverse("shortlist")).content.decode()
    assert (shown(client), "One place on this list is no longer here." in page) == (["Chess", "Lunch"], True)


def test_nobody_keeps_what_nobody_may_open(client, three):
    Service.objects.filter(pk=three[0].pk).update(status="inactive")
    keep(client, three[0])
    assert (shown(client), keep(client)["Location"]) == ([], "/?q=lunch")


def test_a_list_that_was_sent_leaves_ones_own_alone_until_one_keeps_it_too(client, three):
    keep(client, three[0])
    address = shortlist.address(three[1:]).partition("8000")[2]
    page = client.get(address).content.decode()
    assert (shown(client, address), kept(client)) == (["Chess", "Lunch"], [three[0].pk])
    more = re.findall(r'<input type="hidden" name="keep" value="([^"]+)"', page)
    client.post(reverse("keep"), {"keep": more, "next": "/shortlist/"})
    assert shown(client) == ["Choir", "Chess", "Lunch"]
    assert "You have all of these" in client.get(address).content.decode()


def test_the_button_in_the_search_says_whether_it_is_kept(client, three):
    from django.template import Context, Template

    button = Template("{% load sharing %}{% keep_button service %}")

    class Request:
        COOKIES = {shortlist.COOKIE: short.write(three[0].pk)}

    said = [button.render(Context({"request": Request(), "service": each})) for each in three[:2]]
    assert [re.search(r'name="(\w+)"', each)[1] for each in said] == ["take_off", "keep"]
    assert 'name="keep"' in button.render(Context({"service": three[0]}))  # an error page has no request


def test_large_print_is_asked_for_in_the_address(client, three):
    keep(client, three[0])
    for where in (reverse("shortlist"), reverse("search")):
        assert [' large"' in client.get(f"{where}{ask}").content.decode() for ask in ("", "?size=large")] == [
            False,
            True,
        ]


def test_the_ways_to_send_it_have_ready_words_and_the_address(client, three):
    keep(client, three[0])
    page = client.get(reverse("shortlist")).content.decode()
    assert "sms:?&amp;body=Here%20are%20some%20places%20I%20found.%20http%3A//localhost%3A8000/shortlist/" in page
    assert "mailto:?subject=Places%20to%20look%20at&amp;body=" in page


def test_the_square_holds_the_address_and_nothing_of_ours_or_anybodys_cookie(client, three):
    one = client.get(reverse("listing_qr", args=[three[0].pk]))
    assert (one["Content-Type"], b"style" in one.content, b"script" in one.content) == ("image/svg+xml", False, False)
    assert client.get(reverse("shortlist_qr"), {"l": short.write(three[0].pk)}).status_code == 200
    keep(client, *three)
    assert client.get(reverse("shortlist_qr")).status_code == 404
    assert client.get(reverse("listing_qr", args=[uuid.uuid4()])).status_code == 404


def test_a_poster_says_what_when_where_and_whom_to_ring(client, three):
    Service.objects.filter(pk=three[0].pk).update(
        contact_name="Olive", contact_phone="01632 960 042", contact_public=True
    )
    page = re.sub(r"<[^>]+>|\s+", " ", client.get(reverse("poster", args=[three[0].pk])).content.decode())
    page = re.sub(r"\s+", " ", page).replace("\xa0", " ")
    said = [
        "Choir it is.",
        "When Tuesdays, 10am to 12 noon",
        "Where Choir hall",
        "Ring Olive 01632 960 042",
        "look for it at localhost:8000",
    ]
    assert [each for each in said if each not in page] == []


def test_a_private_number_and_a_private_address_are_on_no_poster(client, three):
    Service.objects.filter(pk=three[0].pk).update(contact_phone="01632 960 042", contact_public=False)
    three[0].locations.update(address_public=False)
    page = client.get(reverse("poster", args=[three[0].pk])).content.decode()
    assert [each for each in ("960 042", "Choir hall") if each in page] == []


# --- calendars over HTTP


def test_a_calendar_is_read_again_only_when_it_has_changed(client, three):
    where = reverse("listing_calendar", args=[three[0].pk])
    first = client.get(where)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.get(where, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    assert client.get(where, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    three[0].name = "Another name"
    three[0].save()
    assert client.get(where, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_a_place_has_the_calendar_of_all_who_meet_there_and_a_private_one_has_none(client, three):
    hall = three[0].locations.get()
    hall.services.add(three[1])
    where = reverse("place_calendar", args=[hall.pk])
    found = re.findall(r"SUMMARY:(\w+)", client.get(where).content.decode())
    assert found == ["Chess", "Choir"]
    three[0].locations.update(address_public=False)
    assert client.get(where).status_code == 404


def test_a_list_has_a_calendar_by_its_address(client, three):
    where = reverse("shortlist_calendar")
    found = re.findall(
        r"SUMMARY:(\w+)", client.get(where, {"l": short.write_all(e.pk for e in three[:2])}).content.decode()
    )
    assert (found, client.get(where).status_code) == (["Choir", "Chess"], 404)


def test_keeping_asks_for_a_token_like_every_form(three):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("keep"), {"keep": three[0].pk}).status_code == 403
