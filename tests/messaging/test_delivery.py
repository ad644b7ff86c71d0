"""Claim, ask, send, mark: each due message ends as sent, failed, unresolved or cancelled, and none goes out twice."""

import logging
import threading
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from connect.identity import acting_as
from connect.messaging import delivery, links, messages
from connect.messaging.models import Message
from connect.messaging.states import Note, State

from .conftest import NOON, now, write_to_jean

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
LEASE = timedelta(seconds=120)


@pytest.fixture(autouse=True)
def by_http(through, settings):
    through("http")
    settings.QUIET_HOURS, settings.MESSAGE_LEASE_SECONDS = True, LEASE.total_seconds()


def sweep_for_hours(at_noon, hours):
    """A pulse each minute, so many hours on."""
    for _ in range(hours * 60):
        at_noon.shift(timedelta(minutes=1))
        delivery.sweep()


def abandon(message):
    """As a worker leaves it that was killed after it had claimed, an hour ago."""
    with acting_as("delivery"):
        Message.objects.filter(pk=message.pk).update(
            state=State.SENDING, attempts=1, lease_until=NOON - timedelta(hours=1)
        )


def test_what_is_due_is_sent_once_with_the_token_in_place_of_the_link(double):
    link = links.mint("attendance", uuid.uuid4(), [], NOON + timedelta(days=3))
    message = write_to_jean(template="did_you_go_discreet", link=link)
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert delivery.sweep() == Counter()
    [accepted] = double.accepted[str(message.pk)]
    asked = f"Hi Jean, did you get there on Tuesday? Tell Carl: {links.address(link)} Or text YES, NO or STOP"
    assert accepted["body"] == asked
    sent = now(message)
    assert (sent.state, sent.provider_id, sent.sent_at) == (State.SENT, accepted["id"], NOON)


def test_what_is_not_due_waits(double, at_noon):
    message = write_to_jean(due_at=NOON + timedelta(hours=2))
    assert delivery.sweep() == Counter()
    at_noon.shift(timedelta(hours=2))
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert double.count(message.pk) == 1


def test_an_email_leaves_by_the_sender_of_emails(double, through):
    through("smtp")
    message = write_to_jean(channel="email")
    assert delivery.sweep() == Counter({State.SENT: 1})
    [accepted] = double.accepted[str(message.pk)]
    assert (accepted["to"], accepted["subject"]) == ("jean@example.org", "See you tomorrow")


@pytest.mark.parametrize(
    ("woken", "sends"),
    [
        (datetime(2026, 11, 24, 19, 59, tzinfo=UTC), 1),
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), 0),
        (datetime(2026, 11, 25, 8, 59, tzinfo=UTC), 0),
        (datetime(2027, 3, 28, 7, 59, tzinfo=UTC), 0),  # the clocks went forward that night: 8:59am
        (datetime(2027, 3, 28, 8, 0, tzinfo=UTC), 1),  # 9am
        (datetime(2027, 10, 31, 8, 30, tzinfo=UTC), 0),  # they went back: 8:30am
        (datetime(2027, 10, 31, 9, 0, tzinfo=UTC), 1),
    ],
)
def test_a_worker_that_wakes_up_at_night_waits_for_the_morning(double, at_noon, woken, sends):
    message = write_to_jean()
    at_noon.move_to(woken, tick=False)
    delivery.sweep()
    assert double.count(message.pk) == sends


def test_a_killed_workers_message_that_the_provider_has_is_marked_and_not_sent_again(double):
    message = write_to_jean()
    provider_id = double.accept(str(message.pk))
    abandon(message)
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert (now(message).provider_id, double.count(message.pk), double.tries) == (provider_id, 1, Counter())


def test_a_killed_workers_message_that_the_provider_has_not_is_sent(double):
    message = write_to_jean()
    abandon(message)
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert (double.asked, double.count(message.pk)) == (1, 1)


def test_while_the_lease_runs_nobody_touches_it(double, at_noon):
    message = write_to_jean()
    delivery.claim_next()
    at_noon.shift(LEASE - timedelta(seconds=1))
    assert delivery.sweep() == Counter()
    at_noon.shift(timedelta(seconds=1))
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert double.count(message.pk) == 1


def test_a_killed_workers_mail_cannot_be_asked_about_and_goes_to_a_person(double, through):
    through("smtp")
    message = write_to_jean(channel="email")
    abandon(message)
    assert delivery.sweep() == Counter({State.UNRESOLVED: 1})
    assert (now(message).note, double.count(message.pk)) == (Note.CANNOT_ASK, 0)


