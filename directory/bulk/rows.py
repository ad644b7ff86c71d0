"""One row of a spreadsheet against what the directory says: what it would change, or what is wrong with it."""

import copy
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from directory import addresses, document
from directory.bulk import when
from directory.bulk.cells import EMPTY, LONGEST, Unread, clean, pounds
from directory.bulk.columns import COMMUNITIES, ID, Column
from directory.document import Document
from directory.states import Attending, Kind, Platform

A_FEW_MILES = 8047  # metres: whom an online community with an area is for, when nobody has said
# On Facebook a name alone may be a page's or somebody's own: no machine can tell, so somebody has to look.
BARE = re.compile(r"https://www\.facebook\.com/[^/?]+")


@dataclass(frozen=True)
class Problem:
    """`says` tells what to write there instead."""

    column: str
    says: str


@dataclass(frozen=True)
class Change:
    """For the eye: what a cell said and would say."""

    column: str
    was: str
    now: str


@dataclass
class Reading:
    """`part` is what would be written; empty when the row says what the listing says already."""

    part: Document = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Row:
    """A row at work: its texts by column, the document as it was and as it becomes."""

    columns: dict[str, Column]
    texts: dict[str, str]
    base: Document | None
    now: Document
    reading: Reading = field(default_factory=Reading)
    set: dict[str, Any] = field(default_factory=dict)  # column -> value, of the cells that say something new

    def wrong(self, column: str, says: str) -> None:
        """One thing a cell: what follows from it is no second mistake."""
        if not any(each.column == column for each in self.reading.problems):
            self.reading.problems.append(Problem(column, says))

    @property
    def is_new(self) -> bool:
        return self.base is None

    @property
    def has_looked(self) -> bool:
        return bool(self.set.get("Looked at"))


def blank(what: str) -> Document:
    """A listing that says nothing yet."""
    empty: Document = dict.fromkeys(document.PARTS, "")
    empty |= {
        "needs": [],
        "audiences": [],
        "costs": [],
        "places": [],
        "schedules": [],
        "wellbeing": [],
        "languages": [],
    }
    empty |= dict.fromkeys(
        ("publish_from", "publish_until", "shut_from", "reopens_on", "reach_metres", "minimum_age", "maximum_age",
         "personal_budget", "instead", "community"), None,
    )  # fmt: skip
    empty |= {"free": False, "met_at_door": False, "contact_public": False, "status": "active"}
    online = what == COMMUNITIES
    empty |= {
        "attending": str(Attending.ONLINE if online else Attending.IN_PERSON),
        "kind": str(Kind.COMMUNITY) if online else "",
    }
    return empty


def read(columns: dict[str, Column], texts: dict[str, str], base: Document | None, what: str) -> Reading:
    """Cell by cell, then what the cells mean together. An empty cell changes nothing."""
    row = Row(columns, texts, base, copy.deepcopy(base) if base is not None else blank(what))
    for name, column in columns.items():
        if name in texts and column.reads and name != ID:
            _cell(row, column, texts[name])
    for settle in TOGETHER:
        settle(row)
    _finish(row, what)
    return row.reading


def _cell(row: Row, column: Column, text: str) -> None:
    said = "" if row.base is None else column.show(row.base)
    if len(text) > LONGEST and not said.startswith(text[:LONGEST]):
        row.wrong(column.name, _("This is too long: use %(most)d letters or fewer") % {"most": LONGEST})
        return
    if row.base is not None and is_same(text, said):
        return
    try:
        value = copy.copy(column.kind.nothing) if text == EMPTY else column.kind.read(text)
    except Unread as problem:
        row.wrong(column.name, problem.message)
        return
    value = list(value) if isinstance(value, tuple) else value
    if row.base is not None and column.kind.says_the_same(column.kind.show(value), said):
        return
    row.set[column.name] = value
    if column.part in document.PARTS:
        _put(row.now, column.at, value)
        was = "" if row.base is None else column.kind.told(column.value(row.base))
        row.reading.changes.append(Change(column.name, was, column.kind.told(value)))


def is_same(text: str, said: str) -> bool:
    """As an export wrote it: Excel cuts what is too long for a cell, and so do we."""
    kept = clean(said)
    return clean(text) == kept or (len(text) >= LONGEST and kept.startswith(text[:LONGEST]))


def _put(now: Document, at: tuple[str | int, ...], value: Any) -> None:
    """Into the document, making a first place, a community or an admin where there is none."""
    part, *steps = at
    if not steps:
        now[part] = value
        return
    if part == "places":
        if not now["places"]:
            now["places"] = [{"id": str(uuid.uuid4())}]
        now["places"][0][steps[1]] = value
        return
    if not now["community"]:
        now["community"] = {"platform": "", "address": "", "admins": []}
    if steps[0] != "admins":
        now["community"][steps[0]] = value
        return
    admins = now["community"]["admins"]
    while len(admins) <= steps[1]:
        admins.append({"name": "", "agreed_on": None})
    admins[steps[1]][steps[2]] = value


