"""The list of the people a connector works with, what is done to several of them at once, and a sheet to take along."""

import uuid
from contextlib import nullcontext
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect import prepared
from connect.audit.actions import saw
from connect.forms import Form, form_page
from connect.people.access import may, requires
from referrals.caseload import actions, panel, rows, wants
from referrals.caseload import asked as asking
from referrals.caseload.forms import BulkTaskForm, KeepForm, NextForm, picked
from referrals.caseload.models import SavedView

LONGEST_SHEET = 300
KEPT = 500


@requires("QUEUE")
@require_safe
@never_cache
def caseload(request: HttpRequest) -> HttpResponse:
    """Who needs something from this connector, what is due first; and who waits to be accepted."""
    return _page(request, request.GET)


def _page(request: HttpRequest, query: QueryDict, form: Form | None = None) -> HttpResponse:
    """The list; with a form of several people that could not be done, what was typed and ticked stands there again."""
    asked = asking.read(query)
    with nullcontext() if asked.narrows else prepared.plans():
        found = rows.found(request.user, asked)
    saw(request, [row.person for row in found.rows])
    names = wants.names()
    ticked = {str(key) for key in picked(request.POST)} if form else set()
    context = {
        "asked": asked,
        "found": found,
        "table": rows.Drawing(names, ticked).all(found.rows),
        "tabs": panel.tabs(asked, found.counts),
        "panel": panel.choices(request.user, asked, names, request.POST.get("step", "")),
        "kept": list(SavedView.objects.visible_to(request.user)),
        "query": _filters(query),
        "form": form,
        "typed": request.POST if form else {},
        "task_key": uuid.uuid4(),
        "may_change": may(request.user, "PERSON_NEED", "U"),
    }
    return render(request, "referrals/caseload/caseload.html", context, status=422 if form else 200)


def _filters(query: QueryDict) -> str:
    """What of an address is a view: the filters, without the page one was on."""
    known = (
        "view",
        "state",
        "step",
        "ward",
        "want",
        "weight",
        "whose",
        "q",
        "overdue",
        "urgent",
        "unset",
        "now",
        "order",
    )
    return urlencode([(name, query[name]) for name in known if query.get(name)])[:KEPT]


def _back(request: HttpRequest) -> HttpResponse:
    query = _filters(QueryDict(request.POST.get("query", "")[:KEPT]))
    return redirect(f"{reverse('caseload')}?{query}" if query else "caseload")


@requires("PERSON_NEED", "U")
@require_POST
@never_cache
def caseload_next(request: HttpRequest) -> HttpResponse:
    """The same next thing for each of those picked."""
    form, keys = NextForm(request.POST), picked(request.POST)
    if not _is_complete(form, keys):
        return _page(request, QueryDict(request.POST.get("query", "")), form)
    done = actions.set_next(keys, step=form.cleaned_data["step"], on=form.cleaned_data["on"], by=request.user)
    _tell(request, done)
    return _back(request)


@requires("TASK", "C")
@require_POST
@never_cache
def caseload_tasks(request: HttpRequest) -> HttpResponse:
    """One task for each of those picked, for whoever holds them."""
    form, keys = BulkTaskForm(request.POST), picked(request.POST)
    if not _is_complete(form, keys):
        return _page(request, QueryDict(request.POST.get("query", "")), form)
    said = {name: form.cleaned_data[name] for name in ("words", "due_on")}
    _tell(request, actions.add_tasks(keys, **said, by=request.user, made=form.made_by(request)))
    return _back(request)


def _is_complete(form: Form, keys: dict[uuid.UUID, str]) -> bool:
    form.full_clean()
    if not keys:
        form.add_error(None, _("Tick the people it is for"))
    return form.is_valid()


def _tell(request: HttpRequest, done: actions.Done) -> None:
    changed = len(done.changed)
    if changed:
        messages.success(request, ngettext("Done for %(n)s person", "Done for %(n)s people", changed) % {"n": changed})
    not_done = {
        _("Changed by a colleague meanwhile, and left as it is: %(names)s"): done.left,
        _("Added before with other words, which stand: %(names)s. Add what is new once more"): done.before,
    }
    for said, rows_left in not_done.items():
        if rows_left:
            saw(request, [referral.person_id for referral in rows_left])
            names = ", ".join(referral.name_for(request.user) for referral in rows_left)
            messages.warning(request, said % {"names": names})


@requires("QUEUE")
@form_page
@never_cache
def caseload_sheet(request: HttpRequest) -> HttpResponse:
    """The list on paper: those picked, or all the filters leave. A form, so that no keys stand in the address."""
    query = QueryDict(request.POST.get("query", "")[:KEPT]) if request.method == "POST" else request.GET
    asked, keys = asking.read(query), picked(request.POST)
    found = rows.found(request.user, asked, size=LONGEST_SHEET)
    shown = [row for row in found.rows if not keys or row.pk in keys]
    saw(request, [row.person for row in shown])
    listed = rows.Drawing(wants.names())
    context = {"rows": [(row, listed.plain(row)) for row in shown], "left_off": found.total - len(found.rows)}
    return render(request, "referrals/caseload/sheet.html", context)


@requires("CASELOAD_VIEW", "C")
@require_POST
def keep_view(request: HttpRequest) -> HttpResponse:
    """The filters as they are, under a name; only whoever keeps it sees it."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["name"][0])
        return _back(request)
    query = _filters(QueryDict(request.POST.get("query", "")[:KEPT]))
    try:
        view = actions.keep_view(name=form.cleaned_data["name"], query=query, by=request.user)
    except actions.TooManyViews:
        messages.error(request, _("You keep many views already. Take one away first"))
        return _back(request)
    messages.success(request, _("Kept as “%(name)s”") % {"name": view.name})
    return _back(request)


@requires("CASELOAD_VIEW", "D")
@require_POST
def forget_view(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A view that is no longer wanted."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    actions.forget_view(view)
    messages.success(request, _("“%(name)s” is taken away") % {"name": view.name})
    return redirect("caseload")