def test_a_mail_whose_answer_was_lost_goes_to_a_person_and_is_not_sent_again(double, through, at_noon):
    through("smtp")
    double.behave = lambda reference, nth: "reset"
    message = write_to_jean(channel="email")
    assert delivery.sweep() == Counter({State.UNRESOLVED: 1})
    sweep_for_hours(at_noon, 3)
    assert (double.count(message.pk), now(message).state) == (1, State.UNRESOLVED)


@pytest.mark.parametrize(
    "fault", ["stall", "late", "reset", "reset-before", "broken", "broken-but-accepted", "garbage"]
)
@pytest.mark.parametrize("name", ["http", "notify"])
def test_an_unclear_answer_is_asked_about_later_and_the_message_arrives_once(double, through, at_noon, name, fault):
    through(name)
    double.behave = lambda reference, nth: fault if nth == 1 else "accept"
    message = write_to_jean()
    assert delivery.sweep() == Counter({State.SENDING: 1})
    double.leaving.wait(1.3 if fault == "late" else 0)  # real seconds: the lease is longer than any provider's
    assert delivery.sweep() == Counter()
    at_noon.shift(LEASE)
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert (double.count(message.pk), double.asked) == (1, 1)


def test_a_busy_provider_is_tried_when_it_asked_to_and_the_message_does_not_age(double, at_noon):
    double.behave = lambda reference, nth: "busy" if nth < 9 else "accept"
    message = write_to_jean()
    for _ in range(8):
        assert delivery.sweep() == Counter({State.QUEUED: 1})
        assert delivery.sweep() == Counter()
        at_noon.shift(timedelta(seconds=1))
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert (double.count(message.pk), now(message).attempts) == (1, 1)


def test_a_provider_that_is_away_all_afternoon_costs_no_message(double, at_noon):
    double.behave = lambda reference, nth: "wrong-key"
    message = write_to_jean()
    sweep_for_hours(at_noon, 5)
    double.behave = lambda reference, nth: "accept"
    sweep_for_hours(at_noon, 1)
    assert (now(message).state, double.count(message.pk)) == (State.SENT, 1)


def test_nobody_is_asked_for_ever_and_nothing_is_sent_blindly(double, at_noon):
    message = write_to_jean()
    abandon(message)
    double.answers_questions = False
    for days in range(5):
        at_noon.move_to(NOON + timedelta(days=days), tick=False)
        delivery.sweep()
    assert (now(message).state, now(message).note) == (State.UNRESOLVED, Note.NO_ANSWER)
    assert double.tries == Counter()


def test_a_wrong_number_is_refused_at_once_and_listed(double, caplog):
    double.behave = lambda reference, nth: "wrong-number"
    message = write_to_jean()
    assert delivery.sweep() == Counter({State.FAILED: 1})
    assert now(message).note == Note.REFUSED
    assert caplog.messages == [f"message {message.pk} needs a person: failed, refused"]


def test_a_poison_message_is_parked_after_five_tries_and_delays_nobody(double, at_noon, caplog):
    poison = write_to_jean()
    double.behave = lambda reference, nth: "broken" if reference == str(poison.pk) else "accept"
    others = [write_to_jean() for _ in range(20)]
    assert delivery.sweep() == Counter({State.SENT: 20, State.SENDING: 1})
    sweep_for_hours(at_noon, 6)
    assert (now(poison).state, now(poison).note) == (State.FAILED, Note.GAVE_UP)
    assert double.tries[str(poison.pk)] == 5
    assert {double.count(other.pk) for other in others} == {1}
    assert [line for line in caplog.messages if "needs a person" in line] == [
        f"message {poison.pk} needs a person: failed, gave-up"
    ]


def test_a_message_that_breaks_before_it_is_handed_over_is_parked_too(double, at_noon, settings):
    poison, other = write_to_jean(), write_to_jean(channel="email")
    settings.TEXT_SENDER = "connect.messaging.senders.nothing.Such"
    assert delivery.sweep() == Counter({State.QUEUED: 1, State.SENT: 1})
    sweep_for_hours(at_noon, 4)
    assert (now(poison).state, now(poison).attempts) == (State.FAILED, 5)
    assert (now(other).state, double.tries[str(poison.pk)]) == (State.SENT, 0)


def test_a_fault_of_ours_does_not_make_us_forget_that_it_may_have_been_sent(double, at_noon, settings):
    message = write_to_jean()
    double.accept(str(message.pk))
    abandon(message)
    settings.TEXT_SENDER = "connect.messaging.senders.nothing.Such"
    assert delivery.sweep() == Counter({State.SENDING: 1})
    settings.TEXT_SENDER = "http"
    at_noon.shift(timedelta(hours=1))
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert double.tries == Counter()


