"""Collections: made and ordered by Dev, read by everybody."""

import re

import pytest
from django.urls import reverse

from directory.models import Collection, Service


@pytest.fixture
def dev(cast, sign_in):
    return sign_in(cast.dev)


@pytest.fixture
def three(listing):
    return [listing(name, days="TU") for name in ("Choir", "Chess", "Lunch")]


@pytest.fixture
def collection(dev, three):
    dev.post(reverse("desk_collections"), {"name": "After losing somebody"})
    dev.post(at("desk_collection_add"), {"service": [each.pk for each in three]})
    return Collection.objects.get()


def at(name, *more):
    return reverse(name, args=["after-losing-somebody", *more])


def publish(dev, **said):
    return dev.post(
        at("desk_collection"), {"name": "After losing somebody", "intro": "Gently.", "published": "on"} | said
    )


def shown(client):
    page = client.get(at("collection")).content.decode()
    return re.findall(r'<h2><a href="/listing/[^"]+"><bdi>([^<]+)', page)


def test_nobody_sees_it_until_it_is_published(collection, dev, client):
    assert client.get(at("collection")).status_code == 404
    assert "After losing" not in client.get(reverse("collections")).content.decode()
    publish(dev)
    assert shown(client) == ["Choir", "Chess", "Lunch"]
    page = client.get(reverse("collections")).content.decode()
    assert re.findall(r'class="name" href="([^"]+)">([^<]+)', page) == [(at("collection"), "After losing somebody")]


def entry(collection, name):
    return collection.entries.get(service__name=name)


def do(dev, collection, name, **said):
    return dev.post(at("desk_collection_entry", entry(collection, name).pk), said)


def test_listings_go_up_down_and_out_and_carry_a_note(collection, dev, client):
    publish(dev)
    do(dev, collection, "Lunch", do="up")
    assert shown(client) == ["Choir", "Lunch", "Chess"]
    do(dev, collection, "Choir", do="down"), do(dev, collection, "Chess", do="down")
    assert shown(client) == ["Lunch", "Choir", "Chess"]
    do(dev, collection, "Choir", do="out")
    assert shown(client) == ["Lunch", "Chess"]
    lunch = entry(collection, "Lunch")
    dev.post(at("desk_collection_entry", lunch.pk), {"do": "note", f"{lunch.pk}-note": "Ask for Olive."})
    assert "Ask for Olive." in client.get(at("collection")).content.decode()
    long = dev.post(at("desk_collection_entry", lunch.pk), {"do": "note", f"{lunch.pk}-note": "x" * 301})
    assert ("at most 300 characters" in long.content.decode(), "x" * 301 in long.content.decode()) == (True, True)


def test_adding_twice_adds_once_and_what_is_not_published_is_not_added(collection, dev, three, listing):
    hidden = listing("Hidden", status="inactive")
    dev.post(at("desk_collection_add"), {"service": [three[0].pk, hidden.pk]})
    assert [row.service.name for row in collection.entries.all()] == ["Choir", "Chess", "Lunch"]


def test_the_editors_own_list_can_be_added(collection, dev, listing):
    dev.post(reverse("keep"), {"keep": listing("Knitting").pk})
    dev.post(at("desk_collection_add"), {"kept": "on"})
    assert [row.service.name for row in collection.entries.all()] == ["Choir", "Chess", "Lunch", "Knitting"]


def test_a_listing_that_is_withdrawn_leaves_every_collection_and_an_empty_one_leaves_the_start(collection, dev, client):
    publish(dev)
    Service.objects.filter(name="Chess").update(status="inactive")
    assert shown(client) == ["Choir", "Lunch"]
    Service.objects.update(status="inactive")
    assert "After losing" not in client.get(reverse("collections")).content.decode()


def test_two_of_one_name_have_two_addresses(dev):
    for _ in range(2):
        dev.post(reverse("desk_collections"), {"name": "Free this weekend"})
    assert [each.slug for each in Collection.objects.all()] == ["free-this-weekend", "free-this-weekend-2"]


def test_collections_have_an_order(dev):
    for name in ("One", "Two"):
        dev.post(reverse("desk_collections"), {"name": name})
    dev.post(reverse("desk_collection_move", args=["two"]), {"do": "up"})
    assert [each.name for each in Collection.objects.all()] == ["Two", "One"]


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": "x" * 121}, {"intro": "For the lonely"}])
def test_what_is_wrong_is_said_and_nothing_is_changed(collection, dev, wrong):
    page = publish(dev, **wrong).content.decode()
    assert ('class="error"' in page, Collection.objects.get().published) == (True, False)


def test_taking_it_away_leaves_the_listings(collection, dev):
    dev.post(at("desk_collection_delete"))
    assert (Collection.objects.count(), Service.objects.filter(name="Choir").count()) == (0, 1)


@pytest.mark.parametrize("who", ["nia", "colm", "rosa", "carl", "vera"])
def test_only_an_editor_makes_or_changes_one(collection, cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    lunch = entry(collection, "Lunch")
    answers = [
        client.get(reverse("desk_collections")),
        client.post(reverse("desk_collections"), {"name": "Mine"}),
        client.get(at("desk_collection")),
        publish(client),
        client.post(at("desk_collection_add"), {}),
        client.post(at("desk_collection_delete")),
        client.post(at("desk_collection_move"), {"do": "up"}),
        client.post(at("desk_collection_entry", lunch.pk), {"do": "out"}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert (Collection.objects.get().published, collection.entries.count()) == (False, 3)


def test_the_start_of_the_search_offers_what_is_published(collection, dev):
    from django.template import Context, Template

    start = Template('{% include "directory/sharing/_start.html" %}')
    before = start.render(Context())
    publish(dev)
    assert (before.strip(), "3 places" in start.render(Context())) == ("", True)
