"""Small helps on a person's page."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.helping.models import HelpRequest
from referrals.models import Referral
from referrals.states import State


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "SMALL_HELP", "C") or referral.state not in (State.CONTACTED, State.ACTIVE):
        return None
    rows = HelpRequest.objects.filter(referral=referral) if there.has(referral, "small_helps") else []
    return "referrals/helping/_panel.html", {"small_helps": list(rows)}
