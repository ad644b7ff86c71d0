"""What stands around the people: listings that are kept up, groups with room, connectors, and those who give time."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outcomes.disclosure import Shown, share
from outcomes.drawing import Finding, Part, Picture, Table, parts, picture, worded
from outcomes.figures import catalogue
from outcomes.figures.counting import Kind, Measure
from outcomes.figures.reading import Board
from outcomes.works.going import NOBODY, share_chart
from outcomes.works.history import History
from outcomes.works.telling import Line, between, fraction, line

DARK_TO_LIGHT = (4, 2, 1, 0)


def listings(history: History) -> Finding | None:
    """Measures 21 to 23. These are listings and not people, so nothing is hidden."""
    board = history.board
    if not board.has("listings") or board.shown("listings") in (0, "-"):
        return None
    fresh, used = board.share("listings_fresh", "listings"), board.share("used_fresh", "used")
    said = _("%(n)s%% of the listings were checked in the last 90 days") % {"n": worded(fresh.shown)}
    if isinstance(used.shown, int):
        said = _("%(n)s%% of the listings were checked in the last 90 days; when somebody was sent there it was "
                 "%(used)s%%") % {"n": worded(fresh.shown), "used": used.shown}  # fmt: skip
    return Finding(
        name="fresh", said=said, deck=ngettext(
            "%(n)s listing at the end of the period. It is a listing and not a person, so nothing is hidden.",
            "%(n)s listings at the end of the period. These are listings and not people, so nothing is hidden.",
            board.shown("listings"),
        )
        % {"n": worded(board.shown("listings"))},
        pictures=[one for one in [_by_age(board)] if one],
        notes=[_("What people feel is whether a listing was right on the day they were sent there.")],
        measures=(21, 22, 23),
    )  # fmt: skip


def _by_age(board: Board) -> Picture | None:
    ages = board.categories("listings_by_age")
    total = sum(n for _key, _name, n in ages if isinstance(n, int))
    if not total:
        return None
    cells = [(name, n, worded(_share(n, total), "%")) for _key, name, n in ages]
    rows = [Part.of(name, _share(n, total), DARK_TO_LIGHT[min(i, 3)], "%") for i, (_key, name, n) in enumerate(ages)]
    title = _("Listings, by when they were last checked")
    table = Table(title, [_("Last checked"), _("Listings"), _("Share")], cells)
    return picture("fresh-chart", title, partial(parts, rows), table=table)


def _share(part: Shown, whole: int) -> Shown:
    return share(part, whole) if isinstance(part, int) else part


ROOM = (27, 26)


def room(history: History) -> Finding | None:
    """How full groups and connectors are: what is known, and what a full caseload is."""
    lines = [one for one in (_told(history.board, number) for number in ROOM) if one and not one.why_not]
    if not lines:
        return None
    title = _("How full groups and connectors are")
    cells = [(str(one.measure.title), one.shown, one.of, one.interval) for one in lines]
    table = Table(title, [_("Measure"), _("Share"), _("Of"), _("95% interval")], cells)
    return Finding(
        name="room", said=_("How much room there is, at groups and at the connectors"),
        deck=_("At the end of the period. Groups that have not said how full they are, are not in it."),
        pictures=[Picture("room-table", title, [], table, is_open=True)],
        notes=[_("About the teams together, and never about one connector.")], measures=ROOM,
    )  # fmt: skip


def _told(board: Board, number: int) -> Line | None:
    measure = catalogue.measures().get(number)
    return line(board, measure) if measure else None


FAIR = (38, 39, 37)


def fairness(history: History) -> Finding | None:
    """Whom the service takes on; it is held against those who live there where that is known."""
    board, known = history.board, catalogue.measures()
    ones = [known[n] for n in FAIR if n in known and _can_be_drawn(board, known[n])]
    shares = [(one, board.share(one.part, one.whole)) for one in ones]
    if not any(isinstance(found.shown, int) for _one, found in shares):
        return None
    first = shares[0][1]
    said = (
        _("About %(n)s of the people taken on are under 65") % {"n": fraction(first.shown)}
        if isinstance(first.shown, int) and shares[0][0].number == 38
        else _("Who is taken on")
    )
    return Finding(
        name="fairness", said=said, deck=_("Of people accepted in the period and asked. Whoever rather does not say "
        "is never guessed at."),
        pictures=[share_chart("fairness-chart", _("Who is taken on"), shares)],
        notes=[_("A share says whom the service takes on, not who has the need. By group, only where eight people or "
                 "more said: see the measures."), *(f"{one.title}: {between(s)}." for one, s in shares if s.low)],
        measures=(35, 36, 37, 38, 39),
    )  # fmt: skip


def _can_be_drawn(board: Board, one: Measure) -> bool:
    return one.kind == Kind.SHARE and board.shown(one.whole) not in NOBODY


BESIDE = (45, 46, 47, 48, 49)


def beside(history: History) -> Finding | None:
    """Befriending, those who give time, small helps, the chest, the trained: what they come to, one by one."""
    lines = [one for one in (_told(history.board, number) for number in BESIDE) if one and not one.why_not]
    if not lines:
        return None
    title = _("What stands beside the connectors’ work")
    cells = [(str(one.measure.title), one.shown, one.of) for one in lines]
    return Finding(
        name="beside", said=title, deck=_("Of the period, or at its end where a number stands for a day: what each "
        "counts, its own page says."),
        pictures=[Picture("beside-table", title, [], Table(title, [_("Measure"), _("Figure"), _("Of")], cells))],
        notes=[_("Time that people give is counted in hours and not in money.")], measures=BESIDE,
    )  # fmt: skip
