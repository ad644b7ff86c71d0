"""Everybody a worker asked for, on one page, and what became of each: no more than each agreed to."""

import uuid

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import could, may, requires
from referrals import actions
from referrals.asking import changing, sending
from referrals.hearing import panel, progress
from referrals.models import Referral
from referrals.states import State

A_PAGE = 25
# Only what every worker is told of everybody; a finer list would say who went where.
GROUPS: dict[str, tuple[object, list[str]]] = {
    "you": (gettext_lazy("Needs you"), [State.RETURNED]),
    "new": (gettext_lazy("New"), [State.SUBMITTED]),
    "team": (
        gettext_lazy("With the team"),
        [State.ACCEPTED, State.CONTACTED, State.ACTIVE, State.PAUSED, State.TRANSFERRED],
    ),
    "over": (gettext_lazy("Finished or taken back"), [State.CLOSED, State.WITHDRAWN]),
}
NEEDS_HER = Case(When(state=State.RETURNED, then=Value(0)), default=Value(1), output_field=IntegerField())


@requires("REFERRAL_STATUS")
@require_safe
@never_cache
def referrals(request: HttpRequest) -> HttpResponse:
    """Found by a word or by how far along they are; what needs the worker comes first."""
    mine = Referral.objects.visible_to(request.user)
    words, group = request.GET.get("q", "").replace("\x00", "").strip()[:100], request.GET.get("state", "")
    found = _with_words(mine, words)
    counts = found.aggregate(
        all=Count("pk"), **{name: Count("pk", filter=Q(state__in=g[1])) for name, g in GROUPS.items()}
    )
    page = _page(found.filter(state__in=GROUPS[group][1]) if group in GROUPS else found, request.GET.get("page", "1"))
    saw(request, [row.person_id for row in page])
    told = [(row, row.name_for(request.user), progress.for_referrer(row)) for row in page]
    context = {
        "told": told,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "words": words,
        "tabs": _tabs(counts, group),
        "has_any": bool(counts["all"]) or bool(words),
        "been": sum(how.has_been for _row, _name, how in told),
        "whose": request.user.acting.role,
        "may_refer": could(request.user, "REFERRAL_CREATE", "C"),
    }
    return render(request, "referrals/asking/referrals.html", context)


def _with_words(rows: QuerySet[Referral], words: str) -> QuerySet[Referral]:
    """Every word in a name they typed, or in the reference."""
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(person__known_as__icontains=word)
            | Q(reference__icontains=word)
        )
    return rows


def _page(rows: QuerySet[Referral], number: str) -> Page:
    ordered = rows.order_by(NEEDS_HER, "-submitted_at", "pk")
    return Paginator(sending.to_tell(ordered), A_PAGE).get_page(number)


def _tabs(counts: dict[str, int], group: str) -> list[tuple[str, object, int, bool]]:
    named = [("", gettext_lazy("Everybody"), counts["all"], group not in GROUPS)]
    return named + [(name, label, counts[name], name == group) for name, (label, _states) in GROUPS.items()]


@requires("REFERRAL_STATUS")
@require_safe
@never_cache
def referral(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person the worker asked for."""
    found = get_object_or_404(sending.to_tell(Referral.objects.visible_to(request.user)), pk=pk)
    saw(request, [found.person_id])
    can_change = may(request.user, "REFERRAL_EDIT", "U") and changing.is_hers(found, request.user)
    context = {
        "referral": found,
        "name": found.name_for(request.user),
        "progress": progress.for_referrer(found),
        "returned": actions.why_returned(found),
        "may_change": can_change and changing.is_open(found, request.user),
        "may_take_back": can_change and found.state in changing.BEFORE_TRIAGE,
        "may_send_again": can_change and found.state == State.RETURNED,
        "panels": panel.drawn(request, found),
    }
    return render(request, "referrals/asking/referral.html", context)
