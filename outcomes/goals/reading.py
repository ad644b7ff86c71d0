"""Goals as pages need them: with their ratings, what they are tied to, and what is known that speaks for them."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from outcomes.framework.models import Framework, Outcome
from outcomes.goals import evidence
from outcomes.goals.models import Goal, GoalRating, GoalTag
from referrals.models import Referral

TAGS = Prefetch("tags", GoalTag.objects.select_related("outcome__aim__framework"))
RATINGS = Prefetch("ratings", GoalRating.objects.select_related("by"))


@dataclass(frozen=True)
class Drawn:
    """One goal on its person's page. `history` is newest first: (rating, what it rested on)."""

    goal: Goal
    outcomes: list[Outcome]
    history: list[tuple[GoalRating, list[str]]]
    suggested: list[evidence.Known]


def goals(referral: Referral) -> QuerySet[Goal]:
    return Goal.objects.filter(referral=referral).prefetch_related(TAGS, RATINGS)


def drawn(referral: Referral) -> list[Drawn]:
    """Those that are open first, in the order they were said."""
    known, rows = evidence.known(referral), sorted(goals(referral), key=lambda one: one.is_over)
    return [_drawn(goal, known) for goal in rows]


def _drawn(goal: Goal, known: list[evidence.Known]) -> Drawn:
    lines = sorted(goal.ratings.all(), key=lambda one: one.at, reverse=True)
    history = [(line, evidence.rests_on(line.rests_on, known)) for line in lines]
    return Drawn(goal, goal.outcomes, history, evidence.suggested(goal, known))


def frameworks(referral: Referral) -> list[Framework]:
    """Those that the scheme uses, whole."""
    rows = Framework.objects.in_use_by(referral.team.scheme_id)
    return list(rows.prefetch_related("aims__outcomes"))
