"""The lead gives people to connectors, one or many; how full each may be is set here too."""

from collections.abc import Iterable

from django.db import transaction

from connect.people.models import Membership, Team, User
from referrals import actions, refusals
from referrals.models import Referral
from referrals.queue import claiming
from referrals.queue.load import connectors
from referrals.states import HELD


@transaction.atomic
def assign(referral: Referral, *, to: User, by: User) -> Referral:
    """What is new is accepted in their name; what somebody holds changes hands and keeps its next day."""
    if to.pk not in {one.user_id for one in connectors(referral.team)}:
        raise refusals.NotOfThisTeam
    if referral.connector_id == to.pk:
        return referral
    claiming.may_know(referral, to)
    if referral.is_new:
        return actions.accept(referral, by=by, connector=to)
    if referral.state not in HELD:
        raise actions.CannotMove
    return claiming.hand_to(referral, to, by=by)


def assign_many(referrals: Iterable[Referral], *, to: User, by: User) -> tuple[list[Referral], list[Referral]]:
    """(given, left): each on its own, so that one whom a colleague took meanwhile does not hold up the rest."""
    given: list[Referral] = []
    left: list[Referral] = []
    for referral in referrals:
        try:
            given.append(assign(referral, to=to, by=by))
        except actions.ReferralError:
            left.append(referral)
    return given, left


@transaction.atomic
def set_capacity(
    member: Membership, *, full_caseload: int, skills: list[str], wards: Iterable[object], by: User
) -> Membership:
    Membership.objects.filter(pk=member.pk, team=by.acting.team_id).update(full_caseload=full_caseload, skills=skills)
    member.refresh_from_db()
    member.wards.set(member.team.areas.filter(pk__in=list(wards)))
    return member


def team_of(user: User) -> Team:
    return Team.objects.select_related("organisation", "scheme").get(pk=user.acting.team_id)
