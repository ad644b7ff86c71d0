"""Keeping what was answered where nobody can look it up, and giving it back to nobody but the person, or as counts.

The table knows no referral: `subject` is a digest with the house's own secret, worked out anew each time. Only the job
"equality" reads it, and only the functions of this module work as that job; no page is drawn from it (a test looks).
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from connect.identity import acting_as
from outcomes.equality.models import EqualityAnswers
from outcomes.equality.questions import questions, wording

SALT = "outcomes.equality.subject"
Given = Mapping[str, str | None]


def subject(referral: UUID) -> str:
    return salted_hmac(SALT, str(referral), algorithm="sha256").hexdigest()


def keep(referral: UUID, *, given: Given, how: str) -> None:
    """Every question that was seen: its option, "prefer_not_to_say", or None where it was left open."""
    whose, said = subject(referral), {one.key: given.get(one.key) for one in questions()}
    month = timezone.localdate().replace(day=1)
    with acting_as("equality"):
        for _try in range(3):
            number = EqualityAnswers.objects.filter(subject=whose).count() + 1
            row = EqualityAnswers(
                subject=whose, number=number, month=month, how=how, wording=wording(), given=said
            )  # fmt: skip
            try:
                with transaction.atomic():
                    EqualityAnswers.objects.bulk_create([row])
                return
            except IntegrityError:  # two at once: the later one is the later number
                continue


def latest(referrals: Iterable[UUID]) -> dict[UUID, dict[str, str | None]]:
    """For counting only: who it is leaves this package as a number."""
    known = {subject(key): key for key in referrals}
    with acting_as("equality"):
        rows = list(EqualityAnswers.objects.filter(subject__in=known).order_by("number"))
    return {known[row.subject]: row.given for row in rows}


def for_the_person(referrals: Iterable[UUID]) -> list[dict[str, Any]]:
    """In words, for a copy that the person asked for."""
    known = {subject(key) for key in referrals}
    with acting_as("equality"):
        rows = list(EqualityAnswers.objects.filter(subject__in=known).order_by("number"))
    texts = {one.key: (one.text, dict(one.choices)) for one in questions()}
    return [
        {"month": f"{row.month:%Y-%m}"}
        | {texts[key][0]: str(texts[key][1].get(said, "")) for key, said in row.given.items() if key in texts}
        for row in rows
    ]