# ---------- what the cells mean together ----------


def _named(row: Row) -> None:
    row.now["name"] = clean(row.now["name"])
    if not row.now["name"]:
        row.wrong("Name", _("Write what people call it"))
    if not row.now["organisation"]:
        row.now["organisation"] = row.now["name"]


def _costs(row: Row) -> None:
    """A bare price is written as one; "free" says so, unless another cell does not."""
    if "Cost" not in row.set or not row.now["fees"]:
        return
    price = pounds(row.now["fees"])
    if price is None:
        return
    row.now["fees"] = _("Free") if price == 0 else f"£{price:.2f}".removesuffix(".00")
    if "Free" not in row.set:
        row.now["free"] = price == 0


def _times(row: Row) -> None:
    if "Days and times" in row.set:
        place = row.now["places"][0]["id"] if row.now["places"] else None
        row.now["schedules"] = when.joined(row.set["Days and times"], (row.base or {}).get("schedules") or [], place)


def _link(row: Row) -> None:
    """The website, where its name alone cannot tell whose it is; the link of a community with its platform."""
    if "Website" in row.set and row.now["url"]:
        _checked(row, "Website", "", lambda kept: row.now.__setitem__("url", kept), row.now["url"])
    community = row.now["community"]
    if not community or any(each.column == "Link" for each in row.reading.problems):
        return
    if not community.get("address"):
        row.wrong("Link", _("Write the address of the group or page itself"))
        return
    if not community.get("platform") or ("Link" in row.set and "Platform" not in row.set and row.is_new):
        community["platform"] = addresses.platform_of(community["address"]) or str(Platform.OTHER)
    if {"Link", "Platform"} & set(row.set):
        _checked(
            row,
            "Link",
            community["platform"],
            lambda kept: community.__setitem__("address", kept),
            community["address"],
        )


def _checked(row: Row, column: str, platform: str, keep: Callable[[str], None], address: str) -> None:
    try:
        kept = addresses.check(address, platform)
    except addresses.BadAddress as problem:
        row.wrong(column, problem.message)
        return
    keep(kept)
    if BARE.fullmatch(kept) and not row.has_looked:
        row.wrong(column, _("This may be a person or a page. Look; if it is a page, write yes under “Looked at”"))


def _members(row: Row) -> None:
    community, today = row.now["community"], timezone.localdate().isoformat()
    if not community:
        return
    if community.get("members") is not None and not community.get("members_counted_on"):
        row.wrong("Counted on", _("Say on which day the members were counted"))
    for column, name in (("Counted on", "members_counted_on"), ("Last active", "last_active_on")):
        if column in row.set and (community.get(name) or "") > today:
            row.wrong(column, _("This day is still to come"))


def _admins(row: Row) -> None:
    """Nobody is named without the day on which they said yes."""
    community = row.now["community"]
    if not community or not any(column.startswith(("Admin", "About the admin")) for column in row.set):
        return
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    kept = []
    for n, admin in enumerate(community["admins"]):
        number = f" {n + 1}" if n else ""
        if not any(admin.values()):
            continue
        if not admin.get("name"):
            row.wrong(f"Admin name{number}", _("Write the admin's name, or leave the other cells about them empty"))
        elif not admin.get("agreed_on"):
            row.wrong(
                f"Admin said yes on{number}",
                _("Write the day on which they said yes to being named, or take the name out"),
            )
        elif admin["agreed_on"] >= tomorrow:
            row.wrong(f"Admin said yes on{number}", _("This day is still to come"))
        kept.append(admin)
    community["admins"] = kept


def _in_order(row: Row) -> None:
    pairs = (("minimum_age", "maximum_age", "Oldest age"), ("publish_from", "publish_until", "Publish until"))
    for first, last, column in pairs:
        low, high = row.now[first], row.now[last]
        if low not in (None, "") and high not in (None, "") and low > high:
            row.wrong(column, _("This comes before the other one"))


def _reach(row: Row) -> None:
    """An online community with an area is for that area; without one, for everybody."""
    if row.is_new and row.now["community"] and row.now["places"] and row.now["reach_metres"] is None:
        row.now["reach_metres"] = A_FEW_MILES


TOGETHER = (_named, _costs, _times, _link, _members, _admins, _in_order, _reach)


def _finish(row: Row, what: str) -> None:
    """What differs, and whether each of it fits."""
    was = row.base if row.base is not None else blank(what)
    part = {name: row.now[name] for name in document.differences(was, row.now)}
    if row.is_new:
        part |= {name: row.now[name] for name in ("name", "organisation", "attending", "kind")}
    row.reading.part = {name: value for name, value in part.items() if value is not None or not row.is_new}
    if row.reading.problems:
        return
    for name, words in document.problems(row.reading.part).items():
        column = next((each for each in row.set if row.columns[each].part == name), "")
        row.wrong(column or name, " ".join(words))
