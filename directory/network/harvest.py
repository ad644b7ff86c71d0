"""The harvest of other directories in one table: how often each is read, what changed last, and which need somebody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from connect.people.access import requires
from directory.models import Feed, FeedRun
from directory.openreferral import feeds
from directory.openreferral.models import RunState

LATE = timedelta(hours=12)  # beyond its own hours: then the worker is away, or it hangs
WENT_WELL = (RunState.DONE, RunState.UNCHANGED, RunState.LEFT)
KEPT = 10  # last readings that are looked at


@dataclass(frozen=True)
class Line:
    """One feed. `failing` counts readings in a row that broke off; `since` is when it last went well."""

    feed: Feed
    last: FeedRun | None
    due: datetime | None
    failing: int
    since: datetime | None
    is_late: bool

    @property
    def needs_somebody(self) -> bool:
        return bool(self.failing) or self.is_late or (self.last is not None and self.last.state == RunState.STOPPED)


def lines() -> list[Line]:
    """Those that need somebody first. Two questions to the database, however many feeds."""
    rows = list(feeds.listed())
    runs: dict[int, list[FeedRun]] = {}
    for run in _last_runs([one.pk for one in rows]):
        runs.setdefault(run.feed_id, []).append(run)
    found = [_line(one, runs.get(one.pk, [])) for one in rows]
    return sorted(found, key=lambda line: (not line.needs_somebody, line.feed.name))


def _last_runs(keys: list[int]) -> QuerySet[FeedRun]:
    """The last few of each, without their long reports."""
    return FeedRun.objects.raw(
        """select r.* from unnest(%s::bigint[]) as f(id) cross join lateral (
           select id, feed_id, at, state, read, taken, changed, unchanged, refused, gone, conflicts, problem
           from directory_feedrun where feed_id = f.id order by at desc limit %s) r""",
        [keys, KEPT],
    )


def _line(feed: Feed, runs: list[FeedRun]) -> Line:
    well = next((at for at, run in enumerate(runs) if run.state in WENT_WELL), len(runs))
    failing = sum(run.state == RunState.PARTIAL for run in runs[:well])
    due = _due(feed)
    since = runs[well].at if well < len(runs) else None
    return Line(feed, runs[0] if runs else None, due, failing, since, _is_late(due))


def _due(feed: Feed) -> datetime | None:
    """When it is read next; None where only somebody's asking has it read."""
    if feed.asked_at:
        return feed.asked_at
    if feed.every_hours is None or not feed.address:
        return None
    after = (feed.read_at or timezone.now()) + timedelta(hours=feed.every_hours if feed.read_at else 0)
    return max(after, feed.not_before) if feed.not_before else after


def _is_late(due: datetime | None) -> bool:
    return due is not None and due + LATE < timezone.now()


def failing() -> int:
    """How many need somebody: a line of the desk."""
    return sum(line.needs_somebody for line in lines())


@requires("DIRECTORY_WORDS", "C")
@require_safe
def harvest(request: HttpRequest) -> HttpResponse:
    told = lines()
    context = {"lines": told, "wrong": [line for line in told if line.needs_somebody]}
    return render(request, "directory/network/harvest.html", context)


@requires("DIRECTORY_WORDS", "U")
@require_POST
def harvest_read(request: HttpRequest, feed: int) -> HttpResponse:
    """Read now, whatever its hours say."""
    feeds.ask(get_object_or_404(Feed.objects.exclude(address=""), pk=feed))
    messages.success(request, _("It is read within a minute or two."))
    return redirect("harvest")
