"""Figures as words in a sentence: a share as a fraction, a figure of a whole, a measure on a board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes.disclosure import HIDDEN, UNDEFINED, Shown, share
from outcomes.drawing import label_of, worded
from outcomes.figures import catalogue
from outcomes.figures.counting import Count, Kind, Measure, Value
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board, Share

FRACTIONS = (
    (1, gettext_lazy("none")),
    (5, gettext_lazy("hardly any")),
    (14, gettext_lazy("one in ten")),
    (22, gettext_lazy("one in five")),
    (28, gettext_lazy("a quarter")),
    (37, gettext_lazy("a third")),
    (45, gettext_lazy("two in five")),
    (54, gettext_lazy("half")),
    (62, gettext_lazy("three in five")),
    (71, gettext_lazy("two thirds")),
    (78, gettext_lazy("three quarters")),
    (86, gettext_lazy("four in five")),
    (95, gettext_lazy("nine in ten")),
    (101, gettext_lazy("nearly all")),
)

DID_NOT = "did_not_go"
WORKING_DAYS = gettext_lazy("half within %(n)s working days")
DAYS = gettext_lazy("half within %(n)s days")
UNITS = {7: WORKING_DAYS, 8: WORKING_DAYS, 10: DAYS, 11: DAYS, 28: gettext_lazy("half had %(n)s or fewer")}
POUNDS = (48,)  # the chest


def fraction(per_cent: int) -> str:
    """Near enough to be said aloud: 35 is a third."""
    return str(next(words for below, words in FRACTIONS if per_cent < below))


def first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def of_whole(one: Share) -> str:
    if one.whole == HIDDEN:
        return _("too few to show")
    return _("%(part)s of %(whole)s") % {"part": worded(one.part), "whole": worded(one.whole)}


def between(one: Share) -> str:
    """The interval in words; nothing where there is none."""
    if one.low is None or one.high is None:
        return ""
    return _("%(low)s%% to %(high)s%%") % {"low": one.low, "high": one.high}


def at_best(board: Board, measure: Measure, place: str = "") -> Shown:
    """The share if all of whom nothing is known had gone too; where those are few, of all but those who did not."""
    part, unknown, whole = (board.shown(key, place=place) for key in (measure.part, measure.unknown, measure.whole))
    did_not = board.shown(DID_NOT, place=place)
    if unknown == HIDDEN and isinstance(did_not, int) and isinstance(whole, int) and isinstance(part, int):
        return share(max(part, whole - did_not), whole)
    if HIDDEN in (part, unknown, whole):
        return HIDDEN
    if UNDEFINED in (part, unknown, whole):
        return UNDEFINED
    return share(min(part + unknown, whole), whole)


@dataclass(frozen=True, slots=True)
class Line:
    """A measure on a board: the figure, what it is of, how sure it is; or why there is none."""

    measure: Measure
    shown: str
    of: str = ""
    interval: str = ""
    why_not: str = ""


def line(board: Board, measure: Measure) -> Line:
    why_not = absent(board, measure)
    if why_not:
        return Line(measure, worded(UNDEFINED), why_not=why_not)
    return LINES[measure.kind](board, measure)


def _count(board: Board, measure: Measure) -> Line:
    shown = board.shown(measure.part)
    return Line(measure, f"£{worded(shown)}" if measure.number in POUNDS and isinstance(shown, int) else worded(shown))


def _share(board: Board, measure: Measure) -> Line:
    one = board.share(measure.part, measure.whole)
    return Line(measure, worded(one.shown, "%"), of_whole(one), between(one), _nobody(one.whole))


def _range(board: Board, measure: Measure) -> Line:
    one, best = board.share(measure.part, measure.whole), at_best(board, measure)
    if not isinstance(one.shown, int) or not isinstance(best, int):
        return Line(measure, worded(one.shown, "%"), of_whole(one), between(one), _nobody(one.whole))
    words = _("%(low)s%% to %(high)s%%") % {"low": one.shown, "high": best}
    return Line(measure, words, of_whole(one), between(one))


def _value(board: Board, measure: Measure) -> Line:
    told = board.value(measure.values[0]) if measure.values else None
    if told is None:
        return _share(board, measure) if measure.whole else Line(measure, worded(HIDDEN))
    people = _("%(n)s people") % {"n": worded(told["people"])}
    if told.get("mean") is not None and "low" in told:
        interval = _("%(low)s to %(high)s") % {"low": signed(told["low"]), "high": signed(told["high"])}
        return Line(measure, signed(told["mean"]), people, interval)
    if told.get("per_cent") is not None:
        return Line(measure, worded(told["per_cent"], "%"), people)
    return Line(measure, _middle(measure, told), people)


def _middle(measure: Measure, told: Mapping[str, Any]) -> str:
    middle = told.get("median", told.get("mean"))
    if middle is None:
        return _("not half yet")
    return (UNITS.get(measure.number) or "%(n)s") % {"n": label_of(middle)}


def signed(number: float) -> str:
    return f"+{label_of(number)}" if number > 0 else label_of(number)


LINES = {Kind.COUNT: _count, Kind.SHARE: _share, Kind.RANGE: _range, Kind.VALUE: _value}


def _nobody(whole: Shown) -> str:
    return _("nobody to count yet") if whole == 0 else ""


def absent(board: Board, measure: Measure) -> str:
    """Why this period and place have no such figure."""
    one = _of(measure)
    if one is None:
        return _("not counted yet")
    if board.period.grain not in one.shape:
        return _("for quarters and years")
    if board.place.level not in one.shape[board.period.grain]:
        return _("for larger places") if board.place.level == Level.WARD else _("for the whole area")
    return ""


def _of(measure: Measure) -> Count | Value | None:
    """What it is shown from."""
    if measure.kind == Kind.VALUE and measure.values:
        return catalogue.values().get(measure.values[0])
    return catalogue.counts().get(measure.whole or measure.part)
