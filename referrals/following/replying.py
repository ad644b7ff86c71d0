"""Pages behind the person's own links: how are you getting on, and what got in the way. Opening changes nothing."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.belonging import Occasion
from referrals.following import recording
from referrals.following.models import FollowUp
from referrals.following.states import IN_THEIR_WORDS, Then
from referrals.refusals import SomebodyWasFaster
from referrals.safety.worrying import about
from referrals.states import OPEN

TOGETHER = ("connection__service", "referral__team", "referral__connector", "occasion")
MOST_WORDS = 1000


@by_link("FOLLOWING", "U")
@form_page
@holding("settled")
def settled(request: HttpRequest, link: Link) -> HttpResponse:
    """Would you like to go on by yourself? Three big buttons."""
    row = _row(request, link)
    if row.referral.state not in OPEN:
        return link_gone(request)
    if row.done_at:
        return _thanks(request, link, row)
    then = request.POST.get("answer")
    if request.method == "POST" and then in recording.ANSWERS:
        with suppress(SomebodyWasFaster):  # two windows, or the connector this moment: the page says how it stands
            recording.answered(row, then=then)
        return redirect("settled_thanks")
    context = _context(link, row) | {"nothing_chosen": request.method == "POST"}
    return render(
        request, "referrals/following/settled.html", context, status=422 if context["nothing_chosen"] else 200
    )


@by_link("FOLLOWING", "U")
@require_safe
@holding("settled")
def settled_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    row = _row(request, link)
    return _thanks(request, link, row) if row.done_at else redirect("settled")


@by_link("FOLLOWING", "U")
@require_POST
@holding("settled")
def settled_why(request: HttpRequest, link: Link) -> HttpResponse:
    """It is not for them: why, if they like, in a press or in words."""
    row = _row(request, link)
    if row.occasion and row.referral.state in OPEN:
        _tell(request, link, row.occasion)
    return redirect("settled_thanks")


@by_link("ATTENDANCE", "U")
@require_POST
@holding("attendance")
def why_not(request: HttpRequest, link: Link) -> HttpResponse:
    """They did not go this time: what got in the way, if they like to say."""
    rows = Occasion.objects.select_related("connection", "referral__team")
    occasion = get_object_or_404(rows, pk=link.subject)
    saw(request, [occasion.connection.person_id], link_id=link.pk, role=Role.SELF)
    if occasion.referral.state in OPEN:
        _tell(request, link, occasion)
    return redirect("thanks")


def _tell(request: HttpRequest, link: Link, occasion: Occasion) -> None:
    why, words = request.POST.get("why", ""), request.POST.get("words", "")[:MOST_WORDS]
    why = why if why in IN_THEIR_WORDS else ""
    if not why and not words.strip():
        messages.info(request, _("Nothing was chosen. That is fine too."))
        return
    recording.told_why(occasion, why=why, text=words, link_id=link.pk)
    messages.success(request, _("Thank you. That helps."))


def _row(request: HttpRequest, link: Link) -> FollowUp:
    row = get_object_or_404(FollowUp.objects.select_related(*TOGETHER), pk=link.subject)
    saw(request, [row.connection.person_id], link_id=link.pk, role=Role.SELF)
    return row


def _context(link: Link, row: FollowUp) -> dict[str, object]:
    name = row.occasion.first_name if row.occasion else ""
    return {"row": row, "link": link, "name": name, "about_whom": about(row.referral)}


def _thanks(request: HttpRequest, link: Link, row: FollowUp) -> HttpResponse:
    context = _context(link, row) | {"not_for_them": row.then == Then.LEAVE, "whys": IN_THEIR_WORDS.items()}
    return render(request, "referrals/following/settled_thanks.html", context)
