"""The rules of Open Referral UK 3.0 as checks of our own, by their numbers in the list; each says what is wrong."""

import json
import re
from pathlib import Path
from uuid import UUID

from jsonschema import Draft202012Validator

PAGE = json.loads((Path(__file__).parents[2] / "golden/strict_page.schema.json").read_text())
NEEDED = {  # what the profile cannot do without, by what a thing hangs under
    "service": ("id", "name", "status", "organization_id", "organization"),
    "organization": ("id", "name", "description"),
    "location": ("id", "location_type"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "phones": ("id", "number"),
    "organization_identifiers": ("id", "identifier", "identifier_type"),
    "taxonomy": ("id", "name", "description"),
    "taxonomy_term": ("id", "name", "description"),
}
URIS = ("url", "website", "uri", "term_uri", "logo", "connect_page", "openapi_url", "profile")
NUMBERS = ("minimum_age", "maximum_age", "latitude", "longitude", "amount", "available", "maximum", "interval", "count")
MOMENTS = ("last_modified", "updated")
STATUSES = ("active", "temporarily closed")
URI = re.compile(r"https?://[A-Za-z0-9.\-]+(:\d+)?(/([A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*)?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def walk(value, under):
    """Every object with the name it hangs under."""
    if isinstance(value, dict):
        yield under, value
        for name, each in value.items():
            yield from walk(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each, under)


def wrong(document, kind):
    """C5, C6, Q4, Q5, L3, M1 to M4: what is wrong with one document, by the rule."""
    found = []
    for under, each in walk(document, kind):
        found += [f"C5 {under}.{name}" for name, value in each.items() if value is None or value == "" or value == []]
        found += [f"L3 {under} without {name}" for name in NEEDED.get(under, ()) if name not in each]
        found += [f"Q4 {name}" for name in URIS if each.get(name) and not URI.fullmatch(each[name])]
        found += [f"Q4 {name}" for name in MOMENTS if each.get(name) and not MOMENT.fullmatch(each[name])]
        found += [
            f"Q4 {name}" for name, value in each.items() if (name == "id" or name.endswith("_id")) and not uuid(value)
        ]
        found += [f"Q5 {name}" for name in NUMBERS if name in each and type(each[name]) not in (int, float)]
    if kind == "service":
        found += [] if document.get("status") in STATUSES else ["C6 status"]
        found += ["C6 assurer_email"] if "assurer_email" in document else []
        found += ["L3 freq" for row in document.get("schedules", []) if row.get("freq") not in ("WEEKLY", "MONTHLY")]
    keys = [each["id"] for under, each in walk(document, kind) if "id" in each and under != "taxonomy_term"]
    return found + ([] if len(set(keys)) == len(keys) or kind != "service" else ["L3 an id twice"])


def uuid(value):
    try:
        return str(UUID(value)) == value
    except (ValueError, AttributeError, TypeError):
        return False


def wrong_page(page, asked, number):
    """L2, L4, Q2, Q3: what is wrong with an envelope, asked for `asked` items a page."""
    found = [f"L2 {error.message}" for error in Draft202012Validator(PAGE).iter_errors(page)]
    if found:
        return found
    items, last = len(page["contents"]), page["total_pages"]
    expected = {
        "page_number": number,
        "first_page": number == 1,
        "last_page": number == last,
        "empty": items == 0,
        "size": items,
        "total_pages": max(-(-page["total_items"] // asked), 1),
    }
    found = [f"L4 {name}" for name, value in expected.items() if page[name] != value]
    return found + ([] if items == asked or number == last else ["L4 contents"])


def wrong_root(told):
    """L1."""
    version = [] if told.get("version") == "HSDS-UK-3.0" else ["L1 version"]
    return version + [f"L1 {name}" for name in ("profile", "openapi_url") if not URI.fullmatch(told.get(name, ""))]


def wrong_answer(response):
    """C1, C3, C4: what is wrong with any answer, whatever was asked."""
    found = [] if response.headers.get("Access-Control-Allow-Origin") == "*" else ["C3"]
    kind = response.headers.get("Content-Type", "").split(";")[0]
    return found + ([] if kind in ("application/json", "application/x-ndjson") else ["C4"])
