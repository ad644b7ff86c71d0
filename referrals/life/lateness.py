"""The sweep of what is late: nudges, then the lead; then back to whoever asked, where that may happen by itself."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.one_by_one import one_by_one
from connect.people.models import Scheme, User
from referrals import actions
from referrals.life import clocks, warning
from referrals.life.models import Late
from referrals.life.states import Level
from referrals.models import Referral
from referrals.states import OPEN, Returned, Source, State

UNANSWERED = Q(state=State.SUBMITTED) | Q(state=State.ACCEPTED, first_contact_at=None)
# Nobody who asked for themselves, or for their mother, is sent away by a clock; nor anybody who may be in danger.
MAY_GO_BACK = Q(state=State.SUBMITTED, urgent=False, source__in=[Source.WORKER, Source.OUTSIDER])
Step = Callable[[Referral, date], None]


def sweep() -> int:
    """All that is late today, in every scheme; returns how many were told of or given back."""
    settle()
    done = 0
    for scheme in Scheme.objects.select_related("organisation"):
        rows = clocks.with_start(Referral.objects.filter(team__scheme=scheme, state__in=OPEN))
        done += _urgent(rows) + _unanswered(rows, scheme) + _overdue(rows, scheme) + _back(rows, scheme)
    return done


def _urgent(rows: QuerySet[Referral]) -> int:
    """Told at once; and the lead the day after it should have been done, whatever the usual days are."""
    urgent = rows.filter(urgent=True)
    told = _each(urgent.filter(state=State.SUBMITTED), Level.TOLD, "began_at", warning.of_urgent)
    late = urgent.filter(UNANSWERED, next_on__lt=timezone.localdate())
    return told + _each(late, Level.ESCALATED, "began_at", warning.the_lead)


def _unanswered(rows: QuerySet[Referral], scheme: Scheme) -> int:
    """Nobody has accepted it, or nobody has spoken with them: counted from the day it came."""
    waiting = rows.filter(UNANSWERED)
    return sum(
        _each(waiting.filter(began_at__date__lte=clocks.last_day(days, scheme)), level, "began_at", tell)
        for level, days, tell in _ladder(scheme.nudge_days, scheme.escalate_days)
    )


def _overdue(rows: QuerySet[Referral], scheme: Scheme) -> int:
    """Whatever else was due: a reminder the working day after, the lead as many days later as the scheme says."""
    others = rows.exclude(UNANSWERED)
    return sum(
        _each(others.filter(next_on__lte=clocks.last_day(days, scheme)), level, "next_on", tell)
        for level, days, tell in _ladder(1, 1 + max(0, scheme.escalate_days - scheme.nudge_days))
    )


def _ladder(nudge: int, escalate: int) -> list[tuple[str, int, Step]]:
    return [(Level.NUDGED, nudge, warning.whoever_holds_it), (Level.ESCALATED, escalate, warning.the_lead)]


def _back(rows: QuerySet[Referral], scheme: Scheme) -> int:
    """Back to the worker, with advice. Everything else is the lead's, and never expires."""
    due = rows.filter(MAY_GO_BACK, person__restricted=False)
    due = due.filter(began_at__date__lte=clocks.last_day(scheme.return_days, scheme))
    return _each(due, Level.RETURNED, "began_at", _give_back)


def _give_back(referral: Referral, since: date) -> None:
    """With words of its own: nobody has a question, nobody answered."""
    actions.give_back(referral, by=None, why=Returned.NO_ANSWER)
    warning.nobody_answered(referral, since)


def _each(rows: QuerySet[Referral], level: str, since: str, do: Step) -> int:
    """Those of whom this level has not been said for that day, each in a transaction of its own."""
    day = F(f"{since}__date") if since == "began_at" else F(since)
    said = Late.objects.filter(referral=OuterRef("pk"), level=level, was_due=OuterRef("day"))
    new = rows.annotate(day=day).filter(~Exists(said)).order_by("day", "pk")
    # The other errors than a fault: another sweep, or a colleague, was there first.
    faster = (IntegrityError, actions.ReferralError)
    days = dict(new.values_list("pk", "day"))
    return one_by_one(days, lambda pk: _late(pk, level, days[pk], do), "what is late of referral", faster=faster)


def _late(pk: UUID, level: str, on: date, do: Step) -> bool:
    """Somebody who has it in hand this very moment is not disturbed."""
    rows = Referral.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    referral = rows.select_related("person", "team__organisation", "team__scheme").filter(pk=pk).first()
    if referral:
        Late.objects.create(referral=referral, level=level, was_due=on)
        do(referral, on)
    return referral is not None


def settle() -> int:
    """What was late and has been done since is off the list; what went back by itself stays until somebody says who."""
    open_ones = list(Late.objects.filter(settled_at=None).exclude(level=Level.RETURNED))
    rows = clocks.with_start(Referral.objects.all()).in_bulk({one.referral_id for one in open_ones})
    done = [one.pk for one in open_ones if not _still_late(rows[one.referral_id], one.was_due)]
    again = Late.objects.filter(settled_at=None, level=Level.RETURNED).exclude(
        referral__state__in=[State.RETURNED, State.WITHDRAWN]
    )
    back = again.update(settled_at=timezone.now(), looked_after_by="team")
    return back + Late.objects.filter(pk__in=done).update(settled_at=timezone.now())


def _still_late(referral: Referral, was_due: date) -> bool:
    if referral.state not in OPEN:
        return False
    waiting = referral.state == State.SUBMITTED or (
        referral.state == State.ACCEPTED and referral.first_contact_at is None
    )
    since = timezone.localdate(referral.began_at) if waiting else referral.next_on
    return since == was_due


@transaction.atomic
def confirm(late: Late, *, looked_after_by: str, note: str, by: User) -> Late:
    """Twice is once: the first answer stands."""
    said = {"looked_after_by": looked_after_by, "note": note, "settled_by": by, "settled_at": timezone.now()}
    Late.objects.filter(pk=late.pk, settled_at=None).update(**said)
    late.refresh_from_db()
    return late
