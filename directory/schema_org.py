"""A listing as search engines read it: schema.org in JSON, with nothing that its page does not show everybody."""

from collections.abc import Iterable
from typing import Any

from connect.places.grid import to_wgs84
from directory.models import Location, Service
from directory.schedule import Session
from directory.states import Attending, Kind

CONTEXT = "https://schema.org"
MOST_EVENTS = 3
TYPES = {Kind.VENUE: "Place", Kind.COMMUNITY: "Organization"}
MODES = {True: "https://schema.org/OnlineEventAttendanceMode", False: "https://schema.org/OfflineEventAttendanceMode"}


def of(service: Service, address: str, sessions: Iterable[Session] = ()) -> dict[str, Any]:
    """`address` is the whole address of its page. What has closed has no events to come."""
    told = [_thing(service, address)]
    if service.is_open:
        told += [_event(service, session, address) for session in list(sessions)[:MOST_EVENTS]]
    return {"@context": CONTEXT, "@graph": told}


def _thing(service: Service, address: str) -> dict[str, Any]:
    kind = TYPES.get(service.kind, "Service")
    told = {
        "@type": kind,
        "@id": f"{address}#listing",
        "name": service.name,
        "description": service.summary or service.description[:300],
        "url": address,
        "sameAs": [each for each in (service.url, _community(service)) if each],
        **_contact(service),
    }
    return _without_blanks(told | (_as_place(service) if kind == "Place" else _as_service(service, kind)))


def _as_service(service: Service, kind: str) -> dict[str, Any]:
    run_by = {"@type": "Organization", "name": service.organisation.name}
    if kind == "Organization":
        return {"parentOrganization": run_by}
    places = [_place(place) for place in service.locations.all() if not service.needs_no_travel]
    return {
        "provider": run_by,
        "areaServed": [place.area for place in service.locations.all() if not place.address_public],
        "availableChannel": [{"@type": "ServiceChannel", "serviceLocation": place} for place in places if place],
        "isAccessibleForFree": True if service.free else None,
    }


def _as_place(service: Service) -> dict[str, Any]:
    place = next((_place(place) for place in service.locations.all()), None) or {}
    return {name: value for name, value in place.items() if name not in ("@type", "name")}


def _contact(service: Service) -> dict[str, Any]:
    """Only what the organiser has made public; of a person, the number and not the name."""
    return {"telephone": service.contact.get("phone"), "email": service.contact.get("email")}


def _community(service: Service) -> str:
    community = getattr(service, "community", None)
    return community.address if community else ""


def _event(service: Service, session: Session, address: str) -> dict[str, Any]:
    place = session.location or next(iter(service.locations.all()), None)
    online = service.attending in (Attending.ONLINE, Attending.PHONE)
    told = {
        "@type": "Event",
        "name": service.name,
        "startDate": session.starts_at.isoformat(),
        "endDate": session.ends_at.isoformat() if session.ends_at else None,
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "eventAttendanceMode": MODES[online],
        "location": {"@type": "VirtualLocation", "url": address} if online else _place(place),
        "organizer": {"@type": "Organization", "name": service.organisation.name},
        "isAccessibleForFree": True if service.free else None,
        "url": address,
    }
    return _without_blanks(told)


def _place(place: Location | None) -> dict[str, Any] | None:
    """Nothing at all of an address that is private."""
    if place is None or not place.address_public:
        return None
    lines = {
        "streetAddress": ", ".join(part for part in (place.address_1, place.address_2) if part),
        "addressLocality": place.city,
        "postalCode": place.postcode,
        "addressCountry": "GB",
    }
    told = {"@type": "Place", "name": place.name or place.address_1, "geo": _geo(place)}
    return _without_blanks({**told, "address": _without_blanks({"@type": "PostalAddress", **lines})})


def _geo(place: Location) -> dict[str, Any] | None:
    if place.easting is None:
        return None
    latitude, longitude = to_wgs84(place.easting, place.northing)
    return {"@type": "GeoCoordinates", "latitude": round(latitude, 5), "longitude": round(longitude, 5)}


def _without_blanks(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [])}
