"""Who hears: the connector, the lead of the team, and whoever is named for safeguarding."""

from collections.abc import Iterator

from connect.people.models import Membership, Team, User
from connect.people.roles import Role
from referrals.models import Referral
from referrals.safety.models import SafeguardingLead


def reader_of(referral: Referral | None, team: Team) -> User | None:
    """The named human for words about this referral, or for words about nobody on the books."""
    connector = referral.connector if referral else None
    at_work = Membership.objects.current().filter(user=connector, team=team)
    if connector and _may_know(connector, referral) and at_work.exists():
        return connector
    return next(leads_of(team, about=referral), None)


def leads_of(team: Team, *, apart_from: User | None = None, about: Referral | None = None) -> Iterator[User]:
    """Leads of the team, then whoever is named for its safeguarding, then leads of its scheme's other teams.

    About somebody restricted, of all these only those who are named; and then whoever else is.
    """
    seen = {apart_from.pk} if apart_from else set()
    for found in (_leading(team=team), safeguarding(team), _leading(team__scheme=team.scheme_id), _named(about)):
        for user in found:
            if user.pk not in seen and _may_know(user, about):
                seen.add(user.pk)
                yield user


def _may_know(user: User, about: Referral | None) -> bool:
    return about is None or about.named is None or user.pk in about.named


def _named(about: Referral | None) -> list[User]:
    """Of somebody restricted."""
    return list(User.objects.filter(pk__in=about.named, is_active=True)) if about and about.named else []


def safeguarding(team: Team) -> list[User]:
    """Those named for this very team; where none is, those named for the whole scheme. Whoever has left is neither."""
    named = SafeguardingLead.objects.filter(scheme=team.scheme_id, ended_at=None, user__is_active=True)
    named = named.select_related("user").filter(user__memberships__in=Membership.objects.current().filter(role=Role.TL))
    return _users(named.filter(team=team)) or _users(named.filter(team=None))


def _leading(**where: object) -> list[User]:
    return _users(Membership.objects.current().filter(role=Role.TL, **where).select_related("user"))


def _users(rows: object) -> list[User]:
    return list(dict.fromkeys(row.user for row in rows))


def of_concern(team: Team) -> list[User]:
    """Who hears of a concern first: those named; while nobody is, the leads of the team, or of its scheme."""
    return safeguarding(team) or _leading(team=team) or _leading(team__scheme=team.scheme_id)


def anybodys_team() -> Team:
    """Where nobody said a place: the first team with somebody to read it."""
    teams = Team.objects.filter(scheme__closed_at=None).select_related("organisation", "scheme").order_by("name", "pk")
    found = list(teams)
    return next((team for team in found if safeguarding(team)), None) or next(
        (team for team in found if _leading(team=team)), found[0]
    )
