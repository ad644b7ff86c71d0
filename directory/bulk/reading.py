"""A whole file against the directory: which listing each row is, what it would change, and what it is much like."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from directory import document
from directory.bulk import alike, columns, rows
from directory.bulk.alike import Match
from directory.bulk.cells import plain
from directory.bulk.columns import ID, Column
from directory.bulk.models import Upload
from directory.bulk.rows import Problem, Reading
from directory.document import Document
from directory.models import OnlineCommunity, Service, ServiceAtLocation

NEW, CHANGED, SAME, WRONG, LEFT_OUT = "new", "changed", "same", "wrong", "left out"
SEVERAL = object()


@dataclass
class Planned:
    """What one row would do. `choice` is "new", "leave" or the key of the listing it is; "" while nobody has said."""

    n: int
    name: str
    what: str
    reading: Reading
    texts: dict[str, str]
    service: Service | None = None
    matches: list[Match] = field(default_factory=list)
    choice: str = ""

    @property
    def chosen(self) -> str:
        """What counts while nobody has said: what is surely the same is not made twice."""
        if self.choice or not self.matches:
            return self.choice or "new"
        return str(self.matches[0].service.pk) if self.matches[0].is_sure else "new"


@dataclass
class Plan:
    rows: list[Planned]

    @property
    def counts(self) -> Counter:
        return Counter(row.what for row in self.rows)

    @property
    def to_take(self) -> int:
        return self.counts[NEW] + self.counts[CHANGED]

    @property
    def is_right(self) -> bool:
        return not self.counts[WRONG] and bool(self.to_take)

    @property
    def mark(self) -> str:
        """Of what was looked at: when the directory has moved on since, it is another."""
        said = [(row.n, row.what, row.service and str(row.service.pk), _known(row.reading.part)) for row in self.rows]
        return sha256(repr(said).encode()).hexdigest()[:32]


def _known(part: Document) -> str:
    """Without the keys that new places are given at each reading."""
    places = [{name: value for name, value in place.items() if name != "id"} for place in part.get("places") or ()]
    times = [{name: value for name, value in each.items() if name != "place"} for each in part.get("schedules") or ()]
    return repr(sorted({**part, "places": places, "schedules": times}.items(), key=lambda pair: pair[0]))


def plan(upload: Upload) -> Plan:
    """Asked of the directory as it is now; nothing is written."""
    table = {column.name: column for column in columns.table()}
    planned = [_row(said, table) for said in upload.rows]
    _find(planned, table)
    _no_row_twice(planned)
    documents = _documents(row.service.pk for row in planned if row.service)
    for row in planned:
        _read(row, table, documents, upload.what)
    _alike(planned, table, upload.what)
    return Plan(planned)


def _row(said: dict[str, Any], table: dict[str, Column]) -> Planned:
    row = Planned(
        said["n"], said["cells"].get("Name", ""), NEW, Reading(), said["cells"], choice=said.get("choice", "")
    )
    row.reading.problems += [Problem(each["column"], each["says"]) for each in said.get("problems", ())]
    return row


# ---------- which listing a row is ----------


def _find(planned: list[Planned], table: dict[str, Column]) -> None:
    """By our key; without one by its link, or by name and postcode where both are just the same."""
    by_key = _by_key(planned)
    by_link = _by_link(row.texts.get("Link", "") for row in planned)
    by_name = _by_name_and_postcode(planned, table)
    for row in planned:
        if row.texts.get(ID):
            _keyed(row, by_key)
            continue
        found = by_link.get(alike.link_of(row.texts.get("Link", ""))) or by_name.get(_name_and_postcode(row, table))
        if found is SEVERAL:
            row.reading.problems.append(
                Problem(
                    ID, _("Two listings have this name and postcode. Write the Connect ID of the one that is meant")
                )
            )
        else:
            row.service = found or None


def _by_key(planned: list[Planned]) -> dict[str, Service]:
    keys = {key for row in planned if (key := _as_key(row.texts.get(ID, "")))}
    return {str(service.pk): service for service in _services().filter(pk__in=keys)}


def _services() -> Any:
    return Service.objects.select_related("organisation", "merged_into").filter(is_template=False)


def _as_key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _keyed(row: Planned, by_key: dict[str, Service]) -> None:
    service = by_key.get(str(_as_key(row.texts[ID])))
    if service is None:
        row.reading.problems.append(Problem(ID, _("No listing has this ID. Clear the cell to make a new one")))
    elif service.merged_into_id:
        says = _("This listing is one with “%(name)s” now. Write %(key)s instead")
        told = {"name": service.merged_into.name, "key": service.merged_into_id}
        row.reading.problems.append(Problem(ID, says % told))
    else:
        row.service = service


def _by_link(links: Iterable[str]) -> dict[str, Any]:
    wanted = {link for text in links if text and (link := alike.link_of(text))}
    if not wanted:
        return {}
    found: dict[str, Any] = {}
    held = OnlineCommunity.objects.filter(pk__in=alike.with_links(wanted), service__merged_into=None)
    for community in held.select_related("service__organisation"):
        key = alike.link_of(community.address)
        found[key] = SEVERAL if key in found else community.service
    return found


def _name_and_postcode(row: Planned, table: dict[str, Column]) -> tuple[str, str]:
    try:
        postcode = table["Postcode"].kind.read(row.texts.get("Postcode", ""))
    except ValueError:
        postcode = ""
    return (plain(row.name), postcode) if row.name and postcode else ("", "")


def _by_name_and_postcode(planned: list[Planned], table: dict[str, Column]) -> dict[tuple[str, str], Any]:
    wanted = {key for row in planned if (key := _name_and_postcode(row, table))[0]}
    held = ServiceAtLocation.objects.filter(
        location__postcode__in={postcode for _name, postcode in wanted},
        service__merged_into=None, service__is_template=False,
    )  # fmt: skip
    found: dict[tuple[str, str], Any] = {}
    for each in held.select_related("service__organisation", "location"):
        key = (plain(each.service.name), each.location.postcode)
        if key in wanted:
            found[key] = SEVERAL if found.get(key, each.service) != each.service else each.service
    return found


def _no_row_twice(planned: list[Planned]) -> None:
    """Two rows for one listing, or the same new one twice: somebody has to say which."""
    first: dict[object, Planned] = {}
    for row in planned:
        if row.choice == "leave" or not (row.name or row.service):
            continue
        earlier = first.setdefault(_one(row), row)
        if earlier is not row:
            problem = Problem("Name", _("This is the same listing as in row %(n)d. Take one out") % {"n": earlier.n})
            row.reading.problems += [] if problem in row.reading.problems else [problem]


def _one(row: Planned) -> object:
    """What makes it one listing: its key, or name, postcode and link together."""
    if row.service:
        return row.service.pk
    postcode = row.texts.get("Postcode", "").replace(" ", "").upper()
    return plain(row.name), postcode, alike.link_of(row.texts.get("Link", ""))


# ---------- what it would do ----------


def _documents(keys: Iterable[UUID]) -> dict[UUID, Document]:
    chosen = Service.objects.filter(pk__in=set(keys)).order_by("pk")
    return {service.pk: said for service, said in document.of_each(chosen)}


def _read(row: Planned, table: dict[str, Column], documents: dict[UUID, Document], what: str) -> None:
    before = row.reading.problems
    row.reading = rows.read(table, row.texts, documents[row.service.pk] if row.service else None, what)
    row.reading.problems = [*before, *row.reading.problems]
    row.what = _what(row)


def _what(row: Planned) -> str:
    if row.choice == "leave":
        return LEFT_OUT
    if row.reading.problems:
        return WRONG
    if row.service is None:
        return NEW
    return CHANGED if row.reading.part else SAME


def _alike(planned: list[Planned], table: dict[str, Column], what: str) -> None:
    """For what would be new: listings that may be the same. Where one is chosen, the row is read against that one."""
    new = [row for row in planned if row.what in (NEW, LEFT_OUT) and row.service is None]
    for row, matches in zip(new, alike.find_each([row.reading.part for row in new]), strict=True):
        row.matches = matches
    chosen = [row for row in new if row.chosen not in ("new", "leave")]
    documents = _documents(key for row in chosen if (key := _as_key(row.chosen)))
    held = {str(service.pk): service for service in _services().filter(pk__in=documents)}
    for row in chosen:
        row.service = held.get(row.chosen)
        if row.service:
            _read(row, table, documents, what)
    _no_row_twice([row for row in planned if row.service])
    for row in chosen:
        row.what = _what(row)
