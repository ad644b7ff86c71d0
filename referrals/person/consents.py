"""The rows of what somebody answered: the first ones, with the referral; and which of them count now."""

from collections.abc import Iterable
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from connect.people.models import User
from referrals.models import Consent, Referral
from referrals.person import wording
from referrals.person.states import How
from referrals.states import OF_SOMEBODY, Purpose


def begin(
    referral: Referral,
    *,
    yeses: Iterable[str],
    said_to: User | None,
    said_at: datetime | None = None,
    how: str = "",
) -> list[Consent]:
    """The yeses a referral arrives with. What was not asked leaves no row: its absence says so."""
    purposes = list(yeses)
    statements = wording.newest(purposes)
    at = said_at or timezone.now()
    rows = [
        Consent(
            person_id=referral.person_id,
            referral=referral,
            purpose=purpose,
            basis=wording.basis_of(purpose),
            statement=statements.get(purpose),
            how=how or (How.SPOKEN if said_to else How.ONLINE),
            said_to=said_to,
            said_at=at,
            review_on=runs_out(referral, timezone.localdate(at)),
        )
        for purpose in purposes
    ]
    return Consent.objects.bulk_create(rows)


def runs_out(referral: Referral, on: date) -> date:
    """A yes is asked for again after as many months as the scheme promises."""
    return on + relativedelta(months=referral.team.scheme.consent_months)


def latest(referral: Referral) -> dict[tuple[str, str], Consent]:
    """(purpose, recipient) -> the answer that counts."""
    found: dict[tuple[str, str], Consent] = {}
    for one in sorted(referral.consents.all(), key=lambda one: one.number):
        found[one.purpose, one.recipient] = one
    return found


def table(referral: Referral) -> list[tuple[str, str, Consent | None]]:
    """(purpose, recipient, the answer that counts) for every purpose there is, asked or not; then those they named."""
    counts = latest(referral)
    asked = [(purpose, "") for purpose in Purpose.values if purpose not in OF_SOMEBODY]
    named = sorted(key for key in counts if key not in asked)
    return [(purpose, recipient, counts.get((purpose, recipient))) for purpose, recipient in asked + named]
