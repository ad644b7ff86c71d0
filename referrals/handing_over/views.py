"""Pages of handing over: who holds whom, how it is shared out, and a look at it before anything happens."""

import uuid
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.people.models import User
from referrals.handing_over import carrying, handing, planning
from referrals.handing_over.forms import BY_LOAD, QUEUE, HowForm, PlanForm
from referrals.models import Referral


@requires("REASSIGN", "U")
@require_safe
@never_cache
def hand_over(request: HttpRequest) -> HttpResponse:
    """Everybody who holds people of this team; first, those who can no longer open them."""
    return render(request, "referrals/handing_over/hand_over.html", {"holders": planning.holders(_team(request))})


def _team(request: HttpRequest) -> object:
    return request.user.acting.team


@requires("REASSIGN", "U")
@form_page
@never_cache
def hand_over_from(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """First how, then a look at who would take whom, then it is done."""
    holders = {one.user.pk: one for one in planning.holders(_team(request))}
    holder = get_object_or_404(User.objects.filter(pk__in=list(holders)), pk=pk)
    rows = list(_rows(request, holder))
    saw(request, [row.person_id for row in rows])
    context = {
        "holder": holder,
        "has_left": holders[pk].has_left,
        "rows": rows,
        "hidden": planning.hidden_from(request.user, holder),
        "may_end": handing.may_end(holder, request.user),
        "along": _along(holder, rows),
    }
    return _look(request, holder, rows, context)


def _rows(request: HttpRequest, holder: User) -> object:
    rows = planning.in_the_hands_of(holder, by=request.user).select_related("person", "ward")
    return rows.order_by("-urgent", "next_on", "submitted_at", "pk")


def _along(holder: User, rows: list[Referral]) -> dict[str, int]:
    return {
        "tasks": carrying.tasks_of(holder, rows).count(),
        "visits": carrying.visits_of(holder, rows).count(),
        "unread": carrying.unread_of(holder, rows).count(),
    }


def _look(request: HttpRequest, holder: User, rows: list[Referral], context: dict[str, object]) -> HttpResponse:
    colleagues = planning.colleagues(_team(request), holder)
    how = HowForm(request.GET or None, colleagues=colleagues)
    if request.method == "POST":
        form = PlanForm(request.POST, rows=rows, colleagues=colleagues)
        if form.is_valid():
            return _done(request, holder, form, bool(context["may_end"]))
        return _drawn(request, rows, form, context | {"how": how}, 422)
    if not request.GET or not how.is_valid():
        return render(request, "referrals/handing_over/how.html", context | {"form": how, "how": how})
    plan = _plan(how.cleaned_data["how"], rows, holder, colleagues, request)
    wanted = {f"to_{key}": str(user.pk) if user else QUEUE for key, user in plan.items()}
    form = PlanForm(rows=rows, colleagues=colleagues, initial=wanted)
    return _drawn(request, rows, form, context | {"how": how, "sums": planning.summed(plan).items()}, 200)


def _plan(
    how: str, rows: list[Referral], holder: User, colleagues: list[User], request: HttpRequest
) -> Mapping[uuid.UUID, User | None]:
    if how == BY_LOAD:
        return planning.by_load(rows, holder, _team(request))
    return dict.fromkeys([row.pk for row in rows], next((user for user in colleagues if str(user.pk) == how), None))


def _drawn(request: HttpRequest, rows: list[Referral], form: PlanForm, context: dict, status: int) -> HttpResponse:
    told = [(row, form[f"to_{row.pk}"]) for row in rows]
    return render(
        request, "referrals/handing_over/look.html", context | {"form": form, "told": told}, status=status
    )  # fmt: skip


def _done(request: HttpRequest, holder: User, form: PlanForm, may_end: bool) -> HttpResponse:
    does = handing.leave if form.cleaned_data["end"] and may_end else handing.hand_over
    done = does(holder, plan=form.plan(), by=request.user)
    said = ngettext("One person has gone to a colleague", "%(n)d people have gone to colleagues", done.handed)
    messages.success(request, said % {"n": done.handed})
    if done.queued:
        said = ngettext("One person is in the queue now", "%(n)d people are in the queue now", done.queued)
        messages.success(request, said % {"n": done.queued})
    if done.left:
        messages.error(request, _("Some changed meanwhile and are still here. Look once more"))
        return redirect("hand_over_from", holder.pk)
    return redirect("hand_over")
