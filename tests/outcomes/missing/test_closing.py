"""If a group stops: who is near, who has room, whom it would take, and where nothing else reaches."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.places.models import Postcode
from directory.models import Capacity
from outcomes.missing.closing import closings, irreplaceable, left_alone, taking_part
from outcomes.missing.offers import offers
from tests.outcomes.missing.lived import group

pytestmark = pytest.mark.django_db


def first(cast):
    return closings(cast.lunch.pk, offers())[0]


def names(others):
    return [one.offer.name for one in others]


def test_the_nearest_come_first_and_only_those_within_two_kilometres_help(cast):
    group(cast, "Far table", east=2001)
    group(cast, "Near table", north=1999)
    assert (names(first(cast).others), names(first(cast).helping)) == (["Near table", "Far table"], ["Near table"])


def test_a_group_that_is_full_is_near_and_is_no_help(cast):
    group(cast, "Full table", east=500, free=0)
    group(cast, "Table with room", east=900, free=3)
    assert (names(first(cast).full), names(first(cast).helping)) == (["Full table"], ["Table with room"])


def test_what_somebody_said_of_its_room_two_weeks_ago_is_no_answer_any_more(cast):
    group(cast, "Full table", east=500, free=0)
    Capacity.objects.update(said_at=timezone.now() - timedelta(days=15))
    assert names(first(cast).helping) == ["Full table"]


@pytest.mark.parametrize("whom", [{"gender": "women"}, {"maximum_age": 25}])
def test_a_group_for_others_is_not_somewhere_to_go_instead(cast, whom):
    cast.lunch.minimum_age = 50
    cast.lunch.save()
    group(cast, "Not for them", east=500, **whom)
    assert first(cast).others == []


def test_what_comes_to_the_person_remains_and_has_no_distance(cast):
    group(cast, "A ring on Sundays", attending="phone")
    assert (first(cast).others, [one.name for one in first(cast).from_home]) == ([], ["A ring on Sundays"])


def test_the_thing_that_would_be_missed_most_comes_first(cast):
    group(cast, "A chat", east=500, needs=["company"])
    assert [one.need for one in closings(cast.lunch.pk, offers())] == ["something_to_do", "company"]


def test_groups_that_nothing_near_could_replace_are_named_with_what_would_be_gone(cast):
    group(cast, "A chat", east=1500, needs=["company"])
    group(cast, "Far table", east=4000, needs=["something_to_do"])
    found = {one.offer.name: one.needs for one in irreplaceable(offers(), offers())}
    assert found == {"St Mark's lunch club": ["something_to_do"], "Far table": ["something_to_do"]}


def test_a_group_that_is_no_longer_open_is_no_answer(cast):
    gone = group(cast, "Gone", east=500, status="defunct")
    assert (first(cast).others, closings(gone.pk, offers())) == ([], [])


def test_places_where_only_this_group_reaches_are_counted_by_ward(cast):
    Postcode.objects.create(postcode="KX2 4ZZ", easting=413000, northing=402100, ward=cast.ward)
    assert [(one.area, one.only, one.postcodes) for one in left_alone(first(cast))] == [(cast.ward, 2, 2)]
    group(cast, "East table", east=2500)  # 1.8 km from the one, 2.8 from the other
    assert [(one.only, one.postcodes, one.part) for one in left_alone(first(cast))] == [(1, 2, 0.5)]
    group(cast, "Full table", free=0)
    assert [one.only for one in left_alone(first(cast))] == [1]


def test_how_many_take_part_is_the_groups_own_word_rounded(cast):
    assert taking_part(cast.lunch.pk) is None
    Capacity.objects.create(service=cast.lunch, available=4, maximum=32)
    assert taking_part(cast.lunch.pk) == 30
    Capacity.objects.create(service=cast.lunch, available=27, maximum=32)
    assert taking_part(cast.lunch.pk) == "*"


def test_a_hundred_groups_take_as_many_queries_as_one(cast, django_assert_num_queries):
    for number in range(2):
        with django_assert_num_queries(5):
            offers()
        for each in range(5):
            group(cast, f"Table {number} {each}", east=500)
