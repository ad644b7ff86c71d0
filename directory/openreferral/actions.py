"""Taking the records of a feed into the directory: each on its own, so that a bad one stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import islice
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.people.models import Organisation
from connect.places.models import Postcode
from directory.models import Feed, Location, Need, Schedule, Service, ServiceAtLocation
from directory.openreferral import record
from directory.openreferral.feed import Unreadable
from directory.openreferral.place import Place
from directory.openreferral.record import Record, Refused
from directory.schedule import note_coming

BATCH = 200


class What(StrEnum):
    TAKEN = "taken"
    CHANGED = "changed"
    SAME = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one record. `notes` say what was left out or read otherwise, or why it was refused."""

    source_id: str
    name: str
    what: What
    notes: tuple[str, ...] = ()


@dataclass
class Import:
    """One run over one feed. What it needs to know of the directory is asked once."""

    feed: Feed
    known: dict[str, tuple[UUID, str]] = field(default_factory=dict)
    needs: dict[str, set[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        rows = Service.objects.filter(feed=self.feed).values_list("source_id", "pk", "content_hash")
        self.known = {source_id: (pk, print_) for source_id, pk, print_ in rows}
        for code, name, synonyms in Need.objects.values_list("code", "name", "synonyms"):
            for said in [code.replace("_", " "), name, *synonyms]:
                self.needs.setdefault(said.lower(), set()).add(code)


def take(name: str, records: Iterable[object], *, address: str = "", licence: str = "") -> Iterator[Outcome]:
    """Take every record of the feed called `name`, and tell of each as its batch is kept."""
    with acting_as("import"):
        run = Import(_feed(name, address, licence))
    waiting, broken = iter(records), None
    while not broken:
        batch, broken = _next(waiting)
        if not batch:
            break
        with acting_as("import"):
            outcomes = _batch(run, batch)
        yield from outcomes
    if broken:
        raise broken


def _next(waiting: Iterator[object]) -> tuple[list[object], Unreadable | None]:
    """The next records; where the feed breaks off, those before it and what broke."""
    batch: list[object] = []
    try:
        batch.extend(islice(waiting, BATCH))
    except Unreadable as problem:
        return batch, problem
    return batch, None


def _feed(name: str, address: str, licence: str) -> Feed:
    said = {key: value for key, value in (("address", address[:500]), ("licence", licence[:200])) if value}
    return Feed.objects.update_or_create(name=name, defaults=said | {"read_at": timezone.now()})[0]


def _batch(run: Import, batch: list[object]) -> list[Outcome]:
    """The index is written once for the whole batch instead of at each row; it is still one transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.reindex', 'later', true)")
        outcomes = [_one(run, raw) for raw in batch]
        written = [run.known[each.source_id][0] for each in outcomes if each.what in (What.TAKEN, What.CHANGED)]
        cursor.execute("select directory_reindex(%s::uuid[])", [written])
        cursor.execute("select set_config('app.reindex', '', true)")
    return outcomes


def _one(run: Import, raw: object) -> Outcome:
    ident, name = "", ""
    try:
        if isinstance(raw, Exception):
            raise Refused(str(raw))
        ident = record.source_id(raw)
        name = record.line(raw.get("name"))
        if ident in run.seen:
            raise Refused(_("the feed has this id twice; the first was kept"))
        run.seen.add(ident)
        mark = record.fingerprint(raw)
        pk, before = run.known.get(ident, (None, ""))
        if before == mark:
            return Outcome(ident, name, What.SAME)
        with transaction.atomic():
            told = record.read(raw)
            run.known[ident] = (_write(run, told, pk, mark), mark)
        return Outcome(ident, name, What.CHANGED if pk else What.TAKEN, tuple(told.notes))
    except (Refused, ValidationError, DatabaseError, ValueError, RecursionError) as problem:
        return Outcome(ident, name, What.REFUSED, (_why(problem),))


def _why(problem: Exception) -> str:
    if isinstance(problem, Refused):
        return str(problem)
    if isinstance(problem, ValidationError):
        return "; ".join(problem.messages)
    return _("the directory cannot hold it (%(kind)s)") % {"kind": type(problem).__name__}


def _write(run: Import, told: Record, pk: UUID | None, mark: str) -> UUID:
    pk = pk or _new_key(run, told)
    fields = told.fields | {
        "organisation": Organisation.objects.get_or_create(name=told.organisation)[0],
        "verified_by_body": run.feed.name if told.fields["verified_at"] else "",
        "feed": run.feed,
        "source_id": told.source_id,
        "content_hash": mark,
    }
    service, _created = Service.objects.update_or_create(pk=pk, defaults=fields)
    # Added, never taken away: what an editor has said it answers is not the feed's to unsay.
    service.needs.add(*set().union(*(run.needs.get(topic.lower(), set()) for topic in told.topics)))
    _write_places(run, service, told.places)
    _write_times(run, service, told)
    return service.pk


def _new_key(run: Import, told: Record) -> UUID:
    """Its own UUID where it has one; nobody's listing is taken over by a feed that uses the same."""
    pk = record.as_uuid(told.source_id) or record.key(run.feed.name, "service", told.source_id)
    if Service.objects.filter(pk=pk).exists():
        raise Refused(_("its id already belongs to a listing from somewhere else"))
    return pk


def _write_places(run: Import, service: Service, places: list[Place]) -> None:
    kept = [_location(run, service, each) for each in places]
    gone = service.at_locations.exclude(location__in=kept)
    orphans = [each.location_id for each in gone]
    gone.delete()
    Location.objects.filter(pk__in=orphans, at_services=None).delete()
    for location in kept:
        ServiceAtLocation.objects.get_or_create(
            service=service,
            location=location,
            defaults={"pk": record.key(run.feed.name, "service_at_location", f"{service.pk} {location.pk}")},
        )


def _location(run: Import, service: Service, place: Place) -> Location:
    """Keyed by the feed's own id and the feed: another feed with the same number means another place."""
    fields = asdict(place)
    pk = record.key(run.feed.name, "location", fields.pop("key"))
    if place.easting is None and (known := Postcode.objects.filter(pk=place.postcode).first()):
        fields |= {"easting": known.easting, "northing": known.northing}
    return Location.objects.update_or_create(pk=pk, defaults=fields)[0]


def _write_times(run: Import, service: Service, told: Record) -> None:
    service.schedules.all().delete()
    rows = [
        Schedule(pk=record.key(run.feed.name, "schedule", f"{service.pk} {n}"), service=service, **asdict(each))
        for n, each in enumerate(told.times)
    ]
    note_coming(rows)
    Schedule.objects.bulk_create(rows)
