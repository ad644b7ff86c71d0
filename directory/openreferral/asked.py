"""What may be asked of the open data, read and checked: a value that cannot be read is said, never guessed."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime, parse_time

from connect.places.find import PlaceError, Spot, locate
from directory.states import WEEKDAYS
from directory.words import LONGEST, clean

MOST = 5000  # on a page: what existing finders ask for
FEW = 50
FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Malformed(ValueError):
    """What was wrong with which parameters, for whoever asked."""

    def __init__(self, errors: Mapping[str, str]):
        super().__init__(", ".join(errors))
        self.errors = dict(errors)


@dataclass(frozen=True)
class Parameter:
    read: Callable[[str], object]
    told: str
    schema: Mapping[str, object]


def _text(said: str) -> str:
    words = clean(said)
    if len(words) > LONGEST:
        raise ValueError(f"is too long: use {LONGEST} letters or fewer")
    return words


def _whole(said: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", said) or int(said) < 1:
        raise ValueError("must be a whole number from 1, like 2")
    return int(said)


def _size(said: str) -> int:
    return min(_whole(said), MOST)


def _metres(said: str) -> int:
    if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]+)?", said):
        raise ValueError("must be a number of metres, like 800")
    return round(float(said))


def _age(said: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]+)?", said):
        raise ValueError("must be an age in years, like 18")
    return round(float(said))


def _flag(said: str) -> bool:
    if said.lower() not in FLAGS:
        raise ValueError("must be true or false")
    return FLAGS[said.lower()]


def _id(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise ValueError("must be a UUID") from None


def _moment(said: str) -> datetime:
    """RFC 3339, or a day. A "+" that was not escaped has become a blank on the way here."""
    written = re.sub(r" (?=\d\d:\d\d$)", "+", said)
    try:
        day = parse_date(written)
        found = datetime.combine(day, time()) if day else parse_datetime(written)
    except ValueError:
        found = None
    if found is None:
        raise ValueError("must be a moment, like 2026-11-20T09:30:00Z")
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _clock(said: str) -> time:
    """The hour on the wall; a zone behind it is not where the clock hangs."""
    match = re.match(r"\d{1,2}:\d\d(:\d\d)?", said)
    try:
        found = parse_time(match[0]) if match else None
    except ValueError:
        found = None
    if found is None:
        raise ValueError("must be a time, like 09:30")
    return found


def _day(said: str) -> str:
    """MO and Monday alike."""
    small = said.lower()
    code = WEEKDAYS[DAYS.index(small)] if small in DAYS else small.upper()
    if code not in WEEKDAYS:
        raise ValueError("must be a day of the week, like MO or Monday")
    return code


def _place(said: str) -> Spot:
    try:
        return locate(said)
    except PlaceError as problem:
        raise ValueError(f"could not be found. {problem.message}") from problem


def _format(said: str) -> str:
    if said.lower() not in ("json", "ndjson"):
        raise ValueError("must be json or ndjson")
    return said.lower()


STRING, WHOLE, TRUTH = {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "boolean"}
KEY, AGE = {"type": "string", "format": "uuid"}, {"type": "integer", "minimum": 0}
PARAMETERS = {
    "search": Parameter(_text, "Words; read as the search page reads them, synonyms and spelling included", STRING),
    "page": Parameter(_whole, "From 1. A page after the last is a 404", WHOLE),
    "per_page": Parameter(_size, f"Items on a page, {FEW} unless told, at most {MOST}", WHOLE),
    "format": Parameter(_format, "ndjson streams everything, a record a line", {"enum": ["json", "ndjson"]}),
    "taxonomy_term_id": Parameter(_text, "Listings with this term", STRING),
    "taxonomy_id": Parameter(_text, "Listings with any term of this taxonomy; terms of this taxonomy", STRING),
    "organization_id": Parameter(_id, "Listings of this organisation", KEY),
    "modified_after": Parameter(
        _moment, "Changed at this moment or later, RFC 3339", {"type": "string", "format": "date-time"}
    ),
    "minimal": Parameter(_flag, "id and last_modified alone, all on one page", TRUTH),
    "full": Parameter(_flag, "Items with everything nested", TRUTH),
    "full_service": Parameter(_flag, "Organisations with their services, whole", TRUTH),
    "minimum_age": Parameter(_age, "Listings whose own minimum_age is this or more", AGE),
    "maximum_age": Parameter(_age, "Listings whose own maximum_age is this or less", AGE),
    "day": Parameter(_day, "A day it may meet on, MO or Monday", STRING),
    "start_time": Parameter(_clock, "It opens at this time or later, 09:30", STRING),
    "end_time": Parameter(_clock, "It closes at this time or earlier, 17:00", STRING),
    "postcode": Parameter(
        _place, "With proximity: measured from here. Alone: listings that reach here, or everybody", STRING
    ),
    "proximity": Parameter(_metres, "Metres from the middle of the postcode", {"type": "number", "minimum": 0}),
    "top_only": Parameter(_flag, "Terms without a parent", TRUTH),
    "parent_id": Parameter(_text, "Terms below this one", STRING),
}
PAGED = ("search", "page", "per_page", "format")
OF_LISTINGS = (
    "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full", "minimum_age", "maximum_age",
    "day", "start_time", "end_time", "postcode", "proximity",
)  # fmt: skip
ENDPOINTS = {
    "services": (*PAGED, *OF_LISTINGS, "minimal"),
    "service_at_locations": (*PAGED, *OF_LISTINGS),
    "organizations": (*PAGED, "full", "full_service", "taxonomy_term_id", "taxonomy_id"),
    "taxonomies": PAGED,
    "taxonomy_terms": (*PAGED, "taxonomy_id", "top_only", "parent_id"),
}


class Asked(dict):
    """The parameters that were given, by name; what was not given is None. Unknown ones are not there at all."""

    def __missing__(self, _name: str) -> None:
        return None


def read(given: Mapping[str, str], names: Iterable[str]) -> Asked:
    """Raises Malformed. An empty value is none; a parameter nobody knows is passed over."""
    asked, errors = Asked(), {}
    for name in names:
        said = str(given.get(name, "")).strip()
        if not said:
            continue
        try:
            asked[name] = PARAMETERS[name].read(said)
        except ValueError as problem:
            errors[name] = f"{name} {problem}"
    if asked["proximity"] is not None and "postcode" not in asked and "postcode" not in errors:
        errors["proximity"] = "proximity needs a postcode to be measured from"
    if errors:
        raise Malformed(errors)
    return asked
