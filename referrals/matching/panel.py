"""The first few ideas, on the person's page."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.matching import ideas, wishes
from referrals.models import Referral
from referrals.states import OPEN, State

ON_THE_PAGE = 3


def suited(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    if referral.connector_id is None or referral.state not in OPEN or not may(request.user, "CONNECTION"):
        return None
    found = ideas.of(referral, wishes.of(referral), ON_THE_PAGE)
    may_introduce = referral.state in (State.CONTACTED, State.ACTIVE)
    return "referrals/matching/_panel.html", {"ideas": found, "may_introduce": may_introduce}
