"""Everything counted month by month, of the lives in autumn.py, against what was counted by hand."""

from collections import Counter
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from connect.identity import acting_as
from connect.messaging import hours
from outcomes import periods
from outcomes.figures import catalogue
from outcomes.figures.counting import Span
from referrals.models import Person
from tests.outcomes.autumn import live, settles

OCTOBER = date(2026, 10, 1)
NOVEMBER, DECEMBER, JANUARY, APRIL = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 4, 1)
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
# Each in the month in which its time was over: two weeks, four, twelve, 90 days, half a year.
WHEN_ITS_TIME_WAS_OVER = {
    OCTOBER: {
        "offered": 2,
        "answer_known": 2,
        "not_known": 0,
        "went": 1,
        "did_not_go": 1,
        "reply_due": 3,
        "replied": 2,
        "not_replied": 1,
        "not_replied_by_reason": {"late": 1},
        "reply_due_by_organisation": {HOMES: 3},
        "replied_by_organisation": {HOMES: 2},
    },
    NOVEMBER: {"accepted_4_weeks": 5, "reached_4_weeks": 4, "received_4_weeks": 7, "introduced_4_weeks": 2},
    DECEMBER: {
        "trained_workers": 1,
        "trained_who_referred": 1,
        "reply_due": 1,  # Walter was finished
        "replied": 1,
        "not_replied": 0,
    },
    JANUARY: {"introduced_12_weeks": 2, "sustained": 1, "received_4_weeks": 1},  # Otto’s second referral, of Christmas
    APRIL: {
        "cohort": 7,
        "cohort_accepted": 5,
        "cohort_contacted": 4,
        "cohort_planned": 2,
        "cohort_introduced": 2,
        "cohort_attended": 1,
        "cohort_settled": 1,
        "closed_half_a_year": 2,
        "came_back": 1,
        "chats_referred_half_a_year": 1,
        "chats_went": 1,
    },
}
NOT_ABOUT_THEM = {"trained_workers", "chats"}

VALUES_IN_OCTOBER = {
    "days_to_decision": [(0, True)] + [(1, True)] * 5,  # Otto’s was on a Saturday
    "days_to_contact": [(0, True), (1, True), (2, True), (2, True), (11, False)],
    "contacts_per_person": [(0, True), (1, True)],
    "complexity_drift": [(1, True)],
    "connector_load": [((2, 110), True)] * 3,  # Walter, Joan and Ada; of Carl and Cora
}
# Edith’s came back, Harold’s and Otto’s were finished; Moira, Joan and (for a first time there) Ada still wait.
VALUES_LATER = {
    ("tries_per_person_reached", NOVEMBER): [(1, True), (1, True), (1, True), (2, True), (3, False)],
    ("days_to_introduction", DECEMBER): [(1, False), (3, True), (5, True), (15, False), (99, False), (100, False)],
    ("days_to_introduction", JANUARY): [(16, False)],
    ("days_to_going", APRIL): [
        (1, False), (8, True), (15, False), (16, False), (221, False), (221, False), (222, False)
    ],
}  # fmt: skip


def span(cast, month):
    until = hours.at(periods.frozen_on(month, "england"), periods.MIDNIGHT)
    return Span(month=month, wards=[cast.ward, cast.other_ward], until=until, nation="england")


def things(cast, key, month):
    return list(catalogue.counts()[key].counted(span(cast, month)))


def counted(cast, key, month):
    """How many; by category where there is a cut. In one question to the database, or two."""
    with CaptureQueriesContext(connection) as queries:
        found = things(cast, key, month)
    assert len(queries) <= 2, key
    return dict(Counter(one.category for one in found)) if catalogue.counts()[key].cut else len(found)


def seen(cast, key, month):
    return sorted((one.value, one.whole) for one in catalogue.values()[key].gathered(span(cast, month)))


def test_everything_is_what_was_counted_by_hand(cast):
    live(cast)
    with acting_as("freeze"):
        assert {key: counted(cast, key, OCTOBER) for key in IN_OCTOBER} == IN_OCTOBER
        for month, expected in WHEN_ITS_TIME_WAS_OVER.items():
            assert {key: counted(cast, key, month) for key in expected} == expected, month
        assert {key: seen(cast, key, OCTOBER) for key in VALUES_IN_OCTOBER} == VALUES_IN_OCTOBER
        assert {of: seen(cast, *of) for of in VALUES_LATER} == VALUES_LATER


def test_people_under_protection_are_in_nothing(cast):
    walter = settles(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=walter.person_id).update(restricted=True)
    keys = [(OCTOBER, key) for key in IN_OCTOBER]
    keys += [(month, key) for month, some in WHEN_ITS_TIME_WAS_OVER.items() for key in some]
    with acting_as("freeze"):
        found = {key: things(cast, key, month) for month, key in keys if key not in NOT_ABOUT_THEM}
        gathered = {of: seen(cast, *of) for of in [*((key, OCTOBER) for key in VALUES_IN_OCTOBER), *VALUES_LATER]}
    assert [key for key, some in (found | gathered).items() if some] == []


def test_somebody_who_is_no_job_counts_nobody(cast):
    settles(cast)
    assert [things(cast, key, OCTOBER) for key in ("received", "decided", "closed")] == [[], [], []]
