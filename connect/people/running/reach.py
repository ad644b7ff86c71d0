"""Whom somebody may look up, change and give a role to: the rows behind USER_ADMIN and ROLE_GRANT."""

from django.db.models import QuerySet

from connect.people.access import scope_of
from connect.people.models import WITH_ACCOUNT, Membership, Organisation, Team, User
from connect.people.roles import Role
from connect.people.running.models import within_reach

# By scope: the lead of an organisation looks after its workers, the lead of a team after those who work in it.
UNDER = {"g": [Role.REF], "t": [Role.CON, Role.BEF, Role.COO, Role.HLP], "": [Role(one) for one in WITH_ACCOUNT]}
GIVEN = UNDER | {"t": [Role.CON, Role.BEF]}
IN_A_TEAM = {Role.CON, Role.TL, Role.BEF}


def members_seen_by(user: User) -> QuerySet[Membership]:
    """Everybody of the own organisation or team; the data protection officer and administrators see all."""
    within = scope_of(user, "USER_ADMIN", "R")
    return Membership.objects.none() if within is None else Membership.objects.filter(**within_reach(within, user))


def members_changed_by(user: User) -> QuerySet[Membership]:
    """Whose membership they may rest, move or end: never their own, and never that of another lead."""
    within = scope_of(user, "USER_ADMIN", "U")
    if within is None:
        return Membership.objects.none()
    reached = Membership.objects.filter(**within_reach(within, user), role__in=UNDER[within])
    return reached.exclude(user=user)


def roles_given_by(user: User) -> list[Role]:
    within = scope_of(user, "ROLE_GRANT", "U")
    return [] if within is None else GIVEN[within]


def bodies_given_by(user: User) -> QuerySet[Organisation]:
    within = scope_of(user, "ROLE_GRANT", "U")
    if within is None:
        return Organisation.objects.none()
    return Organisation.objects.filter(**({} if within == "" else {"pk": user.acting.organisation_id}))


def elsewhere(user: User, member: Membership) -> QuerySet[Organisation]:
    """Where else they may offer this member a place."""
    return bodies_given_by(user).exclude(pk=member.organisation_id)


def teams_given_by(user: User) -> QuerySet[Team]:
    within = scope_of(user, "ROLE_GRANT", "U")
    if within is None or within == "g":
        return Team.objects.none()
    return Team.objects.filter(**({} if within == "" else {"pk": user.acting.team_id}))


def needs_second(user: User) -> bool:
    """What an administrator gives, a second one agrees to first."""
    return scope_of(user, "ROLE_GRANT", "U") == ""
