"""Writing down what somebody hopes for, what it is tied to, and how far they are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from connect.people.models import User
from outcomes.framework.models import Outcome
from outcomes.goals.models import Goal, GoalRating, GoalTag
from referrals.actions import held
from referrals.models import Referral

Made = Mapping[str, object]


@transaction.atomic
def put_down(
    referral: Referral, *, words: str, hoped_by: date | None, outcomes: Iterable[UUID], by: User, made: Made
) -> Goal:
    """In their own words. The same form twice is one goal."""
    fields = {"referral": held(referral), "words": words.strip(), "hoped_by": hoped_by, "made_by": by, **made}
    goal, new = Goal.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    if new:
        tie(goal, outcomes=outcomes, by=by)
    return goal


@transaction.atomic
def tie(goal: Goal, *, outcomes: Iterable[UUID], by: User) -> Goal:
    """To these outcomes and no other. What it was tied to before stays on record."""
    held(goal.referral)
    wanted, now = set(outcomes), {one.pk for one in Goal.objects.get(pk=goal.pk).outcomes}
    known = set(Outcome.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    changed = [(pk, True) for pk in known - now] + [(pk, False) for pk in now - wanted]
    GoalTag.objects.bulk_create(
        GoalTag(goal=goal, referral_id=goal.referral_id, outcome_id=pk, on=on, by=by) for pk, on in changed
    )
    return goal


@transaction.atomic
def rate(
    goal: Goal, *, rating: str, by: User | None, made: Made, words: str = "", rests_on: Sequence[str] = ()
) -> GoalRating:
    """How far they are today; a line of its own beside the earlier ones. `by` None: the person, by their own link."""
    fields = {
        "goal": goal, "referral_id": goal.referral_id, "rating": rating, "words": words.strip(),
        "rests_on": list(rests_on), "by": by, **made,
    }  # fmt: skip
    row, _new = GoalRating.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    return row
