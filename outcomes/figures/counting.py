"""What a figure is before it is counted: the month it is counted for, a count, a value, and how the lattice shows it.

A count is a list of things (referrals, introductions, listings) that happened in one month, each in a ward. A quarter
is its three months and a year its twelve, added up as they were counted: so a thing belongs to one month for ever. What
needs time to come true (went within 26 weeks) belongs to the month in which that time was over: see `Span.over_after`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import wraps
from typing import Any

from django.db.models import Q

from connect.places.models import Area
from outcomes.figures.lattice import Grain, Level
from outcomes.periods import bounds


@dataclass(frozen=True, slots=True)
class Span:
    """One month of one authority, as far as it was known at the moment `until`."""

    month: date
    wards: Sequence[Area]
    until: datetime
    nation: str
    kept: dict[Hashable, list] = field(default_factory=dict, compare=False, repr=False)  # see `once`

    @property
    def start(self) -> datetime:
        return bounds(self.month)[0]

    @property
    def end(self) -> datetime:
        """The moment at which the next month begins."""
        return bounds(self.month)[1]

    def within(self, moment: str) -> Q:
        """What happened in the month: the field holds a moment."""
        return Q(**{f"{moment}__gte": self.start, f"{moment}__lt": self.end})

    def over_after(self, moment: str, window: timedelta) -> Q:
        """What happened just so long ago that its window was over in this month."""
        return Q(**{f"{moment}__gte": self.start - window, f"{moment}__lt": self.end - window})


def once(rows: Callable[..., Iterable[Any]]) -> Callable[..., list[Any]]:
    """For a function of a span: asked once, however many counts are made of its rows."""

    @wraps(rows)
    def kept(span: Span, *which: Hashable) -> list[Any]:
        if (rows, which) not in span.kept:
            span.kept[rows, which] = list(rows(span, *which))
        return span.kept[rows, which]

    return kept


@dataclass(frozen=True, slots=True)
class Thing:
    """One that is counted: in a ward (its primary key), in a category of the cut, about somebody (or itself)."""

    ward: int
    category: str = ""
    subject: Hashable = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation of a value. `whole` is false for somebody who is still waiting (the wait so far)."""

    ward: int
    value: Any
    whole: bool = True


class About(Enum):
    """People are rounded and hidden; things (listings, sessions, pounds) are shown as they are."""

    PEOPLE = "people"
    THINGS = "things"


OTHERS = "others"  # the small ones of an open cut, together
Shape = Mapping[Grain, Sequence[Level]]
FINE: Shape = dict.fromkeys(Grain, (Level.WARD, Level.LOCALITY, Level.WHOLE))
COARSE: Shape = dict.fromkeys((Grain.QUARTER, Grain.YEAR), (Level.LOCALITY, Level.WHOLE))
WHOLE: Shape = dict.fromkeys((Grain.QUARTER, Grain.YEAR), (Level.WHOLE,))
BY_WARD_A_YEAR: Shape = {Grain.QUARTER: (Level.WHOLE,), Grain.YEAR: (Level.WARD, Level.WHOLE)}


@dataclass(frozen=True, slots=True)
class Cut:
    """A fixed division. `sensitive`: nobody may learn that all of some people are in one category.

    Without categories (organisations) each name is one, and those of few people are shown together as others.
    """

    key: str
    title: Any
    categories: tuple[tuple[str, Any], ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many. `part_of` names the count whose part it is, thing by thing, in the same ward and month.

    `total` names, for a count by a cut, the count that it divides. `standing`: how many there were at the month's end,
    so that a quarter's is its last month's.
    """

    key: str
    title: Any
    counted: Callable[[Span], Iterable[Thing]]
    part_of: str = ""
    total: str = ""
    cut: Cut | None = None
    shape: Mapping[Grain, Sequence[Level]] = field(default_factory=lambda: FINE)
    about: About = About.PEOPLE
    standing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What is worked out of all observations together (a median, a curve): for eight people or more, of coarse places.

    `worked` gets the observations of the place and period and gives the words and numbers that are shown.
    """

    key: str
    title: Any
    gathered: Callable[[Span], Iterable[Seen]]
    worked: Callable[[Sequence[Seen]], Mapping[str, Any]]
    shape: Mapping[Grain, Sequence[Level]] = field(default_factory=lambda: COARSE)
    about: About = About.PEOPLE
    standing: bool = False


class Kind(Enum):
    COUNT = "count"
    SHARE = "share"  # part of whole, with its interval
    RANGE = "range"  # part of whole at worst; with what is not known, at best
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One of the numbered measures of `outcomes.md` 5.2, in words, and the counts and values it is shown from.

    `part`, `whole` (and `unknown` for a range) are keys of counts. `also`: keys of counts that divide it or stand
    beside it; `values`: keys of values. `reference`: (value, words), a line to hold it against and never a pass mark.
    """

    number: int
    key: str
    title: Any
    kind: Kind
    what: Any
    of: Any = ""
    notes: tuple[Any, ...] = ()
    part: str = ""
    whole: str = ""
    unknown: str = ""
    also: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    reference: tuple[float, Any] | None = None
