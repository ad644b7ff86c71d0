"""The report of what is missing, put together: where, what, why, what there is, and what is wished for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from connect.places.models import Area
from outcomes.disclosure import Shown
from outcomes.drawing import Bar, Finding, Table, amount, bars, picture, worded
from outcomes.figures.lattice import Grain, Level
from outcomes.figures.reading import Board
from outcomes.missing import against_risk, matrix, reasons, supply, unmet
from outcomes.missing.models import Wish
from outcomes.missing.offers import Offer, offers
from outcomes.missing.wanted import Line, lines

GRAINS = (Grain.QUARTER, Grain.YEAR)  # what is missing now comes first; a month would say too little of a ward
LISTED = 30


@dataclass(frozen=True, slots=True)
class Wished:
    """A line of the wish list, and how many could not be met in each of its wards, as released."""

    line: Line
    unmet: str


def findings(board: Board, user: User) -> list[Finding]:
    authority, open_now = Area.objects.get(code=board.release.area_code), offers()
    every = list(Area.objects.filter(kind=Area.Kind.WARD, parent=authority).select_related("locality").order_by("name"))
    wards = wards_of(board, every)
    held = matrix.matrix(board, wards)
    found = [unmet.finding(board, unmet.unmet(board, wards, every), authority)]
    found += [matrix.finding(board, held)] if held else _by_need(board)
    found += [reasons.finding(board), _gaps(held, open_now, user), against_risk.finding(authority, open_now)]
    return [one for one in found if one]


def wards_of(board: Board, every: Sequence[Area]) -> list[Area]:
    """The wards within the place that is looked at; a ward is alone."""
    code = board.place.code
    if board.place.level == Level.WARD:
        return [ward for ward in every if ward.code == code]
    if board.place.level == Level.LOCALITY:
        return [ward for ward in every if ward.locality and ward.locality.code == code]
    return list(every)


def _by_need(board: Board) -> list[Finding]:
    """Where a ward's needs are not told apart, those of the whole."""
    rows = [(str(title), shown) for _code, title, shown in board.categories(matrix.BY_NEED)]
    if not any(amount(shown) is not None for _title, shown in rows):
        return []
    title, most = max(rows, key=lambda row: amount(row[1]) or 0)
    table = Table(_("Unmet needs by need"), [_("Need"), _("Unmet needs")], rows)
    said = _("“%(need)s” goes unmet most often: about %(n)s needs") % {"need": title, "n": worded(most)}
    drawn = [Bar.of(name, shown, tone="note" if shown == most else "main") for name, shown in rows]
    return [Finding(
        name="needs", said=said if amount(most) else _("Too few to say which need goes unmet most often"),
        deck=_("All of %(place)s. Needs are told apart by ward once a year.") % {"place": board.place.name},
        pictures=[picture("needs-bars", table.caption, partial(bars, drawn), table=table)],
    )]  # fmt: skip


def _gaps(held: matrix.Matrix | None, open_now: Sequence[Offer], user: User) -> Finding | None:
    wishes = Wish.objects.visible_to(user).current().prefetch_related("wards")
    found = supply.gaps(held.cells, open_now, wishes) if held else []
    return supply.finding(found, may_wish=may(user, "WISH", "C")) if found else None


def wished(board: Board | None, user: User) -> list[Wished]:
    rows = Wish.objects.visible_to(user).current()[:LISTED]
    return [Wished(line, _unmet_of(board, line)) for line in lines(rows)]


def _unmet_of(board: Board | None, line: Line) -> str:
    """Ward by ward, as released: what is rounded is not added up again."""
    if board is None:
        return worded(None)
    cells: Sequence[tuple[str, Shown]] = [
        (ward.name, board.shown(matrix.BY_NEED, line.wish.need_id, ward.code)) for ward in line.wards
    ]
    if len(cells) == 1:
        return worded(cells[0][1])
    return ", ".join(f"{name} {worded(shown)}" for name, shown in cells)
