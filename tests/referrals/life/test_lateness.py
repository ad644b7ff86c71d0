"""What is late is said once to whom it concerns; then to the lead; then, where that may be, it goes back by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import messages
from connect.messaging.models import Message
from referrals import actions
from referrals.life import lateness, leaving
from referrals.life.models import Late
from referrals.models import Person, Referral
from referrals.states import Source
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-16 10:00Z"


def sweep():
    with acting_as("clocks"):
        lateness.sweep()


def after_working_days(clock, days):
    """From that Monday on: weekends are skipped."""
    clock.move_to(MONDAY)
    clock.shift(timedelta(days=days + 2 * (days // 5)))


def said(referral):
    with acting_as("clocks"):
        return list(Late.objects.filter(referral=referral).order_by("at", "level").values_list("level", flat=True))


def written(template):
    with acting_as("delivery"):
        return sorted(Message.objects.filter(template=f"late_{template}").values_list("to", flat=True))


def state_of(referral):
    with acting_as("clocks"):
        return Referral.objects.get(pk=referral.pk).state


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (5, []),
        (6, ["nudged"]),
        (8, ["nudged"]),
        (9, ["nudged", "escalated"]),
        (10, ["nudged", "escalated", "returned"]),
    ],
)
def test_what_nobody_accepts_is_nudged_escalated_and_given_back(time_machine, cast, days, expected):
    referral = mr_ames(cast)
    for day in range(days + 1):
        after_working_days(time_machine, day)
        sweep()
    assert said(referral) == expected


def test_the_team_is_nudged_and_then_its_lead_without_a_name(time_machine, cast):
    referral = mr_ames(cast)
    after_working_days(time_machine, 9)
    sweep()
    assert written("nudge") == ["carl@example.org", "cora@example.org"]
    assert written("lead") == ["tess@example.org"]
    with acting_as("delivery"):
        letters = Message.objects.filter(template__startswith="late_")
        assert [one for one in letters if "Ames" in one.subject + one.body or "Stanley" in one.subject + one.body] == []
        assert {referral.reference in one.body for one in letters} == {True}


def test_swept_a_hundred_times_it_is_said_once(time_machine, cast):
    mr_ames(cast)
    after_working_days(time_machine, 9)
    for _again in range(5):
        sweep()
    assert (len(written("nudge")), len(written("lead"))) == (2, 1)


def test_the_days_are_the_schemes_to_choose(time_machine, cast):
    cast.scheme.nudge_days, cast.scheme.escalate_days, cast.scheme.return_days = 1, 2, 3
    cast.scheme.save()
    referral = mr_ames(cast)
    for day, expected in ((1, ["nudged"]), (2, ["nudged", "escalated"]), (3, ["nudged", "escalated", "returned"])):
        after_working_days(time_machine, day)
        sweep()
        assert said(referral) == expected


@pytest.mark.parametrize(
    "change",
    [{"urgent": True}, {"source": Source.SELF, "referrer": None}, {"source": Source.FAMILY, "referrer": None}],
)
def test_these_never_go_back_by_themselves(time_machine, cast, change):
    referral = mr_ames(cast)
    with acting_as("seed"):
        Referral.objects.filter(pk=referral.pk).update(**change)
    after_working_days(time_machine, 60)
    sweep()
    assert (state_of(referral), "returned" in said(referral), "escalated" in said(referral)) == (
        "submitted",
        False,
        True,
    )


def test_nor_does_a_restricted_person(time_machine, cast):
    referral = mr_ames(cast)
    with acting_as("seed"):
        Person.objects.filter(pk=referral.person_id).update(restricted=True)
    after_working_days(time_machine, 60)
    sweep()
    assert (state_of(referral), said(referral)) == ("submitted", ["escalated", "nudged"])


def test_an_urgent_one_is_told_at_once_and_escalated_the_day_after(time_machine, cast):
    referral = mr_ames(cast, urgent=True)
    assert referral.respond_by == timezone.localdate()  # before noon, the same day
    sweep()
    assert (said(referral), written("urgent")) == (
        ["told"],
        ["carl@example.org", "cora@example.org", "tess@example.org"],
    )
    after_working_days(time_machine, 1)
    sweep()
    assert said(referral) == ["told", "escalated"]


def test_who_went_back_stays_on_the_list_until_tess_says_who_looks_after_them(time_machine, cast):
    referral = mr_ames(cast)
    after_working_days(time_machine, 10)
    sweep()
    sweep()
    identify(cast.tess)
    assert actions.why_returned(fresh_to(referral)) == (
        "Nobody here answered in the time we promise. We are sorry. Please do not wait for us: ring the team on "
        "01632 960 014 and say the reference, or send it again. The lead of the team asks until somebody has said who "
        "looks after them."
    )
    late = Late.objects.get(referral=referral, level="returned", settled_at=None)
    lateness.confirm(late, looked_after_by="referrer", note="Rang Rosa.", by=cast.tess)
    assert (late.settled_by, late.looked_after_by) == (cast.tess, "referrer")


def fresh_to(referral):
    return Referral.objects.get(pk=referral.pk)


def fresh(referral):
    with acting_as("clocks"):
        return Referral.objects.get(pk=referral.pk)


def test_sent_again_it_has_a_clock_of_its_own(time_machine, cast):
    referral = mr_ames(cast)
    after_working_days(time_machine, 10)
    sweep()
    identify(cast.rosa)
    leaving.send_again(fresh(referral), words="Still there.", by=cast.rosa)
    sweep()
    assert state_of(referral) == "submitted"
    after_working_days(time_machine, 16)
    sweep()
    assert said(referral)[-1] == "nudged"


def test_where_nobody_answered_there_is_nothing_to_explain(time_machine, cast, sign_in):
    referral = mr_ames(cast)
    after_working_days(time_machine, 10)
    sweep()
    answer = sign_in(cast.rosa).post(reverse("send_again", args=[referral.pk]), {"words": ""})
    assert (answer.status_code, state_of(referral)) == (302, "submitted")


def test_that_nobody_answered_stands_for_the_news_and_for_no_other_letter(time_machine, cast):
    referral = mr_ames(cast)
    after_working_days(time_machine, 10)
    about = {"recipient_key": cast.rosa.pk, "channel": "email", "to": cast.rosa.email, "about_id": referral.pk}
    with acting_as("seed"):
        messages.queue(**about, cause="words", template="words_inside", context={"reference": referral.reference})
    sweep()
    with acting_as("delivery"):
        assert dict(Message.objects.filter(recipient_key=cast.rosa.pk).values_list("template", "state")) == {
            "words_inside": "queued", "word_back": "cancelled", "late_no_answer": "queued",
        }  # fmt: skip


def test_what_is_done_after_all_is_off_the_list(time_machine, cast):
    referral = mr_ames(cast)
    after_working_days(time_machine, 9)
    sweep()
    identify(cast.carl)
    actions.accept(Referral.objects.get(pk=referral.pk), by=cast.carl)
    spoken = {"channel": "call", "reached": True, "note": ""}
    actions.record_contact(Referral.objects.get(pk=referral.pk), **spoken, by=cast.carl, made=actions.new_key())
    sweep()
    with acting_as("clocks"):
        assert list(Late.objects.filter(referral=referral, settled_at=None)) == []


def test_whoever_accepted_and_has_not_rung_is_escalated_and_never_given_back(time_machine, cast):
    referral = mr_ames(cast)
    identify(cast.carl)
    actions.accept(referral, by=cast.carl)
    after_working_days(time_machine, 40)
    sweep()
    assert (state_of(referral), sorted(said(referral))) == ("accepted", ["escalated", "nudged"])
    assert (written("nudge"), written("lead")) == (["carl@example.org"], ["tess@example.org"])
