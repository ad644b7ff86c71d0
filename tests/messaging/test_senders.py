"""Each sender against the double: what it hands over, what it makes of each answer, and what it can be asked."""

import json
import logging
import time
import uuid

import pytest

from connect.messaging import mailbox, senders
from connect.messaging.senders import CANNOT_ASK, NotAccepted, Refused, Unclear

BY_WEB = [("http", "sms"), ("notify", "sms"), ("notify", "email")]


@pytest.fixture(params=BY_WEB, ids=lambda pair: "-".join(pair))
def sender(request, through):
    name, channel = request.param
    through(name)
    return senders.for_channel(channel)


@pytest.fixture
def post(through):
    through("smtp")
    return senders.for_channel("email")


def send(sender, reference="ref-1"):
    return sender.send(reference, "07700900184", "A note", "Hi Jean – see you at 12, Siân")


def test_a_message_is_handed_over_once_under_our_reference(sender, double):
    provider_id = send(sender)
    [accepted] = double.accepted["ref-1"]
    assert accepted["id"] == provider_id
    assert (accepted["to"], accepted["body"]) == ("07700900184", "Hi Jean – see you at 12, Siân")


def test_a_provider_is_asked_by_our_reference(sender):
    assert sender.find("ref-1") is None
    provider_id = send(sender)
    assert sender.find("ref-1") == provider_id
    assert sender.find("ref-2") is None


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("stall", Unclear),
        ("late", Unclear),
        ("reset", Unclear),
        ("reset-before", Unclear),
        ("broken", Unclear),
        ("broken-but-accepted", Unclear),
        ("garbage", Unclear),
        ("busy", NotAccepted),
        ("wrong-key", NotAccepted),
        ("wrong-number", Refused),
    ],
)
def test_every_answer_is_one_of_three_and_carries_no_words(sender, double, answer, error):
    double.behave = lambda reference, nth: answer
    started = time.monotonic()
    with pytest.raises(error) as raised:
        send(sender)
    assert time.monotonic() - started < 3  # the double would stall for ten seconds
    assert str(raised.value) == ""
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_busy_says_how_long(sender, double):
    double.behave = lambda reference, nth: "busy"
    with pytest.raises(NotAccepted) as raised:
        send(sender)
    assert raised.value.wait == 1.0


def test_no_answer_to_a_question_is_never_taken_for_no(sender, double):
    double.answers_questions = False
    with pytest.raises(Unclear):
        sender.find("ref-1")


def test_nobody_listening_is_unclear_too(sender, double):
    double.close()
    with pytest.raises(Unclear):
        send(sender)
    with pytest.raises(Unclear):
        sender.find("ref-1")


@pytest.mark.parametrize("answer", [{"error": "no such page"}, {"messages": "none"}, {"messages": [{}]}, []])
def test_an_answer_that_is_no_list_of_messages_is_not_an_empty_list(through, double, answer):
    through("http")
    double.list_as = answer
    with pytest.raises(Unclear):
        senders.for_channel("sms").find("ref-1")


def test_a_mail_carries_our_reference_and_asks_for_no_answer(post, double):
    message_id = send(post, str(uuid.UUID(int=7)))
    [accepted] = double.accepted[str(uuid.UUID(int=7))]
    assert message_id == f"<{uuid.UUID(int=7)}@example.org>"
    assert (accepted["subject"], accepted["body"].strip()) == ("A note", "Hi Jean – see you at 12, Siân")


@pytest.mark.parametrize(
    ("answer", "error"), [("reset", Unclear), ("stall", Unclear), ("busy", NotAccepted), ("wrong-number", Refused)]
)
def test_a_mail_server_says_yes_no_later_or_nothing(post, double, answer, error):
    double.behave = lambda reference, nth: answer
    with pytest.raises(error) as raised:
        send(post)
    assert str(raised.value) == ""


def test_a_mail_that_was_taken_stays_taken_however_the_server_says_goodbye(post, double):
    double.behave = lambda reference, nth: "rude-goodbye"
    assert send(post)


def test_a_mail_server_that_is_away_has_nothing(post, double):
    double.close()
    with pytest.raises(NotAccepted):
        send(post)


def test_a_mail_server_cannot_be_asked(post):
    assert (post.can_be_asked, post.find("ref-1")) == (False, CANNOT_ASK)


def test_the_mailbox_keeps_one_file_for_each_accept_and_never_overwrites(through, settings):
    through("mailbox")
    box, reference = senders.for_channel("sms"), str(uuid.uuid4())
    assert box.find(reference) is None
    assert [send(box, reference), send(box, reference)] == [f"{reference}.1", f"{reference}.2"]
    assert box.find(reference) == f"{reference}.1"
    assert sorted(path.name for path in settings.MAILBOX_DIR.iterdir()) == [f"{reference}.{n}.json" for n in (1, 2)]
    kept = json.loads((settings.MAILBOX_DIR / f"{reference}.1.json").read_text())
    assert (kept["channel"], kept["to"]) == ("sms", "07700900184")
    assert {letter.number for letter in mailbox.letters()} == {1, 2}


def test_no_sender_logs_a_name_a_number_or_a_word_of_the_message(sender, double, caplog):
    caplog.set_level(logging.DEBUG)
    for answer in ("accept", "broken", "wrong-number", "garbage"):
        double.behave = lambda reference, nth, answer=answer: answer
        try:
            send(sender)
        except (Refused, Unclear):
            continue
    assert "07700900184" not in caplog.text
    assert "Jean" not in caplog.text


def test_a_sender_may_be_named_by_the_dotted_name_of_its_class(settings):
    settings.TEXT_SENDER = "connect.messaging.senders.mailbox.MailboxSender"
    assert type(senders.for_channel("sms")).__name__ == "MailboxSender"
