"""An e-mail that something was written, and not what: one an hour a thread, however much is written in it."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from connect.messaging import links, messages
from connect.people.models import Membership
from referrals.belonging import Connection
from referrals.models import Referral
from referrals.open_door import letters

LINK_PURPOSE = "thread"
LINK_DAYS = 14


def to_referrer(referral: Referral) -> None:
    address = settings.SITE_URL + reverse("words_with_team", args=[referral.pk])
    if referral.referrer_id:
        _write(referral, referral.referrer_id, referral.referrer.email, "words_inside", "referrer", address=address)
    elif link := letters.status_link(referral):
        outsider = referral.outsider
        _write(referral, outsider.pk, outsider.email, "words_outside", "referrer", link=link)


def to_connector(referral: Referral) -> None:
    """To whoever has accepted it, while they still work there; the queue shows it to the rest of the team."""
    connector = referral.connector
    if connector is None:
        return
    at_work = Membership.objects.current().filter(user=connector, team_id=referral.team_id)
    if at_work.exists():
        address = settings.SITE_URL + reverse("words", args=[referral.pk])
        _write(referral, connector.pk, connector.email, "words_inside", "connector", address=address)


def to_organiser(connection: Connection) -> None:
    until = timezone.now() + timedelta(days=LINK_DAYS)
    referral, service = connection.referral, connection.service
    connector = referral.connector.first_name if referral.connector else ""
    more = {"name": service.contact_name.split(" ")[0], "connector": connector, "phone": referral.team.phone}
    link = links.mint(LINK_PURPOSE, connection.pk, [referral.pk, connection.pk], until)
    _write(
        referral, service.pk, service.contact_email, "words_outside", f"organiser:{connection.pk}", link=link, **more
    )


def _write(
    referral: Referral,
    recipient: object,
    to: str,
    template: str,
    thread: str,
    link: links.Link | None = None,
    **context: object,
) -> None:
    messages.queue(
        recipient_key=recipient,
        cause=f"words:{thread}:{referral.pk}:{timezone.now():%Y%m%d%H}",
        channel="email",
        to=to,
        template=template,
        context={"reference": referral.reference, "until": link and link.expires_at, **context},
        about_id=referral.pk,
        link=link,
    )
