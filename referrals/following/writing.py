"""The two things that are written to somebody who goes along: how are you getting on, and how glad we are."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from connect.messaging import hours, links, messages
from referrals import outgoing
from referrals.following.models import FollowUp
from referrals.going import writing as going
from referrals.models import Referral

LINK_DAYS = 14
FROM = time(10)  # the day after: the thanks for their last answer is hardly read


def ask(row: FollowUp) -> bool:
    """Would they like to go on by themselves? Where a message is safe and agreed; whether anything was queued."""
    referral = row.referral
    until = timezone.now() + timedelta(days=LINK_DAYS)
    if not may_write(referral):
        return False
    discreet, language = not going.may_be_full(referral), referral.person.language
    link = links.mint("settled", row.pk, [row.referral_id, row.pk], until, discreet=discreet, language=language)
    _write(row, "settled", due_at=_when(), useless_after=until, link=link)
    return True


def well_done(row: FollowUp) -> bool:
    """They did it. Nothing is asked, so there is no link."""
    if not may_write(row.referral):
        return False
    _write(row, "well_done")
    return True


def may_write(referral: Referral) -> bool:
    """They said that it is safe, that we may, and have not asked us to stop; and there is a way that reaches them."""
    return going.may_write(referral) and bool(going.ways(referral.person))


def _when() -> datetime:
    now = timezone.now()
    return hours.at(timezone.localdate() + timedelta(days=1), FROM) if settings.QUIET_HOURS else now


def _write(row: FollowUp, template: str, **more: object) -> None:
    outgoing.to_person(row.referral, template, row.pk, ways=going.ways(row.referral.person), **more)


def call_off(row: FollowUp) -> None:
    """Nobody need answer any more: the link stops working, and what has not left does not leave."""
    links.revoke(row.pk)
    for channel in ("sms", "email"):
        messages.cancel(about_id=row.referral_id, cause=f"settled:{channel}:{row.pk}")
