"""Why needs went unmet: nothing suitable, no room, out of reach, too dear; and where that was noticed."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext as _

from outcomes.disclosure import share
from outcomes.drawing import Bar, Finding, Table, amount, bars, label_of, picture
from outcomes.figures.reading import Board

BY_REASON, WHOLE = "unmet_by_reason", "needs_unmet"
NOTED, SEARCHES = "gaps_noted", "searches_empty"
TRANSPORT = ("too_far", "transport")  # of what was written down as a gap
UNREACHABLE = "unreachable"


def finding(board: Board) -> Finding | None:
    """None where the period is too fine to tell reasons apart."""
    rows = board.categories(BY_REASON)
    if not rows or not any(amount(shown) is not None for _code, _title, shown in rows):
        return None
    most = max((amount(shown) or 0 for _code, _title, shown in rows), default=0)
    drawn = [Bar.of(str(why), shown, tone="note" if most and shown == most else "main") for _code, why, shown in rows]
    heads = [_("What was missing"), _("Unmet needs")]
    table = Table(_("Unmet needs by what was missing"), heads, [(str(why), shown) for _code, why, shown in rows])
    said = {"place": board.place.name, "period": board.period.title}
    return Finding(
        name="why", said=sentence(board), deck=_("All that went unmet in %(place)s. %(period)s.") % said,
        pictures=[picture("why-bars", table.caption, partial(bars, drawn), table=table)],
        lead=_("Where else it shows."), notes=notes(board),
    )  # fmt: skip


def sentence(board: Board) -> str:
    rows = [(str(title), amount(shown) or 0) for _code, title, shown in board.categories(BY_REASON)]
    title, most = max(rows, key=lambda row: row[1], default=("", 0))
    if not most:
        return _("Too few to say what was missing most often")
    part = share(int(most), board.shown(WHOLE))
    said = {"why": title.lower(), "n": label_of(most), "part": part}
    if isinstance(part, int):
        return _("What was missing most often: %(why)s, for about %(part)s%% of unmet needs") % said
    return _("What was missing most often: %(why)s, for about %(n)s") % said


def notes(board: Board) -> list[str]:
    said = [_getting_there(board)]
    gaps = [shown for _code, _title, shown in board.categories(NOTED) if isinstance(shown, int)]
    if sum(gaps):
        said.append(_("Staff wrote down %(n)s gaps, each with its reason.") % {"n": label_of(sum(gaps))})
    if searches := amount(board.shown(SEARCHES)):
        said.append(_("%(n)s searches of the directory found nothing that fitted.") % {"n": label_of(searches)})
    return [one for one in said if one]


def _getting_there(board: Board) -> str:
    """Of what staff wrote down as missing, what was about getting there. Lines, and not people."""
    lines = [board.shown(NOTED, code) for code in TRANSPORT]
    n = sum(int(amount(one) or 0) for one in lines)
    if not n:
        return ""
    return _("Getting there was the trouble in %(n)s of the gaps that staff wrote down.") % {"n": label_of(n)}
