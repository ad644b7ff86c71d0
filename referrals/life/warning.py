"""Who is told that something is late: by e-mail, by the reference, without a name or a need."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse

from connect.messaging import messages
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.models import Referral
from referrals.states import State


def of_urgent(referral: Referral, since: date) -> None:
    """The whole team, at once."""
    _to(_team(referral, Role.CON) + _team(referral, Role.TL), referral, "urgent", since, page="person")


def whoever_holds_it(referral: Referral, since: date) -> None:
    """Its connector while they work in that team, otherwise all of it; what went back: the worker who asked."""
    if referral.state == State.RETURNED:
        _to(_asker(referral), referral, "asker", since, page="referral")
        return
    team = _team(referral, Role.CON)
    holder = [user for user in team if user.pk == referral.connector_id]
    _to(holder or team or _team(referral, Role.TL), referral, "nudge", since, page="person")


def the_lead(referral: Referral, since: date) -> None:
    _to(_team(referral, Role.TL), referral, "lead", since, page="person")


def nobody_answered(referral: Referral, since: date) -> None:
    """The worker hears that it is with them again, and what to do; not that somebody had a question.

    It stands for the news that it came back. Whatever else was written to them about it leaves as it would have.
    """
    if referral.referrer_id:
        messages.cancel(about_id=referral.pk, recipient_key=referral.referrer_id, templates=("word_back",))
    _to(_asker(referral), referral, "no_answer", since, page="referral")


def _asker(referral: Referral) -> list[User]:
    """While they still work for the body that asked."""
    there = Membership.objects.current().filter(organisation=referral.referring_organisation_id)
    mine = there.filter(user=referral.referrer_id).select_related("user")
    return [one.user for one in mine[:1]]


def _team(referral: Referral, role: str) -> list[User]:
    found = Membership.objects.current().filter(team=referral.team_id, role=role).select_related("user")
    return list({one.user_id: one.user for one in found}.values())


def _who_may_know(users: Iterable[User], referral: Referral, page: str) -> list[User]:
    """Of somebody restricted only those named hear; where that is none of the usual ones, every one of the named."""
    if referral.named is None:
        return list(users)
    known = [user for user in users if user.pk in referral.named]
    return known or (list(User.objects.filter(pk__in=referral.named, is_active=True)) if page == "person" else [])


def _to(users: Iterable[User], referral: Referral, kind: str, since: date, *, page: str) -> None:
    for user in _who_may_know(users, referral, page):
        messages.queue(
            recipient_key=user.pk,
            cause=f"{kind}:{referral.pk}:{since}",
            channel="email",
            to=user.email,
            template=f"late_{kind}",
            context={
                "name": user.first_name,
                "reference": referral.reference,
                "phone": referral.team.phone,
                "address": settings.SITE_URL + reverse(page, args=[referral.pk]),
            },
            about_id=referral.pk,
            under_id=referral.team.scheme_id,
            nation=None if kind == "urgent" else referral.team.organisation.nation,
        )
