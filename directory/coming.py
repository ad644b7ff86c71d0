"""The days of the next three weeks beside each schedule, brought up to date each night."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from directory.models import Schedule, Service
from directory.schedule import note_coming

BATCH = 500


def refresh(schedules: QuerySet | None = None) -> int:
    """Write the days of those whose days have changed, a batch a transaction; returns how many that were."""
    return sum(_batch(keys) for keys in _keys(Schedule.objects.all() if schedules is None else schedules))


def _keys(schedules: QuerySet) -> Iterator[list[UUID]]:
    last = UUID(int=0)
    while keys := list(schedules.order_by("pk").filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield keys
        last = keys[-1]


def _batch(keys: list[UUID]) -> int:
    """Worked out without a lock first: on most nights most rows stay as they are."""
    changed = note_coming(Schedule.objects.filter(pk__in=keys))
    return _write([each.pk for each in changed], sorted({each.service_id for each in changed})) if changed else 0


@transaction.atomic
def _write(keys: list[UUID], services: list[UUID]) -> int:
    """Listings are locked before their times, as an editor does; then the index is written once for the whole batch."""
    list(Service.objects.select_for_update(no_key=True).filter(pk__in=services).order_by("pk").values_list("pk"))
    changed = note_coming(Schedule.objects.filter(pk__in=keys))
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.reindex', 'later', true)")
        Schedule.objects.bulk_update(changed, ["coming"])
        cursor.execute("select set_config('app.reindex', '', true)")
        cursor.execute("select directory_reindex(%s::uuid[])", [services])
    return len(changed)
