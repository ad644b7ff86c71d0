"""The figures of a month as a page and the API show them: read from what was frozen, and from nothing else."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from outcomes.charts import Drawing, drawings
from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board
from outcomes.models import Release

STEPS = {
    "received": _("Referred"),
    "contacted": _("Spoken to"),
    "introduced": _("Introduced"),
    "attended": _("Went along"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A place and its figures, each with its measure's name; the total has no name."""

    name: str
    cells: list[tuple[str, Shown]]


@dataclass(frozen=True, slots=True)
class Report:
    release: Release
    finding: str
    rows: list[Row]
    total: Row
    drawings: list[Drawing]

    @property
    def in_words(self) -> str:
        """The picture for those who do not see it."""
        return "; ".join(f"{label}: {shown}" for label, shown in self.total.cells)


def report(board: Board) -> Report:
    """One period, at one place."""
    release = board.release
    total = _row("", board, "")
    wards = [spot for spot in board.places if spot.level == Level.WARD]
    return Report(
        release,
        finding([shown for _label, shown in total.cells]),
        [_row(ward.name, board, ward.code) for ward in wards],
        total,
        drawings(f"journey-{release.area_code}", total.cells),
    )


def _row(name: str, board: Board, code: str) -> Row:
    return Row(name, [(title, board.shown(key, place=code)) for key, title in STEPS.items()])


def finding(totals: list[Shown]) -> str:
    """What the month says, in a sentence, out of the totals as shown."""
    received, contacted, _introduced, attended = totals
    if received == 0:
        return _("Nobody was referred this month")
    if received == HIDDEN:
        return _("Too few people were referred to give a number safely")
    if attended == HIDDEN:
        return _finding_without_attended(received, contacted)
    return _("About %(attended)s of the %(received)s people referred are known to have gone along to something") % {
        "attended": attended,
        "received": received,
    }


def _finding_without_attended(received: Shown, contacted: Shown) -> str:
    if contacted == HIDDEN:
        return _("About %(received)s people were referred; what came of it is too few to show") % {"received": received}
    return _("About %(contacted)s of the %(received)s people referred were spoken to; too few went along to show") % {
        "contacted": contacted,
        "received": received,
    }
