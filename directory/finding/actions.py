"""What is written when people look for something: a gap, a count of what was not found, a search that is kept."""

import logging
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from connect.people.models import User
from connect.places.models import Area
from directory.models import Gap, Need, SavedSearch, Service
from directory.states import Source

log = logging.getLogger(__name__)

# One statement for a whole search. Its rows come in order, so that two searches never wait for each other crosswise.
COUNT = """
insert into directory_unfound (id, day, area_id, words, eased, times)
select id, %(day)s, %(area)s, words, %(eased)s, 1 from unnest(%(ids)s::uuid[], %(words)s::text[]) line (id, words)
on conflict (day, area_id, words, eased) do update set times = directory_unfound.times + 1
"""


def note_gap(
    *,
    by: User | None = None,
    source: str = Source.SEARCH,
    reason: str = "",
    need: Need | None = None,
    area: Area | None = None,
    service: Service | None = None,
    words: str = "",
    made: Mapping[str, Any] | None = None,
) -> Gap:
    """Something was missing. `made` are the columns of the KeyedForm that told us; its key makes one row only."""
    gap = Gap(
        source=source, reason=reason, need=need, area=area, service=service, words=words.strip(), by=by, **(made or {})
    )
    # Whoever tells us may not read what others told: nothing comes back, and a second row of that key is no error.
    Gap.objects.bulk_create([gap], ignore_conflicts=True)
    return gap


def read_gap(gap: Gap, *, by: User) -> None:
    """An editor has read it; the first who did is named."""
    Gap.objects.filter(pk=gap.pk, read_at=None).update(read_by=by, read_at=timezone.now())


def count_unfound(lines: Iterable[str], *, why: str, area: Area | None) -> None:
    """Once more today. A count must never cost somebody their page: a failure is put down in the log, in no words."""
    if not (words := sorted(lines)):
        return
    values = {"day": timezone.localdate(), "area": area and area.pk, "eased": why, "words": words}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(COUNT, values | {"ids": [uuid.uuid4() for _word in words]})
    except DatabaseError:
        log.warning("a search that found nothing was not counted")


def keep_search(
    *, by: User, key: uuid.UUID, name: str, query: str, alerts: bool, seen: Iterable[uuid.UUID] = ()
) -> SavedSearch:
    """The search this key made, now or before. `seen` is what it finds today, so that only what is new is told."""
    kept = SavedSearch(
        pk=key, user=by, name=name, query=query, alerts=alerts, seen=list(seen), looked_at=timezone.now()
    )
    SavedSearch.objects.bulk_create([kept], ignore_conflicts=True)
    return SavedSearch.objects.visible_to(by).get(pk=key)


def change_search(kept: SavedSearch, *, by: User, name: str, alerts: bool, seen: Iterable[uuid.UUID] = ()) -> None:
    """Call it something else; switch its news on or off. Switched on, what is there today is no news."""
    if alerts and not kept.alerts:
        kept.seen, kept.looked_at = list(seen), timezone.now()
    kept.name, kept.alerts = name, alerts
    kept.save(update_fields=["name", "alerts", "seen", "looked_at"])


def drop_search(kept: SavedSearch, *, by: User) -> None:
    SavedSearch.objects.visible_to(by).filter(pk=kept.pk).delete()
