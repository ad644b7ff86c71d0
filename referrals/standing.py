"""What became of the people introduced to each listing, written down to it: counts of whole months, never a name."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.messaging import hours
from directory.models import Standing
from referrals.belonging import Attendance, Connection
from referrals.states import Answer, Step

LOOKED_BACK = timedelta(days=365)
STILL_GOES = timedelta(days=60)
COUNTED = ("introduced", "came", "stayed", "counted_at")


def count() -> int:
    """Write the counts of the year up to the end of last month; returns how many listings have any.

    Whole months only: a count that moved with each introduction would tell who watches it about one person.
    """
    until = hours.at(timezone.localdate().replace(day=1), time())
    rows = [_standing(service, **counts) for service, counts in _counts(until).items()]
    Standing.objects.exclude(pk__in=[row.pk for row in rows]).update(introduced=0, came=0, stayed=0)
    Standing.objects.bulk_create(rows, update_conflicts=True, unique_fields=["service"], update_fields=COUNTED)
    return len(rows)


def _standing(service: UUID, introduced: int, came: int, stayed: int) -> Standing:
    return Standing(service_id=service, introduced=introduced, came=came, stayed=stayed, counted_at=timezone.now())


def _counts(until: datetime) -> dict[UUID, dict[str, int]]:
    introduced = Connection.objects.filter(
        introduced_at__gte=until - LOOKED_BACK, introduced_at__lt=until, referral__person__restricted=False
    ).annotate(
        came=Exists(_went(until)), still=Exists(_went(until).filter(occasion__starts_at__gte=until - STILL_GOES))
    )
    rows = introduced.values("service").annotate(
        of_them=Count("pk"),
        who_came=Count("pk", filter=Q(came=True)),
        who_stayed=Count("pk", filter=Q(still=True, state__in=[Step.ATTENDING, Step.SETTLED])),
    )
    return {
        row["service"]: {"introduced": row["of_them"], "came": row["who_came"], "stayed": row["who_stayed"]}
        for row in rows
    }


def _went(until: datetime) -> QuerySet[Attendance]:
    return Attendance.objects.filter(
        occasion__connection=OuterRef("pk"), occasion__called_off_at=None, answer=Answer.WENT, said_at__lt=until
    )
