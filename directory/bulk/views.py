"""Listings by the hundred: a file sent, looked at and taken; and listings taken away in one."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import exported
from connect.forms import form_page
from connect.people.access import may, requires
from directory.bulk import actions, doubles, found, reading, writing
from directory.bulk.columns import of_sheet
from directory.bulk.forms import FileForm
from directory.bulk.models import Upload
from directory.bulk.reading import CHANGED, LEFT_OUT, NEW, SAME, WRONG, Plan, Planned
from directory.bulk.workbooks import Unreadable
from directory.models import Service

A_PAGE = 50
ALIKE = "alike"
VIEWS = {
    WRONG: gettext_lazy("To put right"),
    ALIKE: gettext_lazy("Maybe here already"),
    CHANGED: gettext_lazy("Changed"),  # before what is new: here something that stood is overwritten
    NEW: gettext_lazy("New"),
    SAME: gettext_lazy("Unchanged"),
    LEFT_OUT: gettext_lazy("Left out"),
}
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("DIRECTORY_BULK", "C")
@form_page
@never_cache
def bulk(request: HttpRequest) -> HttpResponse:
    """Send a file, fetch a template, take listings away."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            upload = keep_sent(request, form)
        except Unreadable as problem:
            form.add_error("file", problem.message)
        else:
            return redirect("bulk_upload", upload.pk)
    context = {
        "form": form,
        "uploads": Upload.objects.filter(by=request.user)[:10],
        "doubles": doubles.to_look_at().count(),
        "listings": Service.objects.filter(is_template=False, merged_into=None).count(),
    }
    return render(request, "directory/bulk/bulk.html", context, status=422 if form.errors else 200)


def keep_sent(request: HttpRequest, form: FileForm) -> Upload:
    said = form.cleaned_data
    return actions.keep(
        said["file"].read(), file_name=said["file"].name, what=said["what"], by=request.user, key=said["key"]
    )


