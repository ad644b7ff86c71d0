"""Who is round a person, who asks to be, who was; and who leads."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.models import Partner, Referral

PARTNER_ROLES = (Role.REF, Role.LEAD, Role.CON, Role.TL)


@dataclass(frozen=True)
class Circle:
    """Everybody beside the team that holds it, as the page says it."""

    lead: User | None
    live: list[Partner] = field(default_factory=list)
    asked: list[Partner] = field(default_factory=list)
    past: list[Partner] = field(default_factory=list)

    @property
    def leads_from_elsewhere(self) -> Partner | None:
        return next((place for place in self.live if self.lead and place.user_id == self.lead.pk), None)


def circle(referral: Referral) -> Circle:
    """One query, and the names that come with it."""
    rows = Partner.objects.filter(referral=referral).select_related("user", "organisation", "asked_by", "decided_by")
    places = list(rows)
    live = [one for one in places if one.is_live]
    asked = [one for one in places if one.yes is None and one.ended_at is None]
    past = [one for one in places if one not in live and one not in asked]
    return Circle(lead_of(referral, places), live, asked, past)


def lead_of(referral: Referral, places: list[Partner]) -> User | None:
    """Whoever is named; once they are no longer in it, whoever holds it. `places` are those beside it."""
    named = referral.lead if referral.lead_id else None
    theirs = [one for one in places if named and one.user_id == named.pk]
    is_gone = named is None or not named.is_active or (theirs and not any(one.is_live for one in theirs))
    return referral.connector if is_gone else named


def may_lead(referral: Referral, live: list[Partner]) -> list[User]:
    """Whoever holds it, the leads of the team, and those who were asked in."""
    leads = Membership.objects.current().filter(team=referral.team_id, role=Role.TL).select_related("user")
    found = [referral.connector, *(one.user for one in leads), *(one.user for one in live)]
    return list({one.pk: one for one in found if one}.values())


def places_of(user: User) -> QuerySet[Partner]:
    """What this user was asked into or asked for, in the organisation they act for now; without whom it is about."""
    rows = Partner.objects.filter(user=user, organisation=user.acting.organisation_id)
    return rows.order_by("-asked_at")


def decided_by(user: User) -> QuerySet[Partner]:
    """Places beside those whom this user holds, or whose team they lead."""
    mine = Referral.objects.visible_to(user).exclude(connector=None)
    return Partner.objects.filter(referral__in=mine.values("pk"))


def waiting_for(user: User) -> QuerySet[Partner]:
    """Who asks about those whom this user holds; for the lead of a team, about everybody's."""
    mine = Referral.objects.caseload_of(user)
    return Partner.objects.asked().filter(referral__in=mine.values("pk")).order_by("asked_at")


def worker(email: str) -> list[Membership]:
    """Roles of a worker with this address that may be asked in; the oldest first."""
    current = Membership.objects.current().filter(user__email=email.lower(), role__in=PARTNER_ROLES)
    return list(current.select_related("user", "organisation", "team"))
