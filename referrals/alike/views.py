"""Pages of those who may be one person: proposed by a connector, made one and taken apart by the lead with proof."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import could, requires
from referrals.alike import finding, merging
from referrals.alike.forms import ProposeForm, UndoForm
from referrals.alike.models import Merge, MergeQuerySet
from referrals.models import Person, Referral

TOGETHER = ("kept", "gone", "proposed_by", "merged_by", "undone_by", "declined_by")


def _mine(request: HttpRequest, pk: uuid.UUID) -> Referral:
    """Somebody this person works with, or whose team they lead; not one who waits in the queue."""
    rows = Referral.objects.caseload_of(request.user).filter(team=request.user.acting.team_id)
    return get_object_or_404(rows.select_related("person"), pk=pk)


@requires("MERGE", "C")
@form_page
@never_cache
def same_as(request: HttpRequest, pk: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """What speaks for it, and a sentence for the lead."""
    referral = _mine(request, pk)
    found = next((one for one in finding.likely(referral, request.user) if one.person_id == other), None)
    if found is None:
        messages.info(request, _("They are one already, or somebody said that they are not"))
        return redirect("person", pk)
    saw(request, [referral.person_id, *([other] if found.referral else [])])
    form = ProposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _propose(request, referral, other, form.cleaned_data["words"])
    context = {"referral": referral, "found": found, "form": form, "leads": could(request.user, "MERGE", "U")}
    return render(request, "referrals/alike/same_as.html", context, status=422 if form.is_bound else 200)


def _propose(request: HttpRequest, referral: Referral, other: uuid.UUID, words: str) -> HttpResponse:
    try:
        merge = merging.propose(referral, other=other, by=request.user, words=words)
    except merging.CannotMerge:
        messages.warning(request, _("Somebody proposed it a moment ago"))
        return redirect("person", referral.pk)
    if could(request.user, "MERGE", "U"):
        return redirect("double", merge.pk)
    messages.success(request, _("Proposed. The lead of your team decides"))
    return redirect("person", referral.pk)


@requires("MERGE", "C")
@form_page
def not_same_as(request: HttpRequest, pk: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Two people; nobody is asked about them again."""
    referral = _mine(request, pk)
    if request.method == "POST":
        try:
            merging.say_apart(referral, other=other, by=request.user)
        except merging.CannotMerge:
            messages.info(request, _("They are one already, or somebody said that they are not"))
        else:
            messages.success(request, _("Two people. You will not be asked again"))
    return redirect("person", pk)


@requires("MERGE", "R")
@require_safe
@never_cache
def doubles(request: HttpRequest) -> HttpResponse:
    """What connectors proposed, and what was made one."""
    rows = _rows().filter(team=request.user.acting.team_id)[:200]
    saw(request, [pk for row in rows for pk in (row.kept_id, row.gone_id)])
    return render(request, "referrals/alike/doubles.html", {"rows": rows})


def _rows() -> MergeQuerySet:
    return Merge.objects.select_related(*TOGETHER)


@requires("MERGE", "R")
@require_safe
@never_cache
def double(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The two side by side; what will be moved, or what was."""
    return _page(request, get_object_or_404(_rows(), pk=pk))


def _page(request: HttpRequest, merge: Merge, form: UndoForm | None = None) -> HttpResponse:
    saw(request, [merge.kept_id, merge.gone_id])
    leads = could(request.user, "MERGE", "U")
    context = {
        "merge": merge,
        "people": [_side(one) for one in (merge.kept, merge.gone)] if leads else [],
        "because": [finding.WORDS[reason] for reason in merge.reasons],
        "moved": merge.moved.order_by("place"),
        "form": form or UndoForm(),
        "leads": leads,
    }
    return render(request, "referrals/alike/double.html", context, status=422 if form else 200)


def _side(person: Person) -> tuple[Person, list[Referral]]:
    return person, list(person.referrals.select_related("connector", "ward").order_by("-submitted_at"))


def _lead(request: HttpRequest, pk: uuid.UUID) -> Merge:
    return get_object_or_404(_rows().filter(team=request.user.acting.team_id), pk=pk)


@requires("MERGE", "U")
@form_page
def double_merge(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    merge = _lead(request, pk)
    if request.method == "POST":
        try:
            merging.merge_now(merge, by=request.user)
        except merging.Restricted:
            messages.error(request, _("Somebody asked that one of them be hidden, or they are. They stay two"))
        except merging.CannotMerge:
            messages.warning(request, _("A colleague decided a moment ago"))
        else:
            messages.success(request, _("Made one. It can be undone here"))
    return redirect("double", pk)


@requires("MERGE", "U")
@form_page
def double_decline(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    merge = _lead(request, pk)
    if request.method == "POST":
        try:
            merging.decline(merge, by=request.user)
        except merging.CannotMerge:
            messages.warning(request, _("A colleague decided a moment ago"))
        else:
            messages.success(request, _("They stay two"))
    return redirect("doubles")


@requires("MERGE", "U")
@form_page
@never_cache
def double_undo(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    merge = _lead(request, pk)
    if request.method != "POST":
        return redirect("double", pk)
    form = UndoForm(request.POST)
    if not form.is_valid():
        return _page(request, merge, form)
    try:
        merging.undo(merge, by=request.user, why=form.cleaned_data["why"])
    except merging.CannotMerge:
        messages.warning(request, _("Undone already, or a later one has to be undone first"))
    else:
        messages.success(request, _("Two people again, each with what was theirs"))
    return redirect("double", pk)
