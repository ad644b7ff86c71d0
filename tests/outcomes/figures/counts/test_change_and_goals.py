"""Change is counted once, when it is settled; goals when they are due; of nobody under protection."""

from datetime import date, datetime, timedelta

import pytest

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from outcomes.figures import catalogue
from outcomes.framework.models import Outcome
from outcomes.goals.models import Goal, GoalRating, GoalTag
from outcomes.measuring.models import Reading
from outcomes.measuring.states import Mode, Moment
from referrals.actions import new_key
from referrals.models import Referral
from tests.outcomes.figures.counts.spans import seen, told
from tests.outcomes.october import referred

FIRST = date(2026, 6, 8)
SETTLED = date(2026, 9, 1)  # sixteen weeks later is 28 September
KEYS = [f"{name}_ucla3" for name in ("eligible", "pairs", "improved", "same", "worse")]
OFTEN, SOME = "often", "some_of_the_time"


def ucla(*said: str) -> dict[str, str]:
    return dict(zip(("lack_companionship", "left_out", "isolated"), said, strict=True))


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


def person(cast, **more):
    one = referred(cast, at=at(FIRST - timedelta(days=9)), **more)
    with acting_as("seed"):
        Referral.objects.filter(pk=one.pk).update(first_contact_at=at(FIRST - timedelta(days=5)))
    return one


def read(referral, answers, moment=Moment.BASELINE, weeks=0):
    day = FIRST + timedelta(weeks=weeks)
    with acting_as("seed"):
        Reading.objects.create(
            referral=referral, instrument="ucla3", version="1", mode=Mode.PHONE, moment=moment, answers=answers,
            taken_on=day, made_at=at(day), **new_key(),
        )  # fmt: skip


def test_who_was_asked_twice_counts_once_in_the_month_in_which_it_is_settled(cast):
    better, once, late = (person(cast) for _n in range(3))
    for one in (better, once, late):
        read(one, ucla(OFTEN, OFTEN, OFTEN))
    read(better, ucla(SOME, SOME, OFTEN), Moment.FOLLOW_UP, weeks=12)
    read(late, ucla(SOME, SOME, SOME), Moment.FOLLOW_UP, weeks=17)
    assert told(SETTLED, *KEYS) == {"eligible_ucla3": {"": 3}, "pairs_ucla3": {"": 1}, "improved_ucla3": {"": 1}}
    assert [told(date(2026, month, 1), *KEYS) for month in (8, 10)] == [{}, {}]
    assert [one.value for one in seen(SETTLED, "change_ucla3")] == [2.0]


def test_who_is_finished_sooner_is_settled_then_and_one_under_protection_never(cast):
    ended, hidden = person(cast), person(cast, restricted=True)
    for one in (ended, hidden):
        read(one, ucla(SOME, SOME, SOME))
        read(one, ucla(OFTEN, SOME, SOME), Moment.EXIT, weeks=6)
        with acting_as("seed"):
            Referral.objects.filter(pk=one.pk).update(closed_at=at(FIRST + timedelta(weeks=6)), closed_why="completed")
    assert told(date(2026, 7, 1), *KEYS) == {"eligible_ucla3": {"": 1}, "pairs_ucla3": {"": 1}, "worse_ucla3": {"": 1}}
    assert told(SETTLED, *KEYS) == {}


def test_a_mean_is_told_with_its_interval_to_a_tenth_and_as_indicative_under_thirty(cast):
    worked = catalogue.values()["change_ucla3"].worked
    told_of = worked([type("Seen", (), {"value": step})() for step in (2, 2, 2, 2, 1, 1, 0, -1)])
    assert told_of == {"mean": 1.1, "sd": 1.1, "low": 0.2, "high": 2.1, "status": "indicative"}


@pytest.fixture
def goal(cast):
    with acting_as("seed"):
        one = person(cast)
        said = {"referral": one, "words": "To get out more", "made_by": cast.carl, "made_at": at(FIRST)}
        return Goal.objects.create(**said, **new_key())


def rate(goal, rating, day):
    with acting_as("seed"):
        GoalRating.objects.create(goal=goal, referral=goal.referral, rating=rating, at=at(day), **new_key())


def tie(cast, goal, *codes):
    with acting_as("seed"):
        for one in Outcome.objects.filter(code__in=codes):
            GoalTag.objects.create(goal=goal, referral=goal.referral, outcome=one, on=True, at=at(FIRST), by=cast.carl)


def test_a_goal_is_due_after_sixteen_weeks_and_its_last_rating_counts(cast, goal):
    tie(cast, goal, "A2.2", "A3.1")
    rate(goal, "some", FIRST + timedelta(weeks=3))
    keys = ("goals_due", "goals_met", "goals_met_by_aim", "goals_met_by_outcome")
    assert told(SETTLED, *keys) == {
        "goals_due": {"": 1}, "goals_met": {"": 1}, "goals_met_by_aim": {"A2": 1, "A3": 1},
        "goals_met_by_outcome": {"A2.2": 1, "A3.1": 1},
    }  # fmt: skip
    rate(goal, "not_achieved", FIRST + timedelta(weeks=15))
    assert told(SETTLED, *keys) == {"goals_due": {"": 1}}
    assert told(SETTLED, *keys, until=at(FIRST + timedelta(weeks=14))) == {
        "goals_due": {"": 1}, "goals_met": {"": 1}, "goals_met_by_aim": {"A2": 1, "A3": 1},
        "goals_met_by_outcome": {"A2.2": 1, "A3.1": 1},
    }  # fmt: skip


def test_a_goal_that_nobody_wants_any_more_is_not_due(cast, goal):
    rate(goal, "no_longer", FIRST + timedelta(weeks=3))
    assert told(SETTLED, "goals_due", "goals_due_by_aim") == {}
