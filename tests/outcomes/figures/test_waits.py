"""Waits in working days, and what is said of many of them."""

from datetime import datetime

import pytest

from connect.messaging.hours import LONDON
from outcomes.figures import waits
from outcomes.figures.counting import Seen


@pytest.mark.parametrize(
    ("since", "until", "working", "days"),
    [
        ((10, 5, 23), (10, 5, 23), 0, 0),  # the same day
        ((10, 5, 23), (10, 6, 1), 1, 1),
        ((10, 9, 9), (10, 12, 9), 1, 3),  # Friday to Monday
        ((10, 10, 9), (10, 12, 9), 1, 2),  # Saturday to Monday
        ((12, 24, 9), (12, 29, 9), 1, 5),  # Christmas, the weekend and a bank holiday in between
        ((10, 6, 9), (10, 5, 9), 0, 0),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(since, until, working, days):
    since, until = datetime(2026, *since, tzinfo=LONDON), datetime(2026, *until, tzinfo=LONDON)
    assert (waits.working_days(since, until, "england"), waits.days(since, until)) == (working, days)


def seen(*lengths, waiting=()):
    return [Seen(1, n) for n in lengths] + [Seen(1, n, whole=False) for n in waiting]


def test_of_few_people_nothing_finer_than_the_median_is_said():
    said = waits.told([5, 10])(seen(1, 2, 3, 4, 5, 6, waiting=[7, 7, 7]))
    assert said == {"median": 5, "three_quarters": None, "not_yet": "*", "curve": []}


def test_of_many_the_curve_is_said_to_the_nearest_five_per_cent():
    said = waits.told([5, 10, 20])(seen(*range(1, 31), waiting=[30] * 10))
    assert said == {"median": 20, "three_quarters": 30, "not_yet": 10, "curve": [[5, 10], [10, 25], [20, 50]]}


def test_where_most_still_wait_there_is_no_median():
    assert waits.told([5])(seen(1, 2, waiting=[9] * 8))["median"] is None
