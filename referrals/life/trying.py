"""Whether somebody has been tried as often as we promise before it is said that contact is lost."""

from django.utils import timezone

from referrals.models import Referral

TRIES = 3


def enough(referral: Referral) -> bool:
    """Three times since anybody last spoke with them, each in another hour."""
    spoke = referral.attempts.filter(reached=True).order_by("-at").values_list("at", flat=True).first()
    tries = referral.attempts.filter(reached=False, **({"at__gt": spoke} if spoke else {}))
    hours = {
        timezone.localtime(at).replace(minute=0, second=0, microsecond=0) for at in tries.values_list("at", flat=True)
    }
    return len(hours) >= TRIES
