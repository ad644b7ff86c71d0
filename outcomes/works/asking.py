"""Who asks for people, and what is decided on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext as _

from connect.people.roles import Job
from outcomes.disclosure import Shown, share
from outcomes.drawing import Bar, Finding, Picture, Table, bars, picture, worded
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board
from outcomes.works.history import History
from outcomes.works.telling import between

FEW = 12  # bars


def asking(history: History) -> Finding | None:
    """Measure 1: who asked, and how many from each ward."""
    board = history.board
    if not board.has("received"):
        return None
    doors = [one for one in board.categories("received_by_role") if one[2] not in (0, "-")]
    return Finding(
        name="asking", said=_said(board, doors), deck=_("Referrals received in the period, by who asked, and by the "
        "ward in which the person lives. Somebody who was referred twice counts twice."),
        pictures=[one for one in (_by_role(board, doors), _by_ward(board)) if one],
        notes=[_("More referrals are not better: it depends on how many people somebody meets in their work."),
               *_agreed(board)],
        measures=(1, 2, 6),
    )  # fmt: skip


def _said(board: Board, doors: Sequence[tuple[str, str, Shown]]) -> str:
    total = board.shown("received")
    if not isinstance(total, int):
        return _("Too few people were referred to give a number safely")
    known = [(n, title) for key, title, n in doors if isinstance(n, int) and key != Job.OTHER]
    if not known or total == 0 or 3 * max(known)[0] < total:
        return _("%(n)s people were referred") % {"n": worded(total)}
    said = {"n": worded(total), "most": max(known)[1].lower()}
    return _("%(n)s people were referred; most often it was this door: %(most)s") % said


def _by_role(board: Board, doors: Sequence[tuple[str, str, Shown]]) -> Picture | None:
    if not doors:
        return None
    total, title = board.shown("received"), _("Referrals, by who asked")
    cells = [(name, n, worded(share(n, total) if isinstance(n, int) and isinstance(total, int) else n, "%"))
             for _key, name, n in doors]  # fmt: skip
    table = Table(title, [_("Who asked"), _("Referrals"), _("Share")], cells)
    return picture(
        "asking-roles", title, partial(bars, [Bar.of(name, n) for _key, name, n in doors]), table=table, captioned=True
    )


def _by_ward(board: Board) -> Picture | None:
    wards = board.by_place("received", Level.WARD)
    if board.place.level != Level.WHOLE or len(wards) < 2:
        return None
    title = _("Referrals, by ward")
    table = Table(title, [_("Ward"), _("Referrals")], [(name, n) for _code, name, n in wards])
    return picture(
        "asking-wards", title, partial(bars, [Bar.of(name, n) for _code, name, n in wards]), table=table, captioned=True
    )


def _agreed(board: Board) -> list[str]:
    one = board.share("agreed", "received")
    if not isinstance(one.shown, int):
        return []
    words = _("In %(share)s%% of them a yes of the person is written down (%(between)s).")
    return [words % {"share": one.shown, "between": between(one)}]
