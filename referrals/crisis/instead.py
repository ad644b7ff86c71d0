"""Where somebody could go while their group is shut: the nearest that is like it, and what needs no travel at all."""

from dataclasses import dataclass

from django.db.models import Count

from connect.people.models import User
from directory import related
from directory.models import Service
from directory.states import Attending, Kind
from referrals.crisis.models import CrisisClosure

FEW, ON_A_LEAFLET = 3, 6


@dataclass(frozen=True)
class Instead:
    service: Service
    metres: float | None = None  # from the group that is shut; None: nobody travels

    @property
    def kilometres(self) -> str:
        return f"{self.metres / 1000:.1f}" if self.metres is not None else ""


def of(closure: CrisisClosure, user: User) -> list[Instead]:
    """Nothing that is itself shut in a crisis of this team."""
    shut = set(CrisisClosure.objects.filter(team=user.acting.team_id).shut().values_list("service", flat=True))
    near = [Instead(hit.service, hit.metres) for hit in related.near(closure.service) if hit.service.is_open]
    found = [one for one in near if one.service.pk not in shut]
    have = shut | {one.service.pk for one in found} | {closure.service_id}
    return [*found, *(Instead(one) for one in _from_home(closure.service, have))]


def _from_home(service: Service, without: set[object]) -> list[Service]:
    """By phone, online or at home, for as many of the same wishes as there are."""
    needs = [need.pk for need in service.needs.all()]
    rows = Service.objects.searchable().exclude(attending=Attending.IN_PERSON).exclude(pk__in=without)
    rows = rows.filter(needs__in=needs).annotate(same=Count("needs"))
    return list(rows.order_by("-same", "name")[:FEW])


def from_home() -> list[Service]:
    """For a leaflet: what anybody may join by phone or online, those by phone first, since not everybody is online."""
    rows = Service.objects.searchable().filter(attending__in=[Attending.PHONE, Attending.ONLINE])
    return list(rows.exclude(kind=Kind.CONNECTOR).order_by("-attending", "name")[:ON_A_LEAFLET])
