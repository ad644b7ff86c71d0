"""Pages of the queue: who waits, taking somebody on, putting back; the lead's giving out, and how full everybody is."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import could, may, requires
from connect.people.roles import Role
from referrals import actions
from referrals.case.views import held_row, posts
from referrals.caseload import wants
from referrals.life.stepping import step
from referrals.models import Referral
from referrals.queue import assigning, claiming, expecting, load, suggesting, waiting_well
from referrals.queue.forms import AssignForm, CapacityForm, ReleaseForm
from referrals.states import HELD

AT_MOST = 200
MANY = 50  # as many as one page gives out at once


@requires("QUEUE")
@require_safe
@never_cache
def queue(request: HttpRequest) -> HttpResponse:
    """Who waits for somebody to take them on: urgent first, then what is to be answered soonest."""
    rows = list(in_order(Referral.objects.waiting_in_queue_of(request.user))[:AT_MOST])
    saw(request, [row.person_id for row in rows])
    team, may_assign = assigning.team_of(request.user), could(request.user, "REASSIGN", "U")
    loads = load.of_team(team) if may_assign else []
    for row in rows:
        row.shown_name = row.name_for(request.user)
        row.suggested = suggesting.suggest(row, loads)[:1]
    context = {"rows": rows, "needs": wants.names(), "wait": expecting.wait_of(team), "may_assign": may_assign}
    context |= {"may_claim": may(request.user, "CLAIM", "U") and request.user.acting.role == Role.CON}
    context |= {"due": waiting_well.due(request.user).count()}
    return render(request, "referrals/queue/queue.html", context)


def in_order(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    return rows.select_related("person", "ward").order_by("-urgent", "next_on", "submitted_at", "pk")


@requires("CLAIM", "U")
@posts
def claim(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The first to press has them; whoever comes second is told who."""
    referral = Referral.objects.visible_to(request.user).filter(pk=pk).first()
    if referral and referral.connector_id == request.user.pk:
        return redirect("person", pk)  # pressed twice
    try:
        if referral is None:
            raise actions.Gone
        claiming.claim(referral, by=request.user)
    except actions.ReferralError:
        return too_late(request, pk)
    messages.success(request, _("They are with you now. Next: ring them"))
    return redirect("person", pk)


def too_late(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    messages.error(request, claiming.who_has(pk, request.user))
    return redirect("queue")


@requires("CLAIM", "U")
@form_page
@never_cache
def release(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    if referral.state not in HELD:
        return redirect("person", pk)
    return step(
        request, referral, ReleaseForm(request.POST if request.method == "POST" else None),
        lambda form: claiming.release(referral, by=request.user, words=form.cleaned_data["words"]),
        title=_("Put back into the queue"), button=_("Put back"), leads_to="queue",
        lead=_("A colleague takes them on from there. What has happened stays with them."),
        done=_("Back in the queue, to be taken on by tomorrow"),
    )  # fmt: skip


@requires("REASSIGN", "U")
@form_page
@never_cache
def assign(request: HttpRequest) -> HttpResponse:
    """One or many, to a connector: for one, who suits best and why; for each connector, how full they are."""
    asked = (request.POST if request.method == "POST" else request.GET).getlist("referral")[:MANY]
    rows = list(in_order(_assignable(request).filter(pk__in=[one for one in asked if _is_key(one)])))
    if not rows:
        messages.error(request, _("Choose somebody first"))
        return redirect("queue")
    saw(request, [row.person_id for row in rows])
    suggested = suggesting.suggest(rows[0], load.of_team(assigning.team_of(request.user)))
    people = {str(one.load.membership.user_id): one.load.membership.user for one in suggested}
    form = AssignForm(request.POST if "connector" in request.POST else None, choices=_worded(suggested, len(rows)))
    if form.is_bound and form.is_valid():
        return _given(request, rows, people[form.cleaned_data["connector"]])
    context = {"form": form, "rows": rows}
    return render(request, "referrals/queue/assign.html", context, status=422 if form.is_bound else 200)


def _assignable(request: HttpRequest) -> QuerySet[Referral]:
    rows = Referral.objects.visible_to(request.user).filter(state__in=["submitted", *HELD])
    return rows.select_related("connector", "team__organisation", "team__scheme")


def _is_key(typed: str) -> bool:
    try:
        return bool(uuid.UUID(typed))
    except ValueError:
        return False


def _worded(suggested: list[suggesting.Suggestion], number: int) -> list[tuple[str, str]]:
    """For one person all reasons; for many only how full everybody is, because the rest differs."""
    return [
        (
            str(one.load.membership.user_id),
            f"{one.load.membership.user.name}: {'; '.join(one.reasons if number == 1 else one.reasons[-1:])}",
        )
        for one in suggested
    ]


def _given(request: HttpRequest, rows: list[Referral], to: object) -> HttpResponse:
    given, left = assigning.assign_many(rows, to=to, by=request.user)
    if given:
        said = ngettext("%(count)s person is with %(name)s now", "%(count)s people are with %(name)s now", len(given))
        messages.success(request, said % {"count": len(given), "name": to.name})
    for row in left:
        messages.error(request, f"{row.reference}: {_why_left(request, row, to)}")
    return redirect("queue")


def _why_left(request: HttpRequest, row: Referral, to: object) -> str:
    if row.named is not None and to.pk not in row.named:
        return _("only people who are named may have them. Name %(name)s first") % {"name": to.name}
    return claiming.who_has(row.pk, request.user)


@requires("CAPACITY")
@require_safe
@never_cache
def team_load(request: HttpRequest) -> HttpResponse:
    """How full everybody is: numbers of a team's own people, each opening its rows."""
    loads = load.of_team(assigning.team_of(request.user))
    return render(request, "referrals/queue/load.html", {"loads": loads})


@requires("CAPACITY", "U")
@form_page
@never_cache
def capacity(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    team = assigning.team_of(request.user)
    member = next((one for one in load.connectors(team) if one.pk == pk), None)
    if member is None:
        return redirect("team_load")
    form = CapacityForm(
        request.POST if request.method == "POST" else None, team=team, initial=CapacityForm.as_it_is(member)
    )
    if request.method == "POST" and form.is_valid():
        assigning.set_capacity(member, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved"))
        return redirect("team_load")
    context = {"form": form, "member": member}
    return render(request, "referrals/queue/capacity.html", context, status=422 if form.is_bound else 200)
