"""A listing as Open Referral UK tells it: HSDS's own spelling first, what it has no word for under `connect_`."""

from django.db.models import Max, Prefetch, QuerySet
from django.utils import timezone

from connect.people.models import Organisation
from directory.models import Capacity, OnlineCommunity, Service, ServiceAtLocation
from directory.openreferral import telling_place, telling_times, telling_who
from directory.openreferral.said import child, moment, number, ours, uri, without_blanks
from directory.openreferral.telling_place import Surroundings
from directory.openreferral.vocabulary import Vocabulary
from directory.room import waiting
from directory.states import Attending, Status

Document = dict[str, object]
COMMUNITY = ("platform", "members", "is_open", "not_for", "posts", "answers", "joining_steps", "safe_to_join")


def services(keys: list, full: bool, words: Vocabulary) -> list[Document]:
    """In the order of the keys, in a number of queries that does not grow with them."""
    found = {row.pk: row for row in ready(Service.objects.filter(pk__in=keys), full)}
    rows = [found[key] for key in keys if key in found]
    around = Surroundings(at.location for row in rows for at in row.at_locations.all()) if full else None
    return [without_blanks(service(row, words, around)) for row in rows]


def ready(rows: QuerySet[Service], full: bool) -> QuerySet[Service]:
    """With all that is told of each."""
    latest = Capacity.objects.order_by("service_id", "schedule_id", "-said_at").distinct("service_id", "schedule_id")
    rows = rows.select_related("organisation__provider", "feed").prefetch_related(Prefetch("capacities", latest))
    if not full:
        return rows
    at = ServiceAtLocation.objects.select_related("location").order_by("location__name", "pk")
    return rows.select_related("community").prefetch_related(
        Prefetch("at_locations", at), "schedules", "costs", "needs", "audiences", "organisation__identifiers"
    )


def service(row: Service, words: Vocabulary, around: Surroundings | None) -> Document:
    """Without `around` it is an item of a list: only what a listing has one of."""
    told = _one_of_each(row)
    return told | _nested(row, words, around) if around else told


def _one_of_each(row: Service) -> Document:
    rooms = list(row.capacities.all())
    return {
        "id": str(row.pk),
        "organization_id": str(row.organisation_id),
        "organization": telling_who.organisation(row.organisation),
        "name": row.name,
        "description": row.description or row.summary,
        "url": uri(row.url),
        "email": telling_who.email(row),
        "status": str(Status.ACTIVE if row.is_open else Status.SHUT),
        "alert": _alert(row),
        "fees": row.fees,
        "fees_description": row.fees,
        "minimum_age": row.minimum_age,
        "maximum_age": row.maximum_age,
        "eligibility_description": row.who_comes,
        "application_process": row.how_to_join,
        "wait_time": next((waiting(each.waiting_days) for each in rooms if each.waiting_days), ""),
        "assured_date": timezone.localdate(row.verified_at).isoformat() if row.verified_at else "",
        "last_modified": moment(last_modified(row)),
        **_our_own(row),
    }


def last_modified(row: Service) -> object:
    """Room is noted without touching the listing."""
    return max([row.updated, *(each.said_at for each in row.capacities.all())])


def _our_own(row: Service) -> Document:
    """What HSDS has no word for."""
    return {
        "connect_page": ours(row.get_absolute_url()),
        "connect_summary": row.summary,
        "connect_not_for": row.not_for,
        "connect_first_time": row.first_time,
        "connect_good_to_know": row.good_to_know,
        "connect_free": row.free or None,
        "connect_met_at_door": row.met_at_door or None,
        "connect_personal_budget": row.personal_budget,
        "connect_transport": row.transport,
        "connect_reach_metres": row.reach_metres,
        "connect_assured_by": row.verified_by_body if row.verified_at else "",
        "connect_unconfirmed": row.is_overdue or None,
        "connect_closure": _closure(row),
        "connect_source": _source(row),
    }


def _alert(row: Service) -> str:
    closure = _closure(row)
    if not closure:
        return ""
    days = [
        f"from {closure['from']}" if closure["from"] else "",
        f"until {closure['until']}" if closure["until"] else "",
    ]
    told = " ".join(["Shut", *filter(None, days)])
    return f"{told}. {row.shut_because}".strip() if row.shut_because else told


def _closure(row: Service) -> Document:
    """Also one that is still to come; one that is over is not told any more."""
    today = timezone.localdate()
    if row.status != Status.SHUT or (row.reopens_on and row.reopens_on <= today):
        return {}
    return {
        "from": row.shut_from.isoformat() if row.shut_from else "",
        "until": row.reopens_on.isoformat() if row.reopens_on else "",
        "because": row.shut_because,
        "instead": str(row.instead_id) if row.instead_id else "",
    }


