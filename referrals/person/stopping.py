"""What was to leave and no longer may: called off, re-addressed, links cut, in the transaction that changes why."""

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from connect.messaging import links, messages
from connect.messaging.models import Link
from referrals import telling
from referrals.belonging import Occasion
from referrals.helping import ending as helping
from referrals.introductions import taking_back
from referrals.models import Consent, Person, Referral
from referrals.states import Purpose
from referrals.together import ending
from referrals.wanting import hiding
from referrals.webhooks import actions as webhooks

OF_GROUPS = ("register", "attendance", "introduction")
WAYS = ("sms", "email")
STILL_REMEMBERED = timedelta(days=30)


def no_longer(referral: Referral, said: Consent) -> None:
    """A yes is gone: nothing more leaves that rested on it, and those who were told something hear that it is over."""
    if said.purpose == Purpose.TOGETHER:
        ending.yes_gone(referral, said.recipient)
    if said.purpose == Purpose.TELL_GROUP:
        hiding.of_group(referral, said.recipient)
        taking_back.of_group(referral, said.recipient)
        helping.yes_gone(referral, said.recipient)
    if said.recipient:
        return  # whom they named themselves is told by the connector, by voice: the page says so
    _above(referral, said.purpose)
    telling.stop(referral, said.purpose)
    if said.purpose == Purpose.CONTACT:
        ending.no_yes_at_all(referral)
        helping.all_of(referral)
        hiding.of_all([referral])
        _tell_groups(referral, said)
        taking_back.of_all([referral])
        referral.occasions.filter(starts_at__gt=timezone.now()).update(called_off_at=timezone.now())
        cut_links([referral], OF_GROUPS)
    if said.purpose == Purpose.TELL_REFERRER:
        _tell_referrer(referral, said)


def follow_channels(person: Person) -> None:
    """Their number, address or what is safe has changed: what waits goes to where it may now, or nowhere."""
    safe = dict(person.safe_ways())
    for channel in WAYS:
        if channel in safe:
            messages.readdress(recipient_key=person.pk, channel=channel, to=safe[channel])
        else:
            messages.cancel(recipient_key=person.pk, channel=channel)


def nothing_more(person: Person, referrals: Iterable[Referral]) -> None:
    """Restricted: whatever waits to be sent to them or about them does not leave, and no link shows them any more."""
    rows = list(referrals)
    hiding.of_all(rows)
    messages.cancel(recipient_key=person.pk)
    for referral in rows:
        messages.cancel(about_id=referral.pk)
        _above(referral, Purpose.CONTACT)
    webhooks.hold_back(rows)
    taking_back.of_all(rows)
    cut_links(rows)


def _above(referral: Referral, purpose: str) -> None:
    """What a higher floor keeps that rested on a yes: gone in this transaction too."""
    for name in settings.YES_GONE_ABOVE:
        import_string(name)(referral, purpose)


def cut_links(referrals: Iterable[Referral], purposes: Iterable[str] = ()) -> None:
    """A link shared with others goes on without them; one that was about them alone stops working."""
    gone = {key for referral in referrals for key in _keys(referral)}
    found = Link.objects.filter(scope__overlap=list(gone), revoked_at=None)
    for link in found.filter(purpose__in=purposes) if purposes else found:
        left = [key for key in link.scope if key not in gone]
        Link.objects.filter(pk=link.pk).update(scope=left, revoked_at=None if left else timezone.now())
    for key in gone:
        links.revoke(key)


def _keys(referral: Referral) -> set[uuid.UUID]:
    return {referral.pk, *referral.occasions.values_list("pk", flat=True)}


def _tell_groups(referral: Referral, said: Consent) -> None:
    """Organisers who were told that somebody comes; by day and group, never by name."""
    since = timezone.now() - STILL_REMEMBERED
    rows = Occasion.objects.filter(referral=referral, starts_at__gt=since, called_off_at=None)
    heard: dict[uuid.UUID, Occasion] = {}
    for one in rows.select_related("service").order_by("starts_at"):
        heard[one.service_id] = one
    for one in heard.values():
        if one.service.contact_email:
            context = {"starts_at": one.starts_at, "service": one.service.name, "phone": referral.team.phone}
            _tell(one.service_id, said, one.service.contact_email, "no_longer_expected", context, referral)


def _tell_referrer(referral: Referral, said: Consent) -> None:
    if referral.referrer and referral.referrer.is_active:
        context = {"reference": referral.reference, "phone": referral.team.phone}
        _tell(referral.referrer_id, said, referral.referrer.email, "no_longer_told", context, referral)


def _tell(
    key: uuid.UUID, said: Consent, to: str, template: str, context: dict[str, object], referral: Referral
) -> None:
    messages.queue(
        recipient_key=key,
        cause=f"yes_gone:{said.pk}",
        channel="email",
        to=to,
        template=template,
        context=context,
        about_id=referral.pk,
        under_id=referral.team.scheme_id,
        nation=referral.team.organisation.nation,
    )
