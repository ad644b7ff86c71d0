"""The one table of columns: what each is called, which part of a listing it is, and how its cells are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from directory.bulk.cells import (
    Choice,
    Codes,
    Day,
    Email,
    Fixed,
    Link,
    Miles,
    OpenOrClosed,
    Phone,
    Postcode,
    Prices,
    Several,
    Whole,
    Words,
    YesNo,
    plain,
)
from directory.bulk.headings import HEADINGS, MEANT
from directory.bulk.models import Upload
from directory.bulk.when import Times
from directory.models import Audience, Need
from directory.states import Attending, Function, Gender, Joining, Kind, Platform, Status, Wellbeing

LISTINGS, COMMUNITIES = Upload.What.LISTINGS, Upload.What.COMMUNITIES
BOTH, HERE, ONLINE = (LISTINGS, COMMUNITIES), (LISTINGS,), (COMMUNITIES,)
ID = "Connect ID"
ADMINS = 3
# In a sheet of communities these stand first, in this order.
FRONT = [
    "Name", "Link", "Platform", "Members", "Counted on", "Open or closed", "Postcode", "Area", "About it",
    "Not for (community)", "Admin name", "Admin said yes on", "Last active", "Good to know",
]  # fmt: skip


@dataclass(frozen=True)
class Column:
    """`at` leads to the value in a document: a part, then places, the community or its admins inside it."""

    name: str
    at: tuple[str | int, ...]
    kind: Words
    example: str = ""
    sheets: tuple[str, ...] = HERE
    private: bool = False  # an organiser's own number: only editors get it in an export
    reads: bool = True  # otherwise it is there to be read by people, and left alone on the way in

    @property
    def part(self) -> str:
        return str(self.at[0])

    @property
    def says(self) -> str:
        return str(HEADINGS[self._row][0])

    @property
    def _row(self) -> str:
        return self.name if self.name in HEADINGS else self.name[:-2]  # "Admin name 2"

    @property
    def also(self) -> list[str]:
        number = "" if self._row == self.name else self.name[-2:]
        return [said + number for said in HEADINGS[self._row][1].split("|") if said]

    @property
    def named(self) -> set[str]:
        """Every heading it is known by, plain."""
        return {plain(said) for said in (self.name, *self.also)}

    def value(self, document: dict[str, Any]) -> Any:
        found: Any = document
        for step in self.at:
            if isinstance(step, int):
                found = found[step] if found and len(found) > step else None
            else:
                found = (found or {}).get(step)
        return found

    def show(self, document: dict[str, Any]) -> str:
        return self.kind.show(self.value(document))


def table() -> list[Column]:
    """Afresh for each file: what may be chosen from (needs, audiences) is the editors' to change."""
    return [*_what_it_is(), *_who_for(), *_cost_and_joining(), *_where(), *_reached(), *_community(), *_state()]


def of_sheet(what: str, columns: Iterable[Column] | None = None) -> list[Column]:
    """The columns of a template, in its order."""
    chosen = [column for column in columns or table() if what in column.sheets]
    if what == COMMUNITIES:
        chosen.sort(key=lambda column: FRONT.index(column.name) if column.name in FRONT else len(FRONT))
    return chosen


def _choice(choices: Any, name: str) -> Choice:
    return Choice(choices=choices, also=MEANT.get(name, ()))


def _what_it_is() -> list[Column]:
    return [
        Column("Name", ("name",), Words(200), "Example: Tuesday lunch club", BOTH),
        Column("Run by", ("organisation",), Words(200), "Example Trust (not a real one)", BOTH),
        Column("Kind", ("kind",), _choice(Kind, "Kind"), "A group"),
        Column("In a line", ("summary",), Words(300), "A hot lunch at shared tables.", BOTH),
        Column("About it", ("description",), Words(), "We eat, we talk, and somebody always washes up.", BOTH),
        Column("Function", ("function",), _choice(Function, "Function"), "Belonging"),
        Column("Needs", ("needs",), Codes(model=Need), "Company; Something to do", BOTH),
        Column("Five ways to wellbeing", ("wellbeing",), Fixed(choices=Wellbeing), "Connect"),
    ]


def _who_for() -> list[Column]:
    return [
        Column("For", ("audiences",), Codes(model=Audience), "Older people", BOTH),
        Column("Youngest age", ("minimum_age",), Whole(), "60"),
        Column("Oldest age", ("maximum_age",), Whole()),
        Column("Women or men", ("gender",), _choice(Gender, "Women or men"), "Anyone"),
        Column("Who comes", ("who_comes",), Words(), "People who live alone, mostly."),
        Column("Not for", ("not_for",), Words()),
        Column("Not for (community)", ("community", "not_for"), Words(300), "Not a selling page.", ONLINE),
        Column("Languages", ("languages",), Several(), "English; Welsh", BOTH),
        Column("First time", ("first_time",), Words()),
        Column("Good to know", ("good_to_know",), Words(), "", BOTH),
    ]


