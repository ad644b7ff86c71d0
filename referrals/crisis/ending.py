"""A yes that is gone: nobody looks in on them any more, and nothing of it leaves."""

from django.utils import timezone

from referrals.crisis import letters
from referrals.crisis.models import CrisisCheck
from referrals.models import Referral


def over(referral: Referral) -> None:
    """They took back the yes to this, or to everything."""
    rows = CrisisCheck.objects.filter(referral=referral, ended_at=None)
    for check in rows:
        letters.stop(check)
    rows.update(ended_at=timezone.now())
