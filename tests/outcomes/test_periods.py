"""Months by the clock in London, and the day each is frozen."""

from datetime import UTC, date, datetime

import pytest

from outcomes import periods


def test_a_month_begins_at_midnight_in_london_on_both_sides_of_the_clock_change():
    assert [one.astimezone(UTC) for one in periods.bounds(date(2026, 10, 1))] == [
        datetime(2026, 9, 30, 23, tzinfo=UTC),
        datetime(2026, 11, 1, 0, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("month", "nation", "day"),
    [
        (date(2026, 9, 1), "england", date(2026, 10, 14)),  # the 30th is a Wednesday
        (date(2026, 10, 1), "england", date(2026, 11, 13)),  # the 31st is a Saturday
        (date(2026, 12, 1), "england", date(2027, 1, 15)),  # New Year's Day is no working day
        (
            date(2026, 12, 1),
            "scotland",
            date(2027, 1, 18),
        ),  # and in Scotland neither is the day after, made up on the 4th
    ],
)
def test_a_month_is_frozen_ten_working_days_after_its_last_day(month, nation, day):
    assert periods.frozen_on(month, nation) == day


def test_months_are_due_from_midnight_of_that_day_and_not_before():
    first = date(2026, 9, 1)
    before, after = datetime(2026, 11, 12, 23, 59, tzinfo=UTC), datetime(2026, 11, 13, 0, 0, tzinfo=UTC)
    assert list(periods.due_months(first, "england", before)) == [first]
    assert list(periods.due_months(first, "england", after)) == [first, date(2026, 10, 1)]


def test_a_referral_a_minute_after_midnight_in_summer_is_in_the_new_month():
    assert periods.month_of(datetime(2026, 6, 30, 23, 1, tzinfo=UTC)) == date(2026, 7, 1)
