"""Quiet hours, clock changes and working days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from connect.messaging import hours

LONDON = ZoneInfo("Europe/London")
NATIONS = sorted(hours.CODES)


def london(*parts, fold=0):
    return datetime(*parts, tzinfo=LONDON, fold=fold)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [((8, 59), False), ((9, 0), True), ((19, 59), True), ((20, 0), False), ((0, 0), False), ((23, 59), False)],
)
def test_we_write_from_nine_until_eight_by_the_clock_on_the_wall(clock, expected):
    assert hours.allowed(london(2026, 7, 14, *clock)) is expected
    assert hours.allowed(london(2026, 1, 14, *clock)) is expected


def test_the_same_moment_in_utc_is_quiet_in_summer_and_not_in_winter():
    assert hours.allowed(datetime(2026, 7, 14, 8, 30, tzinfo=UTC))  # 9:30 in London
    assert not hours.allowed(datetime(2026, 1, 14, 8, 30, tzinfo=UTC))
    assert not hours.allowed(datetime(2026, 7, 14, 19, 30, tzinfo=UTC))  # 8:30pm in London
    assert hours.allowed(datetime(2026, 1, 14, 19, 30, tzinfo=UTC))


def test_a_moment_without_its_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        hours.allowed(datetime(2026, 7, 14, 12))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (london(2026, 11, 24, 12), london(2026, 11, 24, 12)),
        (london(2026, 11, 24, 3), london(2026, 11, 24, 9)),
        (london(2026, 11, 24, 20), london(2026, 11, 25, 9)),
        (london(2026, 3, 28, 22), london(2026, 3, 29, 9)),  # the clocks go forward that night
        (london(2026, 10, 24, 22), london(2026, 10, 25, 9)),  # and back that night
        (london(2026, 12, 31, 23, 30), london(2027, 1, 1, 9)),
    ],
)
def test_what_falls_into_the_night_waits_for_nine(asked, expected):
    assert hours.next_allowed(asked) == expected


def test_the_night_the_clocks_go_forward_is_an_hour_shorter_and_nine_is_still_nine():
    forward = hours.next_allowed(london(2026, 3, 28, 21)) - london(2026, 3, 28, 21).astimezone(UTC)
    back = hours.next_allowed(london(2026, 10, 24, 21)) - london(2026, 10, 24, 21).astimezone(UTC)
    assert (forward, back) == (timedelta(hours=11), timedelta(hours=13))


def test_with_a_nation_its_bank_holidays_are_quiet_too():
    assert hours.next_allowed(london(2026, 12, 24, 21), "england") == london(2026, 12, 27, 9)
    assert hours.next_allowed(london(2026, 12, 31, 21), "scotland") == london(2027, 1, 3, 9)
    assert hours.next_allowed(london(2026, 12, 31, 21), "wales") == london(2027, 1, 2, 9)
    assert not hours.allowed(london(2026, 3, 17, 12), "northern-ireland")
    assert hours.allowed(london(2026, 3, 17, 12), "england")


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (london(2026, 11, 24, 12), london(2026, 11, 23, 10)),
        (london(2026, 3, 29, 12), london(2026, 3, 28, 10)),  # 24 hours before would be 11am, and 25 hours are 23
        (london(2026, 10, 25, 9, 30), london(2026, 10, 24, 10)),
        (london(2026, 3, 30, 0, 30), london(2026, 3, 29, 10)),
        (datetime(2026, 7, 14, 23, 30, tzinfo=UTC), london(2026, 7, 14, 10)),  # that is the 15th in London
        (london(2027, 1, 1, 11), london(2026, 12, 31, 10)),
    ],
)
def test_the_day_before_is_a_date_and_a_clock_time_not_24_hours(session, expected):
    assert hours.day_before(session) == expected
    assert hours.day_before(session).astimezone(LONDON).time() == time(10)


def test_an_hour_that_the_clock_leaves_out_becomes_the_one_after_it():
    assert hours.at(date(2026, 3, 29), time(1, 30)).isoformat() == "2026-03-29T02:30:00+01:00"
    assert hours.at(date(2026, 10, 25), time(1, 30)).isoformat() == "2026-10-25T01:30:00+01:00"


def test_a_reminder_that_says_tomorrow_is_useless_after_that_evening():
    assert hours.evening_of(london(2026, 10, 25, 10)) == london(2026, 10, 25, 20)


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_each_minute_across_a_clock_change_is_quiet_or_not_by_the_wall(change):
    start = datetime.combine(change, time(0), UTC) - timedelta(hours=12)
    for minutes in range(0, 48 * 60, 5):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            now = timezone.now()
            assert hours.allowed(now) == (9 <= now.astimezone(LONDON).hour < 20)
            assert hours.allowed(hours.next_allowed(now))


@given(moment=st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2029, 1, 1), timezones=st.just(UTC)))
def test_the_next_allowed_moment_is_allowed_never_earlier_and_at_most_14_hours_away(moment):
    found = hours.next_allowed(moment)
    assert hours.allowed(found)
    assert timedelta(0) <= found - moment <= timedelta(hours=14)


# Bank holidays as published on gov.uk/bank-holidays, 2026 and the turn of the year.
@pytest.mark.parametrize(
    ("day", "count", "nation", "expected"),
    [
        ("2026-11-20", 1, "england", "2026-11-23"),
        ("2026-11-20", 5, "england", "2026-11-27"),
        ("2026-11-27", 1, "england", "2026-11-30"),
        ("2026-11-27", 1, "scotland", "2026-12-01"),  # St Andrew's Day
        ("2026-04-02", 1, "england", "2026-04-07"),  # Good Friday, Easter Monday
        ("2026-04-02", 1, "scotland", "2026-04-06"),  # no Easter Monday
        ("2026-12-24", 1, "england", "2026-12-29"),  # Boxing Day on a Saturday: the Monday instead
        ("2026-12-24", 2, "scotland", "2026-12-30"),
        ("2026-12-31", 1, "england", "2027-01-04"),
        ("2026-12-31", 1, "scotland", "2027-01-05"),  # 2 January on a Saturday: the Monday instead
        ("2026-07-31", 1, "scotland", "2026-08-04"),  # Summer holiday, first Monday
        ("2026-07-31", 1, "england", "2026-08-03"),
        ("2026-08-28", 1, "england", "2026-09-01"),
        ("2026-08-28", 1, "scotland", "2026-08-31"),
        ("2026-07-10", 1, "northern-ireland", "2026-07-14"),
        ("2026-03-16", 1, "northern-ireland", "2026-03-18"),
        ("2026-03-16", 1, "wales", "2026-03-17"),
        ("2026-11-21", 0, "england", "2026-11-23"),
        ("2026-11-23", 0, "england", "2026-11-23"),
    ],
)
def test_working_days_by_nation(day, count, nation, expected):
    assert hours.add_working_days(date.fromisoformat(day), count, nation) == date.fromisoformat(expected)


@given(day=st.dates(date(2026, 1, 1), date(2029, 1, 1)), count=st.integers(0, 30), nation=st.sampled_from(NATIONS))
def test_working_days_add_up(day, count, nation):
    end = hours.add_working_days(day, count, nation)
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert hours.is_working_day(end, nation)
    assert sum(hours.is_working_day(each, nation) for each in between) == count or count == 0


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        hours.add_working_days(date(2026, 11, 23), -1, "england")
