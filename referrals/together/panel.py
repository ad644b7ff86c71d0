"""Who is round a person besides us, on their page."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.models import Referral
from referrals.together import reading


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """For whoever may ask somebody in. Nothing is looked up for those round whom nobody else is."""
    if not may(request.user, "ROUND", "C"):
        return None
    alone = reading.Circle(lead=referral.lead if referral.lead_id else referral.connector)
    circle = reading.circle(referral) if there.has(referral, "partners") else alone
    return "referrals/together/_panel.html", {"circle": circle}
