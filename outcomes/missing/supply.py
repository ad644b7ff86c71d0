"""What there is against what is missing: the largest gaps of the release, and what is open near each of them today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outcomes.drawing import Bar, Finding, Table, bars, picture
from outcomes.figures.counts.missing import OTHER
from outcomes.missing.matrix import Cell
from outcomes.missing.models import Wish
from outcomes.missing.offers import NEAR, Offer, Room, Spot, middles
from outcomes.missing.wanted import in_km

LISTED = 8


@dataclass(frozen=True, slots=True)
class Gap:
    """Eight people or more with a need in a ward that nobody could meet, and what could today.

    `near` are those open within 2 km of the ward's middle, `roomy` those of them that are not known to be full;
    `calls` come to the person, by phone or at home; `wish` is on the list.
    """

    cell: Cell
    near: int
    roomy: int
    calls: int
    nearest: float | None
    wish: Wish | None

    @property
    def is_empty(self) -> bool:
        return not (self.roomy or self.calls)


def gaps(cells: Iterable[Cell], open_now: Sequence[Offer], wishes: Iterable[Wish]) -> list[Gap]:
    """Where there is nothing first, then by how many people: the list to buy from."""
    rows = [cell for cell in cells if cell.need != OTHER]
    spots = middles({cell.ward.pk for cell in rows})
    wished = {(one.need_id, ward.pk): one for one in wishes for ward in one.wards.all()}
    found = [_gap(cell, spots[cell.ward.pk], open_now, wished) for cell in rows if cell.ward.pk in spots]
    return sorted(found, key=lambda gap: (not gap.is_empty, -gap.cell.shown, gap.cell.ward.name))[:LISTED]


def _gap(cell: Cell, spot: Spot, open_now: Iterable[Offer], wished: dict[tuple[str, int], Wish]) -> Gap:
    there = [(one.metres_from(spot), one) for one in open_now if cell.need in one.needs]
    near = [one for metres, one in there if metres <= NEAR]
    roomy = [(metres, one) for metres, one in there if one.room is not Room.FULL]
    return Gap(
        cell, len(near), sum(metres <= NEAR for metres, _one in roomy), sum(not one.travels for _m, one in roomy),
        min((metres for metres, one in roomy if one.spots), default=None), wished.get((cell.need, cell.ward.pk)),
    )  # fmt: skip


def sentence(found: Sequence[Gap]) -> str:
    empty = [gap for gap in found if gap.is_empty]
    if empty:
        first = empty[0].cell
        return _("“%(need)s” in %(ward)s comes first: about %(n)s people, and nothing with room within 2 km") % {
            "need": first.title, "ward": first.ward.name, "n": first.shown,
        }  # fmt: skip
    n = len(found)
    return ngettext(
        "There is something with room within 2 km of the largest gap: it may not be the right thing",
        "There is something with room within 2 km of each of the %(n)s largest gaps: it may not be the right thing", n,
    ) % {"n": n}  # fmt: skip


def finding(found: Sequence[Gap], *, may_wish: bool) -> Finding:
    said = table(found, may_wish=may_wish)
    return Finding(
        name="gaps", said=sentence(found), deck=_(
            "Needs that went unmet for eight people or more in one ward, beside what is open within 2 km of its middle "
            "today. Where nothing there has room the bar stands out, and comes first."
        ),
        pictures=[picture("gaps-bars", said.caption, partial(bars, [*map(_bar, found)]), table=said, is_open=True)],
        lead=_("How to read it."), notes=[
            _("A group nearby may still be the wrong one: at the wrong hour, for others, or up two flights of stairs."),
            _("The people are of the period, the groups of today."),
        ], measures=[25],
    )  # fmt: skip


def _bar(gap: Gap) -> Bar:
    return Bar.of(f"{gap.cell.title}, {gap.cell.ward.name}", gap.cell.shown, tone="note" if gap.is_empty else "main")


def table(found: Sequence[Gap], *, may_wish: bool) -> Table:
    rows = [_row(gap, may_wish) for gap in found]
    heads = [_("Need"), _("Ward"), _("Unmet needs"), _("Within 2 km today"), _("Nearest with room"), _("Wish list")]
    return Table(_("The largest gaps, and what is open near them today"), heads, rows, words=5)


def _row(gap: Gap, may_wish: bool) -> tuple:
    return gap.cell.title, gap.cell.ward.name, str(gap.cell.shown), _near(gap), _nearest(gap), _wish(gap, may_wish)


def _near(gap: Gap) -> str:
    said = [_groups(gap)] if gap.near else []
    if gap.calls:
        said.append(_("%(n)s by phone or at home") % {"n": gap.calls})
    return ", ".join(said) or _("nothing")


def _groups(gap: Gap) -> str:
    said = ngettext("%(n)s group", "%(n)s groups", gap.near) % {"n": gap.near}
    full = gap.near - gap.roomy
    return said if not full else _("%(groups)s (%(full)s full)") % {"groups": said, "full": full}


def _nearest(gap: Gap) -> str:
    return _("nowhere") if gap.nearest is None else in_km(gap.nearest)


def _wish(gap: Gap, may_wish: bool) -> str | SafeString:
    if gap.wish:
        return _link(gap.wish.get_absolute_url(), gap.wish.get_standing_display(), gap.wish.title)
    if not may_wish:
        return _("not on it")
    asked = urlencode({"need": gap.cell.need, "ward": gap.cell.ward.code})
    return _link(f"{reverse('wish_new')}?{asked}", _("Put it there"), f"{gap.cell.title}, {gap.cell.ward.name}")


def _link(address: str, words: str, of: str) -> SafeString:
    return format_html('<a href="{}">{}<span class="hidden">: {}</span></a>', address, words, of)
