"""The golden thread, downwards: how many goals hang on each outcome, and how far their people have come."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from connect.people.models import User
from outcomes.framework.models import Aim, Framework, Outcome
from outcomes.goals import reading
from outcomes.goals.models import Goal
from outcomes.goals.states import Rating
from referrals.models import Referral


@dataclass
class Held:
    """One outcome of the version that counts now; `older` is another wording of it that goals were tied to."""

    outcome: Outcome
    goals: list[Goal] = field(default_factory=list)

    @property
    def tally(self) -> list[tuple[str, int]]:
        """(rating in words, how many), in the order of the ratings; what nobody has is left out."""
        found = Counter(goal.rating for goal in self.goals)
        return [(str(one.label), found[one]) for one in Rating if found[one]]


def mine(user: User) -> list[Goal]:
    """Goals of people this reader may see; the same number of statements however many."""
    people = Referral.objects.visible_to(user).exclude(connector=None)
    rows = Goal.objects.filter(referral__in=people).select_related("referral__person")
    return list(rows.prefetch_related(reading.TAGS, reading.RATINGS))


def down(framework: Framework, goals: Iterable[Goal]) -> list[tuple[Aim, list[Held]]]:
    """Aim -> outcomes -> goals. A goal that was tied to an earlier version hangs on the outcome of the same code."""
    by_code: dict[str, list[Goal]] = {}
    for goal in goals:
        for outcome in goal.outcomes:
            if outcome.aim.framework.slug == framework.slug:
                by_code.setdefault(outcome.code, []).append(goal)
    return [(aim, [Held(one, by_code.get(one.code, [])) for one in aim.outcomes.all()]) for aim in framework.aims.all()]


def untied(goals: Iterable[Goal]) -> list[Goal]:
    """Goals that hang on nothing, which is no fault: not all that people hope for is somebody's aim."""
    return [goal for goal in goals if not goal.outcomes]


def gone(frameworks: Sequence[Framework], goals: Iterable[Goal]) -> list[tuple[Outcome, list[Goal]]]:
    """Outcomes of an earlier version that no later one has, with the goals that still hang on them."""
    codes = {(one.slug, out.code) for one in frameworks for aim in one.aims.all() for out in aim.outcomes.all()}
    found: dict[tuple[str, str], tuple[Outcome, list[Goal]]] = {}
    for goal in goals:
        for outcome in goal.outcomes:
            key = (outcome.aim.framework.slug, outcome.code)
            if key not in codes:
                found.setdefault(key, (outcome, []))[1].append(goal)
    return [found[key] for key in sorted(found)]
