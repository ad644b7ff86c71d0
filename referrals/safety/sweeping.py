"""What is due about words that wait: their reader is written to, then the lead, and the lead again each working day."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from connect.messaging import hours, messages
from connect.people.models import User
from referrals.safety import readers
from referrals.safety.models import Heard


def words_that_wait() -> int:
    """Write to whoever must read something. Each row in a transaction of its own; returns how many were told of."""
    return sum(_tell(pk) for pk in due().values_list("pk", flat=True))


def due() -> QuerySet[Heard]:
    """Never told of; or past its clock and not yet with the lead; or with the lead, and not told of today."""
    now, today = timezone.now(), timezone.localdate()
    again = Q(escalated_at__isnull=False) & Q(told_on__lt=today)
    return Heard.objects.unread().filter(Q(told_on=None) | Q(escalated_at=None, due_at__lte=now) | again)


@transaction.atomic
def _tell(pk: UUID) -> bool:
    rows = Heard.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    row = rows.select_related("team__organisation", "reader", "escalated_to").filter(pk=pk, read_at=None).first()
    if row is None or not _is_time(row):
        return False
    lead = next(readers.leads_of(row.team, apart_from=row.reader), row.reader)
    late = row.due_at <= timezone.now()
    if late and row.escalated_at is None:
        row.escalated_at, row.escalated_to = timezone.now(), lead
    # Words of danger go to the lead as well, at once: a connector may be out all day.
    told = {row.reader, lead} if row.danger or late else {row.reader}
    for user in filter(None, told):
        _write(row, user)
    row.told_on = timezone.localdate()
    row.save(update_fields=["told_on", "escalated_at", "escalated_to"])
    return True


def _is_time(row: Heard) -> bool:
    """The lead who was told is told again on working days only."""
    again = row.escalated_at is not None
    return not again or hours.is_working_day(timezone.localdate(), row.team.organisation.nation)


def _write(row: Heard, user: User) -> None:
    """Without a word of what was written, and without a name: an e-mail lies open on many a screen."""
    messages.queue(
        recipient_key=user.pk,
        cause=f"heard:{row.pk}:{timezone.localdate()}:{'late' if row.escalated_at else 'new'}",
        channel="email",
        to=user.email,
        template="words_to_read",
        context={"name": user.first_name, "address": _address(row), "danger": row.danger},
        nation=None if row.danger else row.team.organisation.nation,
    )


def _address(row: Heard) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("heard_word", args=[row.pk])
