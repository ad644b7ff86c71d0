"""What they hope for, on their page: the connector's, and the one that is their own."""

from django.http import HttpRequest

from connect.people.access import may
from outcomes.goals import reading
from outcomes.goals.models import Goal
from outcomes.goals.states import IN_THEIR_WORDS, Rating
from referrals.models import Referral

MOST = 3


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "GOAL"):
        return None
    rows = [goal for goal in reading.goals(referral) if not goal.is_over]
    return "outcomes/goals/_panel.html", {"goals": rows[:MOST], "more": max(0, len(rows) - MOST)}


def own(referral: Referral) -> tuple[str, dict[str, object]] | None:
    """For the person: their goals as they said them, and how far they were each time somebody asked.

    What a connector wrote beside a rating is not there: only words that are their own.
    """
    rows = sorted(Goal.objects.filter(referral=referral).prefetch_related(reading.RATINGS), key=lambda one: one.is_over)
    if not rows:
        return None
    return "outcomes/goals/_own.html", {"hopes": [(goal, _steps(goal)) for goal in rows]}


def _steps(goal: Goal) -> list[tuple[object, str, str, str]]:
    """(when, how far, their own words, who wrote it down where that was not they), the first one first."""
    lines = sorted(goal.ratings.all(), key=lambda one: one.at)
    return [
        (line.at, IN_THEIR_WORDS[Rating(line.rating)], "" if line.by else line.words, line.by and line.by.first_name)
        for line in lines
    ]
