"""What they hope for, on their page."""

from django.http import HttpRequest

from connect.people.access import may
from outcomes.goals import reading
from referrals.models import Referral

MOST = 3


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "GOAL"):
        return None
    rows = [goal for goal in reading.goals(referral) if not goal.is_over]
    return "outcomes/goals/_panel.html", {"goals": rows[:MOST], "more": max(0, len(rows) - MOST)}
