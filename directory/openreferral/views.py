"""Editors' pages about feeds: which there are, how each was read, and what somebody has to answer for."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from connect.forms import form_page
from connect.people.access import requires
from directory.models import Feed, FeedRun, Service
from directory.openreferral import feeds, leaving, published
from directory.openreferral.forms import FeedForm
from directory.openreferral.models import RunState

LINES = 50  # on a page
RUNS = 20


@requires("DIRECTORY_WORDS", "C")
@form_page
def desk_feeds(request: HttpRequest) -> HttpResponse:
    form = FeedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        feed = feeds.add(form.cleaned_data["name"], **form.said())
        messages.success(
            request, _("It is read for the first time within a minute or two. This page says how it went.")
        )
        return redirect("desk_feed", feed.pk)
    return render(request, "directory/openreferral/desk_feeds.html", {"form": form, "feeds": feeds.listed()})


@requires("DIRECTORY_WORDS", "U")
@form_page
def desk_feed(request: HttpRequest, feed: int) -> HttpResponse:
    one = get_object_or_404(feeds.listed(), pk=feed)
    form = FeedForm(request.POST if request.method == "POST" else None, feed=one)
    if request.method == "POST" and form.is_valid():
        feeds.change(one, **form.said())
        messages.success(request, _("Saved."))
        return redirect("desk_feed", one.pk)
    page = {
        "feed": one,
        "form": form,
        "runs": one.runs.select_related("agreed_by")[:RUNS],
        "conflicts": feeds.conflicts(one)[:LINES],
        "left": feeds.left(one)[:LINES],
        "passes_on": published.passes_on(one),
    }
    return render(request, "directory/openreferral/desk_feed.html", page)


@requires("DIRECTORY_WORDS", "U")
@require_POST
def desk_feed_read(request: HttpRequest, feed: int) -> HttpResponse:
    one = get_object_or_404(Feed.objects.exclude(address=""), pk=feed)
    feeds.ask(one)
    messages.success(request, _("It is read within a minute or two. This page says how it went."))
    return redirect("desk_feed", one.pk)


@requires("DIRECTORY_WORDS", "R")
@require_safe
def desk_feed_run(request: HttpRequest, pk: object) -> HttpResponse:
    run = get_object_or_404(FeedRun.objects.select_related("feed", "agreed_by"), pk=pk)
    going = Service.objects.filter(pk__in=run.would_go).order_by("name", "pk")
    page = {
        "run": run,
        "lines": Paginator(run.report, LINES).get_page(request.GET.get("page")),
        "going": going,
        "asks": run.state == RunState.STOPPED and not leaving.is_overtaken(run),
    }
    return render(request, "directory/openreferral/desk_feed_run.html", page)


@requires("DIRECTORY_WORDS", "U")
@require_POST
def desk_feed_settle(request: HttpRequest, pk: object) -> HttpResponse:
    run = get_object_or_404(FeedRun, pk=pk)
    try:
        _settle(request, run)
    except leaving.Settled:
        messages.error(request, _("This has been answered, or the feed has been read again since."))
    return redirect("desk_feed_run", run.pk)


def _settle(request: HttpRequest, run: FeedRun) -> None:
    do = request.POST.get("do")
    if do == "go_on":
        n = leaving.go_on(run, by=request.user)
        told = ngettext("One listing is marked as gone from its feed.", "%(n)d listings are marked as gone.", n)
        messages.success(request, told % {"n": n})
    elif do == "leave":
        leaving.leave(run, by=request.user)
        messages.success(request, _("Nothing is marked. You will not be asked about these again."))
    else:
        raise Http404
