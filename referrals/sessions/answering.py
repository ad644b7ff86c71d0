"""The page behind the link to a place that is held: yes, not yet, or no. Opening changes nothing."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.safety.worrying import about
from referrals.sessions import actions
from referrals.sessions.models import Offer
from referrals.sessions.states import Said
from referrals.states import OPEN, Says

MAY_SAY = (Said.YES, Said.KEEP, Said.NO)
TOGETHER = ("wait__connection", "service", "referral__team", "referral__connector")


@by_link("ATTENDANCE", "U")
@form_page
@holding("place")
def place(request: HttpRequest, link: Link) -> HttpResponse:
    """There is room for you. Would you like it?"""
    offer = _offer(request, link)
    if offer.referral.state not in OPEN or (not offer.said and offer.answer_by <= timezone.now()):
        return link_gone(request)
    said = request.POST.get("answer")
    if request.method == "POST" and said in MAY_SAY:
        with suppress(actions.AnsweredAlready):  # the page that follows says what was said first
            actions.say(offer, said=said, said_by=Says.PERSON)
        return redirect("place_thanks")
    if offer.said:
        return redirect("place_thanks")
    context = {"offer": offer, "link": link, "nothing_chosen": request.method == "POST"}
    context["about_whom"] = about(offer.referral)
    return render(request, "referrals/sessions/place.html", context, status=422 if context["nothing_chosen"] else 200)


@by_link("ATTENDANCE", "U")
@require_safe
@holding("place")
def place_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    offer = _offer(request, link)
    if not offer.said:
        return redirect("place")
    context = {"offer": offer, "link": link, "about_whom": about(offer.referral)}
    return render(request, "referrals/sessions/place_thanks.html", context)


def _offer(request: HttpRequest, link: Link) -> Offer:
    offer = get_object_or_404(Offer.objects.select_related(*TOGETHER), pk=link.subject)
    saw(request, [offer.wait.connection.person_id], link_id=link.pk, role=Role.SELF)
    return offer
