"""What counts as received, contacted, introduced and attended: each rule with the row that breaks it."""

from datetime import UTC, datetime, time

import pytest

from connect.identity import acting_as
from connect.messaging import hours
from outcomes.figures import catalogue
from outcomes.figures.counting import Span
from referrals.states import Answer, Says
from tests.outcomes import october

pytestmark = pytest.mark.django_db


def count(cast):
    span = Span(october.MONTH, [cast.ward, cast.other_ward], hours.at(october.DUE, time(0)), "england")
    counts = [catalogue.counts()[key].counted(span) for key in ("received", "contacted", "introduced", "attended")]
    return [sum(one.ward == cast.ward.pk for one in things) for things in counts]


def counted(cast):
    """received, contacted, introduced, attended, in the ward of the person."""
    with acting_as("freeze"):
        return count(cast)


def test_a_referral_counts_in_the_month_and_the_ward_it_was_received(cast):
    october.referred(cast)
    october.referred(cast, ward=cast.other_ward)
    october.referred(cast, at=datetime(2026, 9, 30, 22, 59, tzinfo=UTC))  # a minute to midnight in London
    october.referred(cast, at=datetime(2026, 9, 30, 23, 0, tzinfo=UTC))
    october.referred(cast, at=datetime(2026, 11, 1, 0, 0, tzinfo=UTC))
    assert counted(cast) == [2, 0, 0, 0]


def test_a_person_referred_twice_counts_twice(cast):
    first = october.referred(cast)
    october.referred(cast, person=first.person)
    assert counted(cast) == [2, 0, 0, 0]


def test_a_person_under_protection_is_left_out(cast):
    october.attended(cast, october.referred(cast, restricted=True))
    october.referred(cast)
    assert counted(cast) == [1, 0, 0, 0]


def test_each_step_counts_with_every_step_before_it(cast):
    october.contacted(october.referred(cast))
    october.introduced(cast, october.referred(cast))
    october.attended(cast, october.referred(cast))
    assert counted(cast) == [3, 3, 2, 1]


def test_what_happened_after_the_day_of_freezing_does_not_count(cast):
    october.contacted(october.referred(cast), after=40)
    october.introduced(cast, october.referred(cast), after=40)
    october.says(october.expected(october.introduced(cast, october.referred(cast))), after=40)
    assert counted(cast) == [3, 1, 1, 0]


def test_a_contact_that_did_not_reach_the_person_is_not_contacted(cast):
    from referrals.models import Happened, ReferralEvent

    one = october.referred(cast)
    with acting_as("seed"):
        ReferralEvent.objects.create(referral=one, kind=Happened.CONTACT, to="missed", at=one.submitted_at)
    assert counted(cast) == [1, 0, 0, 0]


PERSON, ORGANISER, CONNECTOR = Says.PERSON, Says.ORGANISER, Says.CONNECTOR
WENT, NOT, UNSURE, RING = Answer.WENT, Answer.NOT, Answer.UNSURE, Answer.RING


@pytest.mark.parametrize(
    ("said", "attended"),
    [
        ([], 0),
        ([(PERSON, WENT)], 1),
        ([(ORGANISER, WENT)], 1),
        ([(CONNECTOR, WENT)], 1),
        ([(PERSON, NOT)], 0),
        ([(PERSON, UNSURE)], 0),
        ([(PERSON, RING)], 0),
        ([(PERSON, WENT), (PERSON, NOT)], 0),  # the last word of each counts
        ([(PERSON, NOT), (PERSON, WENT)], 1),
        ([(PERSON, WENT), (PERSON, RING)], 1),  # wanting to be rung takes nothing back
        ([(PERSON, WENT), (ORGANISER, NOT)], 0),  # where two who were there differ, it is not known
        ([(PERSON, NOT), (ORGANISER, WENT)], 0),
        ([(PERSON, NOT), (CONNECTOR, WENT)], 0),  # who heard of it gives way to who was there
        ([(PERSON, WENT), (CONNECTOR, NOT)], 1),
        ([(PERSON, WENT), (ORGANISER, UNSURE)], 1),
    ],
)
def test_who_says_so_and_what_counts(cast, said, attended):
    occasion = october.expected(october.introduced(cast, october.referred(cast)))
    for days, (who, answer) in enumerate(said, start=1):
        october.says(occasion, who, answer, after=days)
    assert counted(cast) == [1, 1, 1, attended]


def test_a_session_that_was_called_off_counts_for_nothing(cast):
    october.says(october.expected(october.introduced(cast, october.referred(cast)), called_off=True))
    assert counted(cast) == [1, 1, 1, 0]


def test_the_month_is_counted_in_two_queries(cast, django_assert_num_queries):
    october.fill(cast, cast.ward, received=5, contacted_=4, introduced_=3, attended_=2)
    with acting_as("freeze"), django_assert_num_queries(2):
        count(cast)


def test_somebody_who_is_no_job_counts_nobody(cast):
    october.referred(cast)
    assert count(cast) == [0, 0, 0, 0]
