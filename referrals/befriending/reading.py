"""Which wishes, matches and visits somebody may see: the first wall, as the second says it."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from connect.audit.actions import saw
from connect.people.models import User
from connect.people.roles import Role
from referrals.befriending import standing
from referrals.befriending.models import BefrienderMatch, BefrienderVisit, BefrienderWish, Volunteer
from referrals.models import Referral


def wishes(user: User) -> QuerySet[BefrienderWish]:
    return _of(BefrienderWish.objects.all(), user)


def matches(user: User) -> QuerySet[BefrienderMatch]:
    return _of(BefrienderMatch.objects.select_related("wish", "team__organisation"), user)


def visits(user: User) -> QuerySet[BefrienderVisit]:
    if user.acting.role == Role.COO:
        return BefrienderVisit.objects.filter(team=user.acting.team_id, match__guarded=False)
    return BefrienderVisit.objects.filter(referral__in=_held(user))


def volunteers(user: User) -> QuerySet[Volunteer]:
    return Volunteer.objects.of_team(user).with_all()


def _of(rows: QuerySet[Any], user: User) -> QuerySet[Any]:
    """A coordinator sees the team's, and nobody restricted; who works with a person, that person's."""
    if user.acting.role == Role.COO:
        return rows.filter(team=user.acting.team_id, guarded=False)
    return rows.filter(referral__in=_held(user))


def _held(user: User) -> QuerySet[Referral]:
    """Whose connector they are, or whose team they lead; what waits in the queue has nothing of this."""
    return Referral.objects.caseload_of(user).values("pk")


def one(request: HttpRequest, rows: QuerySet[Any], pk: object) -> Any:
    """That row, and a note that it was looked at; a 404 like any other for whoever may not."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    saw(request, standing.people_of([found.referral_id]))
    return found
