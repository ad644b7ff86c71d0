"""Listings that left their feed: noted, never deleted; and where most of them left, somebody is asked first."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from connect.people.models import User
from directory.models import Feed, FeedRun, Service
from directory.openreferral.models import RunState
from directory.states import Status


class Settled(Exception):
    """Somebody has answered already, or a later reading has."""


def held(feed: Feed) -> QuerySet[Service]:
    """What we have of a feed and believe to be in it."""
    return Service.objects.filter(feed=feed, left_feed_at=None, merged_into=None).exclude(status=Status.DEFUNCT)


def note(run: FeedRun, seen: set[str]) -> None:
    """After a whole reading: who is not there any more. More than half of them is more likely the feed's mistake."""
    listings = dict(held(run.feed).values_list("source_id", "pk"))
    gone = {pk for source_id, pk in listings.items() if source_id not in seen}
    new = gone - _left_as_it_was(run.feed)
    if len(new) * 2 > len(listings) - len(gone) + len(new):
        run.state, run.would_go = RunState.STOPPED, sorted(gone)
        return
    run.gone = _mark(held(run.feed).filter(pk__in=new))


def _left_as_it_was(feed: Feed) -> set[UUID]:
    """Those somebody has already been asked about, and said: leave it."""
    last = feed.runs.filter(state=RunState.LEFT).first()
    return set(last.would_go) if last else set()


def _mark(gone: QuerySet[Service]) -> int:
    """Unconfirmed from now on: its day to be checked has come. That it has closed, only an editor says."""
    yesterday = timezone.localdate() - timedelta(days=1)
    due = Least(Coalesce(F("check_by"), Value(yesterday)), Value(yesterday))
    return gone.update(left_feed_at=timezone.now(), check_by=due)


def came_back(feed: Feed, seen: set[str]) -> None:
    Service.objects.filter(feed=feed, source_id__in=seen).exclude(left_feed_at=None).update(left_feed_at=None)


@transaction.atomic
def go_on(run: FeedRun, *, by: User) -> int:
    """They really are gone: an editor says so, and is named with it."""
    _claim(run)
    run.gone = _mark(held(run.feed).filter(pk__in=run.would_go))
    run.state, run.agreed_by, run.agreed_at = RunState.DONE, by, timezone.now()
    run.save(update_fields=["gone", "state", "agreed_by", "agreed_at"])
    return run.gone


@transaction.atomic
def leave(run: FeedRun, *, by: User) -> None:
    """The feed is mistaken: nothing is marked, and these are not asked about again."""
    _claim(run)
    run.state, run.agreed_by, run.agreed_at = RunState.LEFT, by, timezone.now()
    run.save(update_fields=["state", "agreed_by", "agreed_at"])


def _claim(run: FeedRun) -> None:
    """The row as it is now; a later whole reading has asked anew or found them again."""
    run.refresh_from_db(from_queryset=FeedRun.objects.select_for_update(of=("self",)))
    if run.state != RunState.STOPPED or is_overtaken(run):
        raise Settled


def is_overtaken(run: FeedRun) -> bool:
    later = run.feed.runs.filter(at__gt=run.at).exclude(state=RunState.PARTIAL)
    return later.exclude(pk=run.pk).exists()
