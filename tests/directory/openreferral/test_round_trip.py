"""What we publish, read by our own importer, is the same listing."""

import pytest

from connect.people.models import Organisation
from directory import document
from directory.models import Capacity, OrganisationIdentifier, Provider, Service
from directory.openreferral import actions, telling
from directory.openreferral.vocabulary import Vocabulary

# Not published, so not there to be read: an editor's plans, and names of people.
KEPT_BACK = {"publish_from", "publish_until", "met_by", "contact_name"}
KEYS = {"id", "place", "admins"}


def without_keys(value):
    if isinstance(value, dict):
        return {name: without_keys(each) for name, each in value.items() if name not in KEYS}
    if isinstance(value, list):
        return (
            sorted((without_keys(each) for each in value), key=str) if value and isinstance(value[0], dict) else value
        )
    return value


def gone_and_taken(services):
    """Published, then taken into a directory that has nothing yet."""
    told = telling.services([each.pk for each in services], True, Vocabulary())
    Service.objects.all().delete()
    Organisation.objects.all().delete()
    found = list(actions.take("ourselves", told, licence="Open"))
    assert [(each.what, each.notes) for each in found] == [("taken", ())] * len(services)


def test_a_full_listing_comes_back_whole(full):
    other = full.instead
    before = document.of(full)
    gone_and_taken([full, other])
    after = document.of(Service.objects.get(pk=full.pk))
    assert {name: value for name, value in without_keys(after).items() if name not in KEPT_BACK} == {
        name: value for name, value in without_keys(before).items() if name not in KEPT_BACK
    }
    assert [len(after["places"]), len(after["schedules"]), after["instead"]] == [1, 3, str(other.pk)]
    assert [(each["place"] == after["places"][0]["id"]) for each in after["schedules"] if each["byday"] == "TU"] == [
        True
    ]


def test_room_who_provides_it_and_its_number_come_too(full):
    gone_and_taken([full])
    rooms = Capacity.objects.order_by("waiting_days").values_list(
        "available", "maximum", "waiting_days", "said_by_name"
    )
    assert list(rooms) == [(None, None, 21, "ourselves"), (3, 20, None, "ourselves")]
    assert list(Provider.objects.values_list("description", "website")) == [
        ("Keeps the mill.", "https://mill.example.org/")
    ]
    assert list(OrganisationIdentifier.objects.values_list("scheme", "identifier")) == [("GB-CHC", "1234567")]
    assert Service.objects.get().verified_by_body == "ourselves"


def test_a_listing_with_next_to_nothing_comes_back_too(listing):
    bare = listing("Choir", place={"name": "Hall"})
    before = document.of(bare)
    gone_and_taken([bare])
    assert without_keys(document.of(Service.objects.get())) == without_keys(before)


@pytest.mark.parametrize("name", ["facebook_group", "whatsapp"])
def test_an_online_community_alone_comes_back(full, name):
    full.community.platform = name
    full.community.save()
    gone_and_taken([full])
    assert Service.objects.get().community.platform == name
