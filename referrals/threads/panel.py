"""What is written about a person, on their page and on the referrer's."""

from django.http import HttpRequest

from connect.people.access import may
from referrals.models import Referral
from referrals.threads import reading


def words(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """On the person's page: each thread in a line, and the way to it."""
    if not may(request.user, "WORDS_ORGANISER"):
        return None
    return "referrals/threads/_panel.html", {"threads": reading.in_a_line(referral, request.user)}


def with_team(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """On the referrer's page: the last words, and the way to write."""
    if not may(request.user, "WORDS_REFERRER"):
        return None
    return "referrals/threads/_with_team.html", {"thread": reading.with_team(referral, request.user)}
