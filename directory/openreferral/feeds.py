"""What editors do with feeds: add one, change its terms, have it read, answer for what would go."""

from typing import Any

from django.db import transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from directory.models import Feed, FeedRun, Service
from directory.states import Decision, Via

OPEN = Q(change_requests__via=Via.FEED, change_requests__state__in=[Decision.WAITING, Decision.SECOND])


def listed() -> QuerySet[Feed]:
    """Each with how many listings it has here, and how the last reading went."""
    last = FeedRun.objects.filter(feed=OuterRef("pk"))
    here = Q(services__left_feed_at=None, services__merged_into=None)
    return Feed.objects.annotate(
        listings=Count("services", filter=here),
        state=Subquery(last.values("state")[:1]),
        at=Subquery(last.values("at")[:1]),
    )


def conflicts(feed: Feed) -> QuerySet[Service]:
    """Listings of which the feed says something else than people here do."""
    return Service.objects.filter(OPEN, feed=feed).distinct()


def left(feed: Feed) -> QuerySet[Service]:
    return Service.objects.filter(feed=feed, merged_into=None).exclude(left_feed_at=None).order_by("name")


@transaction.atomic
def add(name: str, **said: Any) -> Feed:
    """Read for the first time at the next pulse. The same twice is one."""
    feed, made = Feed.objects.get_or_create(name=name, defaults=said)
    if made:
        ask(feed)
    return feed


@transaction.atomic
def change(feed: Feed, **said: Any) -> None:
    """Another address is another server, which has given us nothing yet."""
    if said["address"] != feed.address:
        feed.answers.all().delete()
        feed.not_before = None
    for name, value in said.items():
        setattr(feed, name, value)
    feed.save(update_fields=[*said, "not_before"])


def ask(feed: Feed) -> None:
    Feed.objects.filter(pk=feed.pk).update(asked_at=timezone.now())
