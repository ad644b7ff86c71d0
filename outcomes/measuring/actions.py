"""Taking a reading, and noting that what was due has been taken."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from connect.people.models import User
from outcomes.measuring import windows
from outcomes.measuring.models import Reading
from outcomes.measuring.states import Moment
from outcomes.measuring.words import LANGUAGE
from outcomes.scoring import readings
from outcomes.scoring.definitions import definition
from referrals.following import measures
from referrals.following.models import MeasureDue
from referrals.models import Referral
from referrals.refusals import ReferralError

Answers = Mapping[str, str | None]
EARLY = timedelta(weeks=4)  # a reading so long before its day counts as taken for it


class NotAnswers(ReferralError):
    """These are no answers to that instrument."""


class NothingSaid(ReferralError):
    """Not one question was answered: the reason why is a better record than an empty reading."""


@transaction.atomic
def take(
    referral: Referral,
    *,
    instrument: str,
    answers: Answers,
    mode: str,
    by: User | None,
    made: Mapping[str, object],
    taken_on: date | None = None,
    instead_of: Reading | None = None,
    language: str = LANGUAGE,
) -> Reading:
    """Keep what was answered, as it was said; a reading that was due is taken with it.

    `answers`: item -> token; "dont_know", "prefer_not_to_say" or None for what was asked and not answered.
    """
    of, on = definition(instrument), taken_on or timezone.localdate()
    _check(readings.score(of, answers), answers)
    due, moment = _sitting(referral, on, instead_of)
    reading = Reading.objects.create(
        referral=referral, due=due, instrument=instrument, version=of["version"], language=language, mode=mode,
        moment=moment, taken_on=on, answers=dict(answers), by=by, instead_of=instead_of, **made,
    )  # fmt: skip
    if due:
        MeasureDue.objects.to_take().filter(pk=due.pk).update(done_at=timezone.now(), done_by=by)
    if moment in windows.FIRSTS:
        measures.plan_after_first(referral, on)
    return reading


def _check(result: Mapping[str, object], answers: Answers) -> None:
    if result["status"] == "invalid":
        raise NotAnswers
    if not any(token not in readings.NO_ANSWER for token in answers.values()):
        raise NothingSaid


def _sitting(referral: Referral, on: date, instead_of: Reading | None) -> tuple[MeasureDue | None, str]:
    """For which reading that was due this counts. What is answered on one day belongs together."""
    with_it = instead_of or referral.readings.filter(taken_on=on).first()
    if with_it:
        return with_it.due, with_it.moment
    due = due_now(referral).order_by("due_on").first()
    if due:
        return due, due.what
    if not referral.readings.exists() and not referral.closed_at:
        return None, Moment.BASELINE
    return None, Moment.EXIT if referral.closed_at else Moment.FOLLOW_UP


def due_now(referral: Referral) -> QuerySet[MeasureDue]:
    """What is due far ahead is not taken by a reading of today."""
    return MeasureDue.objects.to_take().filter(referral=referral, due_on__lte=timezone.localdate() + EARLY)
