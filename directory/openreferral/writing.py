"""One record written into the directory: what people here changed is left alone, all else follows the feed."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.models import Organisation
from connect.places.models import Postcode
from directory import document
from directory.keeping import checking
from directory.models import (
    Capacity,
    CostOption,
    Location,
    OrganisationIdentifier,
    Provider,
    Schedule,
    Service,
    ServiceAtLocation,
)
from directory.openreferral import conflicts, record
from directory.openreferral.meaning import Meant
from directory.openreferral.record import Record, Refused

if TYPE_CHECKING:
    from directory.openreferral.actions import Import

SETTLES = timedelta(days=30)  # what comes in with an old date is not overdue on its first day
REACHED = {"contact_phone", "contact_email"}
Rows = Mapping[str, list]


def write(run: "Import", told: Record, mark: str, pk: UUID | None) -> tuple[Service, bool]:
    """The listing, and whether the feed now says something else than people here do."""
    service = _held(run, told, pk)
    ours = set(service.own_words)
    rows = _rows(run, service, told)
    says = conflicts.told(told, service, rows) if ours else {}
    _set_fields(run, service, told, ours, mark)
    _set_codes(service, told, run.meanings.of(told.topics, told.marks, told.fields["name"], _text(told)), ours)
    if "places" not in ours:
        _set_places(run, service, rows["places"])
    if "schedules" not in ours:
        _set_times(service, rows["schedules"])
    if "costs" not in ours:
        _set_costs(service, rows["costs"])
    if told.community and "community" not in ours:
        document.apply(service, {"community": told.community})
    _set_rooms(run, service, told)
    provider(service.organisation, told)
    return service, bool(ours) and conflicts.settle(service, {n: v for n, v in says.items() if n in ours}, run.feed)


def _text(told: Record) -> str:
    return f"{told.fields['summary']}\n{told.fields['description'][:1500]}\n{told.fields['who_comes'][:300]}"


def _held(run: "Import", told: Record, pk: UUID | None) -> Service:
    if pk:
        return Service.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation").get(pk=pk)
    pk = record.as_uuid(told.source_id) or record.key(run.feed.name, "service", told.source_id)
    if Service.objects.filter(pk=pk).exists():
        raise Refused(_("its id already belongs to a listing from somewhere else"))
    return Service(pk=pk, feed=run.feed, source_id=told.source_id)


def _set_fields(run: "Import", service: Service, told: Record, ours: set[str], mark: str) -> None:
    held = ours | ({"contact_public"} if REACHED & ours else set())
    for name, value in told.fields.items():
        if name not in held and name != "verified_at":
            setattr(service, name, value)
    if "organisation" not in ours:
        service.organisation = Organisation.objects.get_or_create(name=told.organisation)[0]
    is_new = service._state.adding
    _set_verified(run, service, told)
    service.content_hash, service.left_feed_at = mark, None
    if is_new or service.check_by is None:
        seen = service.verified_at or timezone.now()
        due = checking.due_after(timezone.localdate(seen), service)
        service.check_by = max(due, timezone.localdate() + SETTLES)
    service.save()


def _set_verified(run: "Import", service: Service, told: Record) -> None:
    """What the source says it checked, as said by the source; a check made here since is worth more."""
    said = told.fields["verified_at"]
    by_source = not service.verified_at or (service.verified_by_body == run.feed.name and not service.verified_by_name)
    if by_source or (said and said > service.verified_at):
        service.verified_at = said
        service.verified_by_name, service.verified_by_public = "", False
        service.verified_by_body = run.feed.name if said else ""


def _set_codes(service: Service, told: Record, meant: Meant, ours: set[str]) -> None:
    """What a feed says in our own words goes before what its words may mean; saying none, it means none."""
    spoken = told.is_ours or bool(told.codes)
    kind = next(iter(told.codes.get("kind", [])), "") if spoken else meant.kind
    if "kind" not in ours and kind != service.kind:
        service.kind = kind
        service.save(update_fields=["kind"])
    for name, taxonomy, found in (("needs", "need", meant.needs), ("audiences", "audience", meant.audiences)):
        if name not in ours:
            wanted = told.codes.get(taxonomy, []) if spoken else found
            getattr(service, name).set(document.CODES[name].objects.filter(pk__in=wanted))


def _rows(run: "Import", service: Service, told: Record) -> Rows:
    """What the record says of places, times and prices, as rows that are not saved yet."""
    places = {place.key: _location(run, place) for place in told.places}
    return {
        "places": list(places.values()),
        "schedules": [_schedule(run, service, each, n, places) for n, each in enumerate(told.times)],
        "costs": [
            CostOption(
                pk=record.key(run.feed.name, "cost", f"{service.pk} {n}"),
                service=service,
                option=each.option,
                amount=None if each.amount is None else Decimal(str(each.amount)),
                amount_description=each.amount_description,
                position=n,
            )
            for n, each in enumerate(told.costs)
        ],
    }


def _location(run: "Import", place: object) -> Location:
    """Keyed by the feed's own id and the feed: another feed with the same number means another place."""
    fields = asdict(place)
    pk = record.key(run.feed.name, "location", fields.pop("key"))
    if place.easting is None and (known := Postcode.objects.filter(pk=place.postcode).first()):
        fields |= {"easting": known.easting, "northing": known.northing}
    return Location(pk=pk, **fields)


