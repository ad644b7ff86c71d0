"""The filters as a page shows them: in groups, each with how many it would leave, and the address without it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from django.forms import BooleanField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.finding import ways
from directory.forms import SearchForm

# What a group is called, the fields in it, and whether it stands open when nothing in it is ticked.
GROUPS: list[tuple[str | Promise, tuple[str, ...], bool]] = [
    (_("What you would like"), ("need",), True),
    (_("When"), ("when", "day", "time"), True),
    (_("Good to know"), ("met", "free", "step_free", "places", "new"), True),
    (_("Cost"), ("cost", "budget"), False),
    (_("Getting in and around"), ("access",), False),
    (_("Who it is for"), ("audience", "age"), False),
    (_("Language"), ("language",), False),
    (_("What kind"), ("kind", "how"), False),
]
QUICK = [("when", "today"), ("when", "weekend"), ("time", "evening")]
LONG = 8  # so many ticks are seen at once; the rest of a group unfolds


@dataclass(frozen=True)
class Tick:
    """A filter: what it is called, whether it is on, how many it would leave, and the address with it taken off."""

    name: str
    value: str
    label: str
    on: bool
    count: int
    without: str


@dataclass(frozen=True)
class Group:
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
        return [tick for tick in self.ticks if tick not in self.first]

    @property
    def on(self) -> int:
        return sum(tick.on for tick in self.ticks)


def groups(form: SearchForm, query: QueryDict, facets: Mapping[str, int]) -> list[Group]:
    """What would leave nothing is left out, unless it is on."""
    found = (_group(form, query, facets, *group) for group in GROUPS)
    return [group for group in found if group.ticks]


def on(groups: Iterable[Group]) -> list[Tick]:
    return [tick for group in groups for tick in group.ticks if tick.on]


def quick(groups: Iterable[Group], query: QueryDict) -> list[tuple[str, str]]:
    """What people ask for first, by name, and the address that has it on. What is on already is a chip to take off."""
    offered = {(tick.name, tick.value): tick for group in groups for tick in group.ticks if not tick.on}
    return [(offered[each].label, ways.having(query, *each)) for each in QUICK if each in offered]


def _group(
    form: SearchForm,
    query: QueryDict,
    facets: Mapping[str, int],
    label: str | Promise,
    names: Iterable[str],
    stands_open: bool,
) -> Group:
    ticks = [tick for name in names if name in form.fields for tick in _ticks(form, query, facets, name)]
    offered = [tick for tick in ticks if tick.count or tick.on]
    return Group(str(label), offered, stands_open or any(tick.on for tick in offered))


def _ticks(form: SearchForm, query: QueryDict, facets: Mapping[str, int], name: str) -> list[Tick]:
    said, field = form.cleaned_data.get(name), form.fields[name]
    if isinstance(field, BooleanField):
        return [Tick(name, "on", str(field.label), bool(said), facets.get(name, 0), ways.without(query, name))]
    off = partial(ways.without, query, name)
    chosen = said if isinstance(said, list | tuple) else [said]
    return [
        Tick(name, str(value), str(label), value in chosen, facets.get(f"{name}:{value}", 0), off(str(value)))
        for value, label in field.choices
        if value
    ]
