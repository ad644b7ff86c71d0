"""Visits that failed say something about a listing: told to its editors as a report, with nobody in it."""

import uuid
from datetime import date, timedelta

from django.db.models import Count, Max, Min
from django.utils import timezone

from connect.one_by_one import one_by_one
from directory.models import Service
from directory.states import Wrong
from directory.telling_us import actions as telling_us
from referrals.belonging import Connection
from referrals.following.models import Reason
from referrals.following.states import Why

PEOPLE = 2  # one person may have taken the wrong turning
LOOKED_BACK = timedelta(days=60)
REPORTS = uuid.UUID("9d9c0c52-7a0e-4b61-9d3e-6f2f7f3c1a10")  # namespace: one report for each listing and finding


def flag() -> int:
    """Listings that several people found shut, or not at all; each finding is reported once."""
    return one_by_one(_found(), _report, "a report about listing")


def _found() -> list[tuple[uuid.UUID, date, date]]:
    """(listing, first, last day it was told), of different people, none of them restricted, within two months."""
    since = timezone.now() - LOOKED_BACK
    rows = Reason.objects.filter(why=Why.NOT_THERE, at__gte=since, referral__person__restricted=False)
    told = rows.values("connection__service").annotate(
        people=Count("connection__person", distinct=True), first=Min("at"), last=Max("at")
    )
    return [
        (row["connection__service"], timezone.localdate(row["first"]), timezone.localdate(row["last"]))
        for row in told.filter(people__gte=PEOPLE)
        if not _somebody_went_since(row["connection__service"], row["last"])
    ]


def _somebody_went_since(service: uuid.UUID, last: object) -> bool:
    return Connection.objects.filter(service=service, last_attended_at__gt=last).exists()


def _report(finding: tuple[uuid.UUID, date, date]) -> bool:
    """The key is worked out, so that the same finding is one report; a month's number, never whose."""
    service_pk, first, last = finding
    key = uuid.uuid5(REPORTS, f"{service_pk} {first:%Y-%m}")
    service = Service.objects.get(pk=service_pk)
    words = (
        f"More than one of those who were sent here between {first:%B %Y} and {last:%B %Y} found nobody there, "
        "or could not find it. Please ring the organiser."
    )
    made = {"key": key, "content_hash": "", "made_in": ""}
    if service.reports.filter(key=key).exists():
        return False
    telling_us.report(service, what=Wrong.CLOSED, words=words, made=made)
    return True
