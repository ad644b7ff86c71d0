"""A listing as one document: whole out, whole in, and nothing taken that does not fit."""

import pytest

from connect.identity import identify
from connect.people.models import Organisation
from directory import document
from directory.keeping import actions
from directory.models import Location, Revision, Service, ServiceAtLocation
from directory.states import Via


@pytest.fixture
def club(cast):
    identify(cast.dev)
    return cast.lunch


def test_what_comes_out_goes_in_again_and_changes_nothing(club):
    assert document.apply(club, document.of(club)) == []


def test_a_copy_made_from_the_document_says_the_same(club):
    said = document.of(club)
    copy = Service(organisation=club.organisation)
    document.apply(copy, said)
    again = document.of(Service.objects.get(pk=copy.pk))
    assert {k: v for k, v in again.items() if k not in ("places", "schedules")} == {
        k: v for k, v in said.items() if k not in ("places", "schedules")
    }
    assert [place["name"] for place in again["places"]] == ["St Mark's hall"]


def test_every_part_can_be_changed_and_is_named(club):
    part = {
        "fees": "£5",
        "needs": ["company"],
        "costs": [{"option": "Lunch", "amount": "5.00", "amount_description": ""}],
        "community": {
            "platform": "facebook_group",
            "address": "https://www.facebook.com/groups/example",
            "members": 20,
            "members_counted_on": "2026-11-01",
            "admins": [{"name": "Farida Anwar", "agreed_on": "2026-11-01"}],
        },
    }
    assert document.apply(club, part) == ["fees", "needs", "costs", "community"]
    now = document.of(Service.objects.get(pk=club.pk))
    assert (now["fees"], now["needs"], now["costs"][0]["amount"]) == ("£5", ["company"], "5.00")
    assert now["community"]["admins"][0]["name"] == "Farida Anwar"


def test_what_does_not_fit_is_said_by_its_part_and_changes_nothing(club):
    with pytest.raises(document.NotADocument) as refused:
        document.apply(club, {"name": "Soup", "url": "not an address"})
    assert list(refused.value.errors) == ["url"]
    assert Service.objects.get(pk=club.pk).name == "St Mark's lunch club"
    with pytest.raises(document.NotADocument) as refused:
        document.apply(club, {"needs": ["gold"], "fees": "£1"})
    assert list(refused.value.errors) == ["needs"]
    assert Service.objects.get(pk=club.pk).fees == "£4.50"


def test_a_part_no_listing_has_is_refused(club):
    with pytest.raises(document.NotADocument):
        document.apply(club, {"verified_at": "2026-01-01"})


def test_a_new_postcode_moves_the_place(club):
    places = document.of(club)["places"]
    document.apply(club, {"places": [{**places[0], "postcode": "kx11aa"}]})
    place = club.locations.get()
    assert (place.postcode, place.easting, place.northing) == ("KX1 1AA", 411000, 404000)


def test_a_hall_that_others_share_does_not_move_under_them(club):
    other = Service.objects.create(organisation=Organisation.objects.first(), name="Choir")
    hall = club.locations.get()
    ServiceAtLocation.objects.create(service=other, location=hall)
    document.apply(club, {"places": [{**document.of(club)["places"][0], "name": "The new hall"}]})
    assert other.locations.get().name == "St Mark's hall"
    assert club.locations.get().name == "The new hall"
    assert Location.objects.count() == 2


def test_a_change_is_kept_whole_with_who_made_it(club, cast):
    assert actions.change(club, {"fees": "Free", "free": True}, via=Via.EDITOR, by=cast.dev) == ["fees", "free"]
    assert actions.change(club, {"fees": "Free"}, via=Via.EDITOR, by=cast.dev) == []
    kept = Revision.objects.get()
    assert (kept.changed, kept.by, kept.document["fees"]) == (["fees", "free"], cast.dev, "Free")


def test_nia_sees_no_editors_note_and_a_stranger_no_history(club, cast):
    actions.change(club, {"fees": "Free"}, via=Via.EDITOR, by=cast.dev)
    identify()
    assert Revision.objects.count() == 0


def test_a_postcode_that_is_none_is_said_at_the_places(club):
    places = document.of(club)["places"]
    with pytest.raises(document.NotADocument) as refused:
        document.apply(club, {"places": [{**places[0], "postcode": "nowhere"}]})
    assert refused.value.errors == {"places": ["Enter a full postcode, like KX2 4HD"]}
