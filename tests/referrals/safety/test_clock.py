"""Four working hours, over nights, weekends and bank holidays."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from referrals.safety import clock

LONDON = ZoneInfo("Europe/London")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026-11-23T09:30", "2026-11-23T13:30"),  # a Monday morning
        ("2026-11-23T15:00", "2026-11-24T11:00"),  # over the night
        ("2026-11-23T03:00", "2026-11-23T13:00"),  # before anybody is in
        ("2026-11-20T16:59", "2026-11-23T12:59"),  # over a weekend
        ("2026-11-21T12:00", "2026-11-23T13:00"),  # on a Saturday
        ("2026-12-24T15:00", "2026-12-29T11:00"),  # Christmas, and the Monday kept for Boxing Day
        ("2026-10-23T15:00", "2026-10-26T11:00"),  # the clocks go back in between
    ],
)
def test_it_counts_working_hours_only(written, due):
    assert clock.after(at(written), 4, "england") == at(due)


def test_more_than_a_day_of_them():
    assert clock.after(at("2026-11-23T09:00"), 20, "england") == at("2026-11-25T13:00")
