"""Pages behind the link in "did you go?". Opening changes nothing; pressing a button does, and may be pressed again."""

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
from referrals.going.forms import HowForm
from referrals.going.states import Liked
from referrals.safety.worrying import about
from referrals.states import Answer, Says

PERSON_MAY_SAY = (Answer.WENT, Answer.NOT, Answer.RATHER_NOT, Answer.RING)
TOGETHER = ("connection", "referral__team__organisation", "referral__connector", "service")


@by_link("ATTENDANCE", "U")
@form_page
@holding("attendance")
def reply(request: HttpRequest, link: Link) -> HttpResponse:
    """Hello. Did you go? Big buttons, one for each answer."""
    occasion = _occasion(request, link)
    said = request.POST.get("answer")
    if request.method == "POST" and said in PERSON_MAY_SAY:
        going.answer(occasion, said_by=Says.PERSON, answer=said)
        return redirect("reply_how" if said == Answer.WENT else "thanks")
    before = occasion.latest_answers().get(Says.PERSON, "")
    context = _context(occasion, link) | {"before": before, "nothing_chosen": request.method == "POST"}
    return render(request, "referrals/going/reply.html", context, status=422 if context["nothing_chosen"] else 200)


@by_link("ATTENDANCE", "U")
@form_page
@holding("attendance")
def reply_how(request: HttpRequest, link: Link) -> HttpResponse:
    """How was it? One of three, a few words, both, or neither."""
    occasion = _occasion(request, link)
    form = HowForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        going.note_how_it_was(occasion, answer=said["answer"], said=said["words"], key=said["key"], link=link)
        return redirect("thanks")
    context = _context(occasion, link) | {"form": form, "choices": Liked.choices, "before": _liked(occasion)}
    return render(request, "referrals/going/reply_how.html", context, status=422 if form.is_bound else 200)


@by_link("ATTENDANCE", "U")
@require_safe
@holding("attendance")
def thanks(request: HttpRequest, link: Link) -> HttpResponse:
    occasion = _occasion(request, link)
    latest = occasion.attendances.filter(said_by=Says.PERSON).order_by("-said_at", "-pk").first()
    context = _context(occasion, link) | {"latest": latest, "liked": _liked(occasion)}
    return render(request, "referrals/going/thanks.html", context)


def _liked(occasion: Occasion) -> str:
    last = occasion.how_it_was.exclude(answer="").order_by("said_at", "pk").last()
    return last.answer if last else ""


def _context(occasion: Occasion, link: Link) -> dict[str, object]:
    return {"occasion": occasion, "link": link, "about_whom": about(occasion.referral)}


def _occasion(request: HttpRequest, link: Link) -> Occasion:
    occasion = get_object_or_404(Occasion.objects.select_related(*TOGETHER), pk=link.subject)
    saw(request, [occasion.connection.person_id], link_id=link.pk, role=Role.SELF)
    return occasion
