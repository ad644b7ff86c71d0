"""Two sources about one person: of what may be done the stricter holds, until somebody asks the person again."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from connect.messaging import messages
from referrals import telling
from referrals.models import Person, Referral
from referrals.states import OPEN, Purpose, Safe

STRICTEST = (Safe.NO, Safe.UNSURE, Safe.YES)
ALIKE = ("safe_to_message", "safe_to_leave_word", "safe_to_ring", "safe_to_write")


class Log(Protocol):
    def change(self, model: type, row: UUID, column: str, was: object, now: object) -> None: ...


def strictest(said: Iterable[str]) -> str:
    """No before not sure before yes; "" where nobody said."""
    given = {one for one in said if one}
    return next((word.value for word in STRICTEST if word in given), "")


def channels(kept: Person, gone: Person, log: Log) -> None:
    """May they be rung, written to, left a message? What is queued and may not be any more is called off."""
    was = {name: getattr(kept, name) for name in (*ALIKE, "safe_to_email")}
    now = {name: strictest((getattr(kept, name), getattr(gone, name))) for name in ALIKE}
    email = strictest(one.safe_to_email or one.safe_to_message for one in (kept, gone))
    now["safe_to_email"] = kept.safe_to_email if (kept.safe_to_email or now["safe_to_message"]) == email else email
    for name, value in now.items():
        log.change(Person, kept.pk, name, was[name], value)
    if was != now:
        for one in (kept, gone):
            messages.cancel(recipient_key=one.pk)


def consents(kept: Person, log: Log) -> None:
    """A no in one open referral holds in the others, whatever was said there before."""
    rows = list(Referral.objects.filter(person=kept, state__in=OPEN).prefetch_related("consents"))
    now = timezone.now().isoformat()
    for purpose in Purpose.values:
        if any(says_no(row, purpose) for row in rows):
            for row in rows:
                if row.agreed_to(purpose):
                    after = row.refused | {purpose: now}
                    log.change(Referral, row.pk, "refused", row.refused, after)
                    row.refused = after
                    telling.stop(row, purpose)


def says_no(referral: Referral, purpose: str) -> bool:
    """Asked, and the last answer was no; not asked is no answer."""
    answers = [one for one in referral.consents.all() if one.purpose == purpose and not one.recipient]
    return bool(answers) and not max(answers, key=lambda one: one.number).is_given
