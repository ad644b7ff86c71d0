"""A connector's visits as a calendar feed: the time and the word "visit", at a secret address that can be revoked."""

import uuid
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from connect.identity import identify, opening
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.accompanying import reading as along
from referrals.case.models import CalendarFeed, Visit

Time = tuple[uuid.UUID, datetime, datetime, datetime]  # key, made, from, until
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
    return _calendar(_times(feed.user))


def _times(user: User) -> list[Time]:
    """Visits, and the times when they go along with somebody."""
    memberships = Membership.objects.current().filter(user=user, role__in=(Role.CON, Role.TL))
    user.acting = memberships.select_related("organisation", "team").first()
    if user.acting is None:
        raise NoSuchDiary
    identify(user)  # both walls, as if they had signed in; only times leave this module
    try:
        since = timezone.now() - BACK
        visits = Visit.objects.filter(who=user, called_off_at=None, starts_at__gt=since)
        own = visits.values_list("pk", "made_at", "starts_at", "ends_at")
        return sorted([*own, *along.times(user, since)], key=itemgetter(2))[:MOST]
    finally:
        identify()


def _calendar(times: list[Time]) -> str:
    """RFC 5545, by hand: three facts an entry."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Connect//Diary//EN", "X-PUBLISHED-TTL:PT30M"]
    for key, made_at, starts_at, ends_at in times:
        lines += [
            "BEGIN:VEVENT", f"UID:{uuid.uuid5(key, 'diary')}@connect", f"DTSTAMP:{_utc(made_at)}",
            f"DTSTART:{_utc(starts_at)}", f"DTEND:{_utc(ends_at)}", f"SUMMARY:{_('Visit')}", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime(STAMP)


def _seal(pk: uuid.UUID, key: str) -> str:
    """Under the site's key: who copies the table has no address, and who changes the key has revoked them all."""
    return salted_hmac("referrals.case.diary", str(pk), secret=key, algorithm="sha256").hexdigest()[:32]
