"""Somebody says yes, or no, or takes it back: a new row each time; and what rested on a yes that is gone stops now."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from connect.people.models import User
from referrals.actions import SomebodyWasFaster, happened, held
from referrals.models import Consent, Happened, Referral
from referrals.person import consents, stopping, wording
from referrals.person.states import HOLDS, Capacity, Decision, How
from referrals.states import Purpose


@transaction.atomic
def record(
    referral: Referral,
    *,
    purpose: str,
    decision: str,
    by: User | None,
    known: int | None = None,
    recipient: str = "",
    how: str = How.SPOKEN,
    capacity: str = Capacity.ASSUMED,
    note: str = "",
    basis: str = "",
) -> Consent:
    """Append what was said. `known` is how many answers the page was drawn with: a newer one is looked at first.

    A yes that is gone stops sharing in this transaction, and those who heard something are told. Raises
    SomebodyWasFaster when there is a later answer than the page knew of.
    """
    referral = held(referral)
    if known not in (None, referral.consents.count()):
        raise SomebodyWasFaster
    before = consents.latest(referral).get((purpose, recipient))
    said = Consent(
        person_id=referral.person_id,
        referral=referral,
        purpose=purpose,
        recipient=recipient,
        number=before.number + 1 if before else 1,
        decision=decision,
        basis=basis or wording.basis_of(purpose),
        statement=wording.newest([purpose]).get(purpose),
        how=how,
        said_to=by,
        capacity=capacity,
        note=note,
        review_on=consents.runs_out(referral, timezone.localdate()) if decision in HOLDS else None,
    )
    _append(said)
    happened(referral, kind=Happened.CONSENT, to=purpose, why=decision, by=by)
    # Texts and e-mails rest on the first yes until somebody says that they want none.
    held_before = before.decision in HOLDS if before else purpose == Purpose.MESSAGES
    if held_before and decision not in HOLDS:
        stopping.no_longer(referral, said)
    return said


def _append(said: Consent) -> None:
    try:
        with transaction.atomic():
            said.save(force_insert=True)
    except IntegrityError as error:
        raise SomebodyWasFaster from error


def take_back(referral: Referral, *, purpose: str, by: User | None, how: str = How.SPOKEN) -> None:
    """A yes is taken back; where there was none, nothing is."""
    answer = consents.latest(referral).get((purpose, ""))
    if answer and answer.decision in HOLDS:
        record(referral, purpose=purpose, decision=Decision.WITHDRAWN, by=by, how=how)
