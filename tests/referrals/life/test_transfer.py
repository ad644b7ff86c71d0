"""From one scheme to another: nobody is lost on the way, and nothing goes along that was not agreed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from referrals import actions, refusals
from referrals.life import leaving, passing_on, resting
from referrals.models import ContactAttempt, Referral
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def asked(cast, referral, **changes):
    identify(cast.carl)
    said = {"why": "moved", "agreed": True, "summary": "Mornings are best."} | changes
    return passing_on.ask(
        Referral.objects.get(pk=referral.pk), to_team=cast.other_team, by=cast.carl, made=actions.new_key(), **said
    )


def state_of(pk):
    with acting_as("seed"):
        return Referral.objects.get(pk=pk).state


def over_there(cast):
    identify(cast.nia)
    return Referral.objects.visible_to(cast.nia).get()


def test_until_the_other_scheme_accepts_they_stay_with_carl(cast, with_carl):
    way = asked(cast, with_carl)
    assert (state_of(with_carl.pk), state_of(way.there_id)) == ("contacted", "submitted")
    there = over_there(cast)
    assert (there.pk, there.came_from_id, there.team) == (way.there_id, with_carl.pk, cast.other_team)


def test_nia_accepts_and_only_then_the_old_one_moves_on(cast, with_carl):
    way = asked(cast, with_carl)
    actions.accept(over_there(cast), by=cast.nia)
    assert (state_of(with_carl.pk), state_of(way.there_id)) == ("transferred", "accepted")
    identify(cast.carl)
    way.refresh_from_db()
    assert way.accepted is True


def test_nia_reads_what_was_agreed_to_go_along_and_none_of_carls_notes(cast, with_carl):
    asked(cast, with_carl)
    there = over_there(cast)
    assert there.transfer_here.summary == "Mornings are best."
    assert list(ContactAttempt.objects.all()) == []
    assert list(Referral.objects.all()) == [there]


def test_when_nia_gives_it_back_carl_looks_again_and_nobody_waits_there(cast, with_carl):
    way = asked(cast, with_carl)
    actions.give_back(over_there(cast), by=cast.nia, why="full")
    assert (state_of(with_carl.pk), state_of(way.there_id)) == ("contacted", "withdrawn")
    identify(cast.carl)
    way.refresh_from_db()
    ours = Referral.objects.get(pk=with_carl.pk)
    assert (way.accepted, way.refused_why, ours.next_step) == (False, "full", "review")


def test_carl_reads_why_it_was_refused_and_of_what_he_called_off_no_refusal(cast, with_carl, sign_in):
    asked(cast, with_carl)
    carl, refused = sign_in(cast.carl), "did not take them on"
    kept = carl.post(reverse("keep", args=[with_carl.pk]), follow=True)
    assert [str(one) for one in kept.context["messages"]] == [
        "They stay with you. The other scheme need not answer any more"
    ]
    assert refused not in kept.text
    identify(cast.carl)
    asked(cast, with_carl)
    with acting_as("seed"):
        there = Referral.objects.get(came_from=with_carl.pk, state="submitted")
    identify(cast.nia)
    form = {"why": "full", "words": "Ask us again in March."}
    back = sign_in(cast.nia).post(reverse("give_back", args=[there.pk]), form, follow=True)
    assert "Given back. The scheme that asked reads why" in back.text
    text = carl.get(reverse("person", args=[with_carl.pk])).text
    assert [words in text for words in (refused, "We are full, and cannot say", "Ask us again in March.")] == [True] * 3


def test_without_their_yes_nothing_goes(cast, with_carl):
    with pytest.raises(refusals.NotAgreed):
        asked(cast, with_carl, agreed=False)


def test_the_same_person_is_on_one_way_at_a_time(cast, with_carl):
    asked(cast, with_carl)
    with pytest.raises(refusals.OnTheWay):
        asked(cast, with_carl)
    with pytest.raises(refusals.OnTheWay):
        resting.pause(Referral.objects.get(pk=with_carl.pk), why="asked", until=timezone.localdate(), by=cast.carl)


@pytest.mark.parametrize("end", ["close", "withdraw"])
def test_what_ends_here_is_called_off_there(cast, with_carl, end):
    way = asked(cast, with_carl)
    ours = Referral.objects.get(pk=with_carl.pk)
    if end == "close":
        actions.close(ours, by=cast.carl, why="moved_on")
    else:
        leaving.withdraw(ours, by=cast.carl, why="asked")
    assert state_of(way.there_id) == "withdrawn"


def test_what_waits_in_the_queue_can_be_passed_on_too(cast):
    referral = mr_ames(cast)
    asked(cast, referral)
    actions.accept(over_there(cast), by=cast.nia)
    assert state_of(referral.pk) == "transferred"


def test_cora_beside_carl_sees_nothing_of_it(cast, with_carl):
    asked(cast, with_carl)
    identify(cast.cora)
    assert list(with_carl.transfers.all()) == []


def locks(captured):
    """What each statement that takes rows of referrals takes, until one of them is changed."""
    for one in captured:
        if one["sql"].startswith('UPDATE "referrals_referral"'):
            return
        if "FOR NO KEY UPDATE" in one["sql"]:
            yield one["sql"]


@pytest.mark.parametrize("side", ["accepted there", "closed here"])
def test_both_sides_take_both_rows_in_one_order_so_that_neither_waits_for_the_other(cast, with_carl, side):
    way = asked(cast, with_carl)
    there = over_there(cast)
    with CaptureQueriesContext(connection) as captured:
        if side == "accepted there":
            actions.accept(there, by=cast.nia)
        else:
            identify(cast.carl)
            actions.close(Referral.objects.get(pk=with_carl.pk), by=cast.carl, why="moved_on")
    (first,) = locks(captured)
    assert [key.hex in first.replace("-", "") for key in (way.referral_id, way.there_id)] == [True, True]
    assert "ORDER BY 1 ASC" in first  # the key
