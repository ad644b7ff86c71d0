"""The editor's pages of words: a table each, one form a line."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.forms import form_page
from connect.people.access import may, requires
from directory import words as reading
from directory.models import SchoolTerm
from directory.wording import actions
from directory.wording.forms import LineForm
from directory.wording.tables import TABLES, Table

A_PAGE = 25


@requires("DIRECTORY_WORDS", "U")
@form_page
def desk_words(request: HttpRequest, table: str = "synonyms") -> HttpResponse:
    shown = TABLES.get(table)
    if shown is None:
        raise Http404
    wrong = _taken(request, shown) if request.method == "POST" else None
    if request.method == "POST" and wrong is None:
        return redirect(request.get_full_path())
    page = _rows(request, shown)
    context = {
        "here": table,
        "table": shown,
        "words": request.GET.get("q", ""),
        "page": page,
        "lines": [(row, _form(shown, row, wrong)) for row in page],
        "new": None if shown.is_closed else _form(shown, None, wrong),
        "wrong": wrong,
        "tried": _tried(request) if table == "synonyms" else None,
        "last_term": SchoolTerm.objects.order_by("ends_on").last() if table == "terms" else None,
    }
    return render(request, "directory/wording/desk_words.html", context)


def _rows(request: HttpRequest, table: Table) -> Page:
    rows = table.rows(reading.clean(request.GET.get("q", ""))[:80])
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))


def _form(table: Table, row: models.Model | None, wrong: LineForm | None) -> LineForm:
    """The line that was wrong stands as it was typed."""
    prefix = _prefix(row)
    if wrong is not None and wrong.prefix == prefix:
        return wrong
    return table.form(prefix=prefix, instance=row)


def _prefix(row: models.Model | None) -> str:
    """The key may hold anything somebody says: "men's shed" names no field."""
    return f"row-{str(row.pk).encode().hex()}" if row else "new"


def _taken(request: HttpRequest, table: Table) -> LineForm | None:
    """Do what was pressed; the form again where it could not be done."""
    do: dict[str, Callable[[HttpRequest, Table], LineForm | None]] = {"add": _add, "save": _save, "delete": _delete}
    if request.POST.get("do") not in do:
        raise Http404
    return do[request.POST["do"]](request, table)


def _add(request: HttpRequest, table: Table) -> LineForm | None:
    if table.is_closed:
        raise Http404
    return _written(request, table.form(request.POST, prefix="new"))


def _save(request: HttpRequest, table: Table) -> LineForm | None:
    row = _row(request, table)
    return _written(request, table.form(request.POST, prefix=_prefix(row), instance=row))


def _written(request: HttpRequest, form: LineForm) -> LineForm | None:
    if not form.is_valid():
        return form
    row = actions.write(form)
    messages.success(request, _("“%(line)s” is saved, and counts from now on.") % {"line": _named(row)})
    return None


def _delete(request: HttpRequest, table: Table) -> LineForm | None:
    if table.is_closed or not may(request.user, "DIRECTORY_WORDS", "D"):
        raise Http404
    row = _row(request, table)
    said = {"line": _named(row)}
    try:
        actions.take_away(row)
    except actions.InUse as used:
        n = used.listings
        refused = ngettext("One listing says it is “%(line)s”.", "%(n)d listings say they are “%(line)s”.", n)
        return _refused(table, row, refused % (said | {"n": n}))
    messages.success(request, _("“%(line)s” is gone.") % said)
    return None


def _refused(table: Table, row: models.Model, why: str) -> LineForm:
    data: dict[str, Any] = {}
    blank = table.form(prefix=_prefix(row), instance=row)
    for name, field in blank.fields.items():
        data[blank.add_prefix(name)] = field.prepare_value(blank.get_initial_for_field(field, name))
    form = table.form(data, prefix=_prefix(row), instance=row)
    form.add_error(None, f"{why} {_('Take it off them first.')}")
    return form


def _row(request: HttpRequest, table: Table) -> models.Model:
    try:
        return table.model._default_manager.get(pk=request.POST.get("row", ""))
    except (table.model.DoesNotExist, ValueError):
        raise Http404 from None


def _named(row: models.Model) -> str:
    return getattr(row, "said", "") or str(row)


def _tried(request: HttpRequest) -> reading.Reading | None:
    said = request.GET.get("try", "")
    return reading.read(said) if said.strip() else None
