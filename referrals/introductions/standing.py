"""How quickly organisers answer an introduction: for the count of usual days, of whole months."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from referrals.introductions.models import Introduction


def answers(since: datetime, until: datetime) -> Iterator[tuple[UUID, datetime, datetime]]:
    """(listing, asked, answered) of what organisers pressed themselves; nothing of anybody restricted."""
    rows = Introduction.objects.filter(
        answered_at__gte=since, answered_at__lt=until, answered_to=None, told_at__isnull=False,
        referral__person__restricted=False,
    )  # fmt: skip
    yield from rows.values_list("occasion__service", "told_at", "answered_at")
