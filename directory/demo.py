"""Kelderby's listings: invented groups, places and people to ring, kept as TOML beside this file."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from connect.people.models import Organisation
from connect.places.models import Postcode
from directory import demo_parts, demo_times, weighing
from directory.finding import demo as unfound
from directory.keeping import demo as desk
from directory.models import Location, Schedule, Service, ServiceAtLocation
from directory.practice import demo as practice
from directory.sharing import demo as collections
from directory.states import Function, Kind
from directory.wanting import demo as wanting

FOLDER = Path(__file__).parent / "kelderby"
THEMES = ("food", "making", "moving", "together", "help")
SUPPORT = {Kind.BEFRIENDING, Kind.ADVICE, Kind.CONNECTOR, Kind.TRANSPORT, Kind.MENTORING}
AS_WRITTEN = (
    "name", "summary", "description", "kind", "status", "shut_because", "attending", "reach_metres", "fees", "free",
    "minimum_age", "maximum_age", "gender", "who_comes", "not_for", "first_time", "good_to_know", "joining",
    "how_to_join", "languages", "transport", "personal_budget", "wellbeing", "url",
)  # fmt: skip
# So many days from today, or before it.
IN_DAYS = {
    "publish_in": "publish_from",
    "expires_in": "publish_until",
    "shut_in": "shut_from",
    "reopens_in": "reopens_on",
}


@transaction.atomic
def load() -> None:
    """Add what is missing; what is there stays as somebody has left it. Needs connect.places.demo.load() first."""
    held = set(Service.objects.values_list("pk", flat=True))
    new = [listing for listing in (*templates(), *listings()) if key(listing["slug"]) not in held]
    venues = read("venues") if new else {}
    demo_parts.terms()
    for listing in new:
        _add(listing, venues)
    for listing in new:
        others = {name: key(listing[name]) for name in ("instead", "branch_of") if name in listing}
        if others:
            Service.objects.filter(pk=key(listing["slug"])).update(**others)
    demo_parts.organisations(read("organisations"))
    demo_parts.evidence(read("evidence"))
    collections.load(read("collections")["collection"], key)
    desk.load(key)
    wanting.load(key)
    practice.load(key)
    unfound.load()
    weighing.weigh()


def read(name: str) -> dict:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def listings() -> Iterator[dict]:
    for theme in THEMES:
        yield from read(theme)["listing"]


def templates() -> Iterator[dict]:
    """Words that branches share; nobody sees them."""
    for template in read("branches")["template"]:
        yield template | {"is_template": True}


def key(slug: str) -> UUID:
    """The same on every machine, so that an address in the demo can be written down."""
    return uuid5(NAMESPACE_URL, f"https://kelderby.example.org/{slug}")


def _add(listing: dict, venues: dict) -> None:
    provider, _made = Organisation.objects.get_or_create(name=listing["by"])
    service = Service.objects.create(pk=key(listing["slug"]), organisation=provider, **_fields(listing))
    service.needs.set(listing["needs"])
    service.audiences.set(listing.get("audiences", []))
    first = listing.get("venue")
    for said in listing.get("when", []):
        when = demo_times.read(said, listing)
        place = _place(service, when.venue or first, venues)
        Schedule.objects.create(service=service, location=place, **when.fields)
    if not listing.get("when"):
        _place(service, first, venues)
    demo_parts.hang(service, listing)


def _place(service: Service, slug: str | None, venues: dict) -> Location | None:
    if slug is None:
        return None
    place = _location(slug, venues[slug])
    ServiceAtLocation.objects.get_or_create(service=service, location=place)
    return place


def _fields(listing: dict) -> dict:
    name, phone, email = listing["contact"]
    met_by = listing.get("met_by", "")
    support = listing["kind"] in SUPPORT
    return {field: listing[field] for field in AS_WRITTEN if field in listing} | {
        "function": listing.get("function", Function.FUNCTIONAL if support else Function.STRUCTURAL),
        "met_at_door": bool(met_by),
        "met_by": met_by,
        "contact_name": name,
        "contact_phone": phone,
        "contact_email": email,
        "contact_public": True,
        "is_template": listing.get("is_template", False),
        **{field: _day(listing[said]) for said, field in IN_DAYS.items() if said in listing},
        **_verified(listing["checked"]),
    }


def _day(days: int) -> object:
    return timezone.localdate() + timedelta(days=days)


def _verified(days_ago: int) -> dict:
    """Checked so long ago, and due again half a year after that."""
    day = timezone.localdate() - timedelta(days=days_ago)
    return {
        "verified_at": timezone.make_aware(datetime.combine(day, time(10, 30))),
        "verified_by_name": "Priya Nair",
        "verified_by_public": True,
        "verified_by_body": "Kelderby Council",
        "check_by": day + timedelta(days=182),
    }


def _location(slug: str, venue: dict) -> Location:
    """A venue stands in the middle of its postcode."""
    spot = Postcode.objects.select_related("ward").get(pk=venue["postcode"])
    fields = {field: value for field, value in venue.items() if field != "street"}
    fields |= {"address_1": venue["street"], "city": spot.ward.name}
    fields |= {"easting": spot.easting, "northing": spot.northing}
    return Location.objects.get_or_create(pk=key(f"venue/{slug}"), defaults=fields)[0]
