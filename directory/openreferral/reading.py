"""Reading the feeds whose time has come: one reader to a feed, what the server said kept for the next time."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import DurationField, ExpressionWrapper, F, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import Feed, FeedAnswer, FeedRun
from directory.openreferral import actions, feed
from directory.openreferral.feed import Stored, Unreadable
from directory.openreferral.meaning import Meanings
from directory.openreferral.models import RunState
from directory.openreferral.record import READER

FORGOTTEN = timedelta(hours=6)  # a reader that has not come back by then has died
HOUR = Value(timedelta(hours=1), output_field=DurationField())
log = logging.getLogger(__name__)


def due(now: datetime) -> QuerySet[Feed]:
    """Those somebody asked for; and those whose hours have gone by, unless their server asked us to wait."""
    every = ExpressionWrapper(F("every_hours") * HOUR, output_field=DurationField())
    rested = Q(not_before=None) | Q(not_before__lte=now)
    regular = Q(every_hours__isnull=False) & (Q(read_at=None) | Q(read_at__lte=now - every)) & rested
    free = Q(reading_since=None) | Q(reading_since__lte=now - FORGOTTEN)
    return Feed.objects.filter(free, Q(asked_at__isnull=False) | regular).exclude(address="")


def sweep() -> int:
    """Read all that are due, one after the other. What goes wrong with one is no other's trouble."""
    keys = list(due(timezone.now()).values_list("pk", flat=True))
    for key in keys:
        try:
            read(key)
        except Exception as problem:  # whatever a feed holds, the next one is still read
            log.error("feed %s: %s", key, type(problem).__name__)
    return len(keys)


def read(key: int, *, allow_local: bool = False) -> bool:
    """Read one feed to its end, or as far as it goes. False where somebody else is reading it."""
    if not _claim(key):
        return False
    one = Feed.objects.get(pk=key)
    reader = f"{READER} {Meanings().digest}"
    source = None
    try:
        _sealed(one.address, allow_local)
        source = feed.Feed(one.address, allow_local=allow_local, stored=_stored(one, reader))
        for _outcome in actions.take(one.name, source.records()):
            pass
    except Unreadable as problem:
        if source is None:
            _note(one, str(problem))  # otherwise the run has said so
    except Exception as problem:
        source = None  # what it had given us may not have been kept
        _note(one, _("Something went wrong on our side (%(kind)s)") % {"kind": type(problem).__name__})
        raise
    finally:
        _release(one, source, reader)
    return True


def _sealed(address: str, allow_local: bool) -> None:
    """What comes unsealed anybody on the way may have written. Only a machine of our own may be asked like that."""
    if urlsplit(address).scheme != "https" and not allow_local:
        raise Unreadable(_("%(address)s does not begin with https://") % {"address": address})


def _note(one: Feed, problem: str) -> None:
    FeedRun.objects.create(feed=one, state=RunState.PARTIAL, problem=problem[:500])
    Feed.objects.filter(pk=one.pk).update(read_at=timezone.now())


def _claim(key: int) -> bool:
    now = timezone.now()
    free = Q(reading_since=None) | Q(reading_since__lte=now - FORGOTTEN)
    with transaction.atomic():
        return bool(Feed.objects.filter(free, pk=key).update(reading_since=now, asked_at=None))


def _stored(one: Feed, reader: str) -> dict[str, Stored]:
    """Only what was read as it would be read now."""
    rows = FeedAnswer.objects.filter(feed=one, reader=reader)
    return {row.address: Stored(row.etag, row.last_modified, tuple(row.records), row.last_page) for row in rows}


@transaction.atomic
def _release(one: Feed, source: feed.Feed | None, reader: str) -> None:
    wait = source.wait if source else timedelta()
    if source:
        FeedAnswer.objects.filter(feed=one).delete()
        FeedAnswer.objects.bulk_create(_answers(one, source, reader))
    Feed.objects.filter(pk=one.pk).update(reading_since=None, not_before=timezone.now() + wait if wait else None)


def _answers(one: Feed, source: feed.Feed, reader: str) -> Iterator[FeedAnswer]:
    for address, said in source.said.items():
        yield FeedAnswer(feed=one, address=address, reader=reader, **said._asdict() | {"records": list(said.records)})
