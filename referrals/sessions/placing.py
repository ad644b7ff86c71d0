"""A yes to a place is followed: the group expects them, and all are told."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from directory import schedule
from referrals import telling
from referrals.actions import held, owe
from referrals.belonging import Occasion
from referrals.introductions import actions as introductions
from referrals.sessions import actions
from referrals.sessions.models import Offer, Wait
from referrals.sessions.states import Ended
from referrals.states import Next, Step


@transaction.atomic
def place(offer: Offer, *, by: User | None) -> Occasion | None:
    """They have the place, from the session it was offered for or the first after it. Twice is once."""
    if not Offer.objects.filter(pk=offer.pk, placed_at=None).update(placed_at=timezone.now()):
        return None
    waits = offer.wait
    Wait.objects.filter(pk=waits.pk, ended_at=None).update(ended_at=timezone.now(), became=Ended.PLACED)
    connection = waits.connection
    if connection.state == Step.AGREED:
        introductions.step(connection, to=Step.INTRODUCED, by=by)
    since = max(offer.starts_at - timedelta(seconds=1), timezone.now())
    session = schedule.next_session(connection.service, since)
    if session is None:  # it has shut meanwhile; the place is theirs when it opens
        owe(held(waits.referral), Next.RING, timezone.localdate())
        return None
    occasion = actions.expect(connection, session)
    telling.introduced(occasion)
    introductions.tell(introductions.put_down(occasion, by=by or connection.made_by))
    return occasion
