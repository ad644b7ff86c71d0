"""A champion who keeps listings true: groups of their own wards, one press when it is right."""

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.places.models import Postcode
from directory.models import Location, Service, Verification
from tests.people.champions.test_champions import active, letters, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def lunch(cast):
    Postcode.objects.create(postcode="KX2 4TQ", easting=412300, northing=402100, ward=cast.ward)
    return cast.lunch


def test_they_look_in_and_the_page_says_that_somebody_was_there(cast, client, lunch):
    active(cast, may=["keep"])
    mine = opened(client, letters("champion_yes")[0])
    assert "St Mark&#x27;s lunch club" in mine.get(reverse("champion_listings")).content.decode()
    assert mine.post(reverse("champion_right", args=[lunch.pk])).status_code == 302
    lunch.refresh_from_db()
    assert (timezone.localdate(lunch.verified_at), lunch.checked_by) == (timezone.localdate(), "Community champion")
    with acting_as("seed"):
        row = Verification.objects.get(service=lunch)
    assert (row.how, row.outcome, row.by_name) == ("visit", "right", "Bea Tallow, Community champion")


def test_another_ward_or_a_private_door_is_not_theirs(cast, client, lunch):
    active(cast, may=["keep"])
    mine = opened(client, letters("champion_yes")[0])
    Location.objects.update(address_public=False)
    assert mine.post(reverse("champion_right", args=[lunch.pk])).status_code == 404
    Location.objects.update(address_public=True)
    Postcode.objects.filter(postcode="KX2 4TQ").update(ward=cast.other_ward)
    assert mine.post(reverse("champion_right", args=[lunch.pk])).status_code == 404
    assert Service.objects.filter(pk=lunch.pk, verified_by_body="").exists()


def test_without_the_right_there_is_no_such_page(cast, client, lunch):
    active(cast, may=["signpost"])
    identify()
    mine = opened(client, letters("champion_yes")[0])
    assert mine.get(reverse("champion_listings")).status_code == 404
