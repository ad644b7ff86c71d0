"""When somebody is asked how they are: the first reading, one after three months, one after half a year."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from connect.people.models import User
from referrals.following.models import MeasureDue
from referrals.following.states import What
from referrals.models import Referral
from referrals.refusals import ReferralError
from referrals.states import State

ASKED_OF = [State.ACCEPTED, State.CONTACTED, State.ACTIVE]


class AlreadyNoted(ReferralError):
    """A colleague has noted this reading a moment ago."""


def plan_baseline(referral: Referral) -> None:
    """From the first time somebody spoke with them; never at once, where trust is missing."""
    days = referral.team.scheme.baseline_days
    _plan(referral, What.BASELINE, timezone.localdate() + timedelta(days=days))


def plan_after_settling(referral: Referral) -> None:
    """So many weeks after the first reading, or after the first word with them where there was none."""
    scheme, today, began = referral.team.scheme, timezone.localdate(), _began(referral)
    first = max(today, began + timedelta(weeks=scheme.follow_up_weeks))
    _plan(referral, What.FOLLOW_UP, first)
    _plan(referral, What.LATER, max(began + timedelta(weeks=scheme.later_weeks), first + timedelta(weeks=8)))


def _began(referral: Referral) -> date:
    taken = MeasureDue.objects.filter(referral=referral, what=What.BASELINE, why_not="").exclude(done_at=None).first()
    at = taken.done_at if taken else referral.first_contact_at or referral.submitted_at
    return timezone.localdate(at)


def _plan(referral: Referral, what: str, on: date) -> None:
    """Once; what was planned before keeps its day."""
    MeasureDue.objects.bulk_create([MeasureDue(referral=referral, what=what, due_on=on)], ignore_conflicts=True)


def due(user: User) -> QuerySet[MeasureDue]:
    """Of this reader's own people, what is to be taken by today."""
    rows = MeasureDue.objects.to_take().filter(due_on__lte=timezone.localdate())
    return rows.filter(referral__in=Referral.objects.caseload_of(user).filter(state__in=ASKED_OF))


def note(measure: MeasureDue, *, why_not: str = "", by: User) -> MeasureDue:
    """Taken, or not taken and why."""
    rows = MeasureDue.objects.to_take().filter(pk=measure.pk)
    if not rows.update(done_at=timezone.now(), done_by=by, why_not=why_not):
        raise AlreadyNoted
    measure.refresh_from_db()
    return measure
