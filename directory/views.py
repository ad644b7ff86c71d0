"""The search page, which anybody may read."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from connect.people.access import public
from directory import forms, sentences, ward_map
from directory import search as searching
from directory.forms import SearchForm
from directory.search import Results

FILTERS = (*forms.TICKS, "need", "day", "kind", "within")
FEW = 4
A_FEW = 5  # of what else there is, under words that nothing knows


@dataclass(frozen=True)
class Tick:
    """A filter as the panel shows it: what it is called, whether it is on, and how many it would leave."""

    name: str
    value: str
    label: str
    on: bool
    count: int
    without: str  # the address with this one taken off


@dataclass(frozen=True)
class Group:
    label: str
    ticks: list[Tick]


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    form.is_valid()
    asked, query = form.asked(), form.data
    results = searching.search(**asked)
    near = asked.get("near")
    groups = _groups(form, query, results.facets)
    hits = results.hits[:A_FEW] if results.is_else else results.hits
    page = {
        "form": form,
        "results": results,
        "hits": hits,
        "near": near,
        "heading": sentences.heading(results, near),
        "instead": sentences.instead(results, near, asked.get("within")),
        "groups": groups,
        "on": [tick for group in groups for tick in group.ticks if tick.on],
        "only": _only(query),
        "kept": _kept(query),
        "clear": _clear(query),
        "everything": _everything(query),
        "came": of_ours(query),
        "farther": _farther(query, results) if near else None,
        "is_asked": any(query.values()),
        "map": ward_map.draw((*hits, *results.farther), near),
    }
    return render(request, "directory/search.html", page)


def of_ours(query: QueryDict) -> str:
    """Of a query, only what our own search asks."""
    ours = QueryDict(mutable=True)
    for name in SearchForm.base_fields:
        ours.setlist(name, [value for value in query.getlist(name) if value])
    return ours.urlencode()


def _groups(form: SearchForm, query: QueryDict, facets: dict[str, int]) -> list[Group]:
    """The panel, group by group. What would leave nothing is left out, unless it is on."""
    groups = [
        Group(_("What you would like"), _ticks(form, query, facets, "need", "need:")),
        Group(_("When"), _ticks(form, query, facets, "day", "day:")),
        Group(_("Good to know"), [_tick(form, query, facets, name) for name in forms.TICKS]),
        Group(_("What kind"), _ticks(form, query, facets, "kind", "kind:")),
    ]
    offered = [Group(group.label, [tick for tick in group.ticks if tick.count or tick.on]) for group in groups]
    return [group for group in offered if group.ticks]


def _ticks(form: SearchForm, query: QueryDict, facets: dict[str, int], name: str, prefix: str) -> list[Tick]:
    on = form.cleaned_data.get(name, ())
    return [
        Tick(name, value, str(label), value in on, facets.get(prefix + value, 0), _without(query, name, value))
        for value, label in form.fields[name].choices
    ]


def _tick(form: SearchForm, query: QueryDict, facets: dict[str, int], name: str) -> Tick:
    on = bool(form.cleaned_data.get(name))
    return Tick(name, "on", str(form.fields[name].label), on, facets.get(name, 0), _without(query, name, None))


def _without(query: QueryDict, name: str, value: str | None) -> str:
    left = query.copy()
    left.pop("page", None)
    left.setlist(name, [each for each in left.getlist(name) if value is not None and each != value])
    return f"?{left.urlencode()}"


def _only(query: QueryDict) -> str:
    """The address that takes the words exactly as typed."""
    exact = query.copy()
    exact.pop("page", None)
    exact["exact"] = "on"
    return f"?{exact.urlencode()}"


def _farther(query: QueryDict, results: Results) -> tuple[str, str] | None:
    """Where little was found, the address that looks farther, and how far that is."""
    miles = next((each for each, _label in forms.WITHIN if float(each) > (results.miles or 1000)), None)
    if results.total > FEW or miles is None:
        return None
    wider = query.copy()
    wider.pop("page", None)
    wider["within"] = miles
    return f"?{wider.urlencode()}", sentences.miles(float(miles))


def _kept(query: QueryDict) -> list[tuple[str, str]]:
    """The filters, which the form of the two questions carries along."""
    return [(name, value) for name in FILTERS for value in query.getlist(name) if value]


def _clear(query: QueryDict) -> str:
    left = query.copy()
    for name in (*FILTERS, "page"):
        left.pop(name, None)
    return f"?{left.urlencode()}"


def _everything(query: QueryDict) -> str:
    """The address without the words: the filters and the place stay."""
    left = query.copy()
    for name in ("q", "exact", "page"):
        left.pop(name, None)
    return f"?{left.urlencode()}"
