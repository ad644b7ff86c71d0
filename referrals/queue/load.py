"""How much each connector of a team carries, and how much room they have."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from connect.people.models import Membership, Team
from connect.people.roles import Role
from referrals.models import Referral
from referrals.states import HELD, WEIGHTS, State, Weight


@dataclass(frozen=True)
class Load:
    """One connector: people held, what they weigh (light 1, standard 2, intensive 4), and a full caseload."""

    membership: Membership
    people: int
    weight: int
    resting: int

    @property
    def room(self) -> int:
        return self.membership.full_caseload - self.weight

    @property
    def share(self) -> int:
        """Per cent of a full caseload; more than a hundred is more than full."""
        return round(100 * self.weight / self.membership.full_caseload) if self.membership.full_caseload else 100


def connectors(team: Team) -> list[Membership]:
    found = Membership.objects.current().filter(team=team, role=Role.CON)
    return list(found.select_related("user").prefetch_related("wards").order_by("user__name"))


def of_team(team: Team, members: Iterable[Membership] | None = None) -> list[Load]:
    """Everybody who connects in it, in the order of their names; reads rows that only its lead may see whole."""
    members = connectors(team) if members is None else members
    held = Referral.objects.filter(team=team, connector__in=[one.user_id for one in members], state__in=HELD)
    carried: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])
    counted = held.values("connector", "assessed_weight", "expected_weight", "state").annotate(n=Count("pk"))
    for row in counted:
        _add(carried[row["connector"]], row)
    return [Load(one, *carried[one.user_id]) for one in members]


def _add(sums: list[int], row: dict[str, object]) -> None:
    """Who rests is held and weighs nothing."""
    number, rests = int(row["n"]), row["state"] == State.PAUSED
    weight = WEIGHTS[Weight(row["assessed_weight"] or row["expected_weight"])]
    sums[0] += number
    sums[1] += 0 if rests else number * weight
    sums[2] += number if rests else 0
