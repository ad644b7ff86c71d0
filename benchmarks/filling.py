"""The invented country into the database: rows by COPY, then the index a batch at a time, as a long import does it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from time import perf_counter
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import DateTimeField, Field, Model
from django.utils import timezone

from benchmarks import invented
from benchmarks.invented import Listing
from connect.identity import acting_as
from connect.people.models import Organisation
from connect.places.models import Postcode
from directory.models import Location, Schedule, Service, ServiceAtLocation
from directory.recurrence import COMING

BATCH = 5000
CHECKED = datetime(2026, 1, 5, tzinfo=UTC)

Row = dict[str, object]


@dataclass
class Filled:
    """Seconds."""

    copying: float = 0
    reindexing: float = 0


def postcodes() -> None:
    with acting_as("import"):
        copy(Postcode, ({"postcode": code, "easting": e, "northing": n} for code, e, n in invented.postcodes()))


def fill(listings: Iterable[Listing]) -> Filled:
    filled, waiting = Filled(), iter(listings)
    while batch := tuple(islice(waiting, BATCH)):
        with acting_as("import"), connection.cursor() as cursor:
            began = perf_counter()
            cursor.execute("select set_config('app.reindex', 'later', true)")
            _copy(batch)
            copied = perf_counter()
            cursor.execute("select directory_reindex(%s::uuid[])", [[listing.key for listing in batch]])
            cursor.execute("select set_config('app.reindex', '', true)")
            filled.copying += copied - began
            filled.reindexing += perf_counter() - copied
    weigh()
    return filled


def weigh() -> None:
    """How common each word is, counted as after any long import."""
    with acting_as("import"), connection.cursor() as cursor:
        cursor.execute("select directory_weigh()")


def _copy(batch: tuple[Listing, ...]) -> None:
    told = {_organisation(listing.organisation): f"Organisation {listing.organisation}" for listing in batch}
    known = set(Organisation.objects.filter(pk__in=told).values_list("pk", flat=True))
    copy(Organisation, ({"id": key, "name": name} for key, name in told.items() if key not in known))
    for model, rows_of in ROWS.items():
        copy(model, (row for listing in batch for row in rows_of(listing)))


def copy(model: type[Model], rows: Iterable[Row]) -> None:
    """What a row leaves out is what the model would put there."""
    usual = {each: _usual(each) for each in model._meta.concrete_fields if not (each.generated or each.db_returning)}
    columns = ", ".join(f'"{each.column}"' for each in usual)
    with connection.cursor() as cursor, cursor.copy(f"copy {model._meta.db_table} ({columns}) from stdin") as into:
        for row in rows:
            into.write_row([row.get(each.attname, value) for each, value in usual.items()])


def _usual(each: Field) -> object:
    is_now = isinstance(each, DateTimeField) and (each.auto_now or each.auto_now_add)
    return timezone.now() if is_now else each.get_db_prep_save(each.get_default(), connection)


def _organisation(number: int) -> UUID:
    return UUID(int=number, version=4)


# A listing's rows, table by table


def _service(listing: Listing) -> Iterator[Row]:
    yield {
        "id": listing.key, "organisation_id": _organisation(listing.organisation), "name": listing.name,
        "summary": listing.summary, "description": listing.description, "kind": listing.kind,
        "attending": listing.attending, "reach_metres": listing.reach, "free": listing.free, "verified_at": CHECKED,
    }  # fmt: skip


def _needs(listing: Listing) -> Iterator[Row]:
    return ({"service_id": listing.key, "need_id": code} for code in listing.needs)


def _locations(listing: Listing) -> Iterator[Row]:
    for place in listing.places:
        spot = {"easting": place.easting, "northing": place.northing, "step_free": place.step_free}
        yield spot | {"id": place.key, "name": f"{place.town} Hall", "city": place.town}


def _at_locations(listing: Listing) -> Iterator[Row]:
    return ({"id": uuid4(), "service_id": listing.key, "location_id": place.key} for place in listing.places)


def _schedules(listing: Listing) -> Iterator[Row]:
    hours = {"opens_at": time(listing.opens), "closes_at": time(listing.opens + 2)}
    coming = [day for day in _soon() if invented.DAYS[day.weekday()] in listing.days]
    yield hours | {"id": uuid4(), "service_id": listing.key, "byday": ",".join(listing.days), "coming": coming}


@cache
def _soon() -> list[date]:
    """As every save of a timetable writes them down."""
    return [timezone.localdate() + timedelta(days=ahead) for ahead in range(COMING.days + 1)]


ROWS: dict[type[Model], Callable[[Listing], Iterator[Row]]] = {
    Service: _service,
    Service.needs.through: _needs,
    Location: _locations,
    ServiceAtLocation: _at_locations,
    Schedule: _schedules,
}
