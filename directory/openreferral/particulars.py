"""What hangs on a listing, from a feed: prices, room, who provides it, our own codes, an online community."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.dateparse import parse_datetime

from directory.openreferral import contact, times
from directory.openreferral.text import first, line, plain, several
from directory.openreferral.vocabulary import FIXED
from directory.states import Platform, Scheme

DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
WAIT = re.compile(r"(\d{1,3})\s*(day|week|fortnight|month)", re.IGNORECASE)
MOST = 40  # of anything; a feed that says more says nothing
# How feeds call the registers we know, when they do not use the codes of org-id.guide.
REGISTERS = (
    (re.compile(r"scot.*charity|oscr", re.IGNORECASE), Scheme.CHARITY_SCOTLAND),
    (re.compile(r"northern ireland.*charity|charity.*northern ireland", re.IGNORECASE), Scheme.CHARITY_NI),
    (re.compile(r"charit", re.IGNORECASE), Scheme.CHARITY_EW),
    (re.compile(r"compan", re.IGNORECASE), Scheme.COMPANY),
    (re.compile(r"cqc|care quality", re.IGNORECASE), Scheme.CQC),
    (re.compile(r"ofsted", re.IGNORECASE), Scheme.OFSTED),
    (re.compile(r"\bods\b|nhs", re.IGNORECASE), Scheme.ODS),
)


@dataclass(frozen=True)
class Cost:
    option: str
    amount: float | None
    amount_description: str


@dataclass(frozen=True)
class Room:
    """Somebody's word for how much room there is; `schedule` is the feed's id of one time, "" for all of it."""

    available: int | None
    maximum: int | None
    waiting_days: int | None
    said_at: datetime | None
    schedule: str = ""


@dataclass(frozen=True)
class Provider:
    description: str = ""
    website: str = ""
    email: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


def costs(raw: dict) -> list[Cost]:
    return [cost for row in several(raw, "cost_options")[:MOST] if (cost := _cost(row))]


def _cost(row: dict) -> Cost | None:
    words = line(first(row, "option", "cost_type"), 120)
    amount = _number(row.get("amount"))
    said = line(row.get("amount_description"), 200)
    told = amount is not None and 0 <= amount < 100_000
    return Cost(words or said[:120] or "", round(amount, 2) if told else None, said) if words or said or told else None


def _number(value: object) -> float | None:
    try:
        found = float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        return None
    return found if found is not None and found == found and abs(found) != float("inf") else None


def rooms(raw: dict) -> list[Room]:
    """What is said of places free and of the wait; where both are said of the whole they are one word."""
    waits = days_to_wait(line(raw.get("wait_time")))
    found = [_room(row, waits) for row in several(raw, "service_capacity", "service_capacities")[:MOST]]
    told = [room for room in found if (room.available, room.maximum, room.waiting_days) != (None, None, None)]
    return told or ([Room(None, None, waits, None)] if waits is not None else [])


def _room(row: dict, waits: int | None) -> Room:
    of = line(row.get("connect_schedule_id"))
    said = _whole(row.get("connect_waiting_days"))
    return Room(
        _whole(row.get("available")),
        _whole(row.get("maximum")),
        said if said is not None or of or "connect_said_by" in row else waits,
        moment(row.get("updated")),
        of,
    )


def days_to_wait(said: str) -> int | None:
    """About 3 weeks; 2-3 weeks is the longer of the two."""
    if re.search(r"\bno wait|immediate", said, re.IGNORECASE):
        return 0
    found = [int(n) * DAYS[unit.lower()] for n, unit in WAIT.findall(said)]
    return min(max(found), 1000) if found else None


def _whole(value: object) -> int | None:
    found = _number(value)
    return int(found) if found is not None and 0 <= found <= 32_000 else None


def moment(value: object) -> datetime | None:
    """A moment that has been; one without a zone is taken as UTC."""
    try:
        found = parse_datetime(line(value, 40))
    except ValueError:
        return None
    if found is None:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found if found <= datetime.now(UTC) else None


def provider(organisation: dict, name: str) -> Provider:
    """An organisation as its feed tells it. A description that only says the name again says nothing."""
    description = plain(organisation.get("description"), 5000)
    address = line(organisation.get("email"), 254).lower()
    return Provider(
        "" if description.lower() in (name.lower(), "no description available") else description,
        web(first(organisation, "website", "url", "uri")),
        address if address and not contact.why_not(address, [name]) else "",
        tuple(dict.fromkeys(found for row in several(organisation, "organization_identifiers") if (found := _id(row)))),
    )


def _id(row: dict) -> tuple[str, str] | None:
    said = f"{line(row.get('identifier_scheme'))} {line(row.get('identifier_type'))}"
    number = line(row.get("identifier"), 40)
    known = next((scheme for scheme in Scheme.values if scheme in said.split()), None)
    scheme = known or next((scheme for pattern, scheme in REGISTERS if pattern.search(said)), None)
    return (str(scheme), number) if scheme and number else None


def web(value: object) -> str:
    said = line(value, 500)
    said = f"https://{said}" if said.lower().startswith("www.") else said
    try:
        URLValidator(schemes=["http", "https"])(said)
    except ValidationError:
        return ""
    return said


def codes(raw: dict) -> dict[str, list[str]]:
    """Our own terms, where a feed speaks them: `link_type` is the taxonomy, `code` the term. Others are only topics."""
    found: dict[str, list[str]] = {}
    for row in several(raw, "attributes"):
        taxonomy = line(row.get("link_type"), 40)
        for term in several(row, "taxonomy_term"):
            code = line(term.get("code"), 40)
            fixed = FIXED.get(taxonomy)
            if code and (code in fixed.values if fixed else taxonomy in ("need", "audience")):
                found.setdefault(taxonomy, []).append(code)
    return {taxonomy: list(dict.fromkeys(each)) for taxonomy, each in found.items()}


def community(raw: dict) -> dict[str, object] | None:
    """An online community as a document has it; only from a feed that tells it as we do."""
    said = next(iter(several(raw, "connect_community")), None)
    platform, address = (line(said.get("platform")), web(said.get("address"))) if said else ("", "")
    if platform not in Platform.values or not address:
        return None
    counted, active = times.day(said.get("members_counted_on")), times.day(said.get("last_active_on"))
    words = ("posts", "answers", "not_for", "joining_steps", "safe_to_join", "without_it")
    limits = {"posts": 120, "answers": 120, "not_for": 300}
    return {
        "platform": platform,
        "address": address,
        "members": _members(said.get("members")) if counted else None,
        "members_counted_on": _iso(counted),
        "is_open": said.get("is_open") if isinstance(said.get("is_open"), bool) else None,
        "last_active_on": _iso(active),
        **{name: plain(said.get(name), limits.get(name, 2000)) for name in words},
    }


def _members(value: object) -> int | None:
    found = _number(value)
    return int(found) if found is not None and 0 <= found < 2_000_000_000 else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
