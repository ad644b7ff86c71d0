"""What an answer sets going: rows that propose, once, and take themselves back when it was not so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from referrals import actions
from referrals.belonging import Connection
from referrals.following.models import FollowUp, MeasureDue
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.models import Referral
from referrals.states import Step

pytestmark = pytest.mark.django_db


def said(cast, *pairs):
    """The connector knows."""
    identify(cast.carl)
    for occasion, answer in pairs:
        going.answer(occasion, said_by="connector", answer=answer, by=cast.carl)


def step(occasion, to, by, **more):
    introductions.step(Connection.objects.get(pk=occasion.connection_id), to=to, by=by, **more)


def open_rows():
    with acting_as("seed"):
        return [(row.kind, row.occasion_id) for row in FollowUp.objects.still_open()]


def next_of(referral):
    with acting_as("seed"):
        return Referral.objects.get(pk=referral.pk).next_step


def test_not_the_first_time_is_the_connectors_to_ask_about(cast, weeks, with_carl):
    [first] = weeks(1)
    said(cast, (first, "not"))
    assert (open_rows(), next_of(with_carl)) == ([("not_started", first.pk)], "not_started")


def test_two_missed_is_a_check_in_and_the_state_stays(cast, weeks, with_carl):
    went, *missed = weeks(3)
    said(cast, (went, "went"), (missed[0], "not"))
    assert (open_rows(), next_of(with_carl)) == ([], "ask")
    said(cast, (missed[1], "not"))
    assert (open_rows(), next_of(with_carl)) == ([("two_missed", missed[1].pk)], "check_in")
    with acting_as("seed"):
        assert Connection.objects.get().state == Step.ATTENDING


def test_three_times_is_a_question_and_nobody_is_settled_by_counting(cast, weeks, with_carl):
    three = weeks(3)
    said(cast, *((one, "went") for one in three))
    assert (open_rows(), next_of(with_carl)) == ([("settled", three[-1].pk)], "settled")
    with acting_as("seed"):
        assert Connection.objects.get().state == Step.ATTENDING


def test_said_again_it_is_owed_once(cast, weeks):
    [first] = weeks(1)
    said(cast, (first, "not"), (first, "not"))
    with acting_for([first.referral_id, first.pk]):
        going.answer(first, said_by="person", answer="not")
    assert open_rows() == [("not_started", first.pk)]


def test_what_turns_out_otherwise_is_owed_no_more(cast, weeks, with_carl):
    [first] = weeks(1)
    said(cast, (first, "not"), (first, "went"))
    assert (open_rows(), next_of(with_carl)) == ([], "ask")
    with acting_as("seed"):
        assert FollowUp.objects.get().then == "overtaken"


def test_the_organisers_link_sets_it_going_too(weeks):
    [first] = weeks(1)
    with acting_for([first.referral_id, first.pk]):
        going.answer(first, said_by="organiser", answer="not")
    assert open_rows() == [("not_started", first.pk)]


def test_who_asked_to_be_rung_is_rung_whatever_else_is_owed(cast, weeks, with_carl):
    [first] = weeks(1)
    with acting_for([first.referral_id, first.pk]):
        going.answer(first, said_by="person", answer="ring")
    said(cast, (first, "not"))
    assert next_of(with_carl) == "ring_asked"


def test_settled_is_to_be_celebrated_and_measured(cast, weeks, with_carl):
    three = weeks(3)
    said(cast, *((one, "went") for one in three))
    step(three[0], Step.SETTLED, cast.carl)
    assert open_rows() == [("celebrate", None)]
    today = timezone.localdate()
    with acting_as("seed"):
        due = dict(MeasureDue.objects.filter(referral=with_carl).values_list("what", "due_on"))
    assert due == {
        "baseline": today + timedelta(days=14),
        "follow_up": today + timedelta(weeks=12),
        "later": today + timedelta(weeks=26),
    }


def test_stopped_without_a_reason_is_to_be_asked_and_with_one_it_is_not(cast, weeks):
    [first] = weeks(1)
    said(cast, (first, "went"))
    step(first, Step.STOPPED, cast.carl)
    assert open_rows() == [("ask_why", None)]
    step(first, Step.ATTENDING, cast.carl)
    assert open_rows() == []
    step(first, Step.STOPPED, cast.carl, ended_why="cost")
    assert open_rows() == []


def test_nothing_is_owed_any_more_when_it_is_finished(cast, weeks, with_carl):
    [first] = weeks(1)
    said(cast, (first, "not"))
    actions.close(Referral.objects.get(pk=with_carl.pk), by=cast.carl, why="declined")
    assert open_rows() == []


@pytest.mark.parametrize("name", ["nia", "cora", "rosa", "ravi", "lena", "colm", "dev"])
def test_these_see_nothing_of_it(cast, weeks, name):
    [first] = weeks(1)
    said(cast, (first, "not"))
    identify(getattr(cast, name))
    assert (FollowUp.objects.count(), MeasureDue.objects.count()) == (0, 0)
