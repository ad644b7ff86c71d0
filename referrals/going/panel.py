"""How it was for them, in their own three words, beside their page: for those who work with them."""

from django.http import HttpRequest

from connect.people.access import could
from referrals.case import there
from referrals.models import HowItWas, Referral

LATEST = 6


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    """Nothing while they have said nothing."""
    if referral.connector_id is None or not could(request.user, "PERSON_NEED", "U"):
        return None
    if not there.has(referral, "how_it_was"):
        return None
    rows = HowItWas.objects.filter(referral=referral).select_related("occasion__service", "by")
    said = sorted(rows, key=lambda one: (one.said_at, one.pk), reverse=True)[:LATEST]
    return "referrals/going/_how_it_was.html", {"said": said}
