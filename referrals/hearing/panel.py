"""What the referrer's page shows besides how far along it is: what they were told, and their thread with the team."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from connect.people.access import may
from referrals.case import there
from referrals.hearing import words
from referrals.hearing.actions import detail_for
from referrals.hearing.models import Reply
from referrals.hearing.states import Detail
from referrals.models import Referral

# By name, because the parts import from here too; as on the person's page (referrals/case/panels.py).
PANELS = ["referrals.hearing.panel.told", "referrals.threads.panel.with_team"]


def drawn(request: HttpRequest, referral: Referral) -> list[SafeString]:
    """For the referrer's page, in order."""
    found = [import_string(name)(request, referral) for name in PANELS]
    return [render_to_string(one[0], {"referral": referral} | one[1], request) for one in found if one]


def told(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """Each piece of news with its day; and the rest, where their work and the person's yes allow it."""
    if not may(request.user, "OUTCOME_WORD"):
        return None
    replies = Reply.objects.filter(referral=referral).heard().order_by("-made_at", "-event_at")
    news = [(reply, words.SENTENCES[reply.news]) for reply in replies]
    more = words.in_full(referral) if detail_for(referral) == Detail.FULL else []
    return ("referrals/hearing/_told.html", {"news": news, "more": more}) if news or more else None


def heard(request: HttpRequest, referral: Referral) -> tuple[str, dict] | None:
    """On the person's page: what whoever asked was told, and what not and why."""
    if not may(request.user, "OUTCOME_WORD", "U") or not there.has(referral, "replies"):
        return None
    replies = Reply.objects.filter(referral=referral).order_by("-made_at", "-event_at")
    return ("referrals/hearing/_heard.html", {"replies": replies}) if replies else None
