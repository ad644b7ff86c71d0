"""Who goes on attending is expected again, from the listing's own timetable; what changes there is followed."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.messaging.models import Message
from directory.models import Service
from referrals.going import actions as going
from referrals.models import Occasion, Particulars, Referral
from referrals.states import Answer, Says, Step
from tests.referrals.sessions.conftest import pulse

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 12, 0, tzinfo=hours.LONDON)


def expected_at(**where):
    with acting_as("seed"):
        rows = Occasion.objects.filter(called_off_at=None, **where).order_by("starts_at")
        return [timezone.localtime(one.starts_at).strftime("%d %b %H:%M") for one in rows]


def letters(template):
    with acting_as("delivery"):
        return list(Message.objects.filter(template=template).order_by("due_at"))


@pytest.fixture
def goes(now, newcomer):
    """Jean went last Tuesday, and goes on."""
    now.move_to(TUESDAY - timedelta(days=8), tick=False)
    connection = newcomer(state=Step.INTRODUCED)
    now.move_to(TUESDAY - timedelta(days=6), tick=False)
    with acting_as("seed"):
        going.answer(connection.occasions.get(), said_by=Says.PERSON, answer=Answer.WENT)
        connection.refresh_from_db()
    now.move_to(TUESDAY - timedelta(days=1, hours=2), tick=False)
    return connection


def test_who_goes_along_is_expected_at_the_sessions_of_the_next_fortnight_and_once(goes):
    for _ in range(3):
        pulse()
    assert expected_at() == ["17 Nov 12:00", "24 Nov 12:00", "01 Dec 12:00"]


def test_who_stayed_away_the_first_time_is_asked_first(now, newcomer):
    connection = newcomer(state=Step.INTRODUCED)
    now.move_to(TUESDAY + timedelta(days=1), tick=False)
    with acting_as("seed"):
        going.answer(connection.occasions.get(), said_by=Says.ORGANISER, answer=Answer.NOT)
    pulse()
    assert expected_at() == ["24 Nov 12:00"]


@pytest.mark.parametrize("change", [{"state": "paused"}, {"state": "closed"}])
def test_nobody_is_expected_while_they_rest_or_when_it_is_over(goes, change):
    with acting_as("seed"):
        Referral.objects.update(**change)
    pulse()
    assert expected_at() == ["17 Nov 12:00"]


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        ({"except_on": [date(2026, 11, 24)]}, ["17 Nov 12:00", "01 Dec 12:00"]),
        ({"valid_to": date(2026, 11, 25)}, ["17 Nov 12:00", "24 Nov 12:00"]),
        ({"term_time": True}, ["17 Nov 12:00"]),
    ],
)
def test_its_exceptions_and_terms_are_respected(cast, goes, schedule, days):
    row = cast.lunch.schedules.get()
    for name, value in schedule.items():
        setattr(row, name, value)
    row.save()
    pulse()
    assert expected_at() == days


def test_bank_holidays_are_respected(cast, now, newcomer):
    row = cast.lunch.schedules.get()
    row.byday, row.dtstart, row.not_on_bank_holidays = "MO", date(2026, 1, 5), True
    row.save()
    now.move_to(datetime(2026, 12, 20, 9, tzinfo=hours.LONDON), tick=False)
    connection = newcomer(state=Step.INTRODUCED)
    now.move_to(datetime(2026, 12, 22, 9, tzinfo=hours.LONDON), tick=False)
    with acting_as("seed"):
        going.answer(connection.occasions.get(), said_by=Says.PERSON, answer=Answer.WENT)
    pulse()
    assert expected_at() == ["21 Dec 12:00", "04 Jan 12:00"]  # the 28th is a bank holiday


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (date(2026, 10, 20), ["20 Oct 10:00", "27 Oct 10:00", "03 Nov 10:00"]),  # the 25th: an hour back
        (date(2027, 3, 23), ["23 Mar 10:00", "30 Mar 10:00", "06 Apr 10:00"]),  # the 28th: an hour on
    ],
)
def test_ten_in_the_morning_stays_ten_across_both_changes_of_the_clock(cast, now, newcomer, first, days):
    cast.lunch.schedules.update(opens_at=time(10), closes_at=time(12))
    now.move_to(datetime.combine(first - timedelta(days=1), time(9), hours.LONDON), tick=False)
    connection = newcomer(state=Step.INTRODUCED)
    now.move_to(datetime.combine(first, time(13), hours.LONDON), tick=False)
    with acting_as("seed"):
        going.answer(connection.occasions.get(), said_by=Says.PERSON, answer=Answer.WENT)
    pulse()
    assert expected_at() == days


def test_an_hour_that_changes_moves_what_was_generated_and_tells_and_doubles_nothing(cast, goes):
    pulse()
    cast.lunch.schedules.update(opens_at=time(13))
    for _ in range(2):
        pulse()
    assert expected_at() == ["17 Nov 12:00", "24 Nov 13:00", "01 Dec 13:00"]
    texts = [one.body for one in letters("moved") if one.channel == "sms"]
    assert texts[0] == (
        "Hi Jean, a change: Tuesday 24 November is at 1pm, not 12 noon. "
        "Questions? Ring Carl on 01632 960 014. Text STOP to stop"
    )
    assert len(texts) == 2


def test_another_day_of_the_week_calls_off_the_one_and_expects_them_on_the_other(cast, goes):
    pulse()
    row = cast.lunch.schedules.get()
    row.byday = "WE"
    row.save()
    for _ in range(2):
        pulse()
    assert expected_at() == ["17 Nov 12:00", "25 Nov 12:00", "02 Dec 12:00"]
    assert len([one for one in letters("called_off") if one.channel == "sms"]) == 2


def test_whoever_wants_texts_alone_is_told_by_text_alone(cast, goes):
    with acting_as("seed"):
        Particulars.objects.create(person=goes.person, contact_methods=["text"], changed_by=cast.carl)
    pulse()
    Service.objects.update(status="temporarily closed", shut_from="2026-11-23", reopens_on="2026-11-28")
    pulse()
    assert [one.channel for one in letters("called_off")] == ["sms"]


def test_a_listing_that_is_shut_calls_off_and_tells_and_one_that_opens_expects_again(cast, goes):
    pulse()
    shut = {"status": "temporarily closed", "shut_from": "2026-11-23", "reopens_on": "2026-11-28"}
    Service.objects.update(**shut)
    pulse()
    assert expected_at() == ["17 Nov 12:00", "01 Dec 12:00"]
    text = next(one.body for one in letters("called_off") if one.channel == "sms")
    assert text == (
        "Hi Jean, Tuesday 24 November is off, we are sorry. Next: Tuesday 1 December. "
        "Questions? Ring Carl on 01632 960 014. Text STOP to stop"
    )


def test_what_was_agreed_by_hand_is_moved_by_no_timetable(cast, goes):
    with acting_as("seed"):
        Occasion.objects.create(
            connection=goes, referral=goes.referral, service=cast.lunch, register_id=goes.pk, known_as="Jean A",
            starts_at=TUESDAY + timedelta(days=2), ends_at=TUESDAY + timedelta(days=2, hours=2),
        )  # fmt: skip
    Service.objects.update(status="temporarily closed")
    pulse()
    assert expected_at(starts_at__gt=TUESDAY) == ["26 Nov 12:00"]


def test_who_may_not_be_written_to_is_rung(cast, goes):
    with acting_as("seed"):
        goes.referral.person.__class__.objects.update(safe_to_message="no")
        Referral.objects.update(next_step="session", next_on=date(2026, 11, 24))
    pulse()
    Service.objects.update(status="temporarily closed")
    pulse()
    assert letters("called_off") == []
    with acting_as("seed"):
        assert Referral.objects.values_list("next_step", "next_on").get() == ("ring", date(2026, 11, 23))
