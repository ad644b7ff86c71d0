"""Texts that come in: from whom, once, meant how, read by whom; never a guess, and nothing of them in a log."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging import links
from connect.messaging.inbound import providers, taking
from connect.messaging.models import InboundText, Message
from connect.messaging.senders.mailbox import MailboxSender
from connect.people.models import User
from referrals.models import Attendance, Heard, HowItWas, Occasion, Person, Referral
from referrals.person import restricting
from tests.cast import mr_ames
from tests.referrals.going.conftest import NUMBER, question, sent

pytestmark = pytest.mark.django_db


def answers():
    with acting_as("seed"):
        return list(Attendance.objects.order_by("said_at").values_list("said_by", "answer"))


def heard():
    with acting_as("seed"):
        rows = Heard.objects.select_related("reader").order_by("at")
        return [(one.text, one.reader.first_name if one.reader else "", one.door) for one in rows]


def rows(**where):
    with acting_as("inbound"):
        return list(InboundText.objects.filter(**where))


@pytest.mark.parametrize(("words", "said"), [("Yes", "went"), ("2", "not"), ("I'd rather not say", "rather_not")])
def test_yes_and_no_answer_the_one_question_that_was_asked(over, texts, words, said):
    assert (texts(words).status_code, answers(), heard()) == (204, [("person", said)], [])


def test_welsh_too(over, texts):
    texts("Naddo, diolch")
    assert answers() == [("person", "not")]


def test_what_is_kept_of_it_is_neither_the_number_nor_the_words(over, texts):
    texts("yes")
    assert [(one.meaning, one.number, one.words, one.handled_at is None) for one in rows()] == [("went", "", "", False)]


def test_after_yes_we_ask_how_it_was_and_a_figure_answers_that(over, texts):
    texts("yes")
    with acting_as("delivery"):
        assert [one.channel for one in Message.objects.filter(template="how_was_it_discreet")] == ["sms"]
    sent()
    texts("3")
    with acting_as("seed"):
        assert (list(HowItWas.objects.values_list("answer", flat=True)), answers()) == (
            ["not_for_me"], [("person", "went")],
        )  # fmt: skip


def test_told_twice_by_the_provider_it_happens_once(over, texts):
    key = str(uuid.uuid4())
    assert [texts("It was too far for me", key=key).status_code for _ in range(3)] == [204, 204, 204]
    assert (len(rows()), len(heard())) == (1, 1)


@pytest.mark.parametrize("secret", ["another secret", "x" * 50])
def test_a_forged_call_is_an_address_that_is_not_there_and_leaves_nothing(over, texts, secret):
    assert (texts("STOP", secret=secret).status_code, rows(), answers()) == (404, [], [])


def test_notify_shows_its_token_and_nobody_else_does(over, client, settings):
    settings.NOTIFY_CALLBACK_TOKEN = "a long token of theirs"
    told = {"id": str(uuid.uuid4()), "source_number": "447700900126", "message": "yes", "date_received": "2026-11-24"}

    def call(header):
        address = reverse("inbound_text", args=["notify"])
        return client.post(address, json.dumps(told), content_type="application/json", headers=header).status_code

    assert [call({}), call({"Authorization": "Bearer "}), call({"Authorization": "Bearer no"})] == [404, 404, 404]
    assert (call({"Authorization": "Bearer a long token of theirs"}), answers()) == (204, [("person", "went")])
    settings.NOTIFY_CALLBACK_TOKEN = ""
    assert call({"Authorization": "Bearer "}) == 404  # a door that was not set up is no door


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"id": 1, "from": "1", "body": "x"}', b'{"id":"a","from":"b"}'])
def test_what_is_no_text_is_refused_in_a_word(client, body, settings):
    headers = providers.signed_by_us(settings.TEXT_INBOUND_SECRET, body)
    address = reverse("inbound_text", args=["http"])
    assert client.post(address, body, content_type="application/json", headers=headers).status_code == 400


def test_too_large_too_often_and_not_posted(client, texts, monkeypatch):
    assert client.get(reverse("inbound_text", args=["http"])).status_code == 405
    assert texts("x" * 20_000).status_code == 413
    monkeypatch.setattr(taking, "MOST_AN_HOUR", 2)
    assert [texts("hello").status_code for _ in range(3)] == [204, 204, 429]


def test_any_other_words_are_carls_to_read_with_danger_first(over, texts):
    texts("Yes but he hit me")
    assert (answers(), heard()) == ([], [("Yes but he hit me", "Carl", "text")])
    with acting_as("seed"):
        assert Heard.objects.get().danger


def said_back():
    with acting_as("delivery"):
        return [(one.channel, one.to, one.body) for one in Message.objects.filter(template="text_read")]


@pytest.mark.parametrize("words", ["I do not want to live any more", "Is there a bus?"])
def test_whatever_words_they_text_they_hear_once_a_day_that_a_person_reads_them(over, texts, settings, words):
    settings.QUIET_HOURS = True  # it answers at any hour
    for _twice in range(2):
        texts(words)
    [(channel, to, body)] = said_back()
    assert (channel, to) == ("sms", "07700 900 126")
    assert [part in body for part in ("A person here reads", "999", "111", "116 123")] == [True] * 4
    with acting_as("delivery"):
        due = Message.objects.get(template="text_read").due_at
    assert due <= timezone.now()


@pytest.mark.parametrize("because", ["stopped", "not safe", "shared", "restricted"])
def test_nothing_is_said_back_where_we_may_not_write_or_somebody_else_may_read(over, texts, cast, because):
    if because == "stopped":
        texts("STOP")
    with acting_as("seed"):
        referral = Referral.objects.get(pk=over.referral_id)
        if because == "not safe":
            Person.objects.filter(pk=referral.person_id).update(safe_to_message="no")
        elif because == "shared":
            Person.objects.filter(pk=mr_ames(cast).person_id).update(given_name="Joan", phone=NUMBER)
        elif because == "restricted":
            restricting.restrict(referral, why="abuse", by=cast.carl, owner=cast.carl)
    texts("Where is it?")
    assert (said_back(), len(heard()) > 0) == ([], True)


def test_a_yes_to_nothing_that_was_asked_is_words(expected, texts):
    texts("yes")
    assert (answers(), [door for *_rest, door in heard()]) == ([], ["text"])


def test_two_questions_open_at_once_are_no_guess_of_ours(over, texts, cast):
    first = question()
    with acting_as("seed"):
        again = Occasion.objects.get(pk=over.pk)
        copied = {name: getattr(again, name) for name in ("connection_id", "referral_id", "service_id", "known_as")}
        other = Occasion.objects.create(
            **copied, register_id=uuid.uuid4(), starts_at=again.starts_at.replace(microsecond=7), ends_at=again.ends_at
        )
        second = links.mint("attendance", other.pk, [other.pk, other.referral_id, again.referral.person_id],
                            first.expires_at)  # fmt: skip
    with acting_as("delivery"):
        before = Message.objects.get(link=first, channel="sms")
    with acting_as("reminders"):
        Message.objects.bulk_create([
            Message(recipient_key=before.recipient_key, cause="did_you_go:sms:other", channel="sms", to=before.to,
                    template=before.template, body="?", link=second, due_at=before.due_at, state="sent")
        ])  # fmt: skip
    texts("yes")
    assert (answers(), [text for text, *_rest in heard()]) == ([], ["yes"])


def test_a_number_two_people_share_is_read_by_their_lead_and_answers_for_neither(over, texts, cast):
    with acting_as("seed"):
        Person.objects.filter(pk=mr_ames(cast).person_id).update(given_name="Joan", phone=NUMBER)
    texts("yes")
    assert (answers(), heard()) == ([], [("yes", "Tess", "text")])


def test_an_unknown_number_is_a_leads_and_its_number_lasts_a_fortnight(cast, texts, sign_in, time_machine):
    texts("Is this the lunch people?", number="07700900999")
    assert [(text, door) for text, _who, door in heard()] == [("Is this the lunch people?", "stranger")]
    assert [one.number for one in rows()] == ["07700900999"]
    with acting_as("seed"):
        row = Heard.objects.get()
    page = sign_in(User.objects.get(pk=row.reader_id)).get(reverse("heard_word", args=[row.pk]))
    assert "07700 900 999" in page.content.decode()
    for name in ("carl", "rosa", "nia", "colm"):
        identify(getattr(cast, name))
        assert InboundText.objects.count() == 0, name
    identify()
    time_machine.move_to(timezone.now() + timedelta(days=15))
    taking.forget()
    assert [one.number for one in rows()] == [""]


def test_what_somebody_restricted_texts_goes_only_to_those_who_may_know_of_them(over, texts, cast):
    with acting_as("seed"):
        referral = Referral.objects.get(pk=over.referral_id)
        restricting.restrict(referral, why="abuse", by=cast.carl, owner=cast.carl)
        assert Person.objects.get(pk=referral.person_id).phone == ""
    texts("He has found me")
    with acting_as("seed"):
        row = Heard.objects.get(door="text")
    assert (row.referral_id, row.reader_id) == (over.referral_id, cast.carl.pk)
    for name, sees in {"carl": 1, "tess": 0, "cora": 0, "rosa": 0}.items():
        identify(getattr(cast, name))
        assert Heard.objects.filter(pk=row.pk).count() == sees, name


def test_what_cannot_be_dealt_with_is_kept_and_dealt_with_later(over, texts, settings, time_machine):
    settings.INBOUND_TEXT_HANDLER = "referrals.going.nowhere.handle"
    assert (texts("yes").status_code, answers()) == (204, [])
    settings.INBOUND_TEXT_HANDLER = "referrals.going.inbound.handle"
    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    assert (taking.deal_with_waiting(), answers()) == (1, [("person", "went")])


def test_no_log_line_has_the_number_or_the_words(over, texts, caplog, settings):
    settings.INBOUND_TEXT_HANDLER = "referrals.going.nowhere.handle"
    texts("a secret of mine")
    assert [word for word in ("secret", "7700900126") if word in caplog.text] == []


@pytest.mark.parametrize(("demo", "status", "said"), [(True, 302, [("person", "not")]), (False, 404, [])])
def test_in_the_demo_a_text_in_the_mailbox_can_be_answered_and_nowhere_else(
    over, client, settings, tmp_path, demo, status, said
):
    settings.MAILBOX_DIR, settings.DEMO = tmp_path, demo
    reference = str(uuid.uuid4())
    MailboxSender("sms").send(reference, "07700900126", "", "Hi Stanley, did you get there?")
    answer = client.post(reverse("text_back"), {"reference": reference, "words": "No"})
    assert (answer.status_code, answers()) == (status, said)
