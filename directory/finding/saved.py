"""Pages of the searches that staff keep: one's own, and nobody else's."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import requires
from directory import search, sentences
from directory.finding import actions, alerts
from directory.finding.forms import ChangeForm, KeepForm
from directory.finding.ways import of_ours
from directory.forms import SearchForm
from directory.models import SavedSearch


@requires("SAVED_SEARCH")
@require_safe
@never_cache
def saved_searches(request: HttpRequest) -> HttpResponse:
    kept = SavedSearch.objects.visible_to(request.user)
    return render(request, "directory/finding/saved_searches.html", {"searches": kept})


@requires("SAVED_SEARCH")
@require_safe
@never_cache
def saved_search(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where an e-mail leads: the search as it was kept, found afresh."""
    kept = _mine(request, pk)
    return redirect(f"{reverse('search')}?{kept.query}")


@requires("SAVED_SEARCH", "C")
@form_page
@never_cache
def keep_search(request: HttpRequest) -> HttpResponse:
    """A name, and whether to be told what is new. Sent twice, it is kept once."""
    if request.method == "POST":
        form = KeepForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            now = alerts.found(said["query"])
            kept = actions.keep_search(by=request.user, seen=now, **said)
            messages.success(request, _("“%(name)s” is kept.") % {"name": kept.name})
            return redirect("saved_searches")
        return render(request, "directory/finding/keep_search.html", {"form": form}, status=422)
    query = of_ours(request.GET)
    if not query:
        return redirect("search")
    form = KeepForm(initial={"query": query, "name": _told(query)})
    return render(request, "directory/finding/keep_search.html", {"form": form, "query": query})


@requires("SAVED_SEARCH", "U")
@form_page
@never_cache
def change_search(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    kept = _mine(request, pk)
    form = ChangeForm(request.POST or None, initial={"name": kept.name, "alerts": kept.alerts})
    if request.method == "POST" and form.is_valid():
        now = alerts.found(kept.query) if form.cleaned_data["alerts"] and not kept.alerts else ()
        actions.change_search(kept, by=request.user, seen=now, **form.cleaned_data)
        return redirect("saved_searches")
    status = 422 if request.method == "POST" else 200
    return render(request, "directory/finding/change_search.html", {"form": form, "kept": kept}, status=status)


@requires("SAVED_SEARCH", "D")
@require_POST
@never_cache
def drop_search(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    kept = _mine(request, pk)
    actions.drop_search(kept, by=request.user)
    messages.success(request, _("“%(name)s” is no longer kept.") % {"name": kept.name})
    return redirect("saved_searches")


def _mine(request: HttpRequest, pk: uuid.UUID) -> SavedSearch:
    return get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)


def _told(query: str) -> str:
    """A name to begin with: what the page said it was looking for, without how many there were."""
    form = SearchForm(QueryDict(query))
    form.is_valid()
    asked = form.asked()
    words = search.read(asked["words"]).told if asked.get("words") else ""
    near = asked.get("near")
    place = sentences.name(near) if near else ""
    parts = {"words": words[:1].upper() + words[1:], "place": place}
    if words and place:
        return _("%(words)s near %(place)s") % parts
    return parts["words"] or (_("Near %(place)s") % parts if place else "")
