"""What somebody agreed to, changed behind the pages' back: a new answer each time, as the table demands."""

from connect.identity import acting_as
from referrals.models import Consent


def taken_back(purpose: str | None = None) -> None:
    """Every yes, or those to one purpose, is taken back."""
    with acting_as("seed"):
        rows = Consent.objects.filter(purpose=purpose) if purpose else Consent.objects.all()
        for row in list(rows):
            answered(row.referral, row.purpose, "withdrawn")


def answered(referral: object, purpose: str, decision: str = "given", **more: object) -> Consent:
    with acting_as("seed"):
        before = Consent.objects.filter(referral=referral, purpose=purpose).count()
        return Consent.objects.create(
            person_id=referral.person_id,
            referral=referral,
            purpose=purpose,
            number=before + 1,
            decision=decision,
            **more,
        )
