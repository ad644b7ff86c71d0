"""How people are before and after, and what became of the goals they set themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.utils.translation import gettext as _

from outcomes.drawing import Bar, Finding, Interval, Picture, Table, amount, intervals, picture, progress, worded
from outcomes.figures import catalogue
from outcomes.figures.reading import Board
from outcomes.works.history import History
from outcomes.works.telling import signed

FEW = 4  # sets of questions that are told one by one
Told = tuple[str, str, object]  # the key of its questions, what it is called, the value
MARGINS = (230, 130)  # left and right of each chart, so that they stand in line


def change(history: History) -> Finding | None:
    """Measure 32 beside 33: each instrument with an axis of its own, and how many were asked twice."""
    board = history.board
    keys = [key.removeprefix("pairs_") for key in catalogue.counts() if key.startswith("pairs_")]
    used = [key for key in keys if board.shown(f"eligible_{key}") not in (0, "-")]
    if not used:
        return None
    told = [one for key in used for one in _told(board, key)]
    return Finding(
        name="change", said=_said([(name, one) for _key, name, one in told]),
        deck=_("Mean improvement between the first asking and about 12 weeks later, with the range in which the true "
               "figure is likely to lie (95%). Each set of questions has an axis of its own: one is never held "
               "against another."),
        pictures=_pictures(board, told),
        notes=_asked_twice(board, used) if len(used) <= FEW else [_("How many were asked twice stands in the table.")],
        caution=_("This is before and after, with nobody to compare with. People are referred when things are bad, so "
                  "some improvement is to be expected anyway. Those who were not asked twice may differ."),
        measures=(32, 33),
    )  # fmt: skip


def _name(key: str) -> str:
    return str(catalogue.counts()[f"pairs_{key}"].title).split(":")[0]


def _told(board: Board, key: str) -> list[Told]:
    """Of the whole set of questions; of each question where they are not added up."""
    items = [(name, value) for name, value in catalogue.values().items() if name.startswith(f"change_{key}_")]
    if f"change_{key}" in catalogue.values() or not items:
        return [(key, _name(key), board.value(f"change_{key}"))]
    return [(key, str(value.title).rsplit(":", 1)[0], board.value(name)) for name, value in items]


def _said(told: Sequence[tuple[str, object]]) -> str:
    clear = [one for _name, one in told if one and one.get("mean") is not None]
    if not clear:
        return _("Too few people were asked twice to say what changed")
    if all(one["low"] > 0 for one in clear):
        return _("People who were asked twice were better the second time")
    if all(one["high"] < 0 for one in clear):
        return _("People who were asked twice were worse the second time")
    return _("For some of the questions the change may as well be chance")


def _drawn(id_: str, name: str, told: object) -> Picture:
    mean, low, high = told["mean"], told["low"], told["high"]
    shown = _("%(mean)s (%(low)s to %(high)s)") % {"mean": signed(mean), "low": signed(low), "high": signed(high)}
    reach = max(abs(low), abs(high), 1)
    axis = (-reach if low < 0 else 0, reach)
    drawn = partial(intervals, [Interval(name, mean, low, high, shown)], low=axis[0], high=axis[1], margins=MARGINS)
    return picture(id_, _("Mean change: %(name)s") % {"name": name}, drawn, desc=f"{name}: {shown}")


def _pictures(board: Board, told: Sequence[Told]) -> list[Picture]:
    """One for each, and under the last of them the table of all."""
    table = _whole_table(board, told)
    drawn = [_drawn(f"change-{i}", name, one) for i, (_key, name, one) in enumerate(told) if one]
    if not drawn:
        return [Picture("change-table", table.caption, [], table)]
    return [*drawn[:-1], replace(drawn[-1], title=table.caption, table=table)]


def _whole_table(board: Board, told: Sequence[Told]) -> Table:
    title, cells = _("What changed, by set of questions"), []
    for key, name, one in told:
        pairs = board.share(f"pairs_{key}", f"eligible_{key}")
        numbers = (
            (signed(one["mean"]), _("%(low)s to %(high)s") % {"low": signed(one["low"]), "high": signed(one["high"])})
            if one
            else ("*", "*")
        )
        cells.append((name, pairs.part, pairs.whole, worded(pairs.shown, "%"), *numbers))
    heads = [
        _("Questions"),
        _("Asked twice"),
        _("Could have been"),
        _("Completed"),
        _("Mean change"),
        _("95% interval"),
    ]
    return Table(title, heads, cells)


def _asked_twice(board: Board, keys: Sequence[str]) -> list[str]:
    notes = []
    for key in keys:
        pairs, one = board.share(f"pairs_{key}", f"eligible_{key}"), board.value(f"change_{key}")
        if isinstance(pairs.shown, int):
            said = {"name": _name(key), "share": pairs.shown, "part": pairs.part, "whole": pairs.whole}
            words = _("%(name)s: %(share)s%% were asked twice (%(part)s of %(whole)s).") % said
            few = bool(one) and one.get("status") == "indicative"
            notes.append(f"{words} {_('With fewer than 30 people it is indicative only.')}" if few else words)
    return notes


def goals(history: History) -> Finding | None:
    """Measure 34 by outcome, in the framework's own order."""
    board = history.board
    due = [one for one in board.categories("goals_due_by_outcome") if one[2] not in (0, "-")]
    if not due or not board.has("goals_due"):
        return None
    shares = [(name, board.share("goals_met_by_outcome", "goals_due_by_outcome", key)) for key, name, _n in due]
    title = _("Goals reached, or some of the way, by outcome")
    heads = [_("Outcome"), _("Goals due"), _("Reached or moving"), _("Share")]
    cells = [(name, one.whole, one.part, worded(one.shown, "%")) for name, one in shares]
    rows = [Bar(name, amount(one.shown), worded(one.shown, "%")) for name, one in shares]
    overall = board.share("goals_met", "goals_due")
    said = (
        _("%(n)s%% of the goals that were due were reached, or people came some of the way") % {"n": overall.shown}
        if isinstance(overall.shown, int)
        else _("Too few goals were due to give a share safely")
    )
    return Finding(
        name="goals", said=said, deck=_("Goals that people set themselves and that were due in the period."),
        pictures=[picture("goals-chart", title, partial(progress, rows), table=Table(title, heads, cells))],
        notes=[_("Outcomes stand in their framework’s own order and not by score: they ask different things of people. "
                 "A goal may serve two of them.")],
        measures=(34,),
    )  # fmt: skip
