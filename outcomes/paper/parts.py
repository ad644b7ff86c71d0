"""What a paper is made of, before it is a page or a PDF: both are drawn from the same words and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outcomes.annotations.models import Annotation
from outcomes.drawing import Finding
from outcomes.figures import catalogue
from outcomes.figures.counting import Measure
from outcomes.figures.reading import Board
from outcomes.paper.models import Cover


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything in it is said in sentences; `asks` is what those who read it are to agree."""

    title: str
    under: str
    meta: Sequence[str]
    stand: str
    findings: Sequence[Finding]
    cannot: Sequence[str]
    board: Board
    asks: Sequence[str] = ()
    brief: Sequence[str] = ()
    meanwhile: Sequence[Annotation] = ()
    file: str = "paper"

    def under_a(self, cover: Cover | None) -> Paper:
        """The same with what somebody wrote over it."""
        if cover is None:
            return self
        meets = date_format(cover.meets_on, "j F Y") if cover.meets_on else ""
        board = ", ".join(filter(None, (cover.board, meets)))
        lines = [_("For: %(board)s") % {"board": board}] if board else []
        return replace(self, meta=[*lines, *self.meta], asks=cover.lines)

    @property
    def sources(self) -> list[Measure]:
        """Each measure that a finding is shown from, once, by its number."""
        known = catalogue.measures()
        numbers = {number for finding in self.findings for number in finding.measures}
        return [known[number] for number in sorted(numbers) if number in known]


def tells(finding: Finding) -> bool:
    """Whether a number can be seen in it: a picture of nothing but hatching or noughts is not for a board."""
    tables = [one.table for one in finding.pictures if one.table]
    cells = [cell for table in tables for row in [*table.rows, table.total] for cell in row[1:]]
    return not tables or any(re.search("[1-9]", str(cell)) for cell in cells)
