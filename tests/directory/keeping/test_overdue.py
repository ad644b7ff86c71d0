"""The rule about listings nobody has confirmed, case by case. Each was to be checked by 30 June 2026."""

from datetime import date, timedelta

import pytest

from directory.keeping.overdue import Kept, Step, moved_by_attendance, step

BY = date(2026, 6, 30)
NOTHING, ASK, WITHHOLD, BACK = Step.NOTHING, Step.ASK, Step.WITHHOLD, Step.BRING_BACK


def days(*numbers: int) -> tuple[date, ...]:
    """So many days after the check-by date; before it, less than nought."""
    return tuple(BY + timedelta(days=number) for number in numbers)


# today, asks unanswered, calls without success, last attended; then what is due
CASES = {
    "not due for fifteen days": (-15, [], [], None, NOTHING),
    "due in a fortnight: asked the first time": (-14, [], [], None, ASK),
    "asked yesterday": (-13, [-14], [], None, NOTHING),
    "asked thirteen days ago": (-1, [-14], [], None, NOTHING),
    "unanswered for a fortnight: asked again": (0, [-14], [], None, ASK),
    "the sweep slept through it, and asks late": (20, [], [], None, ASK),
    "asked twice, and nobody has rung": (30, [-14, 0], [], None, NOTHING),
    "asked twice and rung, the second ask still open": (10, [-14, 0], [5], None, NOTHING),
    "asked twice, both unanswered, and rung": (14, [-14, 0], [5], None, WITHHOLD),
    "asked twice and rung before the second": (14, [-14, 0], [-3], None, WITHHOLD),
    "asked once and rung three times": (13, [0], [1, 5, 9], None, NOTHING),
    "asked once and rung, and the fortnight is over": (14, [0], [1, 5, 9], None, ASK),
    "asks and calls of the round before do not count": (0, [-200, -186], [-190], None, ASK),
    "sixty days gone by, on the day": (60, [-14, 0], [], None, NOTHING),
    "sixty days gone by, asks unanswered": (61, [-14, 0], [], None, WITHHOLD),
    "sixty days gone by, asked only yesterday": (61, [60], [], None, NOTHING),
    "sixty days gone by, and nobody was ever asked": (61, [], [], None, ASK),
    "people went last week, asks unanswered and rung": (14, [-14, 0], [5], 7, NOTHING),
    "people went last week, and sixty days have gone by": (70, [-14, 0], [5], 63, NOTHING),
    "people went within the period": (85, [-14, 0], [5], -5, NOTHING),
    "people went, but longer ago than the period": (92, [-14, 0], [5], 0, WITHHOLD),
    "people go, and it is still asked": (0, [-14], [], -1, ASK),
}


@pytest.mark.parametrize(("today", "asks", "calls", "attended", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_due(today, asks, calls, attended, expected):
    went = BY + timedelta(days=attended) if attended is not None else None
    kept = Kept(BY, 91, days(*asks), days(*calls), went)
    assert step(kept, BY + timedelta(days=today)) == expected


def test_where_nobody_can_be_written_to_only_calls_and_the_grace_count():
    unreachable = Kept(BY, 91, missed_calls=days(3), can_be_asked=False)
    assert [step(unreachable, BY + timedelta(days=n)) for n in (0, 20, 60, 61)] == [NOTHING, NOTHING, NOTHING, WITHHOLD]
    assert step(Kept(BY, 91, can_be_asked=False), BY + timedelta(days=400)) == NOTHING


@pytest.mark.parametrize(
    ("today", "attended", "expected"), [(90, None, NOTHING), (90, 85, BACK), (90, -10, NOTHING), (0, None, BACK)]
)
def test_what_is_hidden_comes_back_when_people_go_or_its_date_has_moved_on(today, attended, expected):
    went = BY + timedelta(days=attended) if attended is not None else None
    hidden = Kept(BY, 91, days(-14, 0), days(5), went, is_withheld=True)
    assert step(hidden, BY + timedelta(days=today)) == expected


def test_what_has_no_date_is_never_due():
    assert step(Kept(None, 91, (), ()), BY) == NOTHING


def test_never_more_than_one_ask_in_a_fortnight_however_often_the_sweep_runs():
    asks: list[date] = []
    for number in range(-60, 200):
        today = BY + timedelta(days=number)
        if step(Kept(BY, 91, tuple(asks), days(5)), today) == ASK:
            asks.append(today)
    assert asks == list(days(-14, 0))


@pytest.mark.parametrize(
    ("attended", "verified", "expected"),
    [
        (10, -91, 91),  # a period after the visit, and no later than two after the check
        (-30, -91, 61),
        (-100, -91, 0),  # long ago: the date stays
        (10, None, 0),  # nobody has ever checked it: people who go cannot have
    ],
)
def test_a_visit_moves_the_date_by_one_period_at_most(attended, verified, expected):
    checked = BY + timedelta(days=verified) if verified is not None else None
    moved = moved_by_attendance(BY, BY + timedelta(days=attended), checked, 91)
    assert moved == BY + timedelta(days=expected)
