"""Kelderby's listings: invented groups, places and people to ring, kept as TOML beside this file."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from connect.people.models import Organisation
from connect.places.models import Postcode
from directory.models import Location, Schedule, Service, ServiceAtLocation
from directory.states import Frequency, Function, Kind

FOLDER = Path(__file__).parent / "kelderby"
THEMES = ("food", "making", "moving", "together", "help")
SINCE = date(2026, 1, 5)
# "TU,FR 12:00-14:00", and for the first Saturday of a month "1SA 10:00-12:30".
WHEN = re.compile(r"(?P<days>[-0-9A-Z,]+) (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)")
SUPPORT = {Kind.BEFRIENDING, Kind.ADVICE, Kind.CONNECTOR, Kind.TRANSPORT, Kind.MENTORING}
AS_WRITTEN = (
    "name",
    "summary",
    "description",
    "kind",
    "status",
    "shut_because",
    "attending",
    "reach_metres",
    "fees",
    "free",
    "minimum_age",
    "maximum_age",
    "who_comes",
    "first_time",
    "good_to_know",
    "how_to_join",
    "languages",
    "url",
)


@transaction.atomic
def load() -> None:
    """Add what is missing; what is there stays as somebody has left it. Needs connect.places.demo.load() first."""
    held = set(Service.objects.values_list("pk", flat=True))
    new = [listing for listing in listings() if key(listing["slug"]) not in held]
    venues = read("venues") if new else {}
    for listing in new:
        _add(listing, venues)
    for listing in new:
        if "instead" in listing:
            Service.objects.filter(pk=key(listing["slug"])).update(instead=key(listing["instead"]))


def read(name: str) -> dict:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def listings() -> Iterator[dict]:
    for theme in THEMES:
        yield from read(theme)["listing"]


def key(slug: str) -> UUID:
    """The same on every machine, so that an address in the demo can be written down."""
    return uuid5(NAMESPACE_URL, f"https://kelderby.example.org/{slug}")


def _add(listing: dict, venues: dict) -> None:
    provider, _made = Organisation.objects.get_or_create(name=listing["by"])
    service = Service.objects.create(pk=key(listing["slug"]), organisation=provider, **_fields(listing))
    service.needs.set(listing["needs"])
    place = _location(listing["venue"], venues[listing["venue"]]) if "venue" in listing else None
    if place:
        ServiceAtLocation.objects.create(service=service, location=place)
    for when in listing.get("when", []):
        Schedule.objects.create(service=service, location=place, **_schedule(when))


def _fields(listing: dict) -> dict:
    name, phone, email = listing["contact"]
    met_by, reopens_in = listing.get("met_by", ""), listing.get("reopens_in")
    support = listing["kind"] in SUPPORT
    return {field: listing[field] for field in AS_WRITTEN if field in listing} | {
        "function": listing.get("function", Function.FUNCTIONAL if support else Function.STRUCTURAL),
        "met_at_door": bool(met_by),
        "met_by": met_by,
        "contact_name": name,
        "contact_phone": phone,
        "contact_email": email,
        "contact_public": True,
        "reopens_on": timezone.localdate() + timedelta(days=reopens_in) if reopens_in else None,
        **_verified(listing["checked"]),
    }


def _verified(days_ago: int) -> dict:
    day = timezone.localdate() - timedelta(days=days_ago)
    return {
        "verified_at": timezone.make_aware(datetime.combine(day, time(10, 30))),
        "verified_by_name": "Priya Nair",
        "verified_by_public": True,
        "verified_by_body": "Kelderby Council",
    }


def _location(slug: str, venue: dict) -> Location:
    """A venue stands in the middle of its postcode."""
    spot = Postcode.objects.select_related("ward").get(pk=venue["postcode"])
    fields = {field: value for field, value in venue.items() if field != "street"}
    fields |= {"address_1": venue["street"], "city": spot.ward.name}
    fields |= {"easting": spot.easting, "northing": spot.northing}
    return Location.objects.get_or_create(pk=key(f"venue/{slug}"), defaults=fields)[0]


def _schedule(when: str) -> dict:
    said = WHEN.fullmatch(when)
    monthly = any(character.isdigit() for character in said["days"])
    return {
        "freq": Frequency.MONTHLY if monthly else Frequency.WEEKLY,
        "byday": said["days"],
        "dtstart": SINCE,
        "opens_at": time.fromisoformat(said["opens"]),
        "closes_at": time.fromisoformat(said["closes"]),
    }