@requires("DIRECTORY_BULK", "U")
@form_page
@never_cache
def upload(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What taking it would do, row by row; then the taking."""
    kept = get_object_or_404(Upload, pk=pk, by=request.user)
    if kept.taken_at:
        return render(request, "directory/bulk/taken.html", {"upload": kept, "taken": kept.problems.get("taken", {})})
    if request.method == "POST":
        return _answer(request, kept)
    return _look(request, kept, reading.plan(kept))


def _answer(request: HttpRequest, kept: Upload) -> HttpResponse:
    """Choices are kept; with the other button it is taken too, if it is still what was looked at."""
    try:
        actions.choose(kept, _choices(request))
        if "take" not in request.POST:
            messages.success(request, _("Your choices are kept"))
            return redirect(request.get_full_path())
        actions.take(kept, by=request.user, mark=request.POST.get("mark", ""))
    except actions.AlreadyTaken:
        pass
    except actions.MovedOn:
        messages.warning(
            request, _("Not taken yet: with your choices, or since you looked, it would do something else")
        )
    except actions.NotRight:
        messages.error(request, _("Not taken: a row is to be put right first, or there is nothing to take"))
    except actions.RowRefused as refused:
        messages.error(request, _("Nothing was taken. Row %(n)d: %(why)s") % {"n": refused.row.n, "why": refused.says})
    return redirect("bulk_upload", kept.pk)


def _choices(request: HttpRequest) -> dict[int, str]:
    said = {name.removeprefix("row-"): value for name, value in request.POST.items() if name.startswith("row-")}
    return {int(n): value for n, value in said.items() if n.isdigit() and is_choice(value)}


def is_choice(said: str) -> bool:
    if said in ("new", "leave"):
        return True
    try:
        return bool(uuid.UUID(said))
    except ValueError:
        return False


def _look(request: HttpRequest, kept: Upload, plan: Plan) -> HttpResponse:
    of_view = {name: [row for row in plan.rows if _is_in(row, name)] for name in VIEWS}
    first = next((name for name in VIEWS if of_view[name]), NEW)
    view = request.GET.get("show", "") if request.GET.get("show") in VIEWS else first
    page = Paginator(of_view[view], A_PAGE).get_page(request.GET.get("page"))
    context = {
        "upload": kept,
        "plan": plan,
        "view": view,
        "tabs": [(name, label, len(of_view[name]), name == view) for name, label in VIEWS.items() if of_view[name]],
        "page": page,
        "says": _in_a_sentence(plan),
        "wrong": plan.counts[WRONG],
        "strange": kept.problems.get("strange", []),
        "left_out": kept.problems.get("left_out", 0),
    }
    return render(request, "directory/bulk/upload.html", context)


def _is_in(row: Planned, view: str) -> bool:
    return bool(row.matches) if view == ALIKE else row.what == view


def _in_a_sentence(plan: Plan) -> str:
    """Of 300 rows, 296 are new, 2 change a listing, 1 changes nothing and 1 is wrong."""
    n = len(plan.rows)
    told = [
        (NEW, lambda n: ngettext("%(n)d is new", "%(n)d are new", n)),
        (CHANGED, lambda n: ngettext("%(n)d changes a listing", "%(n)d change a listing", n)),
        (SAME, lambda n: ngettext("%(n)d changes nothing", "%(n)d change nothing", n)),
        (LEFT_OUT, lambda n: ngettext("%(n)d is left out", "%(n)d are left out", n)),
        (WRONG, lambda n: ngettext("%(n)d is to be put right", "%(n)d are to be put right", n)),
    ]
    parts = [words(plan.counts[name]) % {"n": plan.counts[name]} for name, words in told if plan.counts[name]]
    whole = ngettext("Of %(n)d row", "Of %(n)d rows", n) % {"n": n}
    return f"{whole}: {', '.join(parts)}."


@requires("DIRECTORY_BULK", "R")
@require_safe
@never_cache
def wrong_rows(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The rows that are wrong, with what to put right beside each."""
    kept = get_object_or_404(Upload, pk=pk, by=request.user)
    wrong = [row for row in reading.plan(kept).rows if row.what == WRONG]
    data = writing.wrong_rows(kept.problems.get("headings", []), ((_why(row), row.texts) for row in wrong))
    return _as_file(HttpResponse(data, content_type="text/csv; charset=utf-8"), "rows-to-put-right.csv")


def _why(row: Planned) -> str:
    return "; ".join(f"{each.column}: {each.says}" for each in row.reading.problems)


@requires("DIRECTORY_BULK", "R")
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty sheet to fill in, that explains itself."""
    what = asked_what(request)
    if request.GET.get("as") == "xlsx":
        return _as_file(HttpResponse(writing.template_xlsx(what), content_type=SHEETS), f"template-{what}.xlsx")
    data = writing.template_csv(what)
    return _as_file(HttpResponse(data, content_type="text/csv; charset=utf-8"), f"template-{what}.csv")


def asked_what(request: HttpRequest) -> str:
    said = request.GET.get("what", "")
    return said if said in Upload.What.values else Upload.What.LISTINGS


def _as_file(response: Any, name: str) -> Any:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@requires("DIRECTORY_BULK", "R")
@require_safe
@never_cache
def export(request: HttpRequest) -> HttpResponse:
    """All listings, the online communities, or what a search finds. Written down as taken away."""
    exported(request)
    what = asked_what(request)
    return export_of(found.asked_for(request.GET, what), what, request.GET.get("as", "csv"), _is_editor(request))


def _is_editor(request: HttpRequest) -> bool:
    return may(request.user, "DIRECTORY_BULK", "R")


def export_of(services: QuerySet[Service], what: str, kind: str, private: bool) -> HttpResponse:
    name = f"{what}-{timezone.localdate().isoformat()}"
    columns = writing.columns_of(services, what)
    rows = writing.lines(services, columns, private=private)
    if kind == "xlsx":
        return _as_file(FileResponse(writing.xlsx_of(columns, rows), content_type=SHEETS), f"{name}.xlsx")
    stream = StreamingHttpResponse(writing.csv_of(columns, rows), content_type="text/csv; charset=utf-8")
    return _as_file(stream, f"{name}.csv")


@requires("DIRECTORY_BULK", "R")
@require_safe
def columns(request: HttpRequest) -> HttpResponse:
    """What each column is for, and by which other names it is known."""
    sheets = [(label, [column for column in of_sheet(what) if column.reads]) for what, label in Upload.What.choices]
    return render(request, "directory/bulk/columns.html", {"sheets": sheets})
