"""The board paper of a period: what it says in short, its findings, what it cannot tell, and where it comes from."""

from __future__ import annotations

from functools import partial

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from connect.people.models import Tenant, User
from outcomes.annotations import reading
from outcomes.disclosure import Shown
from outcomes.drawing import Bar, Finding, Table, bars, picture, worded
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board
from outcomes.paper.parts import Paper, tells
from outcomes.works.findings import findings
from outcomes.works.history import History
from outcomes.works.short import in_short

# What a board reads; the rest stands on the page.
READ = ("journey", "waits", "waiting", "attendance", "replies", "change", "goals", "asking", "fairness")


def paper(board: Board, user: User) -> Paper:
    history = History(board)
    found = [*(one for one in findings(history) if one.name in READ), *filter(None, [unmet(board)])]
    few = [one.said for one in found if not tells(one)]
    period, place = board.period, board.place
    return Paper(
        title=_("Company in %(place)s: what works and what is missing") % {"place": place.name},
        under=period.title,
        meta=[_("From: %(house)s") % {"house": Tenant.current()}],
        stand=_stand(board),
        brief=[strip_tags(one.said) for one in in_short(history)],
        findings=[one for one in found if tells(one)],
        cannot=[
            _("These figures tell what happened, and not why. There is no comparison group: some people would have "
              "found company anyway."),
            _("Attendance is what a group, a companion or the person told us; of whom nobody told us is not counted "
              "as having gone. With few people, shares are coarse."),
            *([_("Not shown here: %(few)s.") % {"few": "; ".join(few)}] if few else []),
        ],
        board=board,
        meanwhile=reading.beside(user, place.code, period.start, period.end),
        file=f"board-paper-{place.code}-{period.address}".lower(),
    )  # fmt: skip


def _stand(board: Board) -> str:
    received, attended = board.shown("received"), board.shown("attended")
    said = {"place": board.place.name, "n": worded(received), "went": worded(attended)}
    if not isinstance(received, int):
        return _("Too few people in %(place)s were referred for some company to give a number safely.") % said
    if not isinstance(attended, int):
        return _("About %(n)s people in %(place)s were referred for some company.") % said
    return _("About %(n)s people in %(place)s were referred for some company. About %(went)s of them are known to "
             "have gone along to something so far.") % said  # fmt: skip


def unmet(board: Board) -> Finding | None:
    """The needs that nothing there could meet, ward by ward, in the order of the list; the greatest is named."""
    wards = board.by_place("needs_unmet", Level.WARD)
    if not wards or board.place.level != Level.WHOLE:
        return None
    most = _most(wards)
    rows = [Bar.of(name, shown, tone="note" if code == most else "main") for code, name, shown in wards]
    title = _("Needs that nothing there could meet, by ward")
    cells = [(name, board.shown("recorded_needs", place=code), shown) for code, name, shown in wards]
    whole = [board.place.name, board.shown("recorded_needs"), board.shown("needs_unmet")]
    table = Table(title, [_("Ward"), _("Needs named"), _("Unmet")], cells, whole)
    drawn = picture("unmet-chart", title, partial(bars, rows), table=table)
    return Finding(
        name="unmet", said=_unmet_said(wards, most), pictures=[drawn],
        deck=_("Needs for which, six weeks after the referral, somebody had written down that there was nothing "
               "suitable, no room, no way to get there, or that it costs too much."),
        notes=[_("Somebody who named two needs counts for both. It is the least there is: where nobody wrote down why, "
                 "nothing is counted.")],
        measures=(24,),
    )  # fmt: skip


def _most(wards: list[tuple[str, str, Shown]]) -> str:
    """Its code; nobody is named where two have as many."""
    known = sorted(((shown, code) for code, _name, shown in wards if isinstance(shown, int) and shown), reverse=True)
    if not known or (len(known) > 1 and known[0][0] == known[1][0]):
        return ""
    return known[0][1]


def _unmet_said(wards: list[tuple[str, str, Shown]], most: str) -> str:
    found = next(((name, shown) for code, name, shown in wards if code == most), None)
    if found is None:
        return _("No one ward stands out by needs that nothing there could meet")
    return _("%(ward)s has the most needs that nothing there could meet: about %(n)s") % {
        "ward": found[0], "n": worded(found[1]),
    }  # fmt: skip
