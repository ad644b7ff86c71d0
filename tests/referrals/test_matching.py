"""What is offered first to whom, and what is not offered again."""

import pytest
from django.urls import reverse

from connect.identity import acting_as
from directory.models import Location, Schedule, Service, ServiceAtLocation
from referrals import actions, introducing, matching

pytestmark = pytest.mark.django_db


def group(cast, name, metres, needs, met=False):
    """A group so many metres from Mr Ames's door."""
    made = Service.objects.create(organisation=cast.action, name=name, kind="group", met_at_door=met)
    hall = Location.objects.create(name=name, easting=412000 + metres, northing=402000)
    ServiceAtLocation.objects.create(service=made, location=hall)
    Schedule.objects.create(
        service=made, location=hall, freq="WEEKLY", byday="MO", opens_at="10:00", dtstart="2026-01-05"
    )
    made.needs.set(needs)
    return made


def names(referral, words=""):
    with acting_as("seed"):
        return [hit.service.name for hit in matching.ideas_for(referral, words)]


def test_within_the_same_streets_a_friendly_door_comes_first_and_farther_away_comes_later(cast, with_carl):
    group(cast, "Next door", 50, ["company"])
    group(cast, "Met at the door", 200, ["company"], met=True)
    group(cast, "A mile off", 1600, ["company"], met=True)
    assert names(with_carl) == ["Met at the door", cast.lunch.name, "Next door", "A mile off"]


def test_what_answers_none_of_their_wishes_is_not_offered_and_a_search_still_finds_it(cast, with_carl):
    group(cast, "Brass for listeners", 100, ["getting_out"])
    assert ("Brass for listeners" in names(with_carl), names(with_carl, "brass")) == (False, ["Brass for listeners"])


def test_a_group_they_have_or_said_no_to_is_not_offered_again(cast, with_carl):
    with acting_as("seed"):
        tried = introducing.suggest(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())
        introducing.step(tried, to="not_for_them", by=cast.carl)
    assert names(with_carl) == []


@pytest.mark.parametrize("groups", [1, 8])
def test_the_person_page_asks_the_same_number_of_times_however_much_there_is_to_offer(
    cast, with_carl, sign_in, django_assert_num_queries, groups
):
    for n in range(groups):
        group(cast, f"Group {n}", n * 10, ["company"])
    carl, page = sign_in(cast.carl), reverse("person", args=[with_carl.pk])
    carl.get(page)
    with django_assert_num_queries(20):
        carl.get(page)
