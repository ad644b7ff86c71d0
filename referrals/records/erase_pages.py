"""Pages of erasing: what is asked for, what would go, a second person's word; what the clock takes, and when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import saw
from connect.forms import form_page
from connect.people.access import could, may, requires
from referrals.records import erasing, periods, sweeping
from referrals.records.forms import EraseForm, PeriodsForm, WhyNotForm
from referrals.records.models import Erasure, Opening, Remainder
from referrals.records.states import Stage

SAID = {
    erasing.SamePerson: gettext_lazy("Somebody else has to decide: you proposed it"),
    erasing.DecidedAlready: gettext_lazy("It was decided meanwhile, or is under way"),
    erasing.AConcernStands: gettext_lazy("A safeguarding concern about them is not finished. It stays until it is"),
}
TABLES = {
    "referrals_referral": gettext_lazy("Referrals"),
    "referrals_contactattempt": gettext_lazy("Calls and visits"),
    "referrals_note": gettext_lazy("Notes"),
    "referrals_connection": gettext_lazy("Groups"),
    "referrals_occasion": gettext_lazy("Times they were expected"),
    "referrals_consent": gettext_lazy("What they agreed to, and did not"),
    "referrals_line": gettext_lazy("Lines of threads"),
    "referrals_heard": gettext_lazy("Words from outside"),
    "referrals_task": gettext_lazy("Tasks"),
}


@requires("ERASE", "D")
@require_safe
@never_cache
def erasures(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, what the clock takes next, and what is gone."""
    rows = list(Erasure.objects.select_related("proposed_by", "decided_by")[:200])
    by_stage = [(stage, [row for row in rows if row.stage == stage]) for stage in Stage]
    context = {
        "groups": [(stage.label, found) for stage, found in by_stage if found],
        "left": Remainder.objects.count(),
    }
    return render(request, "referrals/records/erasures.html", context)


@requires("ERASE", "D")
@form_page
@never_cache
def erase(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From a record that is open: ask for it to be erased, with what would go before one's eyes."""
    opening = get_object_or_404(Opening, pk=pk, by=request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if not opening.is_open:
        return render(request, "referrals/records/over.html", {"opening": opening}, status=410)
    if request.method == "POST" and form.is_valid():
        try:
            made = erasing.propose(opening.person_key, **form.cleaned_data, by=request.user)
        except erasing.DecidedAlready:
            messages.error(request, _("It was asked for already"))
            return redirect("erasures")
        messages.success(request, _("Asked for. A second person looks at it, and then it is done"))
        return redirect("erasure", made.pk)
    referral, counts, stands = erasing.preview(opening.person_key)
    saw(request, [opening.person_key])
    context = {"opening": opening, "form": form, "referral": referral, "counts": _said(counts), "stands": stands}
    return render(request, "referrals/records/erase.html", context, status=422 if form.errors else 200)


def _said(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Those that say something to a reader by name; the rest together."""
    named = [(label, counts[table]) for table, label in TABLES.items() if counts.get(table)]
    rest = sum(counts.values()) - sum(many for _label, many in named)
    return [*named, *([(_("Other rows"), rest)] if rest else [])]


@requires("ERASE", "D")
@require_safe
@never_cache
def erasure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them: who asked, what would go, and the second person's two buttons."""
    row = get_object_or_404(Erasure.objects.select_related("proposed_by", "decided_by"), pk=pk)
    return _drawn(request, row, WhyNotForm())


def _drawn(request: HttpRequest, row: Erasure, form: WhyNotForm) -> HttpResponse:
    is_there = row.stage in (Stage.WAITING, Stage.DUE, Stage.HELD)
    referral, counts, stands = erasing.preview(row.person_key) if is_there else (None, {}, False)
    saw(request, [row.person_key] if is_there else [])
    decides = row.stage in (Stage.WAITING, Stage.DUE) and row.proposed_by_id != request.user.pk
    context = {"row": row, "form": form, "referral": referral, "stands": stands, "decides": decides,
               "counts": _said(counts) if is_there else [], "went": sum(row.went.values())}  # fmt: skip
    return render(request, "referrals/records/erasure.html", context, status=422 if form.errors else 200)


@requires("ERASE", "D")
@require_POST
def erasure_decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree, which erases at once; or let it stay, with a reason."""
    row = get_object_or_404(Erasure, pk=pk)
    form = WhyNotForm(request.POST)
    agrees = request.POST.get("do") == "agree"
    if not agrees and not form.is_valid():
        return _drawn(request, row, form)
    try:
        _decided(request, row, agrees, "" if agrees else form.cleaned_data["why"])
    except tuple(SAID) as error:
        messages.error(request, str(SAID[type(error)]))
    return redirect("erasure", pk)


def _decided(request: HttpRequest, row: Erasure, agrees: bool, why: str) -> None:
    if agrees:
        erasing.agree(row, by=request.user)
        messages.success(request, _("Erased"))
    elif row.stage == Stage.DUE:
        erasing.hold(row, why=why, by=request.user)
        messages.success(request, _("Held. It stays until somebody asks for it to be erased"))
    else:
        erasing.refuse(row, why=why, by=request.user)
        messages.success(request, _("It stays"))


@requires("RETENTION")
@form_page
@never_cache
def kept_for(request: HttpRequest) -> HttpResponse:
    """How long what is kept; changed by whoever answers for it."""
    changes = could(request.user, "RETENTION", "U")
    form = PeriodsForm(request.POST if request.method == "POST" else None, initial=sweeping.months())
    if request.method == "POST" and may(request.user, "RETENTION", "U") and form.is_valid():
        periods.choose(form.cleaned_data, by=request.user)
        messages.success(request, _("Saved. It holds from tonight"))
        return redirect("kept_for")
    context = {"form": form, "changes": changes, "fixed": periods.FIXED}
    return render(request, "referrals/records/kept_for.html", context, status=422 if form.errors else 200)
