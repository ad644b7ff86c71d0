"""Whoever asked hears what became of it: as much as the person agreed to, and each thing once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links, messages
from connect.messaging.models import Message
from connect.people.models import Membership
from referrals import actions
from referrals.going import actions as going
from referrals.hearing import actions as hearing
from referrals.hearing import sweeping
from referrals.hearing.models import Reply
from referrals.hearing.states import Detail
from referrals.introductions import actions as introductions
from referrals.life import lateness
from referrals.models import Occasion, Outsider, Person, Referral
from referrals.person import consenting
from tests.answers import answered, taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def told(referral):
    with acting_as("seed"):
        return list(Reply.objects.filter(referral=referral).values_list("news", "why_not"))


def take_back_tell_referrer():
    with acting_as("seed"):
        taken_back("tell_referrer")


def to_rosa(cast):
    with acting_as("delivery"):
        rows = Message.objects.filter(recipient_key=cast.rosa.pk, template="word_back").order_by("due_at", "cause")
        return [(row.state, row.body) for row in rows]


@pytest.fixture
def went(expected):
    """His first lunch is over, and the organiser says he came."""
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
        going.answer(Occasion.objects.get(pk=expected.pk), said_by="organiser", answer="went")
        return Occasion.objects.select_related("referral", "connection").get(pk=expected.pk)


def test_each_step_is_one_reply(went):
    assert sorted(told(went.referral)) == [("accepted", ""), ("connected", ""), ("met", ""), ("went", "")]


def test_settled_stopped_and_finished_are_told_too(cast, went):
    with acting_as("seed"):
        introductions.step(went.connection, to="settled", by=cast.carl)
        introductions.step(went.connection, to="stopped", by=cast.carl)
        referral = Referral.objects.get(pk=went.referral_id)
        actions.close(referral, by=cast.carl, why="completed")
    news = {word for word, _why in told(went.referral)}
    assert news == {"accepted", "met", "connected", "went", "settled", "stopped", "closed"}


def test_news_calls_off_older_news_and_no_other_letter(cast):
    referral = mr_ames(cast)
    about = {"recipient_key": cast.rosa.pk, "channel": "email", "to": "r@example.org", "about_id": referral.pk}
    said = {"reference": referral.reference, "address": "/"}
    with acting_as("seed"):
        for template in ("words_inside", "late_no_answer"):
            messages.queue(**about, cause=template, template=template, context=said)
        actions.accept(referral, by=cast.carl)
    with acting_as("delivery"):
        assert dict(Message.objects.filter(recipient_key=cast.rosa.pk).values_list("template", "state")) == {
            "words_inside": "queued", "late_no_answer": "cancelled", "word_back": "queued",
        }  # fmt: skip


def test_what_did_not_leave_yet_is_in_the_next_letter(cast, went):
    assert [state for state, _body in to_rosa(cast)] == ["cancelled", "cancelled", "cancelled", "queued"]


def test_no_letter_says_what_became_of_him(cast, went):
    for _state, body in to_rosa(cast):
        assert [word for word in ("Ames", "Stanley", "lunch", "went", "met") if word in body.split()] == []
        assert f"There is news about the person you told us about ({went.referral.reference})" in body


def test_without_his_yes_only_the_asking_is_told_and_the_rest_says_why_not(cast, went):
    before = set(told(went.referral))
    take_back_tell_referrer()
    with acting_as("seed"):
        introductions.step(went.connection, to="settled", by=cast.carl)
        actions.close(Referral.objects.get(pk=went.referral_id), by=cast.carl, why="completed")
    assert set(told(went.referral)) - before == {("settled", "no_consent"), ("closed", "")}


def test_a_yes_taken_back_is_why_it_did_not_reach_her(cast, went, sign_in):
    sign_in(cast.carl).post(f"/people/{went.referral_id}/take-back/", {"purpose": "tell_referrer"})
    assert {why for _news, why in told(went.referral)} == {"taken_back"}
    assert [state for state, _body in to_rosa(cast)] == ["cancelled"] * 4


def test_nothing_is_told_of_somebody_under_protection(cast, with_carl):
    with acting_as("seed"):
        Person.objects.update(restricted=True)
        actions.close(Referral.objects.get(pk=with_carl.pk), by=cast.carl, why="completed")
    assert told(with_carl)[-1] == ("closed", "restricted")


def test_whoever_has_left_hears_nothing_more(cast, with_carl):
    Membership.objects.filter(user=cast.rosa).update(ends_at=timezone.now())
    with acting_as("seed"):
        actions.close(Referral.objects.get(pk=with_carl.pk), by=cast.carl, why="completed")
    assert told(with_carl)[-1] == ("closed", "left")


def test_who_asked_for_themselves_is_no_referrer(cast):
    referral = mr_ames(cast, source="self")
    with acting_as("seed"):
        actions.accept(referral, by=cast.carl)
    assert told(referral) == [("accepted", "themselves")]


@pytest.mark.parametrize(
    ("job", "purposes", "detail"),
    [
        ("housing", ["tell_referrer", "tell_more"], Detail.LINE),
        ("gp", ["tell_referrer", "tell_more"], Detail.FULL),
        ("gp", ["tell_referrer"], Detail.LINE),
        ("gp", ["tell_more"], Detail.STATUS),
        ("", [], Detail.STATUS),
    ],
)
def test_more_than_a_line_is_for_health_and_care_and_needs_a_yes_of_its_own(cast, job, purposes, detail):
    referral = mr_ames(cast)
    with acting_as("seed"):
        taken_back()
        Referral.objects.update(referrer_job=job)
        for purpose in purposes:
            answered(referral, purpose)
        assert hearing.detail_for(Referral.objects.get(pk=referral.pk)) == detail


def test_rosa_reads_what_she_was_told_and_not_what_was_kept_from_her(cast, went):
    take_back_tell_referrer()
    with acting_as("seed"):
        introductions.step(went.connection, to="settled", by=cast.carl)
    counts = {}
    for name in ("rosa", "lena", "ravi", "carl", "cora", "nia", "colm"):
        identify(getattr(cast, name))
        counts[name] = Reply.objects.count()
    assert counts == {"rosa": 4, "lena": 4, "ravi": 0, "carl": 5, "cora": 0, "nia": 0, "colm": 0}


def test_rosa_changes_no_reply(cast, went):
    identify(cast.rosa)
    assert Reply.objects.update(why_not="left") == 0


@pytest.mark.parametrize(("agreed", "why_not"), [(True, ""), (False, "no_consent")])
def test_a_relative_hears_only_with_the_persons_yes_and_by_their_own_page(cast, agreed, why_not):
    with acting_as("seed"):
        ann = Outsider.objects.create(
            name="Ann", email="ann@example.org", tie="her daughter", verified_at=timezone.now()
        )
        referral = mr_ames(cast, source="family", outsider=ann)
        Referral.objects.update(referrer=None)
        links.mint("status", referral.pk, [referral.pk, ann.pk], timezone.now() + timedelta(days=9))
        referral = Referral.objects.get(pk=referral.pk)
        if not agreed:
            consenting.take_back(referral, purpose="tell_referrer", by=cast.carl)
        actions.accept(Referral.objects.get(pk=referral.pk), by=cast.carl)
    assert told(referral) == [("accepted", why_not)]
    with acting_as("delivery"):
        letters = list(Message.objects.filter(recipient_key=ann.pk).values_list("template", "link__purpose"))
    assert letters == ([("word_back_outside", "status")] if agreed else [])


def test_the_letter_that_says_nobody_answered_counts_as_the_reply(cast):
    referral = mr_ames(cast)
    with acting_as("clocks"):
        lateness._give_back(Referral.objects.get(pk=referral.pk), timezone.localdate())
    with acting_as("delivery"):
        Message.objects.filter(template="late_no_answer").update(state="sent", sent_at=timezone.now())
    with acting_as("reminders"):
        assert sweeping.note_sent() == 1
        assert [reply.sent_at is not None for reply in Reply.objects.filter(news="returned")] == [True]
