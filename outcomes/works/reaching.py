"""Who reaches whom: doors and kinds of group, organisations against chance, wards side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outcomes.disclosure import HIDDEN, Shown
from outcomes.drawing import (
    Dot,
    Finding,
    Link,
    Panel,
    Picture,
    Table,
    amount,
    flow,
    funnel_plot,
    label_of,
    limits,
    picture,
    small_multiples,
    worded,
)  # fmt: skip
from outcomes.figures.counting import OTHERS
from outcomes.figures.counts.flows import BETWEEN, DOORS, KINDS
from outcomes.figures.lattice import Level
from outcomes.works.history import History

Ways = dict[tuple[str, str], Shown]
MOST_WARDS = 24


def findings(history: History) -> list[Finding]:
    return [one for one in (ways(history), organisations(history), wards(history)) if one]


# Doors and kinds -------------------------------------------------------------------------------


def ways(history: History) -> Finding | None:
    shown = {tuple(key.split(BETWEEN)): n for key, _title, n in history.board.categories("introductions_by_way")}
    used: Ways = {way: n for way, n in shown.items() if n not in (0, "-")}
    if not used:
        return None
    strongest = _strongest(used)
    return Finding(
        name="ways", said=_ways_said(strongest),
        deck=_("From who asked (left) to the kind of group people were introduced to (right). Width is the number of "
               "introductions. Dotted: 1 to 7, or kept back so that nobody works those out; always the same."),
        pictures=[_ways_drawn(used, strongest)], lead=_("Befriending holds people; groups join them up."),
        notes=[_("Which is right depends on the person. A door that leads to one kind alone may not know of the "
                 "others."), _("The sums at both ends are of what is shown: “+” where something hidden comes on top.")],
        measures=(31, 1),
    )  # fmt: skip


def _strongest(used: Ways) -> tuple[str, str] | None:
    """The way most introductions took."""
    known = {way: n for way, n in used.items() if isinstance(n, int)}
    return max(known, key=lambda way: known[way]) if known else None


def _ways_said(way: tuple[str, str] | None) -> str:
    if way is None:
        return _("Too few introductions from any one door to say where they lead")
    said = {"door": str(DOORS[way[0]][0]).lower(), "kind": str(KINDS[way[1]][0]).lower()}
    return _("The broadest way leads from %(door)s to %(kind)s") % said


def _ways_drawn(used: Ways, strongest: tuple[str, str] | None) -> Picture:
    kinds = [str(title) for title, _ones in KINDS.values()]
    named = {key: str(title) for key, (title, _ones) in (*DOORS.items(), *KINDS.items())}
    links = [
        Link.of(named[a], named[b], used[a, b], "note" if (a, b) == strongest else "rest")
        for a in DOORS for b in KINDS if (a, b) in used
    ]  # fmt: skip
    totals = _ends(links)
    cells = [(named[a], *(used.get((a, b), 0) for b in KINDS), totals[named[a]]) for a in DOORS if named[a] in totals]
    last = (_("All"), *(totals.get(kind, "0") for kind in kinds), "")
    title = _("Introductions, by who asked and the kind of group")
    table = Table(title, [_("Who asked"), *kinds, _("All")], cells, last)
    heads = (_("Who asked"), _("Kind of group"))
    return picture("ways-chart", title, partial(flow, links, totals=totals, heads=heads), table=table)


def _ends(links: Sequence[Link]) -> dict[str, str]:
    """What is shown of each door and kind, added up: no more is told than the cells tell."""
    sums, more = defaultdict(int), set()
    for link in links:
        for end in (link.source, link.target):
            sums[end] += link.value or 0
            if link.value is None:
                more.add(end)
    return {end: (HIDDEN if not n else f"{label_of(n)}+" if end in more else label_of(n)) for end, n in sums.items()}


# Organisations ---------------------------------------------------------------------------------


def organisations(history: History) -> Finding | None:
    """A funnel plot and no league table: is one different, or only small?"""
    board = history.board
    overall = board.share("went", "offered").shown
    dots = _dots(history)
    if not dots or not isinstance(overall, int):
        return None
    outside = [dot for dot in dots if dot.is_outside(overall)]
    return Finding(
        name="organisations", said=_organisations_said(len(dots), len(outside)),
        deck=_("Each mark is an organisation that asked: how many of its people were expected at a first session "
               "(across), and the share who are known to have gone (up). The bands are where 95 and 99.8 in a hundred "
               "would lie if all were like the whole area."),
        pictures=[_plot(dots, overall, board.place.name)], lead=_("Not a league table."),
        notes=[_("Small organisations swing widely by luck. A mark outside is a question to ask, such as who is "
                 "referred and how far they must travel. It is no verdict."),
               _("Organisations with too few people are left out. No worker is ever shown.")],
        measures=(15,),
    )  # fmt: skip


def _dots(history: History) -> list[Dot]:
    board, found = history.board, []
    for key, name, n in board.categories("offered_by_organisation"):
        one = board.share("went_by_organisation", "offered_by_organisation", key)
        if key != OTHERS and isinstance(n, int) and n and isinstance(one.shown, int):
            found.append(Dot(name, n, min(one.shown, 100)))
    return sorted(found, key=lambda dot: dot.label.casefold())


def _organisations_said(dots: int, outside: int) -> str:
    if not outside and dots == 2:
        return _("Both organisations are where chance alone would put them")
    if not outside:
        return ngettext(
            "The one organisation shown is where chance alone would put it",
            "All %(n)s organisations are where chance alone would put them", dots,
        ) % {"n": dots}  # fmt: skip
    return ngettext(
        "%(m)s of %(n)s organisations is where chance alone would not put it: worth asking about",
        "%(m)s of %(n)s organisations are where chance alone would not put them: worth asking about", outside,
    ) % {"m": outside, "n": dots}  # fmt: skip


def _plot(dots: Sequence[Dot], overall: int, place: str) -> Picture:
    title = _("Share who went, by organisation, in the order of the alphabet")
    cells = [(dot.label, int(dot.n), worded(int(dot.share), "%"), _chance(overall, dot.n)) for dot in dots]
    heads = [_("Organisation"), _("Expected"), _("Share who went"), _("By chance alone")]
    drawn = partial(
        funnel_plot, dots, mean=overall, last=max(40, max(dot.n for dot in dots) * 1.1),
        x_label=_("People expected"), mean_label=f"{place} {overall}%",
    )  # fmt: skip
    return picture("organisations-chart", title, drawn, table=Table(title, heads, cells))


def _chance(overall: int, n: float) -> str:
    low, high = limits(overall / 100, n)
    return _("%(low)s%% to %(high)s%%") % {"low": round(100 * low), "high": round(100 * high)}


# Wards -----------------------------------------------------------------------------------------


def wards(history: History) -> Finding | None:
    """How many were introduced in each ward, period by period, on one scale."""
    board = history.board
    rows = [(code, name) for code, name, _n in board.by_place("introduced", Level.WARD)][:MOST_WARDS]
    if len(rows) < 2 or len(history.boards) < 2:
        return None
    series = {code: [one.shown("introduced", place=code) for one in history.boards] for code, _name in rows}
    high = max((amount(n) or 0 for some in series.values() for n in some), default=0) or 10
    return Finding(
        name="wards", said=_wards_said({name: series[code] for code, name in rows}),
        deck=_("People referred in each period who had been introduced to a group when it was frozen, by the ward they "
               "live in. The same scale for all, in the order of the alphabet. Hatched: hidden."),
        pictures=[_panels(history, rows, series, high)], measures=(18,),
        notes=[_("Wards are of different size: a taller column may only mean that more people live there.")],
    )  # fmt: skip


def _wards_said(series: dict[str, Sequence[Shown]]) -> str:
    """Who rose all the way, of those shown in every period; otherwise nothing is made of it."""
    rising = [
        name for name, some in series.items()
        if all(isinstance(n, int) for n in some) and all(a <= b for a, b in pairwise(some)) and some[-1] > some[0]
    ]  # fmt: skip
    if len(rising) == 1:
        return _("In %(ward)s more people are introduced from period to period") % {"ward": rising[0]}
    return _("How many people are introduced, ward by ward")


def _panels(history: History, rows: Sequence[tuple[str, str]], series: dict[str, list[Shown]], high: float) -> Picture:
    panels = [
        Panel(name, tuple(amount(n) for n in series[code]), _("latest %(n)s") % {"n": worded(series[code][-1])})
        for code, name in rows
    ]
    title, periods = _("People introduced, by ward and period"), [one.period.title for one in history.boards]
    table = Table(title, [_("Ward"), *periods], [(name, *series[code]) for code, name in rows])
    drawn = partial(small_multiples, panels, high=high, unit="", ends=(periods[0], periods[-1]))
    return picture("wards-chart", title, drawn, table=table)
