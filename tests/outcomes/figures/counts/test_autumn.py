"""Everything counted month by month, of the lives in autumn.py, against what was counted by hand."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connect.identity import acting_as
from connect.messaging import hours
from outcomes import periods
from outcomes.figures import catalogue
from outcomes.figures.counting import Span
from outcomes.figures.counts import whom
from referrals.models import Person
from tests.outcomes.autumn import live

OURS = "asked", "workers", "decided", "reached", "waiting", "connecting", "journey", "going", "ending", "chats", "load"
OCTOBER = date(2026, 10, 1)
MONTHS = [OCTOBER, *(date(2026, n, 1) for n in (11, 12)), *(date(2027, n, 1) for n in range(1, 6))]  # to May
HOMES, NONE = "Kelderby Homes", "No organisation with an account"

IN_OCTOBER = {
    "received": 7,
    "received_by_role": {"housing": 6, "self": 1},
    "received_by_organisation": {HOMES: 6, NONE: 1},
    "agreed": 7,
    "accepted_age_known": 2,
    "accepted_under_65": 1,
    "accepted_first_answered": 2,
    "accepted_first_ever": 1,
    "active_workers": 2,
    "decided": 6,
    "accepted": 5,
    "declined": 1,
    "declined_by_reason": {"out_of_area": 1},
    "unsuitable": 1,
    "decided_by_organisation": {HOMES: 5, NONE: 1},
    "unsuitable_by_organisation": {HOMES: 1},
    "decided_in_2_days": 6,
    "contacted_in_5_days": 4,
    "waiting_talk": 1,  # Moira, since Thursday the 8th
    "waiting_talk_by_age": {"11_20": 1},
    "waiting_group": 1,  # Joan, who still chooses
    "waiting_group_by_age": {"11_20": 1},
    "waiting_long": 2,
    "kept_in_touch": 1,
    "contacted": 4,
    "introduced": 2,
    "attended": 1,
    "settled": 0,
    "introductions": 2,
    "introductions_structural": 2,
    "closed": 2,
    "closed_by_reason": {"lost_contact": 1, "moved_on": 1},
    "chats": 2,
    "chats_asked": 1,
    "chats_assisted": 1,
    "chats_acted": 1,
    "chats_referred": 1,
    "accepted_needs_asked": 1,
    "accepted_by_needs": {"2_3": 1},
    "accepted_by_weight": {"standard": 1, "not_said": 4},
}
# Each in the month in which its time was over: two weeks, four, twelve, half a year.
WHEN_ITS_TIME_WAS_OVER = {
    "trained_workers": 1,
    "trained_who_referred": 1,
    "accepted_4_weeks": 5,
    "reached_4_weeks": 4,
    "reply_due": 4,
    "replied": 3,
    "not_replied": 1,
    "not_replied_by_reason": {"late": 1},
    "reply_due_by_organisation": {HOMES: 4},
    "replied_by_organisation": {HOMES: 3},
    "received_4_weeks": 8,  # Otto’s second referral, of Christmas, too
    "introduced_4_weeks": 2,
    "cohort": 7,
    "cohort_accepted": 5,
    "cohort_contacted": 4,
    "cohort_planned": 2,
    "cohort_introduced": 2,
    "cohort_attended": 1,
    "cohort_settled": 1,
    "offered": 2,
    "answer_known": 2,
    "not_known": 0,
    "went": 1,
    "did_not_go": 1,
    "introduced_12_weeks": 2,
    "sustained": 1,
    "closed_half_a_year": 2,
    "came_back": 1,
    "chats_referred_half_a_year": 1,
    "chats_went": 1,
}
OF_THE_HOUSE = {"registered_workers"}  # the cast is another matter

VALUES_IN_OCTOBER = {
    "days_to_decision": [(1, True)] * 6,
    "days_to_contact": [(1, True), (1, True), (2, True), (2, True), (11, False)],
    "contacts_per_person": [(0, True), (1, True)],
    "complexity_drift": [(1, True)],
    "connector_load": [((2, 50), True)] * 2,
}
VALUES_LATER = {
    "tries_per_person_reached": [(1, True), (1, True), (1, True), (3, False), (3, True)],
    "days_to_introduction": [(3, True), (5, True)],
    "days_to_going": [(8, True)],
}


def span(cast, month):
    until = hours.at(periods.frozen_on(month, "england"), periods.MIDNIGHT)
    return Span(month=month, wards=[cast.ward, cast.other_ward], until=until, nation="england")


def ours():
    return {key: one for key, one in catalogue.counts().items() if one.counted.__module__.split(".")[-1] in OURS}


def counted(cast, count, months):
    things = [thing for month in months for thing in count.counted(span(cast, month))]
    return dict(Counter(one.category for one in things)) if count.cut else len(things)


@pytest.fixture
def autumn(cast):
    live(cast)
    return cast


def test_every_count_is_what_was_counted_by_hand(autumn):
    counts = catalogue.counts()
    with acting_as("freeze"):
        assert {key: counted(autumn, counts[key], [OCTOBER]) for key in IN_OCTOBER} == IN_OCTOBER
        later = {key: counted(autumn, counts[key], MONTHS) for key in WHEN_ITS_TIME_WAS_OVER}
    assert later == WHEN_ITS_TIME_WAS_OVER
