"""Introductions on a person's page: what a group was told, what it answered, and what is to be done about it."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.case import there
from referrals.introductions.models import Introduction
from referrals.models import Referral

SHOWN = 4


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """The newest first; nothing where nobody was introduced."""
    if not may(request.user, "INTRODUCTION") or not there.has(referral, "introductions"):
        return None
    rows = Introduction.objects.filter(referral=referral).select_related("occasion__service").order_by("-made_at")
    return "referrals/introductions/_panel.html", {"introductions": list(rows[:SHOWN])}
