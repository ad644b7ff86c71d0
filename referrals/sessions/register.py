"""The page behind the organiser’s link: who came. Opening changes nothing; pressing the button does."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.belonging import Occasion
from referrals.going import actions as going
from referrals.states import OPEN, Answer, Says

ORGANISER_MAY_SAY = (Answer.WENT, Answer.NOT, Answer.UNSURE)
TOGETHER = ("connection", "referral__team", "referral__connector", "service")


@by_link("ATTENDANCE", "U")
@form_page
@holding("register")
def register(request: HttpRequest, link: Link) -> HttpResponse:
    """Who came? Only the people we introduced to this one session, by first name and initial."""
    expected = list(_still_expected(link).prefetch_related("attendances"))
    if not expected:
        return link_gone(request)
    saw(request, [one.connection.person_id for one in expected], link_id=link.pk, role=Role.GRP)
    if expected[0].starts_at > timezone.now():
        return render(request, "referrals/sessions/coming.html", {"first": expected[0], "expected": expected})
    answers = {one.pk: request.POST.get(f"came-{one.pk}") for one in expected}
    if request.method == "POST" and any(said in ORGANISER_MAY_SAY for said in answers.values()):
        for one in expected:
            if answers[one.pk] in ORGANISER_MAY_SAY:
                going.answer(one, said_by=Says.ORGANISER, answer=answers[one.pk])
        return redirect("register_thanks")
    context = {
        "link": link,
        "first": expected[0],
        "rows": [(one, one.latest_answers().get(Says.ORGANISER, "")) for one in expected],
        "choices": [(said.value, said.label) for said in ORGANISER_MAY_SAY],
        "nothing_chosen": request.method == "POST",
    }
    status = 422 if context["nothing_chosen"] else 200
    return render(request, "referrals/sessions/register.html", context, status=status)


def _still_expected(link: Link) -> QuerySet[Occasion]:
    """The link names who may be seen; whoever has been called off or has left since is not shown any more."""
    return (
        Occasion.objects.of_register(link.subject)
        .filter(called_off_at=None, referral__state__in=OPEN)
        .select_related(*TOGETHER)
    )


@by_link("ATTENDANCE", "U")
@require_safe
@holding("register")
def register_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    return render(request, "referrals/sessions/register_thanks.html", {"link": link})
