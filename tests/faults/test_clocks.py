"""Clocks that change, step and stop: each reminder that is still true leaves once, and none leaves in the night."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import delivery, hours
from connect.messaging.mailbox import letters
from connect.messaging.models import Message
from connect.messaging.states import State
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Occasion
from referrals.reminding import sweeping
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = (
    datetime(2026, 10, 25, tzinfo=UTC),
    datetime(2027, 3, 28, tzinfo=UTC),
)  # the clocks go back, and forward
PULSE = timedelta(hours=1)
# By the wall, from the Saturday before: the night itself twice or not at all, and hours about which 24 hours are wrong.
SESSIONS = [(0, 12, 0), (1, 0, 30), (1, 1, 30), (1, 9, 30), (1, 12, 0), (1, 23, 30), (2, 0, 10), (2, 9, 0), (2, 18, 0)]


@pytest.fixture(autouse=True)
def by_mailbox(settings, tmp_path):
    settings.TEXT_SENDER = settings.EMAIL_SENDER = "mailbox"
    settings.MAILBOX_DIR, settings.QUIET_HOURS = tmp_path / "mailbox", True


@pytest.fixture
def expected(cast, time_machine):
    """expected(sunday) -> the sessions round it, one person each, arranged on the Thursday before."""

    def arrange(sunday):
        thursday = sunday - timedelta(days=3)
        time_machine.move_to(thursday.replace(hour=12), tick=False)
        saturday = timezone.localdate(sunday) - timedelta(days=1)
        with acting_as("seed"):
            return [_one(cast, hours.at(saturday + timedelta(days=on), _clock(*at))) for on, *at in SESSIONS]

    return arrange


def _clock(hour, minute):
    return datetime(2000, 1, 1, hour, minute).time()


def _one(cast, starts_at):
    referral = mr_ames(cast)
    actions.accept(referral, by=cast.carl)
    connection = introductions.suggest(referral, service=cast.lunch, by=cast.carl, made=actions.new_key())
    return Occasion.objects.create(
        connection=connection, referral=referral, service=cast.lunch, register_id=connection.pk,
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), place="St Mark's hall", known_as="Stanley A",
    )  # fmt: skip


def pulse():
    with acting_as("reminders"):
        sweeping.remind_of_tomorrow()
        sweeping.ask_who_went()
    delivery.sweep()


def run(time_machine, until, steps=()):
    """Pulses until then. `steps` are moments at which somebody turns the machine's clock, and by how much."""
    waiting = list(steps)
    while timezone.now() < until:
        pulse()
        time_machine.shift(PULSE)
        if waiting and timezone.now() >= waiting[0][0]:
            time_machine.shift(waiting.pop(0)[1])


def sent(kind):
    """occasion -> how many messages of this kind left about it."""
    with acting_as("delivery"):
        rows = Message.objects.filter(template__startswith=kind, state=State.SENT)
        return Counter(row.cause.rpartition(":")[2] for row in rows)


def by_the_wall():
    return {timezone.localtime(letter.sent_at).time() for letter in letters()}


def all_once():
    return {letter.number for letter in letters()} == {1}


def twice_each(occasions):
    """By text and by e-mail."""
    return {str(one.pk): 2 for one in occasions}


def none_in_the_night():
    return all(hours.MORNING <= at < hours.EVENING for at in by_the_wall())


@pytest.mark.parametrize("sunday", [AUTUMN, SPRING])
def test_across_a_clock_change_due_is_sent_once_the_day_before_and_by_daylight(expected, time_machine, sunday):
    occasions = expected(sunday)
    run(time_machine, sunday + timedelta(days=3))
    assert (sent("reminder"), sent("did_you_go")) == (twice_each(occasions), twice_each(occasions))
    assert (all_once(), none_in_the_night()) == (True, True)
    with acting_as("delivery"):
        told = {
            row.cause.rpartition(":")[2]: row.sent_at for row in Message.objects.filter(template__startswith="reminder")
        }
    days = [timezone.localdate(one.starts_at) - timezone.localdate(told[str(one.pk)]) for one in occasions]
    assert set(days) == {timedelta(days=1)}


def test_a_clock_that_is_turned_two_hours_back_and_two_forward_loses_nothing_and_repeats_nothing(
    expected, time_machine
):
    occasions = expected(AUTUMN)
    two = timedelta(hours=2)
    friday, sunday = AUTUMN - timedelta(days=2), AUTUMN
    steps = [(friday.replace(hour=9, minute=30), -two), (friday.replace(hour=21), two), (sunday.replace(hour=10), -two)]
    run(time_machine, AUTUMN + timedelta(days=3), steps)
    assert (sent("reminder"), sent("did_you_go")) == (twice_each(occasions), twice_each(occasions))
    assert (all_once(), none_in_the_night()) == (True, True)


def test_a_machine_that_slept_three_days_says_tomorrow_only_of_tomorrow(expected, time_machine):
    occasions = expected(AUTUMN)
    time_machine.move_to(AUTUMN - timedelta(days=2, hours=-3), tick=False)  # Friday 4am, and then nothing until Sunday
    pulse()
    woken = AUTUMN + timedelta(days=0, hours=11)
    time_machine.move_to(woken, tick=False)
    run(time_machine, AUTUMN + timedelta(days=3))
    tomorrow = [
        one for one in occasions if timezone.localdate(one.starts_at) == timezone.localdate(woken) + timedelta(days=1)
    ]
    assert sent("reminder") == twice_each(tomorrow)
    assert sent("did_you_go") == twice_each(occasions)  # what was missed is asked about all the same
    assert (all_once(), none_in_the_night()) == (True, True)
