"""Who holds what in a team, and a proposal whom each person could go to."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from connect.identity import acting_as
from connect.people.models import Membership, Team, User
from connect.people.roles import Role
from referrals.models import Referral
from referrals.queue import load
from referrals.states import HELD, WEIGHTS, Weight


@dataclass(frozen=True)
class Holder:
    """Somebody who holds people of this team. `has_left` may no longer open any of them."""

    user: User
    people: int
    has_left: bool


def holders(team: Team) -> list[Holder]:
    """Everybody who holds people of the team; those who may no longer work in it first."""
    held = Referral.objects.filter(team=team, state__in=HELD).exclude(connector=None).order_by()
    counted = dict(held.values_list("connector").annotate(n=Count("pk")))
    there = set(_there(team).values_list("user_id", flat=True))
    users = User.objects.filter(pk__in=[*counted, *there]).order_by("name")
    found = [Holder(user, counted.get(user.pk, 0), user.pk not in there) for user in users]
    return sorted(found, key=lambda one: not one.has_left)


def _there(team: Team) -> QuerySet[Membership]:
    return Membership.objects.current().filter(team=team, role__in=[Role.CON, Role.TL])


def in_the_hands_of(holder: User, *, by: User) -> QuerySet[Referral]:
    """What the lead of their team may see of it."""
    return Referral.objects.visible_to(by).filter(team=by.acting.team_id, connector=holder, state__in=HELD)


def of_those_who_left(by: User) -> QuerySet[Referral]:
    """People of this team in the hands of somebody who can no longer open them."""
    held = Referral.objects.visible_to(by).filter(team=by.acting.team_id, state__in=HELD).exclude(connector=None)
    return held.exclude(connector__in=_there(by.acting.team).values("user"))


def hidden_from(by: User, holder: User) -> int:
    """How many more they hold whom only those named on the record may see: a number, and nothing else."""
    seen = in_the_hands_of(holder, by=by).count()
    with acting_as("clocks"):
        held = Referral.objects.filter(team=by.acting.team_id, connector=holder, state__in=HELD).count()
    return held - seen


def by_load(rows: list[Referral], holder: User, team: Team) -> dict[UUID, User | None]:
    """The heaviest first, each to whoever has most room by then, rather somebody who works in their ward.

    None is the queue: where everybody is full, waiting in sight is better than being one too many.
    """
    loads = [one for one in load.of_team(team) if one.membership.user_id != holder.pk]
    room = {one.membership.user: one.room for one in loads}
    wards = {one.membership.user: {ward.pk for ward in one.membership.wards.all()} for one in loads}
    plan: dict[UUID, User | None] = {}
    for row in sorted(rows, key=lambda row: (not row.urgent, -_weight(row), row.submitted_at)):
        free = [user for user in room if room[user] >= _weight(row)]
        plan[row.pk] = max(free, key=lambda user: (row.ward_id in wards[user], room[user]), default=None)
        if plan[row.pk]:
            room[plan[row.pk]] -= _weight(row)
    return plan


def _weight(row: Referral) -> int:
    return WEIGHTS[Weight(row.assessed_weight or row.expected_weight)]


def colleagues(team: Team, holder: User) -> list[User]:
    return [one.user for one in load.connectors(team) if one.user_id != holder.pk]


def summed(plan: dict[UUID, User | None]) -> dict[User | None, int]:
    """How many each would take on."""
    sums: dict[User | None, int] = defaultdict(int)
    for user in plan.values():
        sums[user] += 1
    return dict(sums)
