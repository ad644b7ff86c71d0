"""A yes for a group is gone: what it was told besides a name is wiped here, and it is asked to forget it."""

from datetime import timedelta

from django.utils import timezone

from connect.messaging import messages
from referrals.introductions.models import Introduction
from referrals.models import Referral

STILL_REMEMBERED = timedelta(days=60)


def of_group(referral: Referral, group: str) -> int:
    """They took back their yes for this one group; its organiser hears so, without a name."""
    rows = list(_told(referral).filter(consent__recipient=group).select_related("occasion__service"))
    for row in rows:
        if row.told_at and row.told_at > timezone.now() - STILL_REMEMBERED:
            _ask_to_forget(referral, row)
    return _wipe([row.pk for row in rows])


def of_all(referrals: list[Referral]) -> int:
    """Nothing may be known of them any more, whoever it was told to."""
    return sum(_wipe(list(_told(referral).values_list("pk", flat=True))) for referral in referrals)


def _told(referral: Referral) -> object:
    return Introduction.objects.filter(referral=referral, taken_back_at=None).exclude(shared=[])


def _wipe(keys: list[object]) -> int:
    rows = Introduction.objects.filter(pk__in=keys)
    return rows.update(helps="", about="", reach="", taken_back_at=timezone.now()) if keys else 0


def _ask_to_forget(referral: Referral, row: Introduction) -> None:
    service = row.occasion.service
    if not service.contact_email:
        return
    messages.queue(
        recipient_key=service.pk,
        cause=f"taken_back:{row.pk}",
        channel="email",
        to=service.contact_email,
        template="introduction_taken_back",
        context={
            "name": service.contact_name.split(" ")[0],
            "service": service.name,
            "starts_at": row.occasion.starts_at,
            "phone": referral.team.phone,
        },
        about_id=referral.pk,
        nation=referral.team.organisation.nation,
    )
