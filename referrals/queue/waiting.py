"""Pages for those who wait: who, how long, kept in touch or not; and what is planned for them meanwhile."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import requires
from connect.people.models import Team
from referrals import actions
from referrals.case.views import seen_row
from referrals.life import clocks
from referrals.life.stepping import in_words, step
from referrals.models import Referral
from referrals.queue import assigning, expecting, waiting_well
from referrals.queue.forms import PlanForm, WentForm
from referrals.queue.models import WhileWaiting
from referrals.queue.states import Kind

BANDS = ((0, 5), (6, 10), (11, 20), (21, None))  # working days, as measure 12 counts them


@dataclass(frozen=True)
class Band:
    first: int
    last: int | None
    rows: list[Referral]

    @property
    def kept(self) -> int:
        return sum(row.kept for row in self.rows)


@requires("QUEUE")
@require_safe
@never_cache
def waiting_list(request: HttpRequest) -> HttpResponse:
    """Measures 12 and 13 of the people this reader may see, each number with its rows."""
    team = assigning.team_of(request.user)
    since = clocks.days_ago(team, waiting_well.DAYS)
    rows = waiting_well.with_word_since(waiting_well.waiting(Referral.objects.visible_to(request.user)), since)
    rows = list(rows.select_related("person", "ward", "connector").order_by("submitted_at"))
    due = list(waiting_well.due(request.user).select_related("referral__person", "referral__ward", "service")[:100])
    saw(request, [row.person_id for row in rows] + [one.referral.person_id for one in due])
    for row in rows:
        row.shown_name = row.name_for(request.user)
    long_ones = [row for row in rows if timezone.localdate(row.submitted_at) < since]
    context = {
        "bands": _bands(rows, team),
        "due": due,
        "wait": expecting.wait_of(team),
        "long": len(long_ones),
        "kept": sum(row.kept for row in long_ones),
        "number": len(rows),
    }
    return render(request, "referrals/queue/waiting_list.html", context)


def _bands(rows: Sequence[Referral], team: Team) -> list[Band]:
    """Each row in the band of the working days it has waited."""
    edges = [(first, clocks.days_ago(team, first)) for first, _last in BANDS]
    sorted_rows: dict[int, list[Referral]] = {first: [] for first, _last in BANDS}
    for row in rows:
        came = timezone.localdate(row.submitted_at)
        first = next((first for first, day in reversed(edges) if came <= day), 0)
        sorted_rows[first].append(row)
    return [Band(first, last, sorted_rows[first]) for first, last in BANDS]


@requires("WAITING_WELL", "C")
@form_page
@never_cache
def plan(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A day on which somebody gets in touch, or something to go to meanwhile."""
    referral = seen_row(request, pk)
    initial = {"kind": "check_in", "due_on": clocks.in_days(referral.team, 5)}
    form = PlanForm(request.POST if request.method == "POST" else None, initial=initial)
    return step(
        request, referral, form, lambda form: waiting_well.plan(referral, by=request.user, **form.cleaned_data),
        title=_("While they wait"), button=_("Plan it"), leads_to="waiting_list", done=_planned,
        lead=_("On that day it stands before the team. Of something to go to they are told at once, if safe."),
    )  # fmt: skip


def _planned(made: WhileWaiting) -> str:
    """Whether they know of it by now, or somebody has to tell them."""
    if made.kind == Kind.CHECK_IN:
        return _("Planned")
    if made.told_at:
        return _("Planned, and they are written to")
    return _("Planned. Nothing is written to them: ring them")


@requires("WAITING_WELL", "U")
@form_page
@never_cache
def while_waiting(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Get in touch, and say how it was: the number to ring, and five answers."""
    rows = WhileWaiting.objects.filter(referral__in=Referral.objects.visible_to(request.user))
    planned = get_object_or_404(rows.select_related("referral__person", "referral__team__organisation"), pk=pk)
    saw(request, [planned.referral.person_id])
    if planned.done_at:
        messages.success(request, _("A colleague has done that already"))
        return redirect("waiting_list")
    form = WentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            waiting_well.done(planned, went=form.cleaned_data["went"], by=request.user)
            messages.success(request, _("Saved"))
        except actions.ReferralError as error:
            messages.error(request, in_words(error))
        return redirect("waiting_list")
    context = {"form": form, "planned": planned, "referral": planned.referral, "person": planned.referral.person}
    return render(request, "referrals/queue/while_waiting.html", context, status=422 if form.is_bound else 200)
