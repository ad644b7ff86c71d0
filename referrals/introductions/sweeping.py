"""What is due of introductions: asking an organiser once more, and telling somebody that it is not on that day."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from connect.one_by_one import one_by_one
from referrals.actions import happened
from referrals.introductions import writing
from referrals.introductions.models import Introduction
from referrals.introductions.states import NOT_THAT_DAY, Said
from referrals.models import Happened
from referrals.sessions import actions as sessions

FULL = ("occasion__service", "connection", "referral__person", "referral__connector", "referral__team__organisation")
A_WHILE = timedelta(hours=2)  # in which an organiser puts a slip right, and the connector may ring first
SOON = timedelta(hours=36)


def ask_again() -> int:
    """Those who have not answered by the day they were asked to, once."""
    due = Introduction.objects.unanswered().filter(
        told_at__isnull=False, nudged_at=None, answer_by__lt=timezone.localdate()
    )
    return one_by_one(due.order_by("made_at", "pk").values_list("pk", flat=True), _ask_again, "introduction")


def _ask_again(pk: UUID) -> bool:
    row = _mine(pk, nudged_at=None, answer="")
    if row is None:
        return False
    Introduction.objects.filter(pk=pk).update(nudged_at=timezone.now())
    if writing.ask_again(row):
        happened(row.referral, kind=Happened.INTRODUCTION, to="nudged", by=None, connection=row.connection)
    return True


def tell_people() -> int:
    """Another day, or full, and nobody has told them yet: please do not set out."""
    now = timezone.now()
    off = Introduction.objects.filter(answer__in=NOT_THAT_DAY, person_told_at=None, settled_at=None)
    patience = A_WHILE if settings.QUIET_HOURS else timedelta()
    due = off.filter(Q(answered_at__lte=now - patience) | Q(occasion__starts_at__lte=now + SOON))
    return one_by_one(due.order_by("answered_at", "pk").values_list("pk", flat=True), _tell, "introduction")


def _tell(pk: UUID) -> bool:
    row = _mine(pk, person_told_at=None, answer__in=NOT_THAT_DAY)
    if row is None:
        return False
    Introduction.objects.filter(pk=pk).update(person_told_at=timezone.now())
    if row.occasion.starts_at > timezone.now():
        writing.not_that_day(row)
    if row.answer == Said.FULL and row.connection.state in sessions.MAY_WAIT:
        sessions.wait_for(row.connection, by=None)  # in the order in which groups said so
    return True


def _mine(pk: UUID, **still: object) -> Introduction | None:
    """The row, if no other sweep holds it, and it is still so."""
    rows = Introduction.objects.select_for_update(skip_locked=True, of=("self",), no_key=True).select_related(*FULL)
    return rows.filter(pk=pk, settled_at=None, **still).first()
