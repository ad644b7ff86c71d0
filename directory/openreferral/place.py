"""Where a listing is, from a feed: addresses and coordinates that can be believed, and none that ought to be hidden."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from connect.places.find import MalformedPostcode, normalise
from connect.places.grid import to_bng
from directory.openreferral.text import first, line, several

STEP_FREE = re.compile(r"step.?free|wheelchair|level access|ramp(ed)?\b|lift access", re.IGNORECASE)
HEARING_LOOP = re.compile(r"(hearing|induction|audio).{0,3}loop", re.IGNORECASE)
DENIED = re.compile(r"\b(no|not|without|limited|partial|unsuitable|isn't)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    key: str  # the feed's own id, or the address itself
    name: str = ""
    address_1: str = ""
    city: str = ""
    postcode: str = ""
    easting: int | None = None
    northing: int | None = None
    step_free: bool | None = None
    step_free_note: str = ""
    hearing_loop: bool | None = None
    transport: str = ""


def read(raw: dict) -> tuple[list[Place], bool, list[str]]:
    """The places, whether it is online only, and remarks."""
    found = [
        item.get("location") for item in several(raw, "service_at_locations") if isinstance(item.get("location"), dict)
    ]
    rows = found or several(raw, "locations", "location")
    virtual = [row for row in rows if line(row.get("location_type")).lower() == "virtual"]
    places, notes = {}, []
    for row in rows:
        if line(row.get("location_type")).lower() in ("virtual", "postal"):
            continue
        place, remarks = _place(row)
        places[place.key] = place
        notes += remarks
    return [place for key, place in places.items() if key], bool(virtual) and not places, notes


def _place(row: dict) -> tuple[Place, list[str]]:
    address = _address(row)
    place = Place(
        key="",
        name=line(row.get("name")),
        address_1=line(first(address, "address_1", "address1")),
        city=line(address.get("city"), 120),
        postcode=_postcode(first(address, "postal_code", "postcode")),
        transport=line(row.get("transportation"), 300),
    )
    easting, northing, notes = _coordinates(row)
    place = replace(place, easting=easting, northing=northing, **_access(row))
    if row.get("mask_exact_address") is True:
        notes.append(_("the exact address is hidden by its source"))
        place = replace(place, address_1="", postcode="", easting=None, northing=None)
    said = f"{place.name} {place.address_1} {place.city} {place.postcode}".strip()
    return replace(place, key=line(row.get("id")) or said.lower()), notes


def _address(row: dict) -> dict:
    """The address where people go; a postal one only when there is no other."""
    rows = several(row, "addresses", "physical_addresses")
    physical = [each for each in rows if line(each.get("address_type")).lower() in ("physical", "")]
    return (physical or rows or [row])[0]


def _postcode(value: object) -> str:
    said = line(value, 10).upper()
    try:
        return normalise(said)
    except MalformedPostcode:
        return said


def _coordinates(row: dict) -> tuple[int | None, int | None, list[str]]:
    latitude, longitude = _degrees(row)
    if latitude is None or longitude is None:
        return None, None, []
    if not (49 <= latitude <= 61.5 and -9 <= longitude <= 2.5):
        return None, None, [_("coordinates outside the United Kingdom were left out")]
    return *to_bng(latitude, longitude), []


def _degrees(row: dict) -> tuple[float | None, float | None]:
    geometry = row.get("geometry") if isinstance(row.get("geometry"), dict) else {}
    pair = geometry.get("coordinates")
    if isinstance(pair, list) and len(pair) >= 2:
        return _number(pair[1]), _number(pair[0])
    return _number(row.get("latitude")), _number(row.get("longitude"))


def _number(value: object) -> float | None:
    try:
        return float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        return None


def _access(row: dict) -> dict[str, object]:
    said = [
        " ".join(filter(None, (line(each.get(name)) for name in ("accessibility", "name", "description", "details"))))
        for each in several(row, "accessibility", "accessibilities", "accessibility_for_disabilities")
    ]
    ramps = [text for text in said if STEP_FREE.search(text)]
    loops = [text for text in said if HEARING_LOOP.search(text)]
    return {
        "step_free": True if ramps and not DENIED.search(" ".join(ramps)) else None,  # "no step-free way in" is no yes
        "step_free_note": ramps[0][:200] if ramps else "",
        "hearing_loop": True if loops and not DENIED.search(" ".join(loops)) else None,
    }
