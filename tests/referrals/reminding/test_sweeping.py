"""The reminder the day before and the question afterwards: once, in time, and only to who may be written to."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from referrals import actions
from referrals.introductions import actions as introductions
from referrals.models import Consent, Occasion, Person
from referrals.reminding import sweeping
from tests.answers import answered, taken_back
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
MONDAY_9AM = datetime(2026, 11, 23, 9, tzinfo=UTC)  # the lunch is on Tuesdays at noon


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(MONDAY_9AM, tick=False)
    return time_machine


@pytest.fixture
def expected(clock, cast, with_carl):
    with acting_as("seed"):
        return introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=actions.new_key())


def sweep():
    with acting_as("reminders"):
        sweeping.remind_of_tomorrow()
        sweeping.ask_who_went()


def written(*kinds):
    with acting_as("delivery"):
        rows = Message.objects.order_by("template", "channel").values_list("template", "channel")
        return [row for row in rows if row[0].startswith(kinds)]


def change(model, **values):
    if model is Consent:
        taken_back()
        return
    with acting_as("seed"):
        model.objects.update(**values)


def test_the_day_before_at_ten_he_is_reminded_by_text_and_e_mail_once(clock, expected):
    sweep()
    assert written("reminder") == []
    clock.move_to(MONDAY_9AM + timedelta(hours=1))
    for _ in range(3):
        sweep()
    assert written("reminder") == [("reminder_discreet", "email"), ("reminder_discreet", "sms")]


def test_a_reminder_that_could_not_leave_that_day_never_leaves(clock, expected):
    clock.move_to(MONDAY_9AM + timedelta(hours=2))
    sweep()
    with acting_as("delivery"):
        until = set(Message.objects.filter(template="reminder_discreet").values_list("useless_after", flat=True))
    assert until == {datetime(2026, 11, 24, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("sunday", "reminded_at"),
    [
        # the clocks go back on Sunday 25 October 2026 and forward on Sunday 28 March 2027
        (datetime(2026, 10, 25, 12, tzinfo=UTC), datetime(2026, 10, 24, 9, tzinfo=UTC)),
        (datetime(2027, 3, 28, 11, tzinfo=UTC), datetime(2027, 3, 27, 10, tzinfo=UTC)),
    ],
)
def test_ten_in_the_morning_is_by_the_clock_on_the_wall_across_clock_changes(clock, expected, sunday, reminded_at):
    change(Occasion, starts_at=sunday, ends_at=sunday + timedelta(hours=2))
    clock.move_to(reminded_at - timedelta(minutes=1))
    sweep()
    assert written("reminder") == []
    clock.move_to(reminded_at)
    sweep()
    assert len(written("reminder")) == 2


def test_afterwards_he_and_olive_are_asked_once_each_with_a_link(clock, expected):
    clock.move_to(datetime(2026, 11, 24, 15, 30, tzinfo=UTC))
    for _ in range(2):
        sweep()
    asked = [("did_you_go_discreet", "email"), ("did_you_go_discreet", "sms"), ("register", "email")]
    assert written("did_you", "register") == asked
    with acting_as("delivery"):
        assert not Message.objects.filter(template__startswith="did_you", link=None).exists()
        assert not [body for body in Message.objects.values_list("body", flat=True) if "/l/" in body]


def test_two_people_at_one_lunch_are_one_letter_to_olive(clock, cast, expected):
    with acting_as("seed"):
        second = mr_ames(cast)
        actions.accept(second, by=cast.carl)
        said = {"channel": "call", "reached": True, "note": ""}
        actions.record_contact(second, **said, by=cast.carl, made=actions.new_key())
        second.refresh_from_db()
        introductions.introduce(second, service=cast.lunch, by=cast.carl, made=actions.new_key())
    clock.move_to(datetime(2026, 11, 24, 15, 30, tzinfo=UTC))
    sweep()
    assert written("register") == [("register", "email")]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Person, {"safe_to_message": "no"}),
        (Person, {"safe_to_message": "unsure"}),
        (Person, {"restricted": True}),
        (Person, {"phone": "", "email": ""}),
        (Consent, {}),
        (Occasion, {"called_off_at": MONDAY_9AM}),
    ],
)
def test_nothing_is_written_to_whoever_may_not_be_written_to(clock, expected, model, values):
    change(model, **values)
    for moment in (MONDAY_9AM + timedelta(hours=2), datetime(2026, 11, 24, 15, 30, tzinfo=UTC)):
        clock.move_to(moment)
        sweep()
    assert written("reminder", "did_you") == []


def test_full_messages_only_with_a_yes_of_their_own(clock, expected):
    answered(expected.referral, "full_messages")
    clock.move_to(MONDAY_9AM + timedelta(hours=2))
    sweep()
    assert written("reminder") == [("reminder_full", "email"), ("reminder_full", "sms")]


def test_once_the_session_is_over_carl_owes_a_question(clock, expected):
    clock.move_to(datetime(2026, 11, 24, 15, 30, tzinfo=UTC))
    sweep()
    with acting_as("seed"):
        expected.referral.refresh_from_db()
        assert (expected.referral.next_step, expected.referral.next_on) == ("ask", timezone.localdate())
