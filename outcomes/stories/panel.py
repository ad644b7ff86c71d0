"""Their story, on their page: whether there is one."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.models import Referral


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "STORY") or referral.person.restricted:
        return None
    rows = referral.stories.only("title", "state", "referral")
    return "outcomes/stories/_panel.html", {"stories": rows}
