"""A place as Open Referral UK tells it: where it is, how to get in, and nothing of an address that is private."""

from collections.abc import Iterable, Mapping

from connect.people.models import Nation
from connect.places.grid import to_wgs84
from connect.places.models import Postcode
from directory.models import Location, ServiceAtLocation
from directory.openreferral.said import child, number

Document = dict[str, object]
COUNTRIES = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
# Field, where it is so, where it is not, and the field of a note.
FACTS = (
    ("step_free", "Step-free", "Not step-free", "step_free_note"),
    ("hearing_loop", "Hearing loop", "No hearing loop", "hearing_loop_note"),
    ("accessible_toilet", "Accessible toilet", "No accessible toilet", ""),
    ("changing_place", "Changing Places toilet", "No Changing Places toilet", ""),
    ("blue_badge_parking", "Blue Badge parking", "No Blue Badge parking", ""),
    ("quiet_space", "A quiet place to sit", "No quiet place to sit", ""),
)


class Surroundings:
    """The postcodes of a page of places, asked for once: which country and town each is in."""

    def __init__(self, places: Iterable[Location]) -> None:
        wanted = {place.postcode for place in places if place.postcode}
        self.known: Mapping[str, Postcode] = (
            Postcode.objects.select_related("ward__parent").in_bulk(sorted(wanted)) if wanted else {}
        )

    def country(self, place: Location) -> str:
        """UK addresses have no state or province: the country's part stands there."""
        known = self.known.get(place.postcode)
        code = known.authority_code if known else ""
        return COUNTRIES.get(code[:1] if code[1:].isdigit() else "", Nation.ENGLAND.label)

    def city(self, place: Location) -> str:
        known = self.known.get(place.postcode)
        ward = known.ward if known else None
        return place.city or (str(ward.parent or ward) if ward else "")


def at_location(row: ServiceAtLocation, around: Surroundings) -> Document:
    return {
        "id": str(row.pk),
        "service_id": str(row.service_id),
        "location_id": str(row.location_id),
        "location": location(row.location, around),
    }


def location(place: Location, around: Surroundings) -> Document:
    latitude, longitude = _degrees(place)
    return {
        "id": str(place.pk),
        "location_type": "physical",
        "name": place.name,
        "transportation": place.transport,
        "latitude": latitude,
        "longitude": longitude,
        "external_identifier": place.uprn,
        "external_identifier_type": "UPRN" if place.uprn else "",
        "addresses": _addresses(place, around),
        "accessibility": _accessibility(place),
        "connect_directions": place.directions,
        "connect_access_note": place.access_note,
    }


def _degrees(place: Location) -> tuple[object, object]:
    if place.easting is None or place.northing is None:
        return None, None
    return tuple(number(round(degrees, 7)) for degrees in to_wgs84(place.easting, place.northing))


def _addresses(place: Location, around: Surroundings) -> list[Document]:
    """Whole or not at all: a part of an address is an error to whoever reads it."""
    first, city = place.address_1 or place.name, around.city(place)
    if not (first and city and place.postcode):
        return []
    return [
        {
            "id": child("address", place.pk),
            "location_id": str(place.pk),
            "address_1": first,
            "address_2": place.address_2,
            "city": city,
            "state_province": str(around.country(place)),
            "postal_code": place.postcode,
            "country": "GB",
            "address_type": "physical",
        }
    ]


def _accessibility(place: Location) -> list[Document]:
    """What is there and what is not; of what nobody told us, nothing is said."""
    return [
        {
            "id": child("accessibility", place.pk, name),
            "location_id": str(place.pk),
            "description": there if getattr(place, name) else not_there,
            "details": getattr(place, note) if note else "",
            "connect_fact": name,
            "connect_value": getattr(place, name),
        }
        for name, there, not_there, note in FACTS
        if getattr(place, name) is not None
    ]
