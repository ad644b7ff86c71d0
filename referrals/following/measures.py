"""When somebody is asked how they are: at first, after three months, after half a year, at the end, on coming back."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from connect.people.models import User
from referrals.following.models import MeasureDue
from referrals.following.states import AFTER, NotTaken, What
from referrals.models import Referral
from referrals.refusals import ReferralError
from referrals.states import Closed, State

ASKED_OF = [State.ACCEPTED, State.CONTACTED, State.ACTIVE]
LATER_STILL = timedelta(weeks=8)  # between the reading after three months and the one after half a year
ENOUGH_TIME = timedelta(weeks=4)  # sooner after the first, an end has changed nothing that could be read
NOT_ASKED_AT_THE_END = (Closed.DIED, Closed.LOST_CONTACT, Closed.MOVED_AWAY)


class AlreadyNoted(ReferralError):
    """A colleague has noted this reading a moment ago."""


def plan_baseline(referral: Referral) -> None:
    """From the first time somebody spoke with them; never at once, where trust is missing."""
    if not _rows(referral).filter(what=What.REENTRY).exists():
        _plan(referral, What.BASELINE, timezone.localdate() + _after_first_word(referral))


def plan_return(referral: Referral) -> None:
    """They come back: a first reading of its own, and nothing before it is compared with what follows."""
    if not _rows(referral).exists():
        return  # nobody had spoken with them before: the first reading is still to be planned
    row = MeasureDue(
        referral=referral, what=What.REENTRY, episode=_episode(referral) + 1,
        due_on=timezone.localdate() + _after_first_word(referral),
    )  # fmt: skip
    MeasureDue.objects.bulk_create([row], ignore_conflicts=True)


def plan_after_first(referral: Referral, taken_on: date) -> None:
    """The two that follow the first reading, from the day on which it was taken."""
    scheme = referral.team.scheme
    _plan(referral, What.FOLLOW_UP, taken_on + timedelta(weeks=scheme.follow_up_weeks))
    _plan(referral, What.LATER, taken_on + timedelta(weeks=scheme.later_weeks))


def at_the_end(referral: Referral, *, why: str) -> None:
    """What was still to come is over; one last reading, where there was time for anything to change."""
    rows = _rows(referral)
    first = rows.filter(what__in=[What.BASELINE, What.REENTRY], why_not="").exclude(done_at=None).first()
    again = rows.filter(what__in=[What.FOLLOW_UP, What.LATER], why_not="").exclude(done_at=None)
    asks = first and not again.exists() and timezone.now() - first.done_at >= ENOUGH_TIME
    rows.to_take().update(done_at=timezone.now(), why_not=NotTaken.ENDED)
    if asks and why and why not in NOT_ASKED_AT_THE_END:
        _plan(referral, What.EXIT, timezone.localdate())


def _after_first_word(referral: Referral) -> timedelta:
    return timedelta(days=referral.team.scheme.baseline_days)


def _episode(referral: Referral) -> int:
    return MeasureDue.objects.filter(referral=referral).aggregate(last=Max("episode"))["last"] or 1


def _rows(referral: Referral) -> QuerySet[MeasureDue]:
    """Of this time with us, and not of an earlier one."""
    return MeasureDue.objects.filter(referral=referral, episode=_episode(referral))


def plan_after_settling(referral: Referral) -> None:
    """So many weeks after the first reading, or after the first word with them where there was none."""
    scheme, today, began = referral.team.scheme, timezone.localdate(), _began(referral)
    first = max(today, began + timedelta(weeks=scheme.follow_up_weeks))
    _plan(referral, What.FOLLOW_UP, first)
    _plan(referral, What.LATER, max(began + timedelta(weeks=scheme.later_weeks), first + LATER_STILL))


def _began(referral: Referral) -> date:
    firsts = _rows(referral).filter(what__in=[What.BASELINE, What.REENTRY], why_not="")
    taken = firsts.exclude(done_at=None).first()
    at = taken.done_at if taken else referral.first_contact_at or referral.submitted_at
    return timezone.localdate(at)


def _plan(referral: Referral, what: str, on: date) -> None:
    """Once; what was planned before keeps its day."""
    row = MeasureDue(referral=referral, what=what, episode=_episode(referral), due_on=on)
    MeasureDue.objects.bulk_create([row], ignore_conflicts=True)


def due(user: User) -> QuerySet[MeasureDue]:
    """Of this reader's own people, what is to be taken by today; the last one of somebody also when it is over."""
    rows = MeasureDue.objects.to_take().filter(due_on__lte=timezone.localdate())
    mine = Referral.objects.caseload_of(user)
    asked = Q(referral__in=mine.filter(state__in=ASKED_OF))
    return rows.filter(asked | Q(what=What.EXIT, referral__in=mine.filter(state=State.CLOSED)))


def of(referral: Referral) -> QuerySet[MeasureDue]:
    """What is to be taken from this one person, the next first; also what is not due yet."""
    return MeasureDue.objects.to_take().filter(referral=referral).order_by("due_on")


def late(user: User) -> QuerySet[MeasureDue]:
    """Of what is due, what can no longer be taken in its time: asked now, or with the reason why not."""
    return due(user).filter(_is_late())


def in_time(user: User) -> QuerySet[MeasureDue]:
    return due(user).exclude(_is_late())


def _is_late() -> Q:
    today = timezone.localdate()
    over = [Q(what=what, due_on__lt=today - days) for what, days in AFTER.items()]
    return reduce(or_, over)


def note(measure: MeasureDue, *, why_not: str = "", by: User) -> MeasureDue:
    """Taken, or not taken and why."""
    rows = MeasureDue.objects.to_take().filter(pk=measure.pk)
    if not rows.update(done_at=timezone.now(), done_by=by, why_not=why_not):
        raise AlreadyNoted
    measure.refresh_from_db()
    return measure
