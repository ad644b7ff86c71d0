"""What is due about words that wait: their reader is written to, then the lead, and the lead again each working day."""

from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from connect.messaging import hours, messages
from connect.one_by_one import one_by_one
from connect.people.models import User
from referrals.safety import concerns, readers
from referrals.safety.models import Concern, Heard, SafeguardingLead
from referrals.safety.states import Now


def words_that_wait() -> int:
    """Write to whoever must read something. Each row in a transaction of its own; returns how many were told of."""
    return one_by_one(due().order_by("at", "pk").values_list("pk", flat=True), _tell, "words")


def due() -> QuerySet[Heard]:
    """Never told of; or past its clock and not yet with the lead; or with the lead, and not told of today."""
    now, today = timezone.now(), timezone.localdate()
    again = Q(escalated_at__isnull=False) & Q(told_on__lt=today)
    return Heard.objects.unread().filter(Q(told_on=None) | Q(escalated_at=None, due_at__lte=now) | again)


def _tell(pk: UUID) -> bool:
    rows = Heard.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    rows = rows.select_related("team__organisation", "reader", "escalated_to", "referral")
    row = rows.filter(pk=pk, read_at=None).first()
    if row is None or not _is_time(row):
        return False
    lead = next(readers.leads_of(row.team, apart_from=row.reader, about=row.referral), row.reader)
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


def concerns_that_wait() -> int:
    """Write to leads of what is new, unread, undecided or to be chased; pass on what nobody read."""
    return one_by_one(concerns_due().order_by("pk").values_list("pk", flat=True), _tell_of, "concern")


def concerns_due() -> QuerySet[Concern]:
    """Never told of; past its hours and not passed on; or overdue in any way, and not told of today."""
    now, today = timezone.now(), timezone.localdate()
    unread = Q(read_at=None, due_at__lte=now)
    undecided = Q(decided_at=None, decide_by__lte=now)
    overdue = Q(told_on__lt=today) & (unread | undecided | Q(chase_on__lte=today))
    return Concern.objects.filter(Q(told_on=None) | (unread & Q(escalated_at=None)) | overdue, ended_at=None)


def _tell_of(pk: UUID) -> bool:
    rows = Concern.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    concern = rows.select_related("team__organisation", "escalated_to").filter(pk=pk, ended_at=None).first()
    today = timezone.localdate()
    if concern is None or (concern.told_on and not hours.is_working_day(today, concern.team.organisation.nation)):
        return False
    named = readers.safeguarding(concern.team)
    late = concern.read_at is None and concern.due_at <= timezone.now()
    # Whoever was named and has left reads nothing: then it is passed on at once.
    orphaned = not named and SafeguardingLead.objects.filter(scheme=concern.team.scheme_id, ended_at=None).exists()
    if concern.escalated_at is None and (late or orphaned):
        concerns.escalate(concern, to=_another(concern, named))
    for user in dict.fromkeys([*readers.of_concern(concern.team), *filter(None, [concern.escalated_to])]):
        _write_of(concern, user)
    Concern.objects.filter(pk=pk).update(told_on=today)
    return True


def _another(concern: Concern, named: list[User]) -> User | None:
    """Not among those who have not read it: the lead of the team, or of another team of the scheme."""
    others = [user for user in readers.leads_of(concern.team) if user not in named]
    return next(iter(others), named[0] if named else None)


def _write_of(concern: Concern, user: User) -> None:
    messages.queue(
        recipient_key=user.pk,
        cause=f"concern:{concern.pk}:{timezone.localdate()}:{'passed_on' if concern.escalated_at else 'new'}",
        channel="email",
        to=user.email,
        template="concern_waits",
        context={
            "name": user.first_name,
            "address": settings.SITE_URL.rstrip("/") + reverse("concern", args=[concern.pk]),
            "what": concern.waits_for,
            "now": concern.now == Now.YES,
        },
    )
