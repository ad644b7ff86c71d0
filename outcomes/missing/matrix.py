"""Which needs go unmet in which ward: a heat table, and the gaps to fill first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.disclosure import Shown
from outcomes.drawing import Finding, Heat, amount, label_of
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board

BY_NEED, WHOLE = "unmet", "needs_unmet"
EIGHT = 10  # the least that is shown of eight people or more


@dataclass(frozen=True, slots=True)
class Cell:
    """A need in a ward, as released."""

    need: str
    title: str
    ward: Area
    shown: Shown


@dataclass(frozen=True, slots=True)
class Matrix:
    """A line for each ward, in it a cell for each need."""

    needs: Sequence[tuple[str, str]]
    lines: Sequence[tuple[Area, Sequence[Cell]]]

    @property
    def cells(self) -> list[Cell]:
        """Those that can be seen to be eight or more, the most first, then in the order of the alphabet."""
        every = [cell for _ward, cells in self.lines for cell in cells if (amount(cell.shown) or 0) >= EIGHT]
        return sorted(every, key=lambda cell: (-cell.shown, cell.ward.name, cell.title))


def matrix(board: Board, wards: Sequence[Area]) -> Matrix | None:
    """None where the period shows no wards by need: quarters and months do not."""
    needs = [(code, str(title)) for code, title, _shown in board.categories(BY_NEED)]
    found = {code: _by_ward(board, BY_NEED, code) for code, _title in needs}
    if not any(found.values()):
        return None
    lines = [
        (ward, [Cell(code, title, ward, found[code].get(ward.code, "-")) for code, title in needs]) for ward in wards
    ]
    return Matrix(needs, lines)


def _by_ward(board: Board, key: str, category: str = "") -> dict[str, Shown]:
    return {code: shown for code, _name, shown in board.by_place(key, Level.WARD, category)}


def finding(board: Board, held: Matrix) -> Finding:
    totals = _by_ward(board, WHOLE)
    heat = Heat(
        name="needs", caption=_("Unmet needs by ward, %(period)s") % {"period": board.period.title},
        heads=[title for _code, title in held.needs], corner=_("Ward"), total_head=_("All needs"),
        rows=[(ward.name, [cell.shown for cell in cells], totals.get(ward.code, "-")) for ward, cells in held.lines],
        totals=[*(board.shown(BY_NEED, code) for code, _title in held.needs), board.shown(WHOLE)],
        totals_name=board.place.name,
    )  # fmt: skip
    return Finding(
        name="needs", said=sentence(held), heat=heat,
        deck=_("Somebody with two needs is in both columns. A stronger shade means more people."),
        notes=[_("Hatched with * means 1 to 7 people, or a total that would give them away. A 0 is a real nought.")],
    )  # fmt: skip


def sentence(held: Matrix) -> str:
    first = held.cells[:1]
    if not first:
        return _("No need went unmet for eight people or more in any one ward")
    most = [cell for cell in held.cells if cell.shown == first[0].shown]
    said = {"need": most[0].title, "ward": most[0].ward.name, "n": label_of(most[0].shown)}
    if len(most) > 1:
        return _("“%(need)s” in %(ward)s is among the largest gaps: about %(n)s people") % said
    return _("The largest gap is “%(need)s” in %(ward)s: about %(n)s people") % said
