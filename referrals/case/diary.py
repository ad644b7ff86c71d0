"""A connector's visits as a calendar feed: the time and the word "visit", at a secret address that can be revoked."""

import uuid
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from connect.identity import identify, opening
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.case.models import CalendarFeed, Visit

BACK = timedelta(days=30)
MOST = 500
STAMP = "%Y%m%dT%H%M%SZ"


class NoSuchDiary(Exception):
    """Mistyped, made up, revoked, or its owner works here no longer: the reader is told the same each time."""


def current(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


@transaction.atomic
def open_anew(user: User) -> CalendarFeed:
    """A new address; the one before stops working."""
    revoke(user)
    return CalendarFeed.objects.create(user=user)


def revoke(user: User) -> None:
    CalendarFeed.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())


def address(feed: CalendarFeed) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("diary_feed", args=[feed.pk, _seal(feed.pk, settings.SECRET_KEY)])


def read(pk: uuid.UUID, seal: str) -> str:
    """The calendar behind an address, as its owner, who must still be somebody with a caseload."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(constant_time_compare(seal, _seal(pk, key)) for key in keys):
        raise NoSuchDiary
    with opening(pk):
        feed = CalendarFeed.objects.select_related("user").filter(pk=pk, revoked_at=None).first()
    if feed is None:
        raise NoSuchDiary
    return _calendar(_visits(feed.user))


def _visits(user: User) -> list[Visit]:
    memberships = Membership.objects.current().filter(user=user, role__in=(Role.CON, Role.TL))
    user.acting = memberships.select_related("organisation", "team").first()
    if user.acting is None:
        raise NoSuchDiary
    identify(user)  # both walls, as if they had signed in; only times leave this module
    try:
        coming = Visit.objects.filter(who=user, called_off_at=None, starts_at__gt=timezone.now() - BACK)
        return list(coming.order_by("starts_at")[:MOST])
    finally:
        identify()


def _calendar(visits: list[Visit]) -> str:
    """RFC 5545, by hand: three facts an entry."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Connect//Diary//EN", "X-PUBLISHED-TTL:PT30M"]
    for visit in visits:
        lines += [
            "BEGIN:VEVENT", f"UID:{uuid.uuid5(visit.pk, 'diary')}@connect", f"DTSTAMP:{_utc(visit.made_at)}",
            f"DTSTART:{_utc(visit.starts_at)}", f"DTEND:{_utc(visit.ends_at)}", f"SUMMARY:{_('Visit')}", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime(STAMP)


def _seal(pk: uuid.UUID, key: str) -> str:
    """Under the site's key: who copies the table has no address, and who changes the key has revoked them all."""
    return salted_hmac("referrals.case.diary", str(pk), secret=key, algorithm="sha256").hexdigest()[:32]
