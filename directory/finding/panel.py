"""The filters as a page shows them: in groups, each with how many it would leave, and the address without it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.forms import BooleanField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from directory import sentences
from directory.finding import ways
from directory.forms import SearchForm

# A group's key and name, the fields in it, and whether it stands open when nothing in it is ticked.
GROUPS: list[tuple[str, str | Promise, tuple[str, ...], bool]] = [
    ("when", _("When"), ("when", "time"), True),
    ("day", _("Day of the week"), ("day",), False),
    ("need", _("What you would like"), ("need",), True),
    ("good", _("Good to know"), ("met", "places", "new", "free", "step_free"), True),
    ("cost", _("Cost"), ("cost", "budget"), False),
    ("access", _("Getting in"), ("access",), False),
    ("audience", _("Who it is for"), ("audience",), False),
    ("language", _("Language"), ("language",), False),
    ("kind", _("What kind"), ("kind", "how"), False),
]
SAID_TWICE = {"free", "step_free"}  # old addresses have them; the same stands under cost and getting in
QUICK = [("when", "today"), ("when", "weekend"), ("time", "evening")]
LONG = 8  # so many ticks are seen at once; the rest of a group unfolds


@dataclass(frozen=True)
class Tick:
    """A filter: its name, whether it is on, how many it would leave; and when on, the address with it taken off."""

    name: str
    value: str
    label: str
    on: bool
    count: int
    without: str


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    ticks: list[Tick]
    open: bool

    @property
    def first(self) -> list[Tick]:
        """Those that are seen at once: all of a short group, and whatever is on."""
        if len(self.ticks) <= LONG + 1:
            return self.ticks
        shown = self.ticks[:LONG]
        return [*shown, *(tick for tick in self.ticks[LONG:] if tick.on)]

    @property
    def more(self) -> list[Tick]:
        seen = self.first
        return [tick for tick in self.ticks if tick not in seen]

    @property
    def on(self) -> int:
        return sum(tick.on for tick in self.ticks)


def groups(form: SearchForm, query: QueryDict, facets: Mapping[str, int]) -> list[Group]:
    """What would leave nothing is left out, unless it is on."""
    found = (_group(form, query, facets, *group) for group in GROUPS)
    return [group for group in found if group.ticks]


def chips(form: SearchForm, query: QueryDict, groups: Iterable[Group]) -> list[tuple[str, str]]:
    """What is on, by name, and the address that takes it off."""
    ticked = [(tick.label, tick.without) for group in groups for tick in group.ticks if tick.on]
    return [*_said(form, query), *ticked]


def _said(form: SearchForm, query: QueryDict) -> Iterator[tuple[str, str]]:
    """What is asked for and not ticked: how far, and somebody's age."""
    if (miles := form.cleaned_data.get("within")) and form.cleaned_data.get("near"):
        yield _within(miles), ways.without(query, "within")
    if (age := form.cleaned_data.get("age")) is not None:
        yield gettext("Age %(age)s") % {"age": age}, ways.without(query, "age")


def _within(miles: float) -> str:
    return gettext("Within %(miles)s") % {"miles": sentences.miles(miles)}


def quick(groups: Iterable[Group], query: QueryDict) -> list[tuple[str, str]]:
    """What people ask for first, by name, and the address that has it on. What is on already is a chip to take off."""
    offered = {(tick.name, tick.value): tick for group in groups for tick in group.ticks if not tick.on}
    return [(offered[each].label, ways.having(query, *each)) for each in QUICK if each in offered]


def _group(
    form: SearchForm,
    query: QueryDict,
    facets: Mapping[str, int],
    key: str,
    label: str | Promise,
    names: Iterable[str],
    stands_open: bool,
) -> Group:
    ticks = [tick for name in names for tick in _ticks(form, query, facets, name)]
    is_asked = any(tick.on for tick in ticks) or (key == "audience" and form.cleaned_data.get("age") is not None)
    return Group(key, str(label), ticks, stands_open or is_asked)


def _ticks(form: SearchForm, query: QueryDict, facets: Mapping[str, int], name: str) -> Iterator[Tick]:
    """Those that would leave something, and those that are on: a page has a hundred that are neither."""
    said, field = form.cleaned_data.get(name), form.fields[name]
    if isinstance(field, BooleanField):
        choices = [(None, field.label, bool(said), facets.get(name, 0))]
    else:
        choices = [
            (code, label, code in (said or ()), facets.get(f"{name}:{code}", 0)) for code, label in field.choices
        ]
    for value, label, on, count in choices:
        if on or (count and name not in SAID_TWICE):
            off = ways.without(query, name, value) if on else ""
            yield Tick(name, value or "on", str(label), on, count, off)
