"""What every measure means, in words: its fraction, what it leaves out, where it is shown, how it is kept safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes.drawing import Bar, Column, Interval, Picture, Table, amount, bars, columns, intervals, picture, worded
from outcomes.figures import catalogue
from outcomes.figures.counting import About, Count, Kind, Measure, Shape
from outcomes.figures.lattice import Grain, Level
from outcomes.figures.reading import Board
from outcomes.works.history import History, short
from outcomes.works.telling import Line, between, line

# Where each is shown in a sentence, besides the list of all.
GROUPS: tuple[tuple[Any, Sequence[int]], ...] = (
    (gettext_lazy("Who asks, and what is decided"), (1, 2, 3, 4, 5, 6, 7, 39, 40)),
    (gettext_lazy("Waiting and being reached"), (8, 9, 10, 11, 12, 13, 28)),
    (gettext_lazy("Going, and keeping going"), (14, 15, 16, 31, 17)),
    (gettext_lazy("The journey and its ends"), (18, 19, 20)),
    (gettext_lazy("What changed for people"), (32, 33, 34)),
    (gettext_lazy("Who is reached"), (35, 36, 37, 38)),
    (gettext_lazy("What there is, and what is missing"), (21, 22, 23, 24, 25, 27)),
    (gettext_lazy("The work itself"), (26, 29, 30, 41, 42, 43)),
)


def grouped(board: Board | None) -> list[tuple[str, list[Line]]]:
    """Every measure under its group; without a board the words alone."""
    known, done = catalogue.measures(), set()
    found = []
    for title, numbers in GROUPS:
        ones = [known[n] for n in numbers if n in known]
        done.update(numbers)
        found.append((str(title), [_line(board, one) for one in ones]))
    rest = [one for n, one in known.items() if n not in done]
    found.append((_("Besides"), [_line(board, one) for one in rest]))
    return [(title, lines) for title, lines in found if lines]


def _line(board: Board | None, measure: Measure) -> Line:
    return line(board, measure) if board else Line(measure, worded(None))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything a page says of one measure."""

    measure: Measure
    line: Line | None
    above: str
    below: str
    when: str
    about: str
    beside: Sequence[str]
    over_time: Picture | None
    by_place: Picture | None
    divided: Sequence[Picture]


def meaning(measure: Measure, history: History | None) -> Meaning:
    counts = catalogue.counts()
    first = counts.get(measure.whole or measure.part)
    return Meaning(
        measure=measure,
        line=line(history.board, measure) if history else None,
        above=_title(measure.part), below=_title(measure.whole),
        when=_when(_shape(measure)), about=_about(first),
        beside=[str(counts[key].title) for key in measure.also if key in counts and key != measure.part],
        over_time=_over_time(history, measure) if history else None,
        by_place=_by_place(history, measure) if history else None,
        divided=_divided(history, measure) if history else (),
    )  # fmt: skip


def _title(key: str) -> str:
    one = catalogue.counts().get(key)
    return str(one.title) if one else ""


def _shape(measure: Measure) -> Shape | None:
    if measure.kind == Kind.VALUE and measure.values:
        one = catalogue.values().get(measure.values[0])
    else:
        one = catalogue.counts().get(measure.whole or measure.part)
    return one.shape if one else None


def _when(shape: Shape | None) -> str:
    """For which periods and places it is told: a sentence for each."""
    said = []
    for grain in Grain if shape else ():
        levels = [str(level.label).lower() for level in Level if level in shape.get(grain, ())]
        if levels:
            said.append(_("%(grain)s: %(levels)s") % {"grain": grain.label, "levels": ", ".join(levels)})
    return "; ".join(said)


def _about(one: Count | None) -> str:
    if one and one.about is About.THINGS:
        return _("This is not about people, so it is shown as counted.")
    return _("Numbers of people are rounded to the nearest 5, and 1 to 7 hidden; the share comes from the rounded "
             "numbers. Averages and waits are told of eight people or more.")  # fmt: skip


# Its pictures ----------------------------------------------------------------------------------


def _over_time(history: History, measure: Measure) -> Picture | None:
    if measure.kind == Kind.VALUE and not measure.whole:
        return None
    boards = [one for one in history.boards if one.has(measure.whole or measure.part)]
    if len(boards) < 2:
        return None
    title = _("Period by period")
    if not measure.whole:
        rows = [
            Column.of(short(one.period), one.shown(measure.part), "", "main" if one is history.board else "rest")
            for one in boards
        ]
        table = Table(
            title, [_("Period"), _("Number")], [(one.period.title, one.shown(measure.part)) for one in boards]
        )
        return picture("over-time", title, partial(columns, rows), table=table)
    shares = [(one.period, one.share(measure.part, measure.whole)) for one in boards]
    rows = [
        Column.of(short(period), one.shown, "%", "main" if period == history.board.period else "rest")
        for period, one in shares
    ]
    heads = [_("Period"), _("Counted"), _("Of"), _("Share"), _("95% interval")]
    cells = [(p.title, one.part, one.whole, worded(one.shown, "%"), between(one)) for p, one in shares]
    drawn = partial(columns, rows, unit="%", top_value=100)
    return picture("over-time", title, drawn, table=Table(title, heads, cells))


def _by_place(history: History, measure: Measure) -> Picture | None:
    board, key = history.board, measure.whole or measure.part
    level = next((one for one in (Level.WARD, Level.LOCALITY) if len(board.by_place(key, one)) > 1), None)
    if level is None or board.place.level != Level.WHOLE:
        return None
    title = _("Place by place")
    places = [(code, name) for code, name, _n in board.by_place(key, level)]
    if not measure.whole:
        cells = [(name, board.shown(measure.part, place=code)) for code, name in places]
        rows = [Bar.of(name, n) for name, n in cells]
        return picture("by-place", title, partial(bars, rows), table=Table(title, [_("Place"), _("Number")], cells))
    shares = [(name, board.share(measure.part, measure.whole, place=code)) for code, name in places]
    if not any(isinstance(one.shown, int) for _name, one in shares):
        return None
    rows = [
        Interval(name, amount(one.shown), one.low or 0, one.high or 0, worded(one.shown, "%")) for name, one in shares
    ]
    heads = [_("Place"), _("Counted"), _("Of"), _("Share"), _("95% interval")]
    cells = [(name, one.part, one.whole, worded(one.shown, "%"), between(one)) for name, one in shares]
    drawn = partial(intervals, rows, unit="%")
    return picture("by-place", title, drawn, table=Table(title, heads, cells))


MOST_DIVIDED = 4


def _divided(history: History, measure: Measure) -> list[Picture]:
    """The counts beside it that divide it: reasons, roles, organisations, in their own order."""
    drawn = []
    for key in measure.also[:MOST_DIVIDED]:
        rows = [(title, n) for _key, title, n in history.board.categories(key) if n != 0]
        if rows:
            title = _title(key)
            table = Table(title, [title, _("Number")], rows)
            charts = partial(bars, [Bar.of(name, n) for name, n in rows])
            drawn.append(picture(f"divided-{key.replace('_', '-')}", title, charts, table=table))
    return drawn
