"""Small steps in a person's own words: put down, done, not yet, put away. Each word about one is a line of its own."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from connect.people.models import User
from referrals.accompanying.models import ConfidenceStep, StepSaid
from referrals.actions import held
from referrals.models import Particulars, Referral


@transaction.atomic
def put_down(
    referral: Referral, *, words: str, try_on: date | None, by: User, made: Mapping[str, object]
) -> ConfidenceStep:
    """Something small they would like to be able to do. The same form twice is one step."""
    fields = {"referral": held(referral), "words": words.strip(), "try_on": try_on, "made_by": by, **made}
    step, _new = ConfidenceStep.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    return step


@transaction.atomic
def say(
    step: ConfidenceStep, *, said: str, words: str, next_on: date | None, by: User, made: Mapping[str, object]
) -> StepSaid:
    """It was done, or not yet; with a sentence, and a day to try again if they like."""
    held(step.referral)
    fields = {"step": step, "referral_id": step.referral_id, "said": said, "words": words.strip(), "by": by}
    line, _new = StepSaid.objects.get_or_create(key=made["key"], defaults=fields | {"next_on": next_on, **made})
    return line


def of(referral: Referral) -> list[ConfidenceStep]:
    """Those that stand, what is next first; what is done last."""
    rows = ConfidenceStep.objects.filter(referral=referral).prefetch_related("said__by")
    shown = [one for one in rows if not one.is_put_away]
    return sorted(shown, key=lambda one: (one.is_done, one.next_on is None, one.next_on or one.made_at.date()))


def strengths(referral: Referral) -> list[str]:
    """What they are good at and like: it stands above everything that is still hard."""
    kept = Particulars.objects.filter(person=referral.person_id).first()
    return [words for words in (kept.strengths, kept.interests) if words] if kept else []
