"""Listings, needs and groups of the autumn that was lived in tests/outcomes/autumn.py, counted by hand."""

from datetime import date

import pytest

from connect.identity import acting_as
from directory.models import Gap, Service
from tests.outcomes.autumn import MONDAY, live
from tests.outcomes.figures.counts.spans import told
from tests.outcomes.october import referred

OCTOBER, NOVEMBER, JANUARY = date(2026, 10, 1), date(2026, 11, 1), date(2027, 1, 1)
OF_LISTINGS = ("listings", "listings_fresh", "listings_by_age", "used", "used_fresh", "checks_by_finding")
OF_NEEDS = ("recorded_needs", "needs_unmet", "unmet", "unmet_by_reason", "gaps_noted")
OF_GROUPS = ("groups_known", "places_offered", "places_taken", "supply")


def test_an_autumn_of_listings_needs_and_groups(cast):
    live(cast)
    assert told(OCTOBER, *OF_LISTINGS) == {
        "listings": {"": 1}, "listings_fresh": {"": 1}, "listings_by_age": {"fresh": 1}, "used": {"": 2},
        "used_fresh": {"": 2}, "checks_by_finding": {"right": 1},
    }  # fmt: skip
    assert told(OCTOBER, *OF_GROUPS) == {
        "groups_known": {"": 1}, "places_offered": {"": 20}, "places_taken": {"": 15},
        "supply": {"company": 1, "something_to_do": 1},
    }  # fmt: skip
    # Seven wanted company in October; six weeks on, one of them could not get there.
    assert told(OCTOBER, *OF_NEEDS) == {"gaps_noted": {"too_far": 1}}
    assert told(NOVEMBER, *OF_NEEDS) == {
        "recorded_needs": {"": 7}, "needs_unmet": {"": 1}, "unmet": {"company": 1},
        "unmet_by_reason": {"unreachable": 1},
    }  # fmt: skip
    # Checked on 2 October alone: by the end of January that is long ago, and what they said of places is no answer.
    assert told(JANUARY, *OF_LISTINGS, *OF_GROUPS) == {"listings": {"": 1}, "listings_by_age": {"ageing": 1}}


@pytest.mark.parametrize(("by", "unmet"), [("carl", {"company": 1}), ("cora", {})])
def test_a_gap_counts_for_those_whom_whoever_wrote_it_works_with(cast, by, unmet):
    with acting_as("seed"):
        one = referred(cast, at=MONDAY)
        type(one).objects.filter(pk=one.pk).update(wants=["company"], connector=cast.carl)
        who = getattr(cast, by)
        Gap.objects.create(source="connector", reason="nothing", need_id="company", area=cast.ward, by=who, at=MONDAY)
    assert told(NOVEMBER, "unmet").get("unmet", {}) == unmet


def test_somebody_under_protection_named_no_need_and_was_sent_nowhere(cast):
    with acting_as("seed"):
        one = referred(cast, at=MONDAY, restricted=True)
        type(one).objects.filter(pk=one.pk).update(wants=["company"])
    assert told(NOVEMBER, *OF_NEEDS) == {}


def test_what_is_online_is_counted_apart_and_what_is_gone_is_not(cast):
    with acting_as("seed"):
        cast.lunch.at_locations.all().delete()
    far = date(2027, 3, 1)
    assert told(far, "listings", "listings_anywhere") == {"listings_anywhere": {"": 1}}
    Service.objects.update(status="defunct")
    assert told(far, "listings", "listings_anywhere") == {}
