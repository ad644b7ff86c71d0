"""The sweep of what is late: nudges, then the lead; then back to whoever asked, where that may happen by itself."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.people.models import Scheme, User
from referrals import actions
from referrals.life import clocks, warning
from referrals.life.models import Late
from referrals.life.states import Level
from referrals.models import Referral
from referrals.states import OPEN, Returned, Source, State

log = logging.getLogger(__name__)
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
        done += sum(_urgent(rows)) + sum(_unanswered(rows, scheme)) + sum(_overdue(rows, scheme))
        done += sum(_back(rows, scheme))
    return done


def _urgent(rows: QuerySet[Referral]) -> Iterator[bool]:
    """Told at once; and the lead the day after it should have been done, whatever the usual days are."""
    urgent = rows.filter(urgent=True)
    yield from _each(urgent.filter(state=State.SUBMITTED), Level.TOLD, "began_at", warning.of_urgent)
    late = urgent.filter(UNANSWERED, next_on__lt=timezone.localdate())
    yield from _each(late, Level.ESCALATED, "began_at", warning.the_lead)


def _unanswered(rows: QuerySet[Referral], scheme: Scheme) -> Iterator[bool]:
    """Nobody has accepted it, or nobody has spoken with them: counted from the day it came."""
    waiting = rows.filter(UNANSWERED)
    for level, days, tell in _ladder(scheme.nudge_days, scheme.escalate_days):
        due = waiting.filter(began_at__date__lte=clocks.last_day(days, scheme))
        yield from _each(due, level, "began_at", tell)


def _overdue(rows: QuerySet[Referral], scheme: Scheme) -> Iterator[bool]:
    """Whatever else was due: a reminder the working day after, the lead as many days later as the scheme says."""
    others = rows.exclude(UNANSWERED)
    for level, days, tell in _ladder(1, 1 + max(0, scheme.escalate_days - scheme.nudge_days)):
        yield from _each(others.filter(next_on__lte=clocks.last_day(days, scheme)), level, "next_on", tell)


def _ladder(nudge: int, escalate: int) -> list[tuple[str, int, Step]]:
    return [(Level.NUDGED, nudge, warning.whoever_holds_it), (Level.ESCALATED, escalate, warning.the_lead)]


def _back(rows: QuerySet[Referral], scheme: Scheme) -> Iterator[bool]:
    """Back to the worker, with advice. Everything else is the lead's, and never expires."""
    due = rows.filter(MAY_GO_BACK, person__restricted=False)
    due = due.filter(began_at__date__lte=clocks.last_day(scheme.return_days, scheme))
    yield from _each(due, Level.RETURNED, "began_at", _give_back)


def _give_back(referral: Referral, since: date) -> None:
    """With words of its own: nobody has a question, nobody answered."""
    actions.give_back(referral, by=None, why=Returned.NO_ANSWER)
    warning.nobody_answered(referral, since)


def _each(rows: QuerySet[Referral], level: str, since: str, do: Step) -> Iterator[bool]:
    """Those of whom this level has not been said for that day, each in a transaction of its own."""
    day = F(f"{since}__date") if since == "began_at" else F(since)
    said = Late.objects.filter(referral=OuterRef("pk"), level=level, was_due=OuterRef("day"))
    new = rows.annotate(day=day).filter(~Exists(said)).order_by("day", "pk")
    for pk, on in list(new.values_list("pk", "day")):
        yield _once(pk, level, on, do)


def _once(pk: UUID, level: str, on: date, do: Step) -> bool:
    """Somebody who has it in hand this very moment is not disturbed; a row that fails holds up nobody else."""
    try:
        with transaction.atomic():
            rows = Referral.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
            referral = rows.select_related("person", "team__organisation", "team__scheme").filter(pk=pk).first()
            if referral:
                Late.objects.create(referral=referral, level=level, was_due=on)
                do(referral, on)
            return referral is not None
    except (IntegrityError, actions.ReferralError):
        return False  # another sweep, or a colleague, was there first
    except Exception as error:
        log.error("referral %s could not be told of: %s", pk, type(error).__qualname__)
        return False


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
