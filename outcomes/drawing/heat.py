"""Heat tables: the table is the picture, so it needs no other alternative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.disclosure import HIDDEN, Shown
from outcomes.drawing.scales import amount, step_of, steps, worded


def heat_cell(value: float | None, shown: str, breaks: Sequence[float]) -> SafeString:
    if value is not None:
        return format_html('<td class="amount q{}">{}</td>', step_of(value, breaks), shown)
    if shown == HIDDEN:
        return format_html('<td class="amount hid"><abbr title="{}">*</abbr></td>', _("hidden"))
    return format_html('<td class="amount">{}</td>', shown)


@dataclass(frozen=True, slots=True)
class Heat:
    """`rows`: (name, figures as shown, total as shown); `totals`: the last line, with the total of all at its end.

    A row's name may be safe HTML, such as a link.
    """

    name: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Shown], Shown]]
    totals: Sequence[Shown] = ()
    corner: str = ""
    total_head: str = ""
    totals_name: str = ""

    @property
    def lines(self) -> list[tuple[str, list[SafeString], str]]:
        high = max((amount(one) or 0 for _name, cells, _total in self.rows for one in cells), default=0)
        edges = steps(high)
        return [
            (name, [heat_cell(amount(one), worded(one), edges) for one in cells], worded(total))
            for name, cells, total in self.rows
        ]

    @property
    def foot(self) -> list[str]:
        return [worded(one) for one in self.totals]
