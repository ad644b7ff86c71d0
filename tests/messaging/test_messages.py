"""The outbox: once for each recipient and cause, behind its wall, called off when it is no longer right."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from connect.identity import acting_as, acting_for
from connect.messaging import links, messages
from connect.messaging.models import Message
from connect.messaging.states import Note, State

from .conftest import NOON, now, write_to_jean

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
JEAN, ABOUT = uuid.uuid4(), uuid.uuid4()


def test_the_second_message_for_one_recipient_and_cause_is_the_first():
    first = write_to_jean("reminder:1", recipient_key=JEAN)
    second = write_to_jean("reminder:1", recipient_key=JEAN, to="somebody else")
    other = write_to_jean("reminder:2", recipient_key=JEAN)
    with acting_as("delivery"):
        assert set(Message.objects.all()) == {first, other}
    assert (second.pk, now(second).to) == (first.pk, "07700900184")


def test_who_may_not_read_the_outbox_still_learns_which_row_is_theirs():
    first = write_to_jean("reminder:1", recipient_key=JEAN, about_id=ABOUT)
    told = {"channel": "sms", "to": "x", "template": "word_back", "context": {}, "about_id": ABOUT}
    with acting_for([ABOUT]):
        again = messages.queue(recipient_key=JEAN, cause="reminder:1", **told)
        assert not Message.objects.exists()
    assert again.pk == first.pk
    assert now(first).to == "07700900184"


def test_the_holder_of_a_link_writes_about_what_it_is_for_and_nothing_else():
    told = {"channel": "sms", "to": "x", "template": "word_back", "context": {}}
    with acting_for([ABOUT]):
        messages.queue(recipient_key=JEAN, cause="1", about_id=ABOUT, **told)
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(), acting_for([ABOUT]):
        messages.queue(recipient_key=JEAN, cause="2", about_id=uuid.uuid4(), **told)


def test_nobody_reads_changes_or_writes_a_message_without_being_somebody():
    message = write_to_jean()
    assert not Message.objects.exists()
    assert Message.objects.filter(pk=message.pk).update(to="thief") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Message.objects.bulk_create([Message(recipient_key=JEAN, cause="x", body="x", due_at=NOON)])


def test_the_wall_stands_for_the_owner_too():
    with connection.cursor() as cursor:
        cursor.execute("select relrowsecurity, relforcerowsecurity from pg_class where relname = 'messaging_message'")
        assert cursor.fetchone() == (True, True)


def test_the_database_holds_no_token_and_the_message_that_leaves_does():
    link = links.mint("attendance", JEAN, [ABOUT], NOON + timedelta(days=3))
    message = write_to_jean(template="did_you_go_discreet", link=link)
    assert now(message).body == "Hi Jean, did you get there on Tuesday? Tell Carl: {link} Or text YES, NO or STOP"
    assert links.token(link) in messages.fill(message.body, link)
    with connection.cursor() as cursor:
        cursor.execute("select m::text || l::text from messaging_message m join messaging_link l on l.id = m.link_id")
        assert not any(links.token(link) in row for (row,) in cursor.fetchall())


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (None, NOON),
        (datetime(2026, 11, 24, 23, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)),
        (datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 8, tzinfo=UTC)),
    ],
)
def test_what_would_be_due_at_night_is_due_at_nine(asked, due):
    assert now(write_to_jean(due_at=asked)).due_at == due


def test_what_is_called_off_keeps_its_row_and_says_why():
    mine, other = write_to_jean(about_id=ABOUT), write_to_jean(about_id=uuid.uuid4())
    assert messages.cancel(about_id=ABOUT) == 1
    assert (now(mine).state, now(mine).note) == (State.CANCELLED, Note.CALLED_OFF)
    assert now(other).state == State.QUEUED
    assert messages.cancel(about_id=ABOUT) == 0


def test_calling_off_works_by_recipient_and_cause_and_never_all():
    mine, other = write_to_jean("a", recipient_key=JEAN), write_to_jean("b", recipient_key=JEAN)
    assert messages.cancel(recipient_key=JEAN, cause="a") == 1
    assert (now(mine).state, now(other).state) == (State.CANCELLED, State.QUEUED)
    with pytest.raises(ValueError, match="which"):
        messages.cancel()


def test_calling_off_puts_back_who_was_asking():
    with acting_for([ABOUT]):
        messages.cancel(cause="none")
        with connection.cursor() as cursor:
            cursor.execute("select current_setting('app.job')")
            assert cursor.fetchone() == ("link",)


def test_a_message_and_what_caused_it_are_written_together_or_not_at_all():
    with transaction.atomic():
        message = write_to_jean()
        transaction.set_rollback(True)
    with acting_as("delivery"):
        assert not Message.objects.filter(pk=message.pk).exists()


def test_queueing_takes_a_stated_number_of_queries(django_assert_num_queries):
    with acting_as("reminders"), django_assert_num_queries(2):
        messages.queue(  # are there words of the tenant’s own; and the row
            recipient_key=JEAN, cause="n", channel="sms", to="x", template="word_back", context={"reference": "C-1"}
        )
