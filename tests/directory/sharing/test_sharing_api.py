"""What the pages do, over the API."""

import uuid

import pytest
from django.urls import reverse

from directory.models import Collection, CollectionEntry, Service, Signpost
from directory.sharing import short


def post(client, **said):
    return client.post(reverse("api_signposts"), said, content_type="application/json")


def new(service, **said):
    return {
        "key": str(uuid.uuid4()),
        "services": [str(service.pk)],
        "how": "send",
        "to": "07700 900 123",
        "language": "en",
    } | said


def test_rosa_sends_and_the_fourth_of_a_day_is_refused(cast, sign_in):
    rosa = sign_in(cast.rosa)
    answers = [post(rosa, **new(cast.lunch)) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 409]
    assert (answers[0].json()["counted"], Signpost.objects.count()) == (1, 3)


def test_the_same_key_again_is_a_409_and_counts_nothing(cast, sign_in):
    rosa, said = sign_in(cast.rosa), new(cast.lunch)
    assert [post(rosa, **said).status_code for _ in range(2)] == [201, 409]
    assert Signpost.objects.count() == 1


def test_handed_over_is_counted(cast, sign_in):
    assert post(sign_in(cast.carl), **new(cast.lunch, how="told")).json() == {"counted": 1}
    assert Signpost.objects.get().how == "told"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"to": "999"}, 400), ({"to": None}, 400), ({"how": "shout"}, 400), ({"key": "x"}, 400),
        ({"area": "Atlantis"}, 400), ({"services": []}, 404), ({"services": ["x"]}, 404), ({"services": "x"}, 404),
        ({"services": [str(uuid.uuid4())]}, 404),
    ],
)  # fmt: skip
def test_bad_input_says_what_and_sends_nothing(cast, sign_in, said, status):
    answer = post(sign_in(cast.rosa), **(new(cast.lunch) | said))
    assert (answer.status_code, Signpost.objects.count()) == (status, 0)


@pytest.mark.parametrize("who", ["colm", "vera"])
def test_colm_and_vera_find_no_such_address_and_a_stranger_neither(cast, sign_in, client, who):
    assert [post(each, **new(cast.lunch)).status_code for each in (sign_in(getattr(cast, who)), client)] == [404, 404]
    assert Signpost.objects.count() == 0


@pytest.fixture
def collection(cast):
    collection = Collection.objects.create(slug="gently", name="Gently", published=True)
    CollectionEntry.objects.create(collection=collection, service=cast.lunch, note="Ask for Olive.")
    return collection


def test_collections_are_open_to_all_and_only_when_published(cast, client, collection):
    (row,) = client.get(reverse("api_collections")).json()["results"]
    assert (row["slug"], row["listings"], row["page"]) == ("gently", 1, "http://localhost:8000/collections/gently/")
    whole = client.get(reverse("api_collection", args=["gently"])).json()
    assert [(each["name"], each["note"]) for each in whole["contents"]] == [("St Mark's lunch club", "Ask for Olive.")]
    assert whole["contents"][0]["links"]["calendar"].endswith(f"/listing/{cast.lunch.pk}/calendar.ics")
    Collection.objects.update(published=False)
    assert client.get(reverse("api_collection", args=["gently"])).status_code == 404
    assert client.get(reverse("api_collections")).json()["results"] == []


def test_every_link_of_a_listing_and_of_a_list_opens(cast, client):
    one = client.get(reverse("api_service_links", args=[cast.lunch.pk])).json()
    several = client.get(reverse("api_shortlist"), {"service": [cast.lunch.pk]}).json()
    found = [
        client.get(link.removeprefix("http://localhost:8000")).status_code
        for link in [*one.values(), *several.values()]
    ]
    assert (found, short.write(cast.lunch.pk) in several["page"]) == ([200] * 7, True)
    Service.objects.update(status="inactive")
    assert client.get(reverse("api_service_links", args=[cast.lunch.pk])).status_code == 404


def test_all_of_it_is_described(client, cast):
    paths = client.get(reverse("schema")).json()["paths"]
    ours = [
        path for path in paths if "collections" in path or "signposts" in path or "links" in path or "shortlist" in path
    ]
    assert len(ours) == 5
