"""Pairs that may be one listing: the list, and two of them side by side, to be made one or told apart."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from connect.forms import form_page
from connect.people.access import requires
from directory import document
from directory.bulk import doubles, merging
from directory.bulk.forms import PairForm
from directory.bulk.likeness import WHY
from directory.bulk.models import Duplicate
from directory.keeping import wording
from directory.models import Service

A_PAGE = 30
BOTH = ("one__organisation", "other__organisation", "one__feed", "other__feed", "decided_by")


@requires("DIRECTORY_BULK", "U")
@form_page
@never_cache
def duplicates(request: HttpRequest) -> HttpResponse:
    """Open pairs, the likeliest first; and two addresses that somebody takes for one listing."""
    form = PairForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (pair := _put_together(form)):
        return redirect("duplicate", pair.pk)
    page = Paginator(doubles.to_look_at(), A_PAGE).get_page(request.GET.get("page"))
    rows = [(pair, [str(WHY.get(each, each)) for each in pair.why]) for pair in page.object_list]
    context = {"form": form, "page": page, "rows": rows}
    return render(request, "directory/bulk/duplicates.html", context, status=422 if form.errors else 200)


def _put_together(form: PairForm) -> Duplicate | None:
    held = Service.objects.filter(is_template=False, merged_into=None).in_bulk(
        [form.cleaned_data["one"], form.cleaned_data["other"]]
    )
    for name in ("one", "other"):
        if form.cleaned_data[name] not in held:
            form.add_error(name, _("No listing has this address"))
    return None if form.errors else doubles.put_together(*held.values())


@requires("DIRECTORY_BULK", "U")
@form_page
@never_cache
def duplicate(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Side by side. The one that stays is chosen first; then, part by part, whose words are better."""
    pair = get_object_or_404(Duplicate.objects.select_related(*BOTH), pk=pk)
    kept, gone = _sides(request, pair)
    if request.method == "POST" and pair.state == Duplicate.State.OPEN:
        return _decided(request, pair, kept, gone)
    if request.method == "POST" and pair.state == Duplicate.State.DIFFERENT and "again" in request.POST:
        doubles.ask_again(pair)
        return redirect("duplicate", pair.pk)
    was, said = document.of(kept), document.of(gone)
    differing = [part for part in merging.differing(was, said) if said.get(part)]  # nothing is never the better word
    context = {
        "pair": pair,
        "kept": kept,
        "gone": gone,
        "why": [str(WHY.get(each, each)) for each in pair.why],
        "parts": wording.compare(was, said, differing),
        "better": {part for part in differing if not was.get(part)},
        "is_open": pair.state == Duplicate.State.OPEN,
    }
    return render(request, "directory/bulk/duplicate.html", context)


def _sides(request: HttpRequest, pair: Duplicate) -> tuple[Service, Service]:
    """The elder stays, unless somebody says otherwise; of two that are one already, the one that did."""
    said = request.POST.get("keep") or request.GET.get("keep")
    swapped = said == str(pair.other_id) or pair.one.merged_into_id == pair.other_id
    return (pair.other, pair.one) if swapped else (pair.one, pair.other)


def _decided(request: HttpRequest, pair: Duplicate, kept: Service, gone: Service) -> HttpResponse:
    if "different" in request.POST:
        doubles.say_different(pair, by=request.user)
        messages.success(request, _("Two different listings. Nobody is asked about them again"))
        return redirect("duplicates")
    parts = [part for part in merging.PARTS if request.POST.get(f"part-{part}") == "gone"]
    try:
        merged = merging.merge(kept, gone, parts=parts, by=request.user)
    except merging.Younger:
        messages.error(
            request, _("The younger one has its own number or link. Keep the elder, and take the younger’s words")
        )
        return redirect("duplicate", pair.pk)
    except merging.CannotMerge:
        messages.error(request, _("Not done: one of the two has been made one with another meanwhile"))
        return redirect("duplicates")
    except document.NotADocument as problem:
        messages.error(request, " ".join(said for each in problem.errors.values() for said in each))
        return redirect("duplicate", pair.pk)
    messages.success(request, _("Made one. People who go there are moved along within a minute"))
    if merged.is_waiting:
        messages.warning(request, _("The other link or number waits until a second editor agrees"))
    return redirect("duplicate", pair.pk)
