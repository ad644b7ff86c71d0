"""The page behind the link in "did you go?". Opening changes nothing; pressing the button does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.safety.worrying import about
from referrals.states import Answer, Says

PERSON_MAY_SAY = (Answer.WENT, Answer.NOT, Answer.RING)
TOGETHER = ("connection", "referral__team", "referral__connector", "service")


@by_link("ATTENDANCE", "U")
@form_page
@holding("attendance")
def reply(request: HttpRequest, link: Link) -> HttpResponse:
    """Hello. Did you go? Three big buttons."""
    occasion = _occasion(request, link)
    said = request.POST.get("answer")
    if request.method == "POST" and said in PERSON_MAY_SAY:
        going.answer(occasion, said_by=Says.PERSON, answer=said)
        return redirect("thanks")
    before = occasion.latest_answers().get(Says.PERSON, "")
    context = {"occasion": occasion, "link": link, "before": before, "nothing_chosen": request.method == "POST"}
    context["about_whom"] = about(occasion.referral)
    return render(request, "referrals/going/reply.html", context, status=422 if context["nothing_chosen"] else 200)


@by_link("ATTENDANCE", "U")
@require_safe
@holding("attendance")
def thanks(request: HttpRequest, link: Link) -> HttpResponse:
    occasion = _occasion(request, link)
    latest = occasion.attendances.filter(said_by=Says.PERSON).order_by("-said_at").first()
    context = {"occasion": occasion, "link": link, "latest": latest, "about_whom": about(occasion.referral)}
    return render(request, "referrals/going/thanks.html", context)


def _occasion(request: HttpRequest, link: Link) -> Occasion:
    occasion = get_object_or_404(Occasion.objects.select_related(*TOGETHER), pk=link.subject)
    saw(request, [occasion.connection.person_id], link_id=link.pk, role=Role.SELF)
    return occasion
