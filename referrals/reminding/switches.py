"""Off-switches of the table: who may turn which, what stands off now, and the turning itself with its record."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from connect.audit.actions import rights_changed
from connect.messaging.switching import actions as switching
from connect.messaging.switching.models import SwitchedOff
from connect.people.access import scope
from connect.people.models import Scheme, User
from referrals.reminding.states import Off
from referrals.reminding.table import Kind


class NoSwitch(Exception):
    """This kind always leaves, or the switch is not theirs."""


def schemes_of(user: User) -> QuerySet[Scheme]:
    """Where their hand reaches: a lead's own scheme; every one for an administrator."""
    rows = Scheme.objects.order_by("name")
    everywhere = scope(user.acting.role, "REMINDER_TABLE", "U", proven=True) == ""
    return rows if everywhere else rows.filter(teams=user.acting.team_id)


def reaches_the_house(user: User) -> bool:
    return scope(user.acting.role, "REMINDER_TABLE", "U", proven=True) == ""


def may_turn(user: User, kind: Kind, under: Scheme | None) -> bool:
    if kind.off == Off.NEVER:
        return False
    if under is None:
        return reaches_the_house(user)
    return kind.off == Off.SCHEME and schemes_of(user).filter(pk=under.pk).exists()


@transaction.atomic
def off(kind: Kind, *, under: Scheme | None, why: str, by: User) -> int:
    """It holds at once; how many that waited will not leave."""
    if not may_turn(by, kind, under):
        raise NoSwitch
    stopped = switching.off(kind.templates, under=under and under.pk, why=why, by=by)
    _note("reminder off", kind, under, by)
    return stopped


@transaction.atomic
def on(kind: Kind, *, under: Scheme | None, by: User) -> None:
    if not may_turn(by, kind, under):
        raise NoSwitch
    if switching.on(kind.templates, under=under and under.pk, by=by):
        _note("reminder on", kind, under, by)


def _note(what: str, kind: Kind, under: Scheme | None, by: User) -> None:
    about = under.pk if under else by.acting.organisation_id
    rights_changed(what=what, about=about, by=by, detail=f"{kind.key} {'scheme' if under else 'house'}")


def standing(kinds: Iterable[Kind]) -> dict[str, list[SwitchedOff]]:
    """Key of a kind -> what is off of it, one row for each place; `place` is the scheme, None for the house."""
    first = {kind.templates[0]: kind.key for kind in kinds if kind.templates}
    rows = list(SwitchedOff.objects.filter(on_at=None, template__in=first))
    places = Scheme.objects.in_bulk({row.under_id for row in rows if row.under_id})
    found: dict[str, list[SwitchedOff]] = {}
    for row in rows:
        row.place = places.get(row.under_id)
        found.setdefault(first[row.template], []).append(row)
    return found