def test_a_message_that_kills_each_worker_is_parked_after_five(double, at_noon):
    message = write_to_jean()
    for _ in range(5):
        delivery.claim_next()  # and never comes back
        at_noon.shift(LEASE)
    assert delivery.sweep() == Counter({State.FAILED: 1})
    assert (now(message).note, double.tries) == (Note.GAVE_UP, Counter())


def test_see_you_tomorrow_is_not_sent_the_day_after(double, at_noon):
    message = write_to_jean(useless_after=NOON + timedelta(hours=8))
    at_noon.shift(timedelta(days=1))
    assert delivery.sweep() == Counter({State.CANCELLED: 1})
    assert (now(message).note, double.count(message.pk)) == (Note.TOO_LATE, 0)


def test_a_message_whose_link_was_revoked_does_not_go_out(double):
    link = links.mint("attendance", uuid.uuid4(), [], NOON + timedelta(days=3))
    message = write_to_jean(template="did_you_go_discreet", link=link)
    links.revoke(link.subject)
    assert delivery.sweep() == Counter({State.CANCELLED: 1})
    assert (now(message).note, double.count(message.pk)) == (Note.LINK_GONE, 0)


@pytest.mark.parametrize(("had_it", "ends"), [(True, State.SENT), (False, State.CANCELLED)])
def test_what_is_called_off_while_it_is_being_sent_is_not_sent_again(double, had_it, ends):
    message = write_to_jean(about_id=uuid.uuid4())
    if had_it:
        double.accept(str(message.pk))
    abandon(message)
    assert messages.cancel(about_id=message.about_id) == 1
    assert now(message).state == State.SENDING
    assert delivery.sweep() == Counter({ends: 1})
    assert double.count(message.pk) == had_it


def test_a_worker_that_slept_through_half_its_lease_sends_nothing(double, at_noon):
    message = write_to_jean()
    claim = delivery.claim_next()
    at_noon.shift(LEASE / 2 + timedelta(seconds=1))
    assert delivery.deliver(claim) == State.SENDING
    assert double.count(message.pk) == 0


def test_a_worker_that_comes_back_late_does_not_undo_what_another_found_out(double, at_noon):
    message = write_to_jean()
    late = delivery.claim_next()
    at_noon.shift(LEASE)
    delivery.sweep()
    delivery._mark(late.message, State.QUEUED)
    assert now(message).state == State.SENT


def test_nothing_is_logged_but_the_id(double, at_noon, caplog):
    caplog.set_level(logging.DEBUG)
    faults = ["broken", "wrong-number", "garbage", "busy", "reset", "accept"]
    double.behave = lambda reference, nth: faults[nth % len(faults)]
    for channel in ("sms", "email"):
        write_to_jean(channel=channel)
    sweep_for_hours(at_noon, 1)
    assert not any(secret in caplog.text for secret in ("07700", "jean@", "Jean", "Carl", "01632"))


def test_the_list_for_a_person_says_which_and_never_who(double, through):
    through("smtp")
    message = write_to_jean(channel="email")
    abandon(message)
    delivery.sweep()
    [line] = listed()
    assert line == f"{message.pk}  2026-11-24T12:00+00:00  reminder_discreet  unresolved: " + Note.CANNOT_ASK.label


def listed(**options):
    out = StringIO()
    call_command("unresolved", stdout=out, **options)
    return out.getvalue().splitlines()


def test_a_person_says_what_became_of_it(double, at_noon):
    double.behave = lambda reference, nth: "wrong-number"
    arrived, again = write_to_jean(), write_to_jean()
    delivery.sweep()
    assert len(listed()) == 2
    listed(arrived=arrived.pk)
    listed(again=again.pk)
    double.behave = lambda reference, nth: "accept"
    at_noon.shift(timedelta(days=9))
    assert delivery.sweep() == Counter({State.SENT: 1})
    assert (now(arrived).state, double.count(arrived.pk), double.count(again.pk)) == (State.SENT, 0, 1)
    with pytest.raises(CommandError):
        listed(again=again.pk)


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_send_each_message_once(double):
    sent = [write_to_jean() for _ in range(40)]
    ended: list[Counter] = []

    def work():
        try:
            ended.append(delivery.sweep())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(ended, Counter()) == Counter({State.SENT: 40})
    assert {double.count(message.pk) for message in sent} == {1}


def test_a_delivery_takes_a_stated_number_of_queries(django_assert_num_queries):
    write_to_jean()
    # Two short transactions, each with a savepoint here, its identity said and put back; then a look for more.
    with django_assert_num_queries(15):
        delivery.sweep()