def _schedule(run: "Import", service: Service, each: object, n: int, places: Mapping[str, Location]) -> Schedule:
    fields = asdict(each)
    key, place = fields.pop("key") or n, places.get(fields.pop("place"))
    fields |= {name: list(fields[name]) for name in ("except_on", "also_on")}
    return Schedule(
        pk=record.key(run.feed.name, "schedule", f"{service.pk} {key}"), service=service, location=place, **fields
    )


def _set_places(run: "Import", service: Service, places: list[Location]) -> None:
    for place in places:
        place._state.adding = not Location.objects.filter(pk=place.pk).exists()
        place.save()
        ServiceAtLocation.objects.get_or_create(
            service=service,
            location=place,
            defaults={"pk": record.key(run.feed.name, "service_at_location", f"{service.pk} {place.pk}")},
        )
    gone = service.at_locations.exclude(location__in=places)
    orphans = [each.location_id for each in gone]
    gone.delete()
    Location.objects.filter(pk__in=orphans, at_services=None).delete()


def _set_times(service: Service, schedules: list[Schedule]) -> None:
    """A time keeps its row, which registers and room hang on. At a place that is not the listing's, it is anywhere."""
    held = {each.pk: each for each in service.schedules.all()}
    places = set(service.at_locations.values_list("location", flat=True))
    for row in schedules:
        row.location_id = row.location_id if row.location_id in places else None
        before = held.pop(row.pk, None)
        row._state.adding = before is None
        if before is None or _differs(before, row):
            row.save()
    Schedule.objects.filter(pk__in=held).delete()


def _differs(one: Schedule, other: Schedule) -> bool:
    names = (*document.TIMES, "location_id")
    return any(getattr(one, name) != getattr(other, name) for name in names)


def _set_costs(service: Service, costs: list[CostOption]) -> None:
    held = [(each.option, each.amount, each.amount_description) for each in service.costs.order_by("position")]
    if held != [(each.option, each.amount, each.amount_description) for each in costs]:
        service.costs.all().delete()
        CostOption.objects.bulk_create(costs)


def _set_rooms(run: "Import", service: Service, told: Record) -> None:
    """Said by the source, on the day it says; the same word again is nothing new."""
    for room in told.rooms:
        key = record.key(run.feed.name, "schedule", f"{service.pk} {room.schedule}") if room.schedule else None
        if key and not service.schedules.filter(pk=key).exists():
            continue
        said = {"available": room.available, "maximum": room.maximum, "waiting_days": room.waiting_days}
        before = Capacity.objects.filter(service=service, schedule=key, said_by_name=run.feed.name).first()
        is_same = before and {name: getattr(before, name) for name in said} == said
        if not is_same or (room.said_at and room.said_at > before.said_at):
            at = room.said_at or timezone.now()
            Capacity.objects.create(service=service, schedule_id=key, said_by_name=run.feed.name, said_at=at, **said)


def provider(organisation: Organisation, told: Record) -> None:
    """What is not known yet is filled in. What somebody typed here, or another feed said first, stays."""
    said = {name: getattr(told.provider, name) for name in ("description", "website", "email")}
    if any(said.values()):
        row, _made = Provider.objects.get_or_create(organisation=organisation)
        new = {name: value for name, value in said.items() if value and not getattr(row, name)}
        if new:
            Provider.objects.filter(pk=row.pk).update(**new)
    for scheme, number in told.provider.identifiers:
        OrganisationIdentifier.objects.get_or_create(
            scheme=scheme, identifier=number, defaults={"organisation": organisation}
        )
