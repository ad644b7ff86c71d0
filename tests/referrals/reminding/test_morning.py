"""One e-mail a working day to those for whom something waits; numbers, and nothing of anybody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, identify
from connect.messaging.models import Message
from connect.messaging.states import State
from connect.people.models import Membership
from referrals.models import Consent, ContactAttempt, Referral
from referrals.reminding import morning, today
from tests.answers import answered
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db
MONDAY_8AM, SATURDAY = datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 11, 28, 8, tzinfo=UTC)


@pytest.fixture
def accepted(cast, time_machine):
    """Mr Ames, accepted by Carl and not rung yet, on a Monday morning at which he should be."""
    time_machine.move_to(MONDAY_8AM, tick=False)
    referral = mr_ames(cast)
    with acting_as("seed"):
        Referral.objects.filter(pk=referral.pk).update(
            state="accepted", connector=cast.carl, next_step="ring", next_on=MONDAY_8AM.date()
        )
    return referral


def written():
    with acting_as("delivery"):
        return {one.to.partition("@")[0]: one for one in Message.objects.filter(template="day")}


def test_carl_and_his_lead_hear_once_how_much_waits_and_nobody_else_does(cast, accepted, time_machine):
    for _ in range(3):
        morning.sweep()
        time_machine.shift(timedelta(hours=1))
    assert set(written()) == {"carl", "tess"}
    letter = written()["carl"]
    assert letter.body.count("First calls to make: 1") == 1
    assert letter.due_at == MONDAY_8AM + timedelta(hours=1)  # never before nine
    assert letter.useless_after == datetime(2026, 11, 23, 20, tzinfo=UTC)


def test_it_says_nothing_of_whom(cast, accepted):
    morning.sweep()
    letter = written()["carl"]
    told = letter.subject + letter.body
    assert [word for word in ("Stanley", "Ames", accepted.reference, "Millrace", "lonel") if word in told] == []


def test_on_a_saturday_and_on_a_bank_holiday_nobody_is_written_to(cast, accepted, time_machine):
    for day in (SATURDAY, datetime(2026, 12, 25, 8, tzinfo=UTC)):
        time_machine.move_to(day, tick=False)
        morning.sweep()
    assert written() == {}


def test_who_has_left_or_does_not_want_it_hears_nothing(cast, accepted):
    Membership.objects.filter(user=cast.tess).update(ends_at=timezone.now() - timedelta(days=1))
    morning.want(cast.carl, wanted=False)
    morning.sweep()
    assert written() == {}
    morning.want(cast.carl, wanted=True)
    morning.sweep()
    assert set(written()) == {"carl"}


def test_switched_off_by_oneself_what_waits_to_leave_does_not(cast, accepted, sign_in):
    morning.sweep()
    client = sign_in(cast.carl)
    client.post(reverse("my_reminders"), {"wanted": "no"})
    assert (written()["carl"].state, written()["tess"].state) == (State.CANCELLED, State.QUEUED)
    assert client.get(reverse("my_reminders")).content.decode().count("Switch it on for me") == 1


def test_an_editor_hears_of_the_desk_and_a_commissioner_of_nothing(cast, time_machine):
    time_machine.move_to(MONDAY_8AM, tick=False)
    cast.lunch.check_by = MONDAY_8AM.date() - timedelta(days=9)
    with acting_as("seed"):
        cast.lunch.save(update_fields=["check_by"])
    morning.sweep()
    assert set(written()) == {"dev"}


def test_nobody_is_left_acting_as_anybody(cast, accepted):
    identify(cast.nia)
    morning.sweep()
    assert set(Referral.objects.all()) == set()


# ---------- what the day reminds of ----------


def counted(user):
    identify(user)
    return [line.count for line in today.lines(user)]


def test_a_first_call_is_due_on_its_day_and_not_before(cast, accepted, time_machine):
    assert (counted(cast.carl), counted(cast.tess)) == ([0, 1, 0, 0], [0, 1, 0, 0])
    assert (counted(cast.cora), counted(cast.nia), counted(cast.rosa)) == ([0] * 4, [0] * 4, [])
    time_machine.shift(-timedelta(days=1))
    assert counted(cast.carl) == [0, 0, 0, 0]


def test_nobody_reached_him_for_four_weeks(cast, with_carl, time_machine):
    assert counted(cast.carl) == [0, 0, 0, 0]
    time_machine.move_to(timezone.now() + timedelta(days=29))
    assert counted(cast.carl) == [0, 0, 1, 0]
    with acting_as("seed"):
        ContactAttempt.objects.create(
            referral=with_carl,
            channel="call",
            reached=True,
            by=cast.carl,
            key=with_carl.pk,
            content_hash="",
            made_in="",
        )
    assert counted(cast.carl) == [0, 0, 0, 0]


def test_a_yes_that_runs_out_this_month_until_it_is_given_again(cast, with_carl):
    with acting_as("seed"):
        first = Consent.objects.get(referral=with_carl, purpose="contact")
    answered(with_carl, "contact", review_on=timezone.localdate() + timedelta(days=20))
    assert counted(cast.carl) == [0, 0, 0, 1]
    answered(with_carl, "contact", review_on=first.review_on)
    assert counted(cast.carl) == [0, 0, 0, 0]
