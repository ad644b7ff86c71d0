"""The two things that are written to somebody who goes along: how are you getting on, and how glad we are."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from connect.messaging import hours, links, messages
from connect.messaging.models import Link
from referrals import telling
from referrals.following.models import FollowUp
from referrals.states import Purpose

LINK_DAYS = 14
FROM = time(10)  # the day after: the thanks for their last answer is hardly read


def ask(row: FollowUp) -> bool:
    """Would they like to go on by themselves? Where a message is safe and agreed; whether anything was queued."""
    referral = row.referral
    until = timezone.now() + timedelta(days=LINK_DAYS)
    if not telling.can_write_to(referral):
        return False
    discreet = not referral.agreed_to(Purpose.FULL_MESSAGES)
    language = referral.person.language
    link = links.mint("settled", row.pk, [row.referral_id, row.pk], until, discreet=discreet, language=language)
    _write(row, "settled", due_at=_when(), useless_after=until, link=link)
    return True


def well_done(row: FollowUp) -> bool:
    """They did it. Nothing is asked, so there is no link."""
    if not telling.can_write_to(row.referral):
        return False
    _write(row, "well_done")
    return True


def _when() -> datetime:
    now = timezone.now()
    return hours.at(timezone.localdate() + timedelta(days=1), FROM) if settings.QUIET_HOURS else now


def _write(row: FollowUp, template: str, link: Link | None = None, **more: object) -> None:
    referral, person = row.referral, row.referral.person
    for channel, to in person.safe_ways():
        messages.queue(
            recipient_key=person.pk,
            cause=f"{template}:{channel}:{row.pk}",
            channel=channel,
            to=to,
            template=template,
            context={
                "name": person.friendly_name,
                "connector": referral.connector.first_name if referral.connector else "",
                "phone": referral.team.phone,
            },
            language=person.language,
            about_id=referral.pk,
            nation=referral.team.organisation.nation,
            link=link,
            **more,
        )


def call_off(row: FollowUp) -> None:
    """Nobody need answer any more: the link stops working, and what has not left does not leave."""
    links.revoke(row.pk)
    for channel in ("sms", "email"):
        messages.cancel(about_id=row.referral_id, cause=f"settled:{channel}:{row.pk}")
