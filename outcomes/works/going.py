"""Whether people went and kept going, and whether whoever asked for them heard of it."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext as _

from outcomes.disclosure import UNDEFINED, Shown
from outcomes.drawing import (
    Column,
    Finding,
    Interval,
    Range,
    Reference,
    Table,
    amount,
    columns,
    intervals,
    picture,
    worded,
)
from outcomes.drawing import ranges as worst_to_best
from outcomes.figures import catalogue
from outcomes.figures.counting import Measure
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board, Share, Spot
from outcomes.works.history import History, short
from outcomes.works.telling import at_best, between, first_up, fraction

NOBODY = (0, UNDEFINED)


def compared(board: Board) -> list[Spot]:
    """The place itself; beside the whole its localities, beside a part the whole. In the order of the list."""
    if board.place.level == Level.WHOLE:
        return [board.place, *(spot for spot in board.places if spot.level == Level.LOCALITY)]
    return [board.place, *(spot for spot in board.places if spot.level == Level.WHOLE)]


def attendance(history: History) -> Finding | None:
    """Measure 15, from the worst case to the best."""
    board, measure = history.board, catalogue.measures().get(15)
    if measure is None or board.shown(measure.whole) in NOBODY:
        return None
    return Finding(
        name="attendance", said=_attendance_said(board, measure),
        deck=_("Of people whose first session was two weeks ago or more. Solid: somebody has told us that they went. "
               "Hatched: nobody has told us either way."),
        pictures=[_attendance_drawn(board, measure)], lead=_("What to ask."), measures=(14, 15),
        notes=_attendance_notes(board, measure),
    )  # fmt: skip


def _attendance_said(board: Board, measure: Measure) -> str:
    one, best = board.share(measure.part, measure.whole), at_best(board, measure)
    if isinstance(one.shown, int) and isinstance(best, int):
        said = {"low": one.shown, "high": best}
        return _("We know that %(low)s%% went along; it could be as many as %(high)s%%") % said
    return _("Too few people to say safely how many went along")


def _attendance_drawn(board: Board, measure: Measure) -> object:
    title, rows, cells = _("Whether people went, from worst to best"), [], []
    for spot in (one for one in compared(board) if board.shown(measure.whole, place=one.code) not in NOBODY):
        one, best = board.share(measure.part, measure.whole, place=spot.code), at_best(board, measure, spot.code)
        rows.append(_from_worst_to_best(spot.name, one.shown, best))
        shown = [board.shown(key, place=spot.code) for key in ("offered", "went", "did_not_go", "not_known")]
        cells.append((spot.name, *shown, worded(one.shown, "%"), worded(best, "%")))
    heads = [_("Place"), _("Expected"), _("Went"), _("Did not go"), _("Not known"), _("Confirmed"), _("At best")]
    return picture("attendance-chart", title, partial(worst_to_best, rows), table=Table(title, heads, cells))


def _from_worst_to_best(name: str, worst: Shown, best: Shown) -> Range:
    """Where only the best is hidden, what is confirmed stands alone."""
    if not isinstance(worst, int):
        return Range(name, None, None, worded(worst))
    if not isinstance(best, int):
        return Range(name, worst, worst, _("%(low)s%% or more") % {"low": worst})
    return Range(name, worst, best, _("%(low)s%% to %(high)s%%") % {"low": worst, "high": best})


def _attendance_notes(board: Board, measure: Measure) -> list[str]:
    known = board.share("answer_known", measure.whole)
    notes = [_("Where much is hatched, ask which groups do not answer yet, and how it could be made easier for them.")]
    if isinstance(known.shown, int):
        notes.append(_("Whether people went is known for %(n)s%% of those expected.") % {"n": known.shown})
    return notes


def replies(history: History) -> Finding | None:
    """Measure 17 over the periods: whether word reached whoever asked."""
    board, measure = history.board, catalogue.measures().get(17)
    if measure is None or board.shown(measure.whole) in NOBODY:
        return None
    now = board.share(measure.part, measure.whole)
    return Finding(
        name="replies", said=_replies_said(now, history, measure),
        deck=_("Of those who asked for somebody, how many heard within five working days that the person had gone, or "
               "that it was finished."),
        pictures=[_replies_drawn(history, measure)], measures=(17,),
        notes=[_("The strong column is this period."),
               _("It counts when the message was sent to an address that works; one that came back does not count.")],
    )  # fmt: skip


def _replies_said(now: Share, history: History, measure: Measure) -> str:
    if not isinstance(now.shown, int):
        return _("Too few replies were due to give a share safely")
    said = {"now": first_up(fraction(now.shown)), "then": ""}
    before = history.a_year_ago.share(measure.part, measure.whole).shown if history.a_year_ago else None
    if isinstance(before, int) and before != now.shown:
        said["then"] = f"{before}%"
        return _("%(now)s of those who asked hear what came of it; a year ago it was %(then)s") % said
    return _("%(now)s of those who asked hear what came of it") % said


def _replies_drawn(history: History, measure: Measure) -> object:
    boards = [one for one in history.boards if one.shown(measure.whole) not in NOBODY]
    shares = [(one, one.share(measure.part, measure.whole)) for one in boards]
    rows = [
        Column.of(short(one.period), found.shown, "%", "main" if one is history.board else "rest")
        for one, found in shares
    ]
    title = _("Word reached whoever asked, by period")
    heads = [_("Period"), _("Heard in time"), _("Due"), _("Share"), _("95% interval")]
    cells = [(one.period.title, f.part, f.whole, worded(f.shown, "%"), between(f)) for one, f in shares]
    drawn = partial(columns, rows, unit="%", top_value=100)
    return picture("replies-chart", title, drawn, table=Table(title, heads, cells))


STAYING = (16, 31, 9, 13)


def staying(history: History) -> Finding | None:
    """Shares that stand for themselves, each with its interval, held against nothing but their own lines."""
    board, known = history.board, catalogue.measures()
    ones = [known[n] for n in STAYING if n in known and board.shown(known[n].whole) not in NOBODY]
    if not ones:
        return None
    shares = [(one, board.share(one.part, one.whole)) for one in ones]
    kept = next((found for one, found in shares if one.number == 16), None)
    return Finding(
        name="staying", said=_staying_said(kept),
        deck=_("Shares of this period, each of its own people, with the range in which the true share may lie (95%)."),
        pictures=[share_chart("staying-chart", _("Reached, in touch, still going"), shares)],
        notes=[_("One visit is not belonging: “still going” asks again after twelve weeks.")], measures=STAYING,
    )  # fmt: skip


def _staying_said(kept: Share | None) -> str:
    if kept and isinstance(kept.shown, int):
        words = _("%(kept)s of the people introduced were still going after twelve weeks")
        return words % {"kept": first_up(fraction(kept.shown))}
    return _("Whether people are reached and keep going")


def share_chart(name: str, title: str, shares: list[tuple[Measure, Share]], line: Reference | None = None) -> object:
    """Shares with their intervals, and the table that says of how many."""
    rows = [
        Interval(str(one.title), amount(found.shown), found.low or 0, found.high or 0, worded(found.shown, "%"))
        for one, found in shares
    ]
    heads = [_("Measure"), _("Counted"), _("Of"), _("Share"), _("95% interval")]
    cells = [(str(one.title), f.part, f.whole, worded(f.shown, "%"), between(f)) for one, f in shares]
    drawn = partial(intervals, rows, unit="%", reference=line)
    return picture(name, title, drawn, table=Table(title, heads, cells))
