"""One record of a feed, in the shape of 3.0, 1.0 or what vendors make of them, as a listing of ours."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.openreferral import contact, particulars, place, times
from directory.openreferral.particulars import Cost, Provider, Room
from directory.openreferral.said import OURS
from directory.openreferral.text import first, line, plain, several, summary
from directory.states import Attending, Status

READER = "2"  # say another when a listing would be read differently: every record is then taken anew
FREE = {"free", "free of charge", "no cost", "no charge", "free to attend", "free entry", "nothing", "£0", "0"}
OLDEST = 120


class Refused(ValueError):
    """This record cannot become a listing; the message says why."""


@dataclass(frozen=True)
class Record:
    source_id: str
    organisation: str
    fields: dict[str, object]
    places: list[place.Place]
    times: list[times.Time]
    topics: list[str]
    notes: list[str]
    marks: list[str]  # the same topics by number or address, where the feed gives one
    costs: list[Cost]
    rooms: list[Room]
    provider: Provider
    codes: dict[str, list[str]]  # our own words for it, where the feed has them
    community: dict[str, object] | None
    instead: str
    is_ours: bool  # told by a directory like this one


def key(feed: str, kind: str, said: str) -> UUID:
    """The same id for the same thing of the same feed, for ever, where the feed has no UUID of its own."""
    return uuid5(OURS, f"{feed}\n{kind}\n{said}")


def source_id(raw: object) -> str:
    """Its id as the feed writes it: a UUID, a whole number, a code."""
    if not isinstance(raw, dict):
        raise Refused(_("it is not a record"))
    said = line(raw.get("id"), 200)
    if not said:
        raise Refused(_("it has no id"))
    return said.lower() if as_uuid(said) else said


def as_uuid(said: str) -> UUID | None:
    try:
        return UUID(said) if len(said) == 36 else None
    except ValueError:
        return None


def fingerprint(raw: dict, reader: str = READER) -> str:
    """Of what it says, whatever the order it says it in, and of how it is read."""
    told = json.dumps(raw, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(f"{reader}\n{told}".encode()).hexdigest()


def read(raw: dict) -> Record:
    """A listing, or Refused. Never writes, never asks the database."""
    name = line(raw.get("name"))
    if not name:
        raise Refused(_("it has no name"))
    organisation = next(iter(several(raw, "organization", "organisation")), {})
    owner = line(organisation.get("name")) or name
    reach = contact.read(raw, organisation, [name, owner])
    places, is_virtual, remarks = place.read(raw)
    meets, unread = times.read(raw)
    notes = [*reach.notes, *remarks, *unread]
    codes = particulars.codes(raw)
    fields = {"name": name, **_words(raw, notes), **_facts(raw, notes), **_contact(reach)}
    fields["attending"] = Attending.ONLINE if is_virtual else Attending.IN_PERSON
    if is_ours(raw):
        fields |= _our_own(raw, fields, codes)
    topics, marks = _topics(raw)
    return Record(
        source_id(raw),
        owner,
        fields,
        places,
        meets,
        topics,
        list(dict.fromkeys(notes)),
        marks,
        particulars.costs(raw),
        particulars.rooms(raw),
        particulars.provider(organisation, owner),
        codes,
        particulars.community(raw),
        line(next(iter(several(raw, "connect_closure")), {}).get("instead"), 40),
        is_ours(raw),
    )


def is_ours(raw: dict) -> bool:
    """Told by a directory like this one, which says more than the standard has words for."""
    return "connect_page" in raw


def _our_own(raw: dict, fields: dict, codes: dict[str, list[str]]) -> dict[str, object]:
    closure = next(iter(several(raw, "connect_closure")), {})
    reach = _age(raw.get("connect_reach_metres"), 1_000_000)
    one = {taxonomy: (found or [""])[0] for taxonomy, found in codes.items()}
    same = fields["description"] == fields["summary"] or fields["description"] == line(raw.get("connect_summary"), 300)
    return {
        "summary": line(raw.get("connect_summary"), 300),
        "description": "" if same else fields["description"],
        "fees": line(first(raw, "fees_description", "fees"), 300),
        "free": raw.get("connect_free") is True,
        "not_for": plain(raw.get("connect_not_for"), 2000),
        "first_time": plain(raw.get("connect_first_time"), 5000),
        "good_to_know": plain(raw.get("connect_good_to_know"), 5000),
        "met_at_door": raw.get("connect_met_at_door") is True,
        "personal_budget": raw["connect_personal_budget"]
        if raw.get("connect_personal_budget") in (True, False)
        else None,
        "transport": line(raw.get("connect_transport"), 300),
        "reach_metres": reach,
        "shut_from": times.day(closure.get("from")),
        "reopens_on": times.day(closure.get("until")),
        "shut_because": line(closure.get("because"), 200),
        "status": Status.SHUT if closure else fields["status"],
        "function": one.get("function", ""),
        "joining": one.get("attending_access", ""),
        "gender": one.get("gender", ""),
        "attending": one.get("attending_type", fields["attending"]),
        "wellbeing": codes.get("wellbeing", []),
    }


def _words(raw: dict, notes: list[str]) -> dict[str, str]:
    description = plain(raw.get("description"))
    if description != str(raw.get("description") or "").replace("\r\n", "\n").strip() and "<" in str(
        raw.get("description")
    ):
        notes.append(_("markup was taken out of the description"))
    eligible = [line(each.get("eligibility"), 500) for each in several(raw, "eligibilitys", "eligibility")]
    return {
        "description": description,
        "summary": line(raw.get("summary"), 300) or summary(description),
        "who_comes": plain(raw.get("eligibility_description"), 2000) or "\n".join(filter(None, eligible)),
        "how_to_join": plain(raw.get("application_process"), 2000),
    }


def _facts(raw: dict, notes: list[str]) -> dict[str, object]:
    fees = _fees(raw)
    return {
        "status": _status(raw, notes),
        "fees": fees,
        "free": fees.lower().rstrip(".!") in FREE,
        "languages": [
            said for each in several(raw, "languages") if (said := line(first(each, "name", "language"), 60))
        ],
        "url": _address(raw, notes),
        "verified_at": _assured(raw),
        **_ages(raw, notes),
    }


def _contact(reach: contact.Contact) -> dict[str, object]:
    return {"contact_phone": reach.phone, "contact_email": reach.email, "contact_public": reach.public}


def _status(raw: dict, notes: list[str]) -> str:
    said = line(raw.get("status")).lower()
    if said in Status.values:
        return said
    if not said:
        return Status.ACTIVE
    notes.append(_("a status we do not know: kept unpublished"))
    return Status.INACTIVE


def _fees(raw: dict) -> str:
    """In words. A feed that says both "free" and a price is taken at its price: nobody should stand there without."""
    said = line(first(raw, "fees_description", "fees"), 300)
    options = [option for each in several(raw, "cost_options") if (option := _cost(each))]
    return said or "; ".join(options)[:300] or ("Free" if raw.get("free") is True else "")


def _cost(option: dict) -> str:
    words = line(first(option, "amount_description", "option"), 120)
    try:
        amount = float(option.get("amount"))
    except (TypeError, ValueError, OverflowError):
        return words
    pounds = f"£{amount:.2f}".removesuffix(".00") if amount else "Free"
    return f"{pounds} {words}".strip() if 0 <= amount < 100_000 else words


def _ages(raw: dict, notes: list[str]) -> dict[str, int | None]:
    """-1, 0 and 999 are how feeds say that there is no limit."""
    holders = [raw, *several(raw, "eligibilitys", "eligibility")]
    least = next(filter(None, (_age(first(each, "minimum_age", "min_age")) for each in holders)), None)
    most = next(filter(None, (_age(first(each, "maximum_age", "max_age")) for each in holders)), None)
    if least and most and least > most:
        notes.append(_("the ages are the wrong way round and were left out"))
        least = most = None
    return {"minimum_age": least, "maximum_age": most}


def _age(value: object, most: int = OLDEST) -> int | None:
    try:
        years = int(float(value)) if not isinstance(value, bool) else 0
    except (TypeError, ValueError, OverflowError):
        return None
    return years if 0 < years <= most else None


def _address(raw: dict, notes: list[str]) -> str:
    found = particulars.web(raw.get("url"))
    if not found and line(raw.get("url")):
        notes.append(_("a web address could not be read"))
    return found


def _assured(raw: dict) -> datetime | None:
    """Noon of that day, which is the same day everywhere we are."""
    found = times.day(first(raw, "assured_date"))
    if not found or found > timezone.localdate():
        return None
    return datetime(found.year, found.month, found.day, 12, tzinfo=UTC)


def _topics(raw: dict) -> tuple[list[str], list[str]]:
    """What it is about: the names of its topics in whichever taxonomy it uses, and their numbers or addresses."""
    terms: list[dict] = several(raw, "taxonomies")
    for holder, name in ((each, name) for each in several(raw, "attributes", "service_taxonomys") for name in TERMS):
        terms += several(holder, name)
    names = [said for each in terms if (said := line(each.get("name"), 80))]
    names += [said for each in several(raw, "pc_targetAudience") if (said := line(each.get("audienceType"), 80))]
    marks = [said for each in terms for name in MARKS if (said := line(each.get(name), 120)) and not as_uuid(said)]
    return names, list(dict.fromkeys(marks))


TERMS = ("taxonomy_term", "taxonomy")
MARKS = ("id", "code", "term_uri", "slug")
