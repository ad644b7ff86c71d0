"""The page behind the person's own link in a crisis: are you all right? Opening changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.crisis import checking
from referrals.crisis.forms import AnswerForm
from referrals.crisis.models import CrisisCheck
from referrals.crisis.states import BY_THEMSELVES
from referrals.safety.worrying import about
from referrals.states import OPEN

TOGETHER = ("referral__team", "referral__connector")


@by_link("CRISIS_CHECK", "U")
@form_page
@holding("crisis")
def crisis_reply(request: HttpRequest, link: Link) -> HttpResponse:
    """Two big buttons, and words for whoever likes to say more."""
    check = _check(request, link)
    if check is None:
        return link_gone(request)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    said = request.POST.get("answer")
    if form.is_bound and form.is_valid() and said in BY_THEMSELVES:
        checking.answered(check, said=said, words=form.cleaned_data["words"], link=link)
        return redirect("crisis_thanks")
    context = _context(check, link) | {"form": form, "nothing_chosen": form.is_bound and said not in BY_THEMSELVES}
    return render(request, "referrals/crisis/reply.html", context, status=422 if form.is_bound else 200)


@by_link("CRISIS_CHECK", "U")
@require_safe
@holding("crisis")
def crisis_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    check = _check(request, link)
    if check is None:
        return link_gone(request)
    return render(request, "referrals/crisis/reply_thanks.html", _context(check, link))


def _check(request: HttpRequest, link: Link) -> CrisisCheck | None:
    """None where nobody looks in on them any more."""
    check = get_object_or_404(CrisisCheck.objects.select_related(*TOGETHER), pk=link.subject)
    saw(request, [check.referral.person_id], link_id=link.pk, role=Role.SELF)
    return None if check.ended_at or check.referral.state not in OPEN else check


def _context(check: CrisisCheck, link: Link) -> dict[str, object]:
    return {"check": check, "link": link, "about_whom": about(check.referral)}
