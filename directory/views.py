"""The search page, which anybody may read."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from connect.people.access import may, public
from connect.places.find import Spot
from directory import search as searching
from directory import sentences, ward_map
from directory.finding import actions, cards, live_map, panel, shut, unfound, ways
from directory.finding.ways import of_ours
from directory.forms import SearchForm
from directory.search import Hit, Results

A_FEW = 5  # of what else there is, under words that nothing knows


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    form.is_valid()
    asked, query = form.asked(), form.data
    results = searching.search(**asked, staff=getattr(request.user, "acting", None) is not None)
    near = asked.get("near")
    hits = results.hits[:A_FEW] if results.is_else else results.hits
    actions.count_unfound(
        unfound.kept(results, form.cleaned_data), why=unfound.why(results), area=near.ward if near else None
    )
    page = {
        "form": form,
        "results": results,
        "cards": cards.of(hits),
        "farther_cards": cards.of(results.farther),
        "shut_cards": cards.of(shut.named(results, len(hits) + len(results.farther))),
        "near": near,
        "heading": sentences.heading(results, near),
        "order": sentences.order(results, near, form.cleaned_data.get("sort", "")),
        "instead": sentences.instead(results, near, asked.get("within")),
        "is_asked": any(query.values()),
        "may_keep": may(request.user, "SAVED_SEARCH", "C"),
        "signed_in": request.user.is_authenticated,
        **_filters(form, query, results),
        **_ways(query, results, near),
        **_maps((*hits, *results.farther), near),
    }
    return render(request, "directory/search.html", page)


def _filters(form: SearchForm, query: QueryDict, results: Results) -> dict[str, Any]:
    groups = panel.groups(form, query, results.facets)
    return {
        "groups": groups,
        "chips": panel.chips(form, query, groups),
        "quick": panel.quick(groups, query),
        "orders": ways.orders(query, form.cleaned_data),
        "kept": ways.kept(query, [*ways.filters(), "sort"]),
        "clear": ways.bare(query, ways.filters()),
    }


def _ways(query: QueryDict, results: Results, near: Spot | None) -> dict[str, Any]:
    return {
        "only": ways.instead(query, "exact", "on"),
        "everything": ways.bare(query, ("q", "exact")),
        "farther": ways.farther(query, results) if near else None,
        "came": of_ours(query),
    }


def _maps(hits: Iterable[Hit], near: Spot | None) -> dict[str, Any]:
    """Drawn by the server for everybody; and what a script makes a map of that moves."""
    hits = list(hits)
    drawn = ward_map.draw(hits, near)
    return {"map": drawn, "live_map": live_map.of(hits, near, drawn is not None)}
