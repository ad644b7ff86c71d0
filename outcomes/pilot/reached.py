"""Who was reached that was not before, and whether it is part of everyday work: by ward, by role, before and after."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext as _

from outcomes.disclosure import Shown
from outcomes.drawing import (
    Bar,
    Column,
    Finding,
    Interval,
    Picture,
    Table,
    amount,
    bars,
    columns,
    intervals,
    picture,
    worded,
)
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board, Share, Spot
from outcomes.works.history import short

PERIODS = 6


def first_ever(board: Board) -> Finding | None:
    """Measure 39, at the whole and its localities."""
    return _shares(
        board, "first_ever", "accepted_first_ever", "accepted_first_answered", 39,
        _("%(share)s%% of the people accepted had been in touch with no service before"),
        _("Too few answered to say safely how many were in touch with no service before"),
        _("Accepted people who were asked whether any service had helped them before, and answered; with the range in "
          "which the true share may lie (95%)."),
        _("For the first time"),
    )  # fmt: skip


def life_course(board: Board) -> Finding | None:
    """Measure 38, at the whole and its localities."""
    return _shares(
        board, "life_course", "accepted_under_65", "accepted_age_known", 38,
        _("Company is not only for later life: %(share)s%% of the people accepted were under 65"),
        _("Too few people were accepted to say safely how many were under 65"),
        _("Accepted people whose age is known; with the range in which the true share may lie (95%)."),
        _("Under 65"),
    )  # fmt: skip


def _shares(board: Board, name: str, part: str, whole: str, number: int, said: str, few: str, deck: str,
            head: str) -> Finding | None:  # fmt: skip
    if not board.has(whole):
        return None
    shares = [
        (spot, board.share(part, whole, place=spot.code))
        for spot in _beside(board)
        if board.has(whole, place=spot.code)
    ]
    now = board.share(part, whole)
    rows = [
        Interval(spot.name, amount(one.shown), one.low or 0, one.high or 0, _with_range(one)) for spot, one in shares
    ]
    drawn = partial(intervals, rows, unit="%")
    heads = [_("Place"), _("People"), head, _("Share"), _("95% interval")]
    cells = [(spot.name, one.whole, one.part, worded(one.shown, "%"), _range(one)) for spot, one in shares]
    title = _("%(what)s, by place") % {"what": head}
    return Finding(
        name=name, said=said % {"share": now.shown} if isinstance(now.shown, int) else few, deck=deck,
        pictures=[picture(f"{name}-chart", title, drawn, table=Table(title, heads, cells))],
        notes=[_("Where two ranges overlap, it is too soon to say that one place differs from the other.")],
        measures=(number,),
    )  # fmt: skip


def _beside(board: Board) -> list[Spot]:
    """The place, and beside the whole its localities."""
    if board.place.level != Level.WHOLE:
        return [board.place]
    return [board.place, *(spot for spot in board.places if spot.level == Level.LOCALITY)]


def _range(one: Share) -> str:
    if one.low is None or one.high is None:
        return ""
    return _("%(low)s%% to %(high)s%%") % {"low": one.low, "high": one.high}


def _with_range(one: Share) -> str:
    if one.low is None or one.high is None:
        return worded(one.shown)
    return _("%(share)s%% (%(low)s to %(high)s)") % {"share": one.shown, "low": one.low, "high": one.high}


def everyday(board: Board) -> Finding | None:
    """Measure 2 over the periods: of the workers who can refer, how many do."""
    if not board.has("registered_workers"):
        return None
    boards = [*reversed([one for one in board.earlier(PERIODS - 1) if one.has("registered_workers")]), board]
    shares = [(one, one.share("active_workers", "registered_workers")) for one in boards]
    rows = [Column.of(short(one.period), share.shown, "%", "main" if one is board else "rest") for one, share in shares]
    title = _("Workers who referred somebody, by period")
    heads = [_("Period"), _("Can refer"), _("Did"), _("Share")]
    cells = [(one.period.title, share.whole, share.part, worded(share.shown, "%")) for one, share in shares]
    return Finding(
        name="everyday", said=_everyday_said(board), measures=(2,),
        deck=_("Workers with an account who can refer, and how many referred somebody in the last three months of each "
               "period."),
        pictures=[picture("everyday-chart", title, partial(columns, rows, unit="%", top_value=100),
                          table=Table(title, heads, cells))],
        notes=[_after_training(board), _("It is never shown of one worker, and nobody is ranked.")],
    )  # fmt: skip


def _everyday_said(board: Board) -> str:
    one = board.share("active_workers", "registered_workers")
    if not isinstance(one.shown, int):
        return _("Too few workers have an account to say safely whether it is part of everyday work")
    said = {"part": worded(one.part), "whole": worded(one.whole)}
    return _("Is it part of everyday work? %(part)s of %(whole)s workers referred somebody lately") % said


def _after_training(board: Board) -> str:
    one = board.share("trained_who_referred", "trained_workers")
    if not isinstance(one.shown, int):
        return _("How many of those trained went on to refer somebody is told when they are enough.")
    said = {"part": worded(one.part), "whole": worded(one.whole)}
    return _("Of %(whole)s workers trained, %(part)s referred somebody within 90 days.") % said


def before_and_after(board: Board) -> Finding | None:
    """Referrals in this period and the one before, by ward and by whose work it was."""
    if not board.has("received"):
        return None
    before = next(iter(board.earlier(1)), None)
    pictures = [one for one in (_by_ward(board, before), _by_role(board, before)) if one]
    if not pictures:
        return None
    return Finding(
        name="before-after", said=_grew(board, before), pictures=pictures, measures=(1,),
        deck=_("People referred in this period, by the ward they live in and by who asked; beside it the period "
               "before. The pictures show this period."),
        notes=[_("A ward with more referrals need not have more need: it may have more people who ask.")],
    )  # fmt: skip


def _grew(board: Board, before: Board | None) -> str:
    now, then = board.shown("received"), before.shown("received") if before else "-"
    if not isinstance(now, int):
        return _("Too few people were referred to give a number safely")
    if not isinstance(then, int):
        return _("%(now)s people were referred in this period") % {"now": worded(now)}
    said = {"now": worded(now), "then": worded(then)}
    return _("%(now)s people were referred; in the period before it was %(then)s") % said


def _by_ward(board: Board, before: Board | None) -> Picture | None:
    found = board.by_place("received", Level.WARD)
    rows = [(name, before.shown("received", place=code) if before else "-", shown) for code, name, shown in found]
    return (
        _twice("by-ward", _("People referred, by ward"), _("Ward"), rows) if board.place.level != Level.WARD else None
    )


def _by_role(board: Board, before: Board | None) -> Picture | None:
    found = [(key, title, shown) for key, title, shown in board.categories("received_by_role") if shown != 0]
    rows = [(title, before.shown("received_by_role", key) if before else "-", shown) for key, title, shown in found]
    return _twice("by-role", _("People referred, by who asked"), _("Who asked"), rows) if rows else None


def _twice(name: str, title: str, head: str, rows: list[tuple[str, Shown, Shown]]) -> Picture:
    drawn = partial(bars, [Bar.of(words, now) for words, _before, now in rows])
    table = Table(title, [head, _("The period before"), _("This period")], rows)
    return picture(f"{name}-chart", title, drawn, table=table)
