"""Somebody asks us to write no more: honoured at once, for everything we have of them. Their place in a group stays."""

import uuid
from collections.abc import Iterable

from django.db import transaction

from connect.identity import acting_as
from connect.messaging import messages
from referrals.models import Referral
from referrals.person import consenting, consents
from referrals.person.states import Decision
from referrals.safety import words
from referrals.safety.states import Door
from referrals.states import OPEN, Purpose


@transaction.atomic
def stop(referrals: Iterable[Referral], *, how: str, said: str, link_id: uuid.UUID | None = None) -> words.Heard | None:
    """No text and no e-mail any more; what waits does not leave. A human is told, with `said`, and may ring.

    Works as the person's own page does, within these referrals and no others. Said twice it holds once.
    """
    rows = list(referrals)
    scope = {key for one in rows for key in (one.pk, one.person_id)}
    with acting_as("own_page", scope=scope):
        stopped = [one for one in rows if _stop(one, how)]
        for person_id in {one.person_id for one in rows}:
            messages.cancel(recipient_key=person_id)
        if not stopped:
            return None
        return words.heard(said, referral=_whose(stopped), where=Door.STOP, link_id=link_id)


def _stop(referral: Referral, how: str) -> bool:
    """False where they had said so before."""
    before = consents.latest(referral).get((Purpose.MESSAGES, ""))
    if before and not before.is_given:
        return False
    consenting.record(referral, purpose=Purpose.MESSAGES, decision=Decision.WITHDRAWN, by=None, how=how)
    return True


def _whose(referrals: list[Referral]) -> Referral:
    """Whoever works with them now is told; of somebody who must not be found, those who may know of them."""
    return max(referrals, key=lambda one: (one.person.restricted, one.state in OPEN, one.submitted_at))
