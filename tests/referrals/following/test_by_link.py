"""The person's own word: the settled question, and what got in the way. Opening changes nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals.belonging import Connection
from referrals.following import recording, sweeping
from referrals.following.models import FollowUp, MeasureDue, Reason
from referrals.models import Heard, Person, Referral
from tests.referrals.following.test_after_an_answer import next_of, open_rows, said

pytestmark = pytest.mark.django_db


def sweep():
    with acting_as("reminders"):
        return sweeping.sweep()


@pytest.fixture
def asked(cast, weeks):
    """Three lunches, and the question has been put to Mr Ames."""
    said(cast, *((one, "went") for one in weeks(3)))
    identify()
    sweep()
    with acting_as("seed"):
        return FollowUp.objects.still_open().get()


def opened(client, purpose="settled"):
    link = Link.objects.get(purpose=purpose)
    answer = client.get(reverse("link", args=[links.token(link)]))
    return link, client.get(answer["Location"])


def test_he_is_asked_once_the_day_after_with_no_word_of_where(asked):
    assert sweep() == 0
    with acting_as("delivery"):
        told = list(Message.objects.filter(template="settled").order_by("channel"))
    assert [one.channel for one in told] == ["email", "sms"]
    assert {timezone.localdate(one.due_at) > timezone.localdate() for one in told} == {True}
    assert [word for one in told for word in ("Mark", "lunch", "Olive") if word in one.subject + one.body] == []


def test_opening_changes_nothing_and_pressing_does(asked, client):
    _link, page = opened(client)
    assert "Hello Stanley. How are you getting on?" in page.content.decode()
    assert ("Mark" in page.content.decode(), open_rows()) == (False, [("settled", asked.occasion_id)])


@pytest.mark.parametrize(
    ("answer", "state", "step", "owed"),
    [
        ("settled", "settled", "celebrate", ["celebrate"]),
        ("help", "attending", "ring_asked", []),
        ("leave", "not_for_them", "ask_why", ["ask_why"]),
    ],
)
def test_his_own_answer_counts(asked, client, with_carl, answer, state, step, owed):
    link, _page = opened(client)
    pressed = client.post(reverse("settled"), {"link": str(link.pk), "answer": answer})
    assert (pressed.status_code, pressed["Location"]) == (302, reverse("settled_thanks"))
    assert client.get(reverse("settled_thanks")).status_code == 200
    with acting_as("seed"):
        row = FollowUp.objects.get(pk=asked.pk)
        assert (Connection.objects.get().state, row.said_by, row.done_by, row.then) == (state, "person", None, answer)
        assert MeasureDue.objects.filter(what="follow_up").exists() == (answer == "settled")
    assert (next_of(with_carl), [kind for kind, _after in open_rows()]) == (step, owed)


def test_the_first_answer_stands_whoever_asks_after_it(asked, client):
    link, _page = opened(client)
    for answer in ("settled", "leave", "settled"):
        client.post(reverse("settled"), {"link": str(link.pk), "answer": answer})
    with acting_as("seed"):
        assert Connection.objects.get().state == "settled"


def test_nothing_pressed_is_said_so(asked, client):
    link, _page = opened(client)
    answer = client.post(reverse("settled"), {"link": str(link.pk)})
    assert (answer.status_code, "Press one of the three." in answer.content.decode()) == (422, True)


def test_when_carl_has_heard_it_the_link_opens_nothing_and_the_message_stays_here(cast, asked, client):
    identify(cast.carl)
    chosen = recording.Said("help")
    made = {"key": asked.pk, "content_hash": "", "made_in": ""}
    recording.record(asked.connection, kind="settled", said=chosen, by=cast.carl, made=made, row=asked)
    identify()
    link = Link.objects.get(purpose="settled")
    assert client.get(reverse("link", args=[links.token(link)])).status_code == 410
    with acting_as("delivery"):
        assert set(Message.objects.filter(template="settled").values_list("state", flat=True)) == {"cancelled"}


def test_not_for_him_he_may_say_why_and_his_words_are_read_by_somebody(asked, client):
    link, _page = opened(client)
    client.post(reverse("settled"), {"link": str(link.pk), "answer": "leave"})
    sent = {"link": str(link.pk), "why": "not_right", "words": "They all know each other."}
    assert client.post(reverse("settled_why"), sent).status_code == 302
    with acting_as("seed"):
        assert [(one.why, one.said_by, one.by) for one in Reason.objects.all()] == [("not_right", "person", None)]
        assert Heard.objects.get().text == "They all know each other."


def test_after_not_this_time_he_may_say_what_got_in_the_way_and_carl_reads_it(cast, weeks, client, sign_in):
    [first] = weeks(1)
    links.mint("attendance", first.pk, [first.referral_id, first.pk], timezone.now() + timedelta(days=3))
    link, _page = opened(client, "attendance")
    client.post(reverse("reply"), {"link": str(link.pk), "answer": "not"})
    assert "Would you like to say what got in the way?" in client.get(reverse("thanks")).content.decode()
    told = client.post(reverse("why_not"), {"link": str(link.pk), "why": "transport", "words": ""}, follow=True)
    assert "Thank you. That helps." in told.content.decode()
    client.post(reverse("why_not"), {"link": str(link.pk), "why": "made up"})
    with acting_as("seed"):
        assert [(one.why, one.said_by) for one in Reason.objects.all()] == [("transport", "person")]
    listed = sign_in(cast.carl).get(reverse("following")).content.decode()
    assert ("Getting there was hard" in listed, "They have not been yet" in listed) == (True, True)


@pytest.mark.parametrize("change", [{"safe_to_message": "no"}, {"restricted": True}])
def test_who_may_not_be_written_to_is_not_and_the_connector_asks(cast, weeks, change):
    said(cast, *((one, "went") for one in weeks(3)))
    identify()
    with acting_as("seed"):
        Person.objects.update(**change)
        if "restricted" in change:
            Referral.objects.update(named=[cast.carl.pk])
    sweep()
    with acting_as("delivery"):
        assert Message.objects.filter(template="settled").count() == 0
    assert [kind for kind, _after in open_rows()] == ["settled"]


def test_the_organisers_link_does_not_open_the_persons_page(asked, client):
    link = links.mint("register", asked.occasion_id, [asked.referral_id], timezone.now() + timedelta(days=1))
    client.get(reverse("link", args=[links.token(link)]))
    assert client.get(reverse("settled")).status_code == 410


def test_three_days_of_silence_are_noticed_once(cast, weeks, with_carl):
    [first] = weeks(1, last=3)
    sweep()
    sweep()
    assert (open_rows(), next_of(with_carl)) == ([("not_started", first.pk)], "not_started")


def test_two_days_of_silence_are_not(weeks):
    weeks(1, last=2)
    sweep()
    assert open_rows() == []


def test_somebody_who_rests_is_left_in_peace(weeks, with_carl):
    weeks(1, last=5)
    with acting_as("seed"):
        Referral.objects.update(state="paused")
    sweep()
    assert open_rows() == []


def test_a_group_that_says_afterwards_that_it_was_off_was_missed_by_nobody(cast, weeks):
    [first] = weeks(1)
    said(cast, (first, "not"))
    identify()
    with acting_as("seed"):
        type(first).objects.filter(pk=first.pk).update(called_off_at=timezone.now())
    sweep()
    assert open_rows() == []


def test_the_day_they_chose_comes_to_the_top(cast, weeks, with_carl):
    with time_machine.travel("2026-11-24 12:00Z", tick=False) as clock:
        said(cast, (weeks(1)[0], "not"))
        row = FollowUp.objects.still_open().get()
        later = recording.Said("later", "ill", on=timezone.localdate() + timedelta(days=30))
        made = {"key": row.pk, "content_hash": "", "made_in": ""}
        recording.record(row.connection, kind="not_started", said=later, by=cast.carl, made=made, row=row)
        Referral.objects.update(next_step="review", next_on=timezone.localdate() + timedelta(days=90))
        identify()
        sweep()
        assert next_of(with_carl) == "review"
        clock.shift(timedelta(days=30))
        sweep()
    assert next_of(with_carl) == "offer_again"
