"""Rest, take back, send again, begin again: each step, its reason, and everybody who may not take it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from referrals import actions, refusals
from referrals.life import leaving, resting
from referrals.models import Referral
from referrals.states import State
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def in_a_week():
    return timezone.localdate() + timedelta(days=7)


def fresh(referral):
    return Referral.objects.get(pk=referral.pk)


def test_a_rest_goes_back_to_the_state_it_came_from(cast, with_carl):
    identify(cast.carl)
    resting.pause(with_carl, why="hospital", until=in_a_week(), by=cast.carl)
    assert (with_carl.state, with_carl.next_step, with_carl.next_on) == ("paused", "resume", in_a_week())
    resting.resume(with_carl, by=cast.carl)
    assert (with_carl.state, with_carl.next_step) == ("contacted", "choose")


def test_days_they_asked_for_are_counted_apart(time_machine, cast, with_carl):
    identify(cast.carl)
    for why, days in (("asked", 4), ("hospital", 2)):
        resting.pause(fresh(with_carl), why=why, until=timezone.localdate() + timedelta(days=9), by=cast.carl)
        time_machine.shift(timedelta(days=days))
        resting.resume(fresh(with_carl), by=cast.carl)
    assert resting.days(with_carl) == (4, 2)


def test_who_rests_is_expected_nowhere_before_and_nothing_is_written(cast, with_carl, expected):
    identify(cast.carl)
    resting.pause(
        fresh(with_carl), why="away", until=timezone.localdate(expected.starts_at) + timedelta(days=1), by=cast.carl
    )
    expected.refresh_from_db()
    assert expected.called_off_at is not None
    with acting_as("delivery"):
        assert Message.objects.not_yet_sent().filter(recipient_key=with_carl.person_id, called_off_at=None).count() == 0


def test_rosa_takes_back_what_nobody_has_accepted(cast):
    referral = mr_ames(cast)
    identify(cast.rosa)
    leaving.withdraw(referral, why="mistake", by=cast.rosa)
    assert (fresh(referral).state, fresh(referral).next_step, fresh(referral).next_on) == ("withdrawn", "", None)


@pytest.mark.parametrize("name", ["ravi", "nia", "colm", "dev", "vera"])
def test_these_cannot_take_back_what_rosa_asked(cast, name):
    referral, user = mr_ames(cast), getattr(cast, name)
    identify(user)
    with pytest.raises(Referral.DoesNotExist):
        leaving.withdraw(referral, why="mistake", by=user)


def test_once_carl_has_accepted_rosa_cannot(cast, with_carl):
    identify(cast.rosa)
    with pytest.raises(actions.CannotMove):
        leaving.withdraw(fresh(with_carl), why="asked", by=cast.rosa)


def test_nothing_is_written_to_somebody_who_withdrew(cast, with_carl, expected):
    identify(cast.carl)
    leaving.withdraw(fresh(with_carl), why="asked", by=cast.carl)
    expected.refresh_from_db()
    assert expected.called_off_at is not None
    with acting_as("delivery"):
        waiting = Message.objects.filter(recipient_key=with_carl.person_id, called_off_at=None)
        assert list(waiting.filter(state="queued")) == []


def test_a_person_withdraws_on_their_own_page_without_an_account(cast, with_carl):
    with acting_as("own_page", scope=[with_carl.pk]):
        leaving.withdraw(fresh(with_carl), why="asked", by=None)
    with acting_as("seed"):
        assert fresh(with_carl).state == "withdrawn"


def test_what_came_back_is_sent_again_with_what_was_missing(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.give_back(referral, by=cast.carl, why="missing", words="Which flat?")
    assert (referral.next_step, referral.next_on > timezone.localdate()) == ("send_again", True)
    identify(cast.rosa)
    leaving.send_again(fresh(referral), words="Flat 4, ring twice.", by=cast.rosa)
    identify(cast.carl)
    again = fresh(referral)
    assert (again.state, again.next_step) == ("submitted", "decide")
    assert [one.words for one in again.step_words.order_by("at")] == ["Which flat?", "Flat 4, ring twice."]


def test_ravi_at_the_next_desk_reads_none_of_those_words(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.give_back(referral, by=cast.carl, why="missing", words="Which flat?")
    identify(cast.ravi)
    assert list(referral.step_words.all()) == []


def test_why_somebody_rests_is_not_told_to_the_worker_who_asked(cast, with_carl):
    identify(cast.carl)
    resting.pause(with_carl, why="other", until=in_a_week(), by=cast.carl, words="A hip.")
    identify(cast.rosa)
    assert list(with_carl.step_words.all()) == []


def test_finished_and_begun_again_years_later_with_its_story(time_machine, cast, with_carl):
    identify(cast.carl)
    actions.close(with_carl, by=cast.carl, why="completed")
    before = with_carl.events.count()
    time_machine.shift(timedelta(days=800))
    leaving.reopen(fresh(with_carl), why="came_back", by=cast.carl, yeses=["contact"])
    again = fresh(with_carl)
    assert (again.state, again.connector, again.closed_at, again.next_step) == ("accepted", cast.carl, None, "ring")
    assert again.events.count() > before


def test_after_a_withdrawal_only_with_a_new_yes(cast, with_carl):
    identify(cast.carl)
    leaving.withdraw(with_carl, why="asked", by=cast.carl)
    with pytest.raises(refusals.NoNewYes):
        leaving.reopen(fresh(with_carl), why="came_back", by=cast.carl)
    leaving.reopen(fresh(with_carl), why="came_back", by=cast.carl, yeses=["contact"])
    assert fresh(with_carl).state == State.ACCEPTED
