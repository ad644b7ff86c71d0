"""What was answered for the groups somebody was introduced to, on their page."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.models import Referral, Wanting


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "CONNECTION") or not there.has(referral, "wantings"):
        return None
    rows = Wanting.objects.filter(referral=referral).select_related("question", "connection__service")
    return "referrals/wanting/_panel.html", {"answers": rows}
