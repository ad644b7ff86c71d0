"""First visits and small steps on a person's page."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.accompanying import steps
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.case import there
from referrals.models import Referral
from referrals.states import OPEN, Weight


def first_visits(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """Who goes along, how they get there, which door; and the times that are planned."""
    if not may(request.user, "FIRST_VISIT") or not there.has(referral, "first_visits"):
        return None
    rows = FirstVisit.objects.filter(referral=referral).select_related("connection__service", "colleague", "owner")
    planned = Accompaniment.objects.filter(referral=referral).still_on()
    times: dict[object, list[Accompaniment]] = {}
    for one in planned:
        times.setdefault(one.connection_id, []).append(one)
    shown = [(row, times.get(row.connection_id, [])) for row in rows]
    return "referrals/accompanying/_panel.html", {"first_visits": shown}


def small_steps(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """For those who have some, and for those who need somebody week by week."""
    if not may(request.user, "CONFIDENCE") or referral.state not in OPEN:
        return None
    if there.has(referral, "steps"):
        return "referrals/accompanying/_steps.html", {"steps": steps.of(referral)}
    return ("referrals/accompanying/_steps.html", {"steps": []}) if _long_term(referral) else None


def _long_term(referral: Referral) -> bool:
    return Weight.INTENSIVE in (referral.assessed_weight, referral.expected_weight)
