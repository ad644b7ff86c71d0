"""News of the searches that staff keep: one e-mail a person and day at most, about what their searches find anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import messages
from connect.messaging.states import Channel
from connect.one_by_one import one_by_one
from connect.people.access import scope
from connect.people.models import Membership, User
from directory.forms import SearchForm
from directory.models import SavedSearch, Service
from directory.search import Hit, search

MOST = 300  # listings a search is followed to; a search that finds more should be narrower
NAMED = 10  # in one e-mail


@dataclass(frozen=True)
class News:
    kept: SavedSearch
    found: list[UUID]
    new: list[UUID]


def found(query: str) -> list[UUID]:
    """What a kept search finds today, just as asked: nothing that it had to widen or let go of anything for."""
    form = SearchForm(QueryDict(query))
    return [hit.service.pk for hit in islice(_hits(form.asked()), MOST)] if form.is_valid() else []


def _hits(asked: dict[str, Any]) -> Iterator[Hit]:
    """Page after page, as somebody would turn them."""
    asked = asked | {"page": 1}
    while asked["page"]:
        results = search(**asked, all_words=True)
        if results.eased or results.widened:
            return
        yield from results.hits
        asked["page"] = results.page + 1 if results.page < results.pages else 0


def sweep() -> None:
    """Everybody in a transaction of their own: one that fails takes nobody else's news with it."""
    with acting_as("reminders"):
        people = list(waiting())
    one_by_one(people, tell, "news of searches for", job="reminders")


def tell(person: User) -> bool:
    """Whether there was news, and it is on its way. What is told is told once."""
    news = [_news(kept) for kept in SavedSearch.objects.select_for_update().filter(user=person, alerts=True)]
    new = list(dict.fromkeys(each for one in news for each in one.new))
    if new and may_have(person):
        _write(person, new, [one.kept for one in news if one.new])
    for one in news:
        _remember(one)
    return bool(new)


def waiting() -> Iterable[User]:
    """Those who want news, and have not been told today."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    due = SavedSearch.objects.filter(alerts=True).exclude(looked_at__gte=today)
    return User.objects.filter(pk__in=due.values("user"), is_active=True).order_by("pk")


def may_have(person: User) -> bool:
    """Still here, in some role that keeps searches."""
    roles = Membership.objects.current().filter(user=person).values_list("role", flat=True)
    return any(scope(role, "SAVED_SEARCH", "R") is not None for role in roles)


def _news(kept: SavedSearch) -> News:
    now = found(kept.query)
    return News(kept, now, [each for each in now if each not in set(kept.seen)])


def _write(person: User, new: list[UUID], searches: list[SavedSearch]) -> None:
    """Without the names of the searches, which may say for whom they are kept, and without their words."""
    names = list(Service.objects.filter(pk__in=new).order_by("name").values_list("name", flat=True))
    messages.queue(
        recipient_key=person.pk,
        cause=f"saved searches {timezone.localdate()}",
        channel=Channel.EMAIL,
        to=person.email,
        template="saved_searches",
        context={
            "names": names[:NAMED],
            "more": max(len(names) - NAMED, 0),
            "total": len(names),
            "addresses": [f"{settings.SITE_URL}{kept.get_absolute_url()}" for kept in searches],
            "all": f"{settings.SITE_URL}/saved-searches/",
        },
    )


def _remember(one: News) -> None:
    """What it found before stays known: a listing that is shut for a while is no news when it opens again."""
    one.kept.seen = list(dict.fromkeys([*one.found, *one.kept.seen]))[: 2 * MOST]
    one.kept.looked_at = timezone.now()
    one.kept.save(update_fields=["seen", "looked_at"])
