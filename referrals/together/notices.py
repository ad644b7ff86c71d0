"""An e-mail that something waits behind a sign-in, and not what, nor about whom."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import messages
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.models import Partner, Referral

OF_USE = timedelta(days=14)


def asked_for(place: Partner, referral: Referral) -> None:
    """To whoever leads: a worker elsewhere asks to see it. Without anybody who holds it, to the leads of the team."""
    for user in _deciding(referral):
        _write(place, user, "round_asked", "round_place", referral.reference)


def _deciding(referral: Referral) -> list[User]:
    current = Membership.objects.current().filter(team=referral.team_id).select_related("user")
    holding = [one.user for one in current if one.user_id == referral.connector_id]
    return holding or [one.user for one in current if one.role == Role.TL]


def asked_in(place: Partner, referral: Referral) -> None:
    """To the partner: somebody counts on them."""
    _write(place, place.user, "round_in", "alongside")


def answered(place: Partner) -> None:
    _write(place, place.user, "round_answered", "alongside")


def over(place: Partner) -> None:
    _write(place, place.user, "round_over", "alongside")


def _write(place: Partner, user: User, template: str, page: str, reference: str = "") -> None:
    """`reference` as whoever reads it knows it; a partner knows the one they asked by."""
    if not user.is_active:
        return
    address = settings.SITE_URL + reverse(page, args=[place.pk] if page == "round_place" else [])
    with acting_as("reminders"):
        messages.queue(
            recipient_key=user.pk,
            cause=f"{template}:{place.pk}",
            channel="email",
            to=user.email,
            template=template,
            context={"reference": reference or place.reference, "address": address},
            about_id=place.referral_id,
            useless_after=timezone.now() + OF_USE,
        )
