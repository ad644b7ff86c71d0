"""The letter to somebody who asked without an account: where to look how far we are. It does not say about whom."""

from datetime import timedelta

from django.utils import timezone

from connect.messaging import links, messages
from connect.messaging.models import Link
from referrals.models import Referral
from referrals.states import Purpose, Source

LOOK_FOR = timedelta(days=550)  # a year and a half: docs/decisions, "A status page that lasts"


def may_hear(referral: Referral) -> bool:
    """Whether whoever asked without an account has a page that says how far we are.

    A worker of a listed organisation sees the step by the reference, as workers with an account do. A relative has one
    if the person agreed to it.
    """
    if referral.outsider is None or not referral.outsider.email:
        return False
    return referral.source == Source.OUTSIDER or referral.agreed_to(Purpose.TELL_REFERRER)


def status_link(referral: Referral) -> Link | None:
    """The link of their page; None where there is none, or it was switched off."""
    found = Link.objects.filter(purpose="status", subject=referral.pk).order_by("-created_at").first()
    return found if found and found.works() else None


def where_to_look(referral: Referral) -> None:
    """The link to a page that shows the reference and the step. News of it goes out by referrals.hearing."""
    if may_hear(referral):
        scope = [referral.pk, referral.outsider_id]
        link = links.mint("status", referral.pk, scope, timezone.now() + LOOK_FOR)
        _write(referral, link)


def _write(referral: Referral, link: Link) -> None:
    messages.queue(
        recipient_key=referral.outsider_id,
        cause=f"asked:{link.pk}",
        channel="email",
        to=referral.outsider.email,
        template="asked_outside",
        context={"reference": referral.reference, "phone": referral.team.phone},
        about_id=referral.pk,
        link=link,
    )
