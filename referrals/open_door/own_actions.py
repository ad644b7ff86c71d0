"""What the person does on their own page. It works as the job "own_page", within that one referral."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.messaging import links, messages
from connect.messaging.models import Link
from referrals import actions
from referrals.models import Happened, Person, Referral
from referrals.open_door.states import Own
from referrals.person import consenting
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import OPEN, Next, State, Withdrawn


@transaction.atomic
def reach(referral: Referral, changes: Mapping[str, str]) -> None:
    """How we may reach them. What still waits for an address that is not theirs or not safe any more, never leaves."""
    person = referral.person
    if not changes:
        return
    Person.objects.filter(pk=person.pk).update(**changes)
    person.refresh_from_db()
    if {"phone", "email", "safe_to_message"} & changes.keys():
        messages.cancel(recipient_key=person.pk)
    _say(referral, Own.REACH)


@transaction.atomic
def ring(referral: Referral) -> None:
    """Somebody rings, first thing; whoever waits in the queue is still decided about."""
    today = timezone.localdate()
    if referral.state in OPEN:
        actions.owe(referral, Next.DECIDE if referral.is_new else Next.RING_ASKED, today)
    _say(referral, Own.RING)
    words.heard(str(Own.RING.label), referral=referral, where=Door.OWN_PAGE)


@transaction.atomic
def tell(referral: Referral, *, about: str, said: str, key: uuid.UUID, link_id: uuid.UUID) -> None:
    """A few words, for a human with a name, once a form. Nothing else follows from them."""
    if referral.events.filter(pk=key).exists():
        return
    words.heard(said, referral=referral, where=Door.OWN_PAGE, link_id=link_id)
    _say(referral, Own(about), id=key)


@transaction.atomic
def stop(referral: Referral, *, why: str = Withdrawn.ASKED, said: str = "") -> None:
    """They do not want it any more: nobody rings, nothing leaves, nobody is expected anywhere."""
    words.heard(said, referral=referral, where=Door.OWN_PAGE)
    if referral.state in OPEN:
        actions.move(referral, to=State.WITHDRAWN, by=None, why=why, next_step=Next.NOTHING, next_on=None)
    referral.occasions.filter(starts_at__gt=timezone.now(), called_off_at=None).update(called_off_at=timezone.now())
    for consent in referral.consents.all():
        if consent.is_given:
            consenting.take_back(referral, purpose=consent.purpose, by=None)
    messages.cancel(recipient_key=referral.person_id)
    links.revoke(referral.pk)


def leave(link: Link) -> None:
    """The page is shut: nobody opens it again without a new code."""
    Link.objects.filter(pk=link.pk).update(revoked_at=timezone.now())


def _say(referral: Referral, what: Own, **more: object) -> None:
    actions.happened(referral, kind=Happened.OWN, to=what, by=None, **more)
