"""On a person's page: how they were asked for. Whether the worker was trained, how to reach them, what was asked."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.models import Referral
from referrals.states import Domain, Known


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """For those who work with them. "Not asked" is said as that, so that somebody may ask."""
    if not may(request.user, "PERSON_NEED"):
        return None
    context = {
        "trained": referral.referrer_trained,
        "domains": [Domain(code).label for code in referral.domains],
        "first_time": "" if referral.first_time == Known.NOT_ASKED else referral.get_first_time_display(),
        "weight": referral.get_expected_weight_display() if referral.expected_weight else "",
        "job": referral.get_referrer_job_display() if referral.referrer_job else "",
    }
    return "referrals/asking/_asked.html", context
