"""How long it takes, truthfully; how full everybody is; and that nobody is forgotten meanwhile."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.people.models import Membership
from referrals import actions
from referrals.models import Particulars, Referral
from referrals.queue import claiming, expecting, load, suggesting, waiting_well
from referrals.queue.models import WhileWaiting
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-16 10:00Z"


def left_after(cast, *days):
    """One referral each, accepted so many calendar days after it came."""
    for number in days:
        with time_machine.travel("2026-11-02 10:00Z", tick=False) as clock:
            referral = mr_ames(cast)
            clock.shift(timedelta(days=number))
            with acting_as("seed"):
                actions.accept(referral, by=cast.carl)


def test_of_seven_it_is_too_early_to_say(cast):
    left_after(cast, *[1] * 7)
    wait = expecting.wait_of(cast.team)
    assert (wait.middle, wait.words) == (None, "Too early to say: fewer than 8 have left this queue so far.")


def test_of_eight_it_is_the_median_with_the_range_in_working_days(cast):
    left_after(cast, 0, 1, 1, 2, 3, 7, 7, 9)  # a week is five of these
    wait = expecting.wait_of(cast.team)
    assert (wait.count, wait.middle, wait.shortest, wait.longest) == (8, 2.5, 0, 7)
    assert wait.words == (
        "Half are taken on within 2.5 working days, by how it was for the last 8; "
        "the quickest on the same day, the slowest after 7 working days."
    )


@pytest.mark.parametrize("name", ["carl", "cora", "tess"])
def test_it_is_the_same_whoever_of_the_team_asks(cast, name):
    left_after(cast, *[2] * 8)
    identify(getattr(cast, name))
    assert expecting.wait_of(cast.team).middle == 2


def test_weights_are_one_two_and_four_and_who_rests_weighs_nothing(cast):
    rows = [mr_ames(cast) for _n in range(4)]
    with acting_as("seed"):
        for row, weight in zip(rows, ("light", "standard", "intensive", "intensive"), strict=True):
            actions.accept(row, by=cast.carl)
            Referral.objects.filter(pk=row.pk).update(assessed_weight=weight)
        Referral.objects.filter(pk=rows[3].pk).update(state="paused")
    identify(cast.tess)
    assert {(one.membership.user.name, one.people, one.weight, one.resting) for one in load.of_team(cast.team)} == {
        ("Carl Whitlock", 4, 7, 1),
        ("Cora Bligh", 0, 0, 0),
    }


def test_who_is_good_at_it_and_works_there_comes_first_and_the_page_says_why(cast):
    referral = mr_ames(cast, domains=["loss"])
    Membership.objects.filter(user=cast.cora).update(skills=["loss"])
    Membership.objects.get(user=cast.cora).wards.add(cast.ward)
    identify(cast.tess)
    first, second = suggesting.suggest(referral, load.of_team(cast.team))
    assert (first.load.membership.user, first.reasons) == (
        cast.cora,
        ["works in Millrace", "good at: Bereavement", "carries 0 of 60"],
    )
    assert second.reasons == ["carries 0 of 60"]


def test_who_is_full_comes_last_however_well_they_suit(cast):
    referral = mr_ames(cast, domains=["loss"])
    Membership.objects.filter(user=cast.cora).update(skills=["loss"], full_caseload=0)
    identify(cast.tess)
    assert [one.load.membership.user for one in suggesting.suggest(referral, load.of_team(cast.team))] == [
        cast.carl,
        cast.cora,
    ]


def test_nobody_waits_ten_working_days_without_a_word(cast):
    with time_machine.travel(MONDAY, tick=False) as clock:
        referral = mr_ames(cast)
        clock.shift(timedelta(days=14))
        sweep()
        sweep()
        identify(cast.carl)
        planned = waiting_well.due(cast.carl).get()
        assert (planned.referral, planned.kind, planned.due_on, planned.made_by) == (
            referral,
            "check_in",
            timezone.localdate(),
            None,
        )


def test_with_whom_somebody_spoke_last_week_no_clock_plans_a_call(cast):
    with time_machine.travel(MONDAY, tick=False) as clock:
        referral = claiming.claim(mr_ames(cast), by=identified(cast.carl))
        clock.shift(timedelta(days=10))
        said = {"channel": "call", "reached": True, "note": "", "made": actions.new_key()}
        actions.record_contact(referral, **said, by=cast.carl)
        clock.shift(timedelta(days=7))
        sweep()
        identify(cast.carl)
        assert list(waiting_well.due(cast.carl)) == []


def identified(user):
    identify(user)
    return user


def sweep():
    with acting_as("clocks"):
        waiting_well.sweep()


def test_who_was_reached_is_kept_in_touch_and_who_was_not_is_tried_again(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    first = waiting_well.plan(referral, kind="check_in", due_on=timezone.localdate(), by=cast.carl)
    waiting_well.done(first, went="not_reached", by=cast.carl)
    again = WhileWaiting.objects.get(done_at=None)
    waiting_well.done(again, went="reached", by=cast.carl)
    rows = waiting_well.with_word_since(Referral.objects.all(), timezone.localdate())
    assert [row.kept for row in rows] == [True]


def test_an_offer_is_told_by_the_safe_channel_without_a_place_unless_the_phone_is_theirs_alone(cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    offered = {"kind": "offer", "due_on": timezone.localdate(), "by": cast.carl, "service": cast.lunch}
    planned = waiting_well.plan(referral, **offered)
    assert planned.told_at is not None
    with acting_as("delivery"):
        bodies = [one.body for one in Message.objects.filter(template="while_waiting")]
    assert (len(bodies) > 0, [body for body in bodies if "Mark" in body]) == (True, [])


def test_nobody_writes_where_it_is_not_safe(cast):
    referral = mr_ames(cast)
    with acting_as("seed"):
        type(referral.person).objects.filter(pk=referral.person_id).update(safe_to_message="unsure")
    identify(cast.carl)
    planned = waiting_well.plan(
        Referral.objects.get(pk=referral.pk), kind="offer", due_on=timezone.localdate(), by=cast.carl
    )
    assert planned.told_at is None


@pytest.mark.parametrize(
    ("asked_for", "channels", "said"),
    [
        (["text"], ["sms"], "Planned, and they are written to"),
        (["email", "ring"], ["email"], "Planned, and they are written to"),
        (["letter"], [], "Planned. Nothing is written to them: ring them"),
    ],
)
def test_an_offer_goes_the_way_they_asked_for_and_the_connector_hears_which(cast, sign_in, asked_for, channels, said):
    referral = mr_ames(cast)
    with acting_as("seed"):
        Particulars.objects.create(person=referral.person, contact_methods=asked_for, changed_by=cast.carl)
    form = {"kind": "offer", "due_on": timezone.localdate() + timedelta(days=1), "words": "The library"}
    page = sign_in(cast.carl).post(reverse("plan_waiting", args=[referral.pk]), form, follow=True)
    assert [str(one) for one in page.context["messages"]] == [said]
    with acting_as("delivery"):
        assert sorted(Message.objects.filter(template="while_waiting").values_list("channel", flat=True)) == channels


@pytest.mark.parametrize("name", ["rosa", "ravi", "nia", "colm"])
def test_these_see_nothing_of_what_is_planned(cast, name):
    referral = mr_ames(cast)
    identify(cast.carl)
    waiting_well.plan(referral, kind="check_in", due_on=timezone.localdate(), by=cast.carl)
    identify(getattr(cast, name))
    assert list(WhileWaiting.objects.all()) == []
