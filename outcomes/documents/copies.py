"""A copy of everything: noted by whoever heard it, prepared by the lead, handed over by who answers for it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.audit.actions import exported, saw
from connect.forms import form_page
from connect.people.access import could, requires
from connect.people.models import Nation, Tenant
from outcomes.documents import actions, pack
from outcomes.documents.forms import AskForm, LongerForm, PrepareForm
from outcomes.documents.models import AccessRequest
from outcomes.documents.record import Entry
from referrals.case.views import held_row


@requires("SAR", "C")
@form_page
@never_cache
def ask_copy(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """They asked one of us for what we keep about them: the clock runs from that day."""
    referral = held_row(request, pk)
    saw(request, [referral.person_id])
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("came_by", "asked_on")}
        try:
            actions.ask_copy(referral, by=request.user, made=form.made_by(request), **said)
            messages.success(request, _("Noted. It stands on the list of your lead and of the data protection officer"))
        except actions.AskedAlready:
            messages.info(request, _("A copy was asked for already, and is on its way"))
        return redirect("documents", pk)
    context = {"referral": referral, "form": form}
    return render(request, "outcomes/documents/ask_copy.html", context, status=422 if form.is_bound else 200)


@requires("SAR", "U")
@require_safe
@never_cache
def copies(request: HttpRequest) -> HttpResponse:
    """What was asked for, the nearest day first. A reference and days: no name."""
    rows = AccessRequest.objects.visible_to(request.user).select_related("team", "prepared_by", "given_by")
    context = {
        "rows": rows.waiting(),
        "over": rows.exclude(pk__in=rows.waiting().values("pk")).order_by("-asked_on")[:20],
    }
    return render(request, "outcomes/documents/copies.html", context)


def _row(request: HttpRequest, pk: uuid.UUID) -> AccessRequest:
    rows = AccessRequest.objects.visible_to(request.user).select_related("team", "prepared_by", "given_by")
    return get_object_or_404(rows, pk=pk)


@requires("SAR", "U")
@require_safe
@never_cache
def copy(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What would leave, with everything in which somebody else may stand."""
    return _page(request, _row(request, pk))


def _page(request: HttpRequest, row: AccessRequest, form: PrepareForm | None = None) -> HttpResponse:
    try:
        name, entries = pack.read(row)
    except pack.NobodyHere:
        return render(request, "outcomes/documents/copy_by_hand.html", {"row": row})
    saw(request, [row.person_key])
    context = {
        "row": row, "name": name, "sections": pack.sections(entries), "review": pack.to_review(entries),
        "form": form or _form(row, entries), "longer": LongerForm(auto_id="longer_%s"),
        "may_take": could(request.user, "SAR_GIVE", "U"),
    }  # fmt: skip
    return render(request, "outcomes/documents/copy.html", context, status=422 if form else 200)


def _form(row: AccessRequest, entries: list[Entry], data: object = None) -> PrepareForm:
    rows = [(one.key, f"{one.section}, {one.others}: {one.summary}") for one in pack.to_review(entries)]
    return PrepareForm(data, rows=rows, initial={"known_by": row.known_by, "withheld": row.withheld})


@requires("SAR", "U")
@require_POST
def copy_prepare(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Looked through: how we know that it is they, and what stays out because it is somebody else's."""
    row = _row(request, pk)
    try:
        _name, entries = pack.read(row)
    except pack.NobodyHere:
        raise Http404 from None
    form = _form(row, entries, request.POST)
    if not form.is_valid():
        return _page(request, row, form)
    said = {name: form.cleaned_data[name] for name in ("known_by", "withheld")}
    _tried(request, lambda: actions.prepare(row, by=request.user, **said), _("Prepared. It can be handed over now"))
    return redirect("copy", pk)


@requires("SAR", "U")
@require_POST
def copy_longer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row, form = _row(request, pk), LongerForm(request.POST)
    if form.is_valid():
        first = Tenant.objects.first()
        nation = first.nation if first else Nation.ENGLAND
        done = _("Two months more. Tell them, if you have not")
        why = form.cleaned_data["why"]
        _tried(request, lambda: actions.take_longer(row, why=why, nation=nation, by=request.user), done)
    else:
        messages.error(request, _("Write why it takes longer: they have to be told"))
    return redirect("copy", pk)


@requires("SAR", "U")
@require_POST
def copy_call_off(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _row(request, pk)
    _tried(request, lambda: actions.call_off(row, by=request.user), _("They no longer want it: the clock has stopped"))
    return redirect("copies")


@requires("SAR_GIVE", "U")
@require_POST
def copy_take(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The file, made for this answer alone. That it was taken is written down, each time."""
    row = _row(request, pk)
    if row.prepared_at is None:
        messages.error(request, _("It is not prepared yet: somebody has to look through it first"))
        return redirect("copy", pk)
    try:
        made = pack.zipped(row)
    except pack.NobodyHere:
        raise Http404 from None
    saw(request, [row.person_key])
    exported(request)
    answer = HttpResponse(made, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="copy-{row.reference}.zip"'
    return answer


@requires("SAR_GIVE", "U")
@require_POST
def copy_given(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    row = _row(request, pk)
    _tried(request, lambda: actions.give(row, by=request.user), _("Handed over: the clock has stopped"))
    return redirect("copies")


def _tried(request: HttpRequest, do: object, done: str) -> None:
    try:
        do()
        messages.success(request, done)
    except actions.NotReady:
        messages.error(request, _("Nothing was changed: it was given, called off or is not prepared"))
