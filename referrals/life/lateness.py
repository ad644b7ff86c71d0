"""The sweep of what is late: nudges, then the lead; then back to whoever asked, where that may happen by itself."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
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
Step = Callable[[Referral, date], None]
Said = set[tuple[UUID, str, date]]  # of which referral, at which level, for which day


def sweep() -> int:
    """All that is late today, in every scheme; returns how many were told of or given back."""
    settle()
    return sum(_of_scheme(scheme) for scheme in Scheme.objects.select_related("organisation"))


def _of_scheme(scheme: Scheme) -> int:
    """Three questions, and no more of them for each level: who waits for an answer, what else is past its day, and of
    which of it was it said."""
    rows = Referral.objects.filter(team__scheme=scheme, state__in=OPEN)
    waiting = list(clocks.with_start(rows.filter(UNANSWERED)).only("state", "urgent", "source", "next_on"))
    past = rows.exclude(UNANSWERED).filter(next_on__lte=clocks.last_day(1, scheme))
    others = dict(past.values_list("pk", "next_on"))
    if not waiting and not others:
        return 0
    late = Late.objects.filter(referral__in=rows.values("pk"))
    said = set(late.values_list("referral", "level", "was_due"))
    return (
        _urgent(waiting, said) + _unanswered(waiting, said, scheme)
        + _overdue(others, said, scheme) + _back(waiting, said, scheme)
    )  # fmt: skip


def _since(waiting: Iterable[Referral]) -> dict[UUID, date]:
    return {one.pk: timezone.localdate(one.began_at) for one in waiting}


def _urgent(waiting: list[Referral], said: Said) -> int:
    """Told at once; and the lead the day after it should have been done, whatever the usual days are."""
    urgent, today = [one for one in waiting if one.urgent], timezone.localdate()
    new = _since(one for one in urgent if one.state == State.SUBMITTED)
    late = _since(one for one in urgent if one.next_on and one.next_on < today)
    return _each(new, said, Level.TOLD, warning.of_urgent) + _each(late, said, Level.ESCALATED, warning.the_lead)


def _unanswered(waiting: list[Referral], said: Said, scheme: Scheme) -> int:
    """Nobody has accepted it, or nobody has spoken with them: counted from the day it came."""
    return _up(_since(waiting), said, scheme, scheme.nudge_days, scheme.escalate_days)


def _overdue(others: dict[UUID, date], said: Said, scheme: Scheme) -> int:
    """Whatever else was due: a reminder the working day after, the lead as many days later as the scheme says."""
    return _up(others, said, scheme, 1, 1 + max(0, scheme.escalate_days - scheme.nudge_days))


def _up(since: dict[UUID, date], said: Said, scheme: Scheme, nudge: int, escalate: int) -> int:
    """So many working days later whoever holds it, so many later the lead."""
    ladder = ((Level.NUDGED, nudge, warning.whoever_holds_it), (Level.ESCALATED, escalate, warning.the_lead))
    return sum(_each(_by(clocks.last_day(days, scheme), since), said, level, tell) for level, days, tell in ladder)


def _by(last: date, since: dict[UUID, date]) -> dict[UUID, date]:
    return {pk: day for pk, day in since.items() if day <= last}


def _back(waiting: list[Referral], said: Said, scheme: Scheme) -> int:
    """Back to the worker, with advice. Everything else is the lead's, and never expires."""
    due = _by(clocks.last_day(scheme.return_days, scheme), _since(one for one in waiting if _may_go_back(one)))
    if due:
        found = Referral.objects.filter(pk__in=due, person__restricted=False).values_list("pk", flat=True)
        due = {pk: due[pk] for pk in found}
    return _each(due, said, Level.RETURNED, _give_back)


def _may_go_back(referral: Referral) -> bool:
    """Nobody who asked for themselves, or for their mother, is sent away by a clock; nor who may be in danger."""
    asked_by_worker = referral.source in (Source.WORKER, Source.OUTSIDER)
    return referral.state == State.SUBMITTED and not referral.urgent and asked_by_worker


def _give_back(referral: Referral, since: date) -> None:
    """With words of its own: nobody has a question, nobody answered."""
    actions.give_back(referral, by=None, why=Returned.NO_ANSWER)
    warning.nobody_answered(referral, since)


def _each(since: dict[UUID, date], said: Said, level: str, do: Step) -> int:
    """Those of whom this level has not been said for that day, each in a transaction of its own."""
    new = sorted((day, pk) for pk, day in since.items() if (pk, level, day) not in said)
    said |= {(pk, level, day) for day, pk in new}
    # The other errors than a fault: another sweep, or a colleague, was there first.
    faster = (IntegrityError, actions.ReferralError)
    days = {pk: day for day, pk in new}
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
    unsettled = Late.objects.filter(settled_at=None).exclude(level=Level.RETURNED)
    open_ones = list(unsettled)
    rows = clocks.with_start(Referral.objects.filter(pk__in=unsettled.values("referral"))).in_bulk()
    known = [one for one in open_ones if one.referral_id in rows]  # the others a colleague settles this very moment
    done = [one.pk for one in known if not _still_late(rows[one.referral_id], one.was_due)]
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
