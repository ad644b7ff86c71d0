"""A crisis on a person's page: whether they agreed to be checked on, and what the last check found."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.crisis.models import CrisisCheck
from referrals.models import Referral
from referrals.states import HELD, Purpose


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """While one is on, and of whoever is in hand."""
    if not may(request.user, "CRISIS_CHECK") or referral.state not in HELD or not there.has(referral, "crisis"):
        return None
    rows = CrisisCheck.objects.of(request.user).filter(referral=referral, crisis__ended_at=None)
    asked = any(one.purpose == Purpose.CRISIS for one in referral.consents.all())
    context = {
        "check": rows.order_by("-round__at").first(),
        "agreed": referral.agreed_to(Purpose.CRISIS),
        "asked": asked,
    }
    return "referrals/crisis/_panel.html", context
