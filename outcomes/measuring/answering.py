"""Pages behind the person's own link: one question a page, easy to leave out, easy to stop. Opening changes nothing."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from outcomes.measuring import asking, words
from outcomes.measuring.actions import NotAnswers
from outcomes.measuring.models import Questions
from referrals.states import OPEN

LEAVE_OUT = "leave_out"


@by_link("MEASURE", "U")
@form_page
@holding("questions")
def questions(request: HttpRequest, link: Link) -> HttpResponse:
    """The next question, or the one they went back to."""
    row = _row(request, link)
    if row.finished_at:
        return redirect("questions_thanks")
    if not row.is_open or row.referral.state not in OPEN:
        return link_gone(request)
    place = _place(row, request.GET.get("question", ""))
    if request.method == "POST" and _answered(request, row):
        return redirect("questions")
    given = row.answers.get(place.instrument, {}).get(place.question.key)
    context = {
        "link": link, "row": row, "place": place, "given": given, "none": words.no_answers(), "leave_out": LEAVE_OUT,
        "nothing_chosen": request.method == "POST",
    }  # fmt: skip
    status = 422 if context["nothing_chosen"] else 200
    return render(request, "outcomes/measuring/question.html", context, status=status)


def _place(row: Questions, number: str) -> asking.Place:
    """An earlier one, to be changed; never one they have not come to."""
    now = asking.next_place(row)
    earlier = [one for one in asking.places(row) if str(one.number) == number and one.number < now.number]
    return earlier[0] if earlier else now


def _answered(request: HttpRequest, row: Questions) -> bool:
    said, number = request.POST.get("answer", ""), request.POST.get("number", "")
    if not said or not number.isascii() or not number.isdigit():
        return False
    try:
        asking.answer(row, number=int(number[:4]), token=None if said == LEAVE_OUT else said)
    except NotAnswers:
        return False
    return True


@by_link("MEASURE", "U")
@require_POST
@holding("questions")
def questions_stop(request: HttpRequest, link: Link) -> HttpResponse:
    """Enough. What they have answered is kept, and nothing more is asked."""
    row = _row(request, link)
    if row.is_open:
        with suppress(NotAnswers):
            asking.finish(row, stopped=True)
    return redirect("questions_thanks")


@by_link("MEASURE", "U")
@require_safe
@holding("questions")
def questions_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    row = _row(request, link)
    if not row.finished_at:
        return redirect("questions")
    return render(request, "outcomes/measuring/thanks.html", {"link": link, "row": row})


def _row(request: HttpRequest, link: Link) -> Questions:
    rows = Questions.objects.select_related("referral__team", "referral__connector")
    row = get_object_or_404(rows, pk=link.subject)
    saw(request, [row.referral.person_id], link_id=link.pk, role=Role.SELF)
    return row