def _source(row: Service) -> Document:
    feed = row.feed
    return {"name": feed.name, "licence": feed.licence, "address": uri(feed.address)} if feed else {}


def _nested(row: Service, words: Vocabulary, around: Surroundings) -> Document:
    shown = [at for at in row.at_locations.all() if at.location.address_public]
    at = {each.location_id: str(each.pk) for each in shown}
    return {
        "organization": telling_who.organisation(row.organisation, full=True),
        "service_at_locations": [telling_place.at_location(each, around) for each in shown],
        "schedules": [telling_times.schedule(each, at.get(each.location_id, "")) for each in row.schedules.all()],
        "service_areas": _areas(row),
        "languages": [telling_times.language(row.pk, name) for name in row.languages],
        "contacts": telling_who.contacts(row),
        "cost_options": [_cost(row, each) for each in row.costs.all()],
        "service_capacity": [_room(row, each) for each in row.capacities.all()],
        "attributes": _attributes(row, words),
        "connect_community": _community(row),
    }


def _areas(row: Service) -> list[Document]:
    """What reaches people where they are; and of a place that is private, the area alone."""
    names = [f"Within {row.reach_metres} metres"] if row.reach_metres else []
    names += [at.location.area for at in row.at_locations.all() if not at.location.address_public and at.location.area]
    return [
        {"id": child("service_area", row.pk, name), "service_id": str(row.pk), "name": name}
        for name in dict.fromkeys(names)
    ]


def _cost(row: Service, each: object) -> Document:
    return {
        "id": str(each.pk),
        "service_id": str(row.pk),
        "option": each.option,
        "amount": number(each.amount),
        "currency": "GBP" if each.amount is not None else "",
        "amount_description": each.amount_description,
    }


def _room(row: Service, each: Capacity) -> Document:
    """HSDS 3.1's service_capacity; who said so is told as an office, never by name."""
    return {
        "id": str(each.pk),
        "service_id": str(row.pk),
        "available": each.available,
        "maximum": each.maximum,
        "updated": moment(each.said_at),
        "connect_waiting_days": each.waiting_days,
        "connect_schedule_id": str(each.schedule_id) if each.schedule_id else "",
        "connect_said_by": "the directory's editors" if each.by_id else "the organiser",
    }


def _attributes(row: Service, words: Vocabulary) -> list[Document]:
    codes = [("need", need.pk) for need in row.needs.all()] + [("audience", each.pk) for each in row.audiences.all()]
    codes += [("kind", row.kind), ("function", row.function), ("attending_access", row.joining), ("gender", row.gender)]
    codes += [("wellbeing", way) for way in row.wellbeing]
    codes += [("attending_type", row.attending)] if row.attending != Attending.IN_PERSON else []
    return [told for taxonomy, code in codes if (told := words.attribute(row.pk, taxonomy, code))]


def _community(row: Service) -> Document:
    """An online community as a place to go; those who look after it said yes to our page, not to the world."""
    community: OnlineCommunity | None = getattr(row, "community", None)
    if community is None:
        return {}
    told = {name: getattr(community, name) for name in COMMUNITY}
    days = {name: getattr(community, name) for name in ("members_counted_on", "last_active_on")}
    return {
        "id": child("community", row.pk),
        **told,
        "platform": str(community.platform),
        "address": uri(community.address),
        "without_it": community.without_it,
        **{name: day.isoformat() if day else "" for name, day in days.items()},
    }


def at_locations(keys: list, full: bool, words: Vocabulary) -> list[Document]:
    """A place with the listing that meets there: a line of it, or the whole."""
    found = ServiceAtLocation.objects.select_related("location").in_bulk(keys)
    rows = [found[key] for key in keys if key in found]
    around = Surroundings(row.location for row in rows)
    meeting = {told["id"]: told for told in services(list({row.service_id for row in rows}), full, words)}
    return [
        without_blanks(telling_place.at_location(row, around) | {"service": meeting.get(str(row.service_id))})
        for row in rows
    ]


def organisations(keys: list, full: bool, listed: dict[object, list[Document]]) -> list[Document]:
    """`listed` holds the services to tell with each, where they are asked for."""
    rows = Organisation.objects.select_related("provider").prefetch_related("identifiers").in_bulk(keys)
    return [
        without_blanks(telling_who.organisation(rows[key], full) | {"services": listed.get(key, [])})
        for key in keys
        if key in rows
    ]


def marks(rows: QuerySet[Service], rooms: QuerySet[Capacity]) -> list[Document]:
    """The id and when it last changed, and nothing else. `rooms` are those that may be about these."""
    said = dict(rooms.order_by().values_list("service").annotate(Max("said_at")))
    found = rows.values_list("pk", "updated")
    return [{"id": str(key), "last_modified": moment(max(at, said.get(key, at)))} for key, at in found]
