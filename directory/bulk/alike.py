"""Which listings may be the same as this one: few are fetched, by what they could share, and those are compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from connect.places.models import Area, Postcode
from directory.bulk.likeness import NEAR, SHOWN, SURE, WHY, Subject, compare, digits_of, link_of, tokens
from directory.document import Document
from directory.models import Service

__all__ = ["Match", "find", "find_each", "link_of", "subject_of", "with_links"]

MOST = 5
NAMED = 0.5  # where nothing but a name is known, much the same name is enough to ask
ENOUGH = 40  # of one kind of likeness: what forty listings share, such as a council's number, says nothing

# Each looks up what a subject says in an index of its own; never everything with everything.
SHARED = "select s.n, found.id from unnest(%(n)s::int[], %(said)s::text[]) s (n, said) cross join lateral ({}) found"
LOOK_UPS = {
    "link": "select id from directory_service where directory_link(url) = s.said and url <> ''",
    "community": "select service_id as id from directory_onlinecommunity where directory_link(address) = s.said",
    "email": "select id from directory_service where lower(contact_email) = s.said and contact_email <> ''",
    "phone": "select id from directory_service where directory_digits(contact_phone) = s.said and contact_phone <> ''",
    "postcode": "select a.service_id as id from directory_location l join directory_serviceatlocation a"
    " on a.location_id = l.id where l.postcode = s.said",
    "near": "select a.service_id as id from directory_location l"
    " join directory_serviceatlocation a on a.location_id = l.id"
    f" where l.easting between split_part(s.said, ' ', 1)::int - {NEAR} and split_part(s.said, ' ', 1)::int + {NEAR}"
    f" and l.northing between split_part(s.said, ' ', 2)::int - {NEAR} and split_part(s.said, ' ', 2)::int + {NEAR}",
    "name": "select e.service_id as id from directory_searchentry e cross join"
    " plainto_tsquery('english', directory_plain(s.said)) q"
    " where e.first and e.words @@ q and ts_filter(e.words, '{a}') @@ q",
}  # fmt: skip


@dataclass(frozen=True)
class Match:
    """A listing that may be the same, how much it looks so (0 to 1), and what the two share."""

    service: Service
    score: float
    why: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE

    @property
    def reasons(self) -> list[str]:
        return [str(WHY[each]) for each in self.why]


def find(subject: Service | Document, at_least: float = SHOWN) -> list[Match]:
    """The best first, and no more than a few. A listing is not like itself. With a name alone, ask for NAMED."""
    return find_each([subject], at_least)[0]


def find_each(subjects: Sequence[Service | Document], at_least: float = SHOWN) -> list[list[Match]]:
    """The same for many, in as many statements as for one."""
    areas = _areas()
    told = [subject_of(each, areas) for each in subjects]
    near = _candidates(told)
    held = _held({key for keys in near.values() for key in keys}, areas)
    found = []
    for n, (raw, one) in enumerate(zip(subjects, told, strict=True)):
        itself = raw.pk if isinstance(raw, Service) else None
        others = [held[key] for key in near.get(n, ()) if key in held and key != itself]
        found.append(_best(one, others, at_least))
    return found


def _best(one: Subject, others: Iterable[tuple[Service, Subject]], at_least: float) -> list[Match]:
    matches = [Match(service, *compare(one, other)) for service, other in others]
    shown = sorted((match for match in matches if match.score >= at_least), key=lambda match: -match.score)
    return shown[:MOST]


def _areas() -> frozenset[str]:
    """Names of places stand in every other name here, and so tell nothing apart."""
    kinds = [Area.Kind.WARD, Area.Kind.AUTHORITY]
    names = Area.objects.filter(kind__in=kinds).values_list("name", flat=True)
    return frozenset(word for name in names for word in tokens(name))


def subject_of(raw: Service | Document, areas: frozenset[str] = frozenset()) -> Subject:
    return _of_service(raw, areas) if isinstance(raw, Service) else _of_document(raw, areas)


def _of_service(service: Service, areas: frozenset[str]) -> Subject:
    places = list(service.locations.all())
    community = getattr(service, "community", None)
    links = {link_of(each) for each in (service.url, community.address if community else "") if each}
    return Subject(
        service.name, service.organisation.name, frozenset(place.postcode for place in places if place.postcode),
        tuple((place.easting, place.northing) for place in places if place.easting is not None), frozenset(links),
        service.contact_email.lower(), digits_of(service.contact_phone), areas,
    )  # fmt: skip


def _of_document(said: Document, areas: frozenset[str]) -> Subject:
    places, community = said.get("places") or [], said.get("community") or {}
    postcodes = {place["postcode"] for place in places if place.get("postcode")}
    spots = [(place["easting"], place["northing"]) for place in places if place.get("easting") is not None]
    if postcodes and not spots:
        spots = list(Postcode.objects.filter(pk__in=postcodes).values_list("easting", "northing"))
    links = {link_of(each) for each in (said.get("url"), community.get("address")) if each}
    return Subject(
        said.get("name") or "", said.get("organisation") or "", frozenset(postcodes), tuple(spots), frozenset(links),
        (said.get("contact_email") or "").lower(), digits_of(said.get("contact_phone") or ""), areas,
    )  # fmt: skip


def _candidates(told: Sequence[Subject]) -> dict[int, set[UUID]]:
    found: dict[int, set[UUID]] = {}
    for name, look_up in LOOK_UPS.items():
        asked = [(n, said) for n, one in enumerate(told) for said in _said(one, name)]
        if not asked:
            continue
        values: dict[str, Any] = {"n": [n for n, _said in asked], "said": [said for _n, said in asked]}
        with connection.cursor() as cursor:
            for n, key in cursor.execute(SHARED.format(f"{look_up} limit {ENOUGH}"), values).fetchall():
                found.setdefault(n, set()).add(key)
    return found


def _said(one: Subject, name: str) -> Iterable[str]:
    if name in ("link", "community"):
        return [link for link in one.links if "/" in link]
    if name == "near":
        return [f"{easting} {northing}" for easting, northing in one.spots]
    if name == "name":
        return [" ".join(one.telling)] if len(one.telling) > 1 or not one.spots else []
    return {"email": [one.email], "phone": [one.phone], "postcode": one.postcodes}[name] if _has(one, name) else []


def _has(one: Subject, name: str) -> bool:
    return bool({"email": one.email, "phone": one.phone, "postcode": one.postcodes}[name])


def _held(keys: Iterable[UUID], areas: frozenset[str]) -> dict[UUID, tuple[Service, Subject]]:
    rows = Service.objects.filter(pk__in=keys, merged_into=None, is_template=False)
    rows = rows.select_related("organisation", "community").prefetch_related("locations")
    return {service.pk: (service, _of_service(service, areas)) for service in rows}


def with_links(links: Iterable[str]) -> list[UUID]:
    """Online communities at these addresses, each as `link_of` has it."""
    with connection.cursor() as cursor:
        rows = cursor.execute(
            "select service_id from directory_onlinecommunity where directory_link(address) = any(%s)", [list(links)]
        ).fetchall()
    return [key for (key,) in rows]
