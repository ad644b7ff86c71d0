"""Two sessions on one day are one message: the reminder tells of both, and only one of them is asked about."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from connect.messaging import hours
from connect.messaging.hours import MORNING
from connect.messaging.wording import filling
from referrals.belonging import Occasion
from referrals.going import writing


def _others(occasion: Occasion) -> QuerySet[Occasion]:
    begins = hours.days_from(occasion.starts_at, 0, MORNING.replace(hour=0))
    ends = hours.days_from(occasion.starts_at, 1, MORNING.replace(hour=0))
    rows = Occasion.objects.filter(
        connection__person=occasion.connection.person_id, called_off_at=None, starts_at__gte=begins, starts_at__lt=ends
    )
    return rows.exclude(pk=occasion.pk).order_by("starts_at")


def to_remind_of(occasion: Occasion) -> list[Occasion]:
    """The others of that day nobody has been reminded of. A tenant's own words know one hour: then each has its own."""
    form = "full" if writing.may_be_full(occasion.referral) else "discreet"
    if filling.in_use(f"reminder_{form}", occasion.referral.person.language):
        return []
    return list(_others(occasion).filter(reminded_at=None, starts_at__gt=timezone.now()))


def reminded(occasions: Iterable[Occasion]) -> None:
    Occasion.objects.filter(pk__in=[one.pk for one in occasions]).update(reminded_at=timezone.now())


def is_asked_about(occasion: Occasion) -> bool:
    """Of that day they were asked about another already."""
    return _others(occasion).filter(asked_at__gt=occasion.starts_at - timedelta(days=1)).exists()
