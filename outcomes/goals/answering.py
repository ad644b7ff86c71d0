"""Pages behind the person's own link: one goal a page, in their own words. Opening changes nothing."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from outcomes.goals import asking
from outcomes.goals.models import Goal, GoalsAsked
from outcomes.goals.states import IN_THEIR_WORDS
from referrals.states import OPEN

LEAVE_OUT = "leave_out"
MOST_WORDS = 300


@by_link("GOAL", "U")
@form_page
@holding("goals")
def goals_asked(request: HttpRequest, link: Link) -> HttpResponse:
    """The next of their goals."""
    row = _row(request, link)
    if row.finished_at:
        return redirect("goals_thanks")
    left = asking.left(row)
    if not row.is_open or row.referral.state not in OPEN or not left:
        return link_gone(request)
    if request.method == "POST" and _answered(request, row):
        return redirect("goals_asked")
    goal = get_object_or_404(Goal.objects.prefetch_related("ratings"), pk=left[0])
    context = {
        "link": link, "row": row, "goal": goal, "number": len(row.goals) - len(left) + 1, "total": len(row.goals),
        "answers": [(code.value, words) for code, words in IN_THEIR_WORDS.items()], "leave_out": LEAVE_OUT,
        "nothing_chosen": request.method == "POST", "words": request.POST.get("words", "")[:MOST_WORDS],
    }  # fmt: skip
    return render(request, "outcomes/goals/asked.html", context, status=422 if context["nothing_chosen"] else 200)


def _answered(request: HttpRequest, row: GoalsAsked) -> bool:
    said, words = request.POST.get("rating", ""), request.POST.get("words", "")[:MOST_WORDS]
    try:
        goal = uuid.UUID(request.POST.get("goal", ""))
        if not said:
            return False
        asking.answer(row, goal=goal, rating="" if said == LEAVE_OUT else said, words=words)
    except (ValueError, asking.NotARating):
        return False
    return True


@by_link("GOAL", "U")
@require_POST
@holding("goals")
def goals_stop(request: HttpRequest, link: Link) -> HttpResponse:
    """Enough. What they have answered is kept."""
    row = _row(request, link)
    if row.is_open:
        asking.finish(row)
    return redirect("goals_thanks")


@by_link("GOAL", "U")
@require_safe
@holding("goals")
def goals_thanks(request: HttpRequest, link: Link) -> HttpResponse:
    row = _row(request, link)
    if not row.finished_at:
        return redirect("goals_asked")
    return render(request, "outcomes/goals/thanks.html", {"link": link, "row": row})


def _row(request: HttpRequest, link: Link) -> GoalsAsked:
    rows = GoalsAsked.objects.select_related("referral__team", "referral__connector")
    row = get_object_or_404(rows, pk=link.subject)
    saw(request, [row.referral.person_id], link_id=link.pk, role=Role.SELF)
    return row
