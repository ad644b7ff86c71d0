"""Few messages, by the way that reaches them: capped, one a day, and a human where no text will do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from directory import schedule
from referrals import telling
from referrals.models import Occasion, Particulars, Task
from referrals.reminding import sweeping
from referrals.sessions import actions as sessions

pytestmark = pytest.mark.django_db
TOGETHER = ("referral__person", "referral__connector", "referral__team__organisation", "service", "connection")


def fresh(occasion):
    return Occasion.objects.select_related(*TOGETHER).get(pk=occasion.pk)


def written(kind):
    with acting_as("delivery"):
        return sorted(Message.objects.filter(template__startswith=kind).values_list("channel", flat=True))


def body(kind):
    with acting_as("delivery"):
        return Message.objects.filter(template__startswith=kind, channel="sms").get().body


def reads(person_id, cast, **said):
    with acting_as("seed"):
        Particulars.objects.create(person_id=person_id, changed_by=cast.carl, **said)


@pytest.mark.parametrize(
    ("most", "reminded", "asked"), [(5, 2, 2), (2, 2, 0), (1, 0, 0)]
)  # a question gives way before a reminder does; what he asked for is there in any case
def test_so_many_in_a_week_and_no_more(expected, settings, most, reminded, asked):
    settings.MOST_MESSAGES_A_WEEK = most
    with acting_as("reminders"):
        telling.remind(fresh(expected))
        telling.ask_the_person(fresh(expected))
    assert [len(written(kind)) for kind in ("introduced", "reminder", "did_you_go")] == [2, reminded, asked]


def test_two_sessions_on_one_day_are_one_reminder_and_one_question(expected, cast):
    later = expected.starts_at + timedelta(hours=3)
    with acting_as("seed"):
        also = sessions.expect(expected.connection, schedule.Session(later, later + timedelta(hours=1), None))
    with acting_as("reminders"):
        telling.remind(fresh(expected))
        assert Occasion.objects.get(pk=also.pk).reminded_at is not None
        Occasion.objects.update(asked_at=None)
        telling.ask_the_person(fresh(expected))
        Occasion.objects.filter(pk=expected.pk).update(asked_at=later + timedelta(hours=2))
        telling.ask_the_person(fresh(also))
    assert (" and at " in body("reminder"), written("did_you_go")) == (True, ["email", "sms"])


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        ({}, ["email", "sms"]),
        ({"contact_methods": ["text"]}, ["sms"]),
        ({"contact_methods": ["email", "ring"]}, ["email"]),
        ({"formats": ["email_text"]}, ["email"]),
        ({"formats": ["large_print"], "contact_methods": ["text"]}, ["sms"]),
        ({"formats": ["large_print"]}, []),
        ({"contact_methods": ["letter"]}, []),
        ({"contact_methods": ["ring"], "formats": ["braille"]}, []),
    ],
)
def test_by_the_way_that_reaches_them(expected, cast, said, ways):
    reads(expected.connection.person_id, cast, **said)
    with acting_as("reminders"):
        telling.remind(fresh(expected))
    assert written("reminder") == ways


def test_where_no_text_will_do_carl_is_asked_once_to_ring_or_write(expected, cast):
    reads(expected.connection.person_id, cast, formats=["large_print"])
    with acting_as("reminders"):
        for _ in range(2):
            telling.remind(fresh(expected))
    with acting_as("seed"):
        [task] = Task.objects.all()
    assert (task.owner, task.made_by, task.due_on, task.words[:13]) == (
        cast.carl, None, timezone.localdate(), "Ring or write",
    )  # fmt: skip


def test_the_sweep_asks_once_and_a_human_owes_the_question_that_was_left_out(expected, settings):
    settings.MOST_MESSAGES_A_WEEK = 1
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    with acting_as("reminders"):
        assert sweeping.ask_who_went() == 1
    with acting_as("seed"):
        expected.referral.refresh_from_db()
    assert (written("did_you_go"), expected.referral.next_step) == ([], "ask")
