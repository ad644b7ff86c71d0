"""Somebody answers by their own link: one question a page, any left out, stopped when they like."""

import pytest
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from outcomes.measuring import asking
from outcomes.measuring.models import Questions, Reading
from outcomes.measuring.states import Mode
from referrals.actions import new_key
from referrals.following import measures
from referrals.following.models import MeasureDue
from tests.cast import mr_ames


@pytest.fixture
def sent(cast, with_carl, sign_in):
    """Carl has pressed the button."""
    carl = sign_in(cast.carl)
    form = carl.get(reverse("readings", args=[with_carl.pk])).context["send"]
    for _ in range(2):
        carl.post(reverse("send_questions", args=[with_carl.pk]), {"key": form["key"].value()})
    with acting_as("seed"):
        return Questions.objects.get()


@pytest.fixture
def at_the_link(client, sent):
    client.get(reverse("link", args=[links.token(Link.objects.get(purpose="questions"))]))
    return client


def said(client, *answers):
    for answer in answers:
        number = client.get(reverse("questions")).context["place"].number
        assert client.post(reverse("questions"), {"answer": answer, "number": number}).status_code == 302


def test_pressed_twice_one_message_a_way_leaves_and_says_nothing_of_what_is_asked(sent):
    with acting_as("delivery"):
        letters = list(Message.objects.filter(template="questions").order_by("channel"))
    assert [letter.channel for letter in letters] == ["email", "sms"]
    assert not [word for letter in letters for word in ("lonely", "company", "group") if word in letter.body.lower()]


def test_what_they_answer_is_a_reading_for_each_instrument_and_what_was_due_is_taken(at_the_link, with_carl, cast):
    identify(cast.carl)
    measures.plan_baseline(with_carl)
    MeasureDue.objects.update(due_on="2020-01-01")
    said(at_the_link, "often", "leave_out", "prefer_not_to_say", "some_of_the_time")
    assert at_the_link.get(reverse("questions")).headers["Location"] == reverse("questions_thanks")
    assert "Thank you. That is all." in at_the_link.get(reverse("questions_thanks")).text
    identify(cast.carl)
    kept = {row.instrument: row.answers for row in Reading.objects.all()}
    assert kept == {
        "ucla3": {"lack_companionship": "often", "left_out": None, "isolated": "prefer_not_to_say"},
        "ons_direct": {"how_often_lonely": "some_of_the_time"},
    }
    assert {(row.mode, row.by, row.moment) for row in Reading.objects.all()} == {(Mode.LINK, None, "baseline")}
    assert [(row.why_not, row.done_at is None) for row in MeasureDue.objects.filter(what="baseline")] == [("", False)]


def test_opening_changes_nothing_and_an_answer_that_is_none_is_asked_again(at_the_link):
    page = at_the_link.get(reverse("questions"))
    assert page.context["place"].number == 1
    assert at_the_link.post(reverse("questions"), {"answer": "mostly", "number": 1}).status_code == 422
    assert at_the_link.post(reverse("questions"), {"number": 1}).status_code == 422
    assert at_the_link.post(reverse("questions"), {"answer": "often", "number": "9"}).status_code == 422
    with acting_as("seed"):
        assert Questions.objects.get().answers == {}


def test_they_can_go_back_and_say_something_else(at_the_link):
    said(at_the_link, "often", "often")
    assert at_the_link.get(reverse("questions"), {"question": 1}).context["given"] == "often"
    at_the_link.post(reverse("questions"), {"answer": "hardly_ever_or_never", "number": 1})
    with acting_as("seed"):
        assert Questions.objects.get().answers["ucla3"]["lack_companionship"] == "hardly_ever_or_never"
    assert at_the_link.get(reverse("questions"), {"question": 4}).context["place"].number == 3


def test_stopped_half_way_what_was_answered_stays(at_the_link, cast):
    said(at_the_link, "often")
    assert at_the_link.post(reverse("questions_stop")).headers["Location"] == reverse("questions_thanks")
    identify(cast.carl)
    assert [row.answers for row in Reading.objects.all()] == [{"lack_companionship": "often"}]
    assert at_the_link.post(reverse("questions"), {"answer": "often", "number": 2}).status_code == 302
    identify(cast.carl)
    assert Reading.objects.count() == 1


def test_stopped_at_once_is_a_reason_and_not_a_gap(at_the_link, with_carl, cast):
    identify(cast.carl)
    measures.plan_baseline(with_carl)
    MeasureDue.objects.update(due_on="2020-01-01")
    at_the_link.post(reverse("questions_stop"))
    identify(cast.carl)
    assert not Reading.objects.exists()
    assert [row.why_not for row in MeasureDue.objects.filter(what="baseline")] == ["declined"]


def test_nothing_is_sent_where_no_message_is_safe(cast):
    referral = mr_ames(cast)
    with acting_as("seed"):
        type(referral.person).objects.filter(pk=referral.person_id).update(safe_to_message="no")
        referral.refresh_from_db()
        with pytest.raises(asking.CannotWrite):
            asking.send(referral, by=cast.carl, made=new_key())


@pytest.mark.parametrize("who", ["nia", "cora", "rosa"])
def test_nobody_else_sends_them_or_sees_that_they_were_sent(sign_in, cast, sent, with_carl, who):
    assert sign_in(getattr(cast, who)).post(reverse("send_questions", args=[with_carl.pk])).status_code == 404
    identify(getattr(cast, who))
    assert not Questions.objects.exists()


def test_an_organisers_link_to_the_same_referral_opens_no_answers(sent, with_carl, cast):
    with acting_as("link", scope=[with_carl.pk, with_carl.person_id]):
        assert not Questions.objects.exists()
        assert not Reading.objects.exists()
