"""Of which places somebody may read figures: the authority, its localities and its wards."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from connect.people.models import User
from connect.people.roles import Role
from connect.places.models import Area, Locality

SEES_EVERY_AREA = (Role.DPO, Role.ADM)


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the lattice, by its code and in words, and the code of the authority it lies in."""

    code: str
    name: str
    authority: str


def authorities(user: User) -> QuerySet[Area]:
    """The one somebody commissions for, or those their team serves; those who answer for the house see all."""
    acting = user.acting
    every = Area.objects.filter(kind=Area.Kind.AUTHORITY)
    if acting and acting.area_id:
        return every.filter(pk=acting.area_id)
    if acting and acting.team_id:
        return every.filter(pk__in=acting.team.areas.values("parent"))
    return every if acting and acting.role in SEES_EVERY_AREA else every.none()


def places(user: User) -> list[Place]:
    """The whole first, then localities, then wards, each in the order of the alphabet."""
    whole = list(authorities(user))
    localities = Locality.objects.filter(authority__in=whole).select_related("authority")
    wards = Area.objects.filter(kind=Area.Kind.WARD, parent__in=whole).select_related("parent")
    return [
        *(Place(one.code, one.name, one.code) for one in whole),
        *(Place(one.code, one.name, one.authority.code) for one in localities),
        *(Place(one.code, one.name, one.parent.code) for one in wards),
    ]


def round_about(code: str) -> set[str]:
    """The codes of a place, of what lies in it and of what it lies in."""
    locality = Locality.objects.filter(code=code).select_related("authority").first()
    if locality:
        return {code, locality.authority.code, *_codes(locality.wards.all())}
    area = Area.objects.filter(code=code).select_related("parent", "locality").first()
    if area is None:
        return {code}
    if area.kind == Area.Kind.AUTHORITY:
        return {code, *_codes(area.localities.all()), *_codes(area.parts.all())}
    return {code, *(one.code for one in (area.locality, area.parent) if one)}


def _codes(rows: QuerySet) -> Iterable[str]:
    return rows.values_list("code", flat=True)