def _cost_and_joining() -> list[Column]:
    return [
        Column("Cost", ("fees",), Words(300), "£3.50 with tea"),
        Column("Free", ("free",), YesNo(), "no"),
        Column("Prices", ("costs",), Prices(), "Lunch £3.50; Tea free"),
        Column("Personal budget", ("personal_budget",), YesNo(nothing=None)),
        Column("How to start", ("joining",), _choice(Joining, "How to start"), "Ring first"),
        Column("How to start, in words", ("how_to_join",), Words()),
        Column("Met at the door", ("met_at_door",), YesNo(), "yes"),
        Column("Met by", ("met_by",), Words(120), "Example Olive"),
        Column("How it takes place", ("attending",), _choice(Attending, "How it takes place"), "In person"),
        Column("Reaches, in miles", ("reach_metres",), Miles(), "", BOTH),
        Column("Days and times", ("schedules",), Times(), "Tuesday 12:00-14:00"),
    ]


TICKS = {
    "Step-free": "step_free",
    "Hearing loop": "hearing_loop",
    "Accessible toilet": "accessible_toilet",
    "Changing place": "changing_place",
    "Blue Badge parking": "blue_badge_parking",
    "Quiet space": "quiet_space",
}


def _where() -> list[Column]:
    def at(name: str) -> tuple[str | int, ...]:
        return ("places", 0, name)

    return [
        Column("Place", at("name"), Words(200), "Example hall"),
        Column("Address", at("address_1"), Words(200), "1 Nowhere Street"),
        Column("Address, second line", at("address_2"), Words(200)),
        Column("Area", at("city"), Words(120), "Millrace", BOTH),
        Column("Postcode", at("postcode"), Postcode(), "KX2 4HD", BOTH),
        *(Column(name, at(field), YesNo(nothing=None)) for name, field in TICKS.items()),
        Column("Step-free, in words", at("step_free_note"), Words(200)),
        Column("Hearing loop, in words", at("hearing_loop_note"), Words(200)),
        Column("Getting in", at("access_note"), Words(300)),
        Column("Which door", at("directions"), Words(300)),
        Column("Getting there", ("transport",), Words(300)),
        Column("Address may be shown", at("address_public"), YesNo(nothing=True), "yes"),
        Column("Other places", ("other places",), Words(), reads=False),
    ]


def _reached() -> list[Column]:
    return [
        Column("Website", ("url",), Link(), "https://www.example.org/lunch", BOTH),
        Column("Contact name", ("contact_name",), Words(120), "Example Olive", BOTH, private=True),
        Column("Phone", ("contact_phone",), Phone(), "01632 960 999", BOTH, private=True),
        Column("E-mail", ("contact_email",), Email(), "olive@example.org", BOTH, private=True),
        Column("Contact may be shown", ("contact_public",), YesNo(), "no", BOTH),
    ]


def _community() -> list[Column]:
    def at(*steps: str | int) -> tuple[str | int, ...]:
        return ("community", *steps)

    return [
        Column("Link", at("address"), Link(), "https://www.facebook.com/groups/example-not-real", ONLINE),
        Column("Platform", at("platform"), _choice(Platform, "Platform"), "Facebook group", ONLINE),
        Column("Members", at("members"), Whole(most=100_000_000), "1250", ONLINE),
        Column("Counted on", at("members_counted_on"), Day(), "3 November 2026", ONLINE),
        Column("Open or closed", at("is_open"), OpenOrClosed(), "closed", ONLINE),
        Column("Looked at", ("looked at",), YesNo(), "", ONLINE),
        Column("Last active", at("last_active_on"), Day(), "1 November 2026", ONLINE),
        Column("Posts", at("posts"), Words(120), "", ONLINE),
        Column("Answers", at("answers"), Words(120), "", ONLINE),
        Column("How to join", at("joining_steps"), Words(), "", ONLINE),
        Column("Safe to join", at("safe_to_join"), Words(), "", ONLINE),
        Column("Without it", at("without_it"), Words(), "", ONLINE),
        *(column for n in range(ADMINS) for column in _admin(n)),
    ]


ADMIN = [
    ("Admin name", "name", Words(120), "Example Farida"),
    ("Admin said yes on", "agreed_on", Day(), "1 November 2026"),
    ("About the admin", "about", Words(200), ""),
    ("Admin training", "training", Words(120), ""),
    ("Admin trained on", "trained_on", Day(), ""),
]


def _admin(n: int) -> list[Column]:
    return [
        Column(f"{name} {n + 1}" if n else name, ("community", "admins", n, field), kind, "" if n else example, ONLINE)
        for name, field, kind, example in ADMIN
    ]


def _state() -> list[Column]:
    return [
        Column("Status", ("status",), _choice(Status, "Status"), "Open", BOTH),
        Column("Shut from", ("shut_from",), Day()),
        Column("Opens again on", ("reopens_on",), Day()),
        Column("Shut because", ("shut_because",), Words(200)),
        Column("Publish from", ("publish_from",), Day()),
        Column("Publish until", ("publish_until",), Day()),
        Column(ID, ("id",), Words(), "", BOTH),
        Column("Source", ("source",), Words(), "", BOTH, reads=False),
        Column("Licence", ("licence",), Words(), "", BOTH, reads=False),
        Column("Last checked", ("checked",), Words(), "", BOTH, reads=False),
    ]
