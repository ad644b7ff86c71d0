"""A message whose yes has run out, or whose kind was switched off, by the time it would leave."""

import uuid
from datetime import time, timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import delivery, hours, messages
from connect.messaging.models import Message
from connect.messaging.states import Note, State
from connect.messaging.switching import actions as switching
from referrals.models import Consent, Referral
from referrals.states import Purpose
from tests.answers import answered

pytestmark = pytest.mark.django_db


def ends_of(kind):
    with acting_as("delivery"):
        rows = Message.objects.filter(template__startswith=kind).order_by("channel")
        return [(one.state, one.note) for one in rows]


def test_what_rests_on_two_yeses_holds_until_the_first_runs_out(cast, with_carl):
    soon = timezone.localdate() + timedelta(days=9)
    answered(with_carl, "full_messages", review_on=soon)
    with acting_as("seed"):
        fresh = Referral.objects.get(pk=with_carl.pk)
        both = fresh.holds_until(Purpose.CONTACT, Purpose.FULL_MESSAGES)
        longer = fresh.holds_until(Purpose.CONTACT)
    assert timezone.localtime(both) == hours.at(soon + timedelta(days=1), time())
    assert longer > both


def test_a_text_whose_yes_ran_out_while_it_waited_does_not_leave(cast, expected, time_machine, settings):
    settings.QUIET_HOURS = False
    with acting_as("seed"):
        last_day = Consent.objects.get(referral=expected.referral_id, purpose="contact").review_on
    assert ends_of("introduced") == [(State.QUEUED, "")] * 2
    time_machine.move_to(timezone.now().replace(year=last_day.year, month=last_day.month, day=last_day.day, hour=12))
    with acting_as("delivery"):
        Message.objects.update(useless_after=None)  # that it is a year old is not what is asked here
        assert {one.has_lost_its_yes() for one in Message.objects.filter(template__startswith="introduced")} == {False}
    time_machine.shift(timedelta(days=1))
    delivery.sweep()
    assert ends_of("introduced") == [(State.CANCELLED, Note.YES_OVER)] * 2


def write(template="word_back", **more):
    with acting_as("reminders"):
        return messages.queue(
            recipient_key=uuid.uuid4(), cause="n", channel="email", to="rosa@example.org", template=template,
            context={"reference": "C-1"}, **more,
        )  # fmt: skip


def test_what_is_switched_off_in_the_house_does_not_leave_and_what_waited_is_called_off(cast, settings):
    settings.QUIET_HOURS = False
    write()
    assert switching.off(["word_back"], under=None, why="We ring.", by=cast.adam) == 1
    write()
    delivery.sweep()
    assert ends_of("word_back") == [(State.CANCELLED, Note.SWITCHED_OFF)] * 2
    switching.on(["word_back"], under=None, by=cast.adam)
    write()
    delivery.sweep()
    assert sorted(ends_of("word_back"))[-1] == (State.SENT, "")


def test_a_scheme_switches_off_its_own_and_nobody_elses(cast, settings):
    settings.QUIET_HOURS = False
    ours, theirs = write(under_id=cast.scheme.pk), write(under_id=cast.other_scheme.pk)
    switching.off(["word_back"], under=cast.scheme.pk, why="We ring.", by=cast.tess)
    later = write(under_id=cast.scheme.pk)
    delivery.sweep()
    with acting_as("delivery"):
        found = dict(Message.objects.values_list("pk", "state"))
    assert (found[ours.pk], found[theirs.pk], found[later.pk]) == (State.CANCELLED, State.SENT, State.CANCELLED)


def test_switched_off_twice_is_off_once_and_on_is_on(cast):
    for _ in range(2):
        switching.off(["word_back"], under=None, why="We ring.", by=cast.adam)
    assert switching.on(["word_back"], under=None, by=cast.adam) == 1
    assert switching.on(["word_back"], under=None, by=cast.adam) == 0
