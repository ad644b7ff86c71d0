"""What was kept for as long as it may be: found by the clock, announced, erased on its day unless it is held."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging.models import Message
from connect.messaging.states import State as Sent
from connect.one_by_one import one_by_one
from referrals.models import Concern, Person, Referral
from referrals.records import erasing
from referrals.records.models import Erasure, Period
from referrals.records.states import MONTHS, NOTICE_DAYS, Came, Keeps, Stage
from referrals.states import State

OVER = (State.CLOSED, State.WITHDRAWN, State.RETURNED, State.TRANSFERRED)
AT_A_TIME = 200


def months() -> dict[str, int]:
    """How long each is kept: the tenant's choice, or the house's."""
    return {one.value: many for one, many in MONTHS.items()} | dict(Period.objects.values_list("what", "months"))


def sweep() -> int:
    """Announce who is due; erase whose day has come. Returns how many were erased."""
    with acting_as("clocks"):
        announce()
        today = timezone.localdate()
        due = list(Erasure.objects.filter(stage=Stage.DUE, due_on__lte=today).values_list("pk", flat=True)[:AT_A_TIME])
    return one_by_one(due, _erase, "erasure", job="clocks", faster=(erasing.AConcernStands,))


def _erase(pk: UUID) -> bool:
    row = Erasure.objects.select_for_update(skip_locked=True).filter(pk=pk, stage=Stage.DUE).first()
    if row is None:
        return False
    if not _is_over(row.person_key):  # they came back meanwhile
        Erasure.objects.filter(pk=pk).update(stage=Stage.REFUSED, decided_at=timezone.now())
        return False
    Erasure.objects.filter(pk=pk).update(stage=Stage.AGREED, decided_at=timezone.now())
    return bool(erasing.carry_out(row))


def _is_over(person: UUID) -> bool:
    return person in set(_finished([person]))


def announce() -> int:
    """A row for each, with a day far enough off to be looked at first."""
    on = timezone.localdate() + timedelta(days=NOTICE_DAYS)
    known = Erasure.objects.exclude(stage=Stage.DONE).filter(came=Came.CLOCK).exclude(stage=Stage.REFUSED)
    under_way = set(known.values_list("person_key", flat=True))
    wanted = [key for key in _finished() if key not in under_way][:AT_A_TIME]
    rows = [Erasure(person_key=key, came=Came.CLOCK, stage=Stage.DUE, due_on=on) for key in wanted]
    return len(Erasure.objects.bulk_create(rows, ignore_conflicts=True))


def _finished(people: Iterable[UUID] | None = None) -> list[UUID]:
    """Whose every referral is over, the last of them for long enough, and about whom no concern stands."""
    kept, today = months(), timezone.localdate()
    with acting_as("clocks"):
        soonest = min(kept[Keeps.FINISHED], kept[Keeps.NEVER_BEGUN])
        old = Referral.objects.filter(submitted_at__lt=timezone.now() - relativedelta(months=soonest))
        if not old.exists():
            return []
        rows = Person.objects.filter(pk__in=old.values("person") if people is None else people)
        going_on = Referral.objects.filter(person=OuterRef("pk")).exclude(state__in=OVER)
        concern = Concern.objects.filter(referral__person=OuterRef("pk"), ended_at=None)
        rows = rows.exclude(Exists(going_on)).exclude(Exists(concern))
        rows = rows.annotate(last=Max("referrals__events__at"), begun=Max("referrals__first_contact_at"))
        over = Q(last__date__lt=_before(today, kept[Keeps.FINISHED]))
        never = Q(begun=None, last__date__lt=_before(today, kept[Keeps.NEVER_BEGUN]))
        return list(rows.filter(over | never).order_by("last").values_list("pk", flat=True)[: AT_A_TIME * 2])


def _before(today: date, many: int) -> date:
    return today - relativedelta(months=many)


def forget_messages() -> int:
    """Words of messages that left long ago; that they were sent, and when, stays."""
    old = timezone.now() - relativedelta(months=months()[Keeps.MESSAGES])
    with acting_as("delivery"):
        rows = Message.objects.filter(state__in=[Sent.SENT, Sent.CANCELLED, Sent.FAILED], created_at__lt=old)
        return rows.exclude(body="").update(body="", subject="", to="")
