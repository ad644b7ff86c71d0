"""Champions by ward and street: whom to ring about which doors, and one letter to each in a crisis."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from connect.people.champions.models import Champion
from connect.people.champions.states import Standing
from connect.people.models import Team, User
from connect.places.models import Area
from referrals.crisis import letters, reading
from referrals.crisis.models import ChampionPatch, Crisis, CrisisCheck
from referrals.refusals import ReferralError


class NotThere(ReferralError):
    """They have left, or were never asked to help."""


@dataclass(frozen=True)
class Ward:
    """One ward: who helps there and with which streets, and how many people we look in on."""

    area: Area
    champions: list[tuple[Champion, list[ChampionPatch]]]
    agreed: int
    to_ring: int

    @property
    def is_empty(self) -> bool:
        return not self.champions


def team_of(user: User) -> Team | None:
    """A coordinator without a team: the first of their organisation."""
    rows = Team.objects.filter(organisation=user.acting.organisation_id).order_by("name", "pk")
    return user.acting.team or rows.first()


def champions_of(user: User) -> QuerySet[Champion]:
    return Champion.objects.visible_to(user).filter(standing=Standing.ACTIVE).prefetch_related("wards")


def wards_of(user: User) -> QuerySet[Area]:
    return Area.objects.filter(teams=team_of(user)).order_by("name")


def by_ward(user: User, crisis: Crisis | None) -> list[Ward]:
    patches = list(ChampionPatch.objects.filter(team=team_of(user), ended_at=None))
    streets: dict[object, list[ChampionPatch]] = {}
    for one in patches:
        streets.setdefault((one.ward_id, one.champion_id), []).append(one)
    champions, agreed = list(champions_of(user)), reading.agreed_by_ward(user)
    to_ring = _open(user, crisis)
    return [_ward(area, champions, streets, agreed, to_ring) for area in wards_of(user)]


def _ward(area: Area, champions: list[Champion], streets: Mapping, agreed: Mapping, to_ring: Mapping) -> Ward:
    """There by a street of theirs, or because they said so of the whole ward."""
    here = [
        (one, streets.get((area.pk, one.pk), []))
        for one in champions
        if (area.pk, one.pk) in streets or area in one.wards.all()
    ]
    return Ward(area, here, agreed.get(area.pk, 0), to_ring.get(area.pk, 0))


def _open(user: User, crisis: Crisis | None) -> dict[object, int]:
    if crisis is None:
        return {}
    rows = CrisisCheck.objects.of(user).filter(crisis=crisis).not_done().order_by()
    return dict(rows.values_list("referral__ward").annotate(n=Count("pk")))


@transaction.atomic
def add(*, champion: Champion, ward: Area, streets: str, by: User, made: Mapping[str, Any]) -> ChampionPatch:
    team = team_of(by)
    if team is None or not champion.is_active:
        raise NotThere
    return ChampionPatch.objects.create(champion=champion, team=team, ward=ward, streets=streets, by=by, **made)


@transaction.atomic
def end(patch: ChampionPatch) -> None:
    ChampionPatch.objects.filter(pk=patch.pk, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def write(champion: Champion, *, crisis: Crisis) -> None:
    """Once in a crisis: pressed twice, it is the same letter."""
    if not crisis.is_on or not champion.is_active or not champion.email:
        raise NotThere
    letters.to_champion(champion, crisis)
