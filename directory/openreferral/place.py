"""Where a listing is, from a feed: addresses and coordinates that can be believed, and none that ought to be hidden."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from connect.places.find import MalformedPostcode, normalise
from connect.places.grid import to_bng
from directory.openreferral.text import first, line, several

# The first that fits decides what a sentence is about: a wheelchair's toilet is a toilet.
FACTS = {
    "changing_place": re.compile(r"changing places?\b", re.IGNORECASE),
    "accessible_toilet": re.compile(r"(accessible|disabled|adapted|wheelchair).{0,20}(toilet|wc\b|loo)", re.IGNORECASE),
    "blue_badge_parking": re.compile(r"blue badge|(accessible|disabled).{0,12}(parking|bay)", re.IGNORECASE),
    "hearing_loop": re.compile(r"(hearing|induction|audio).{0,3}loop", re.IGNORECASE),
    "quiet_space": re.compile(r"quiet (room|space|place|area)", re.IGNORECASE),
    "step_free": re.compile(r"step.?free|wheelchair|level access|ramp(ed)?\b|lift access", re.IGNORECASE),
}
PARTS = re.compile(r"[.,;\n]|\band\b")
NOTES = {"step_free": "step_free_note", "hearing_loop": "hearing_loop_note"}
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
    address_2: str = ""
    hearing_loop_note: str = ""
    accessible_toilet: bool | None = None
    changing_place: bool | None = None
    blue_badge_parking: bool | None = None
    quiet_space: bool | None = None
    access_note: str = ""
    directions: str = ""
    uprn: str = ""
    address_public: bool = True


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
        address_2=line(first(address, "address_2", "address2")),
        directions=line(row.get("connect_directions"), 300),
        uprn=_uprn(row),
    )
    easting, northing, notes = _coordinates(row)
    place = replace(place, easting=easting, northing=northing, **_access(row))
    if row.get("mask_exact_address") is True:
        notes.append(_("the exact address is hidden by its source"))
        place = replace(place, address_1="", address_2="", postcode="", easting=None, northing=None, uprn="")
        place = replace(place, address_public=False)
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


def _uprn(row: dict) -> str:
    kind = line(first(row, "external_identifier_type", "external_identifiers_type")).upper()
    said = line(row.get("external_identifier"), 20) if kind == "UPRN" else line(row.get("uprn"), 20)
    return said if said.isdigit() and len(said) <= 12 else ""


def _access(row: dict) -> dict[str, object]:
    """A yes only where nothing denies it: "no step-free way in" is none, and half a sentence is no answer."""
    rows = several(row, "accessibility", "accessibilities", "accessibility_for_disabilities")
    told = {line(each.get("connect_fact")): each for each in rows if line(each.get("connect_fact")) in FACTS}
    if told:
        return _as_we_tell(row, told)
    said = [
        " ".join(filter(None, (line(each.get(name)) for name in ("accessibility", "name", "description", "details"))))
        for each in rows
    ]
    about: dict[str, list[str]] = {}
    for text in filter(None, said):
        for name in {_about(part) for part in PARTS.split(text)} - {""} or {""}:
            about.setdefault(name, []).append(text)
    facts: dict[str, object] = {name: _yes(texts) for name, texts in about.items() if name}
    notes = {note: about[name][0][:200] for name, note in NOTES.items() if name in about}
    return facts | notes | {"access_note": ". ".join(dict.fromkeys(about.get("", [])))[:300]}


def _about(part: str) -> str:
    return next((name for name, words in FACTS.items() if words.search(part)), "")


def _yes(texts: list[str]) -> bool | None:
    return None if DENIED.search(" ".join(texts)) else True


def _as_we_tell(row: dict, told: dict[str, dict]) -> dict[str, object]:
    facts: dict[str, object] = {
        name: each["connect_value"] if isinstance(each.get("connect_value"), bool) else None
        for name, each in told.items()
    }
    notes = {note: line(told[name].get("details"), 200) for name, note in NOTES.items() if name in told}
    return facts | notes | {"access_note": line(row.get("connect_access_note"), 300)}
