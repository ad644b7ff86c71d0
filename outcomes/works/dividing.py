"""What divides the people of a period: why referrals came back, why people finished, how much they need, the chats."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes.disclosure import UNDEFINED, Shown, share
from outcomes.drawing import Bar, Finding, Picture, Stage, Table, bars, funnel, picture, worded
from outcomes.figures import catalogue
from outcomes.figures.reading import Board
from outcomes.works.history import History
from outcomes.works.telling import between, first_up, fraction, line

NOBODY = (0, UNDEFINED)


def deciding(history: History) -> Finding | None:
    """Measures 3 to 5, with the reasons."""
    board = history.board
    accepted, unsuitable = board.share("accepted", "decided"), board.share("unsuitable", "decided")
    if accepted.whole in NOBODY:
        return None
    said = _("Whether referrals were accepted: too few to give a share safely")
    if isinstance(accepted.shown, int):
        said = _("%(n)s of the referrals were accepted") % {"n": first_up(fraction(accepted.shown))}
    notes = [_("A high share is not better by itself: it also rises when people who need something else are kept.")]
    if isinstance(unsuitable.shown, int):
        words = _("%(n)s%% were not for this service (%(between)s): that is where a talk would help.")
        notes.append(words % {"n": unsuitable.shown, "between": between(unsuitable)})
    return Finding(
        name="deciding", said=said, deck=_("Referrals decided for the first time in the period, and why some came "
        "back."), pictures=divided(board, "declined_by_reason", "declined"), notes=notes, measures=(3, 4, 5, 7),
    )  # fmt: skip


def ending(history: History) -> Finding | None:
    """Measures 19 and 20."""
    board = history.board
    if board.shown("closed") in NOBODY:
        return None
    again = board.share("came_back", "closed_half_a_year")
    notes = [_("Coming back is neither good nor bad: it may show trust.")]
    if isinstance(again.shown, int):
        words = _("%(n)s%% of those who had finished half a year before were referred again (%(between)s).")
        notes.append(words % {"n": again.shown, "between": between(again)})
    return Finding(
        name="ending", said=_("Why people finished"), deck=_("Everybody with whom the work was finished in the "
        "period, by the reason that was written down."), pictures=divided(board, "closed_by_reason", "closed"),
        notes=notes, measures=(19, 20),
    )  # fmt: skip


def needing(history: History) -> Finding | None:
    """Measures 29 and 30: what it takes, and whether that was expected."""
    board = history.board
    pictures = [
        *divided(board, "accepted_by_weight", "accepted"), *divided(board, "accepted_by_needs", "accepted_needs_asked"),
    ]  # fmt: skip
    if not pictures:
        return None
    drift = catalogue.measures().get(30)
    told = board.value("complexity_drift")
    notes = []
    if drift and told and told.get("mean") is not None:
        one = line(board, drift)
        notes.append(_("People need %(n)s more of a connector’s week than whoever asked expected (%(between)s; 0 is as "
                       "expected).") % {"n": one.shown, "between": one.interval})  # fmt: skip
    return Finding(
        name="needing", said=_("How much people need"), deck=_("Accepted referrals, by how much of a connector’s week "
        "they take, and by how many kinds of need the person spoke of."), pictures=pictures, notes=notes,
        measures=(29, 30),
    )  # fmt: skip


CHATS = {
    "chats_asked": gettext_lazy("Asked"), "chats_assisted": gettext_lazy("Talked about it"),
    "chats_acted": gettext_lazy("Gave them somewhere to go"), "chats_referred": gettext_lazy("Referred them"),
}  # fmt: skip


def chatting(history: History) -> Finding | None:
    """Measure 40: what healthy chats come to."""
    board = history.board
    steps = [(title, board.share(key, "chats_asked")) for key, title in CHATS.items() if board.has(key)]
    if len(steps) < 2 or steps[0][1].part in NOBODY:
        return None
    rows = [Stage.of(str(title), one.part, one.shown if i else None) for i, (title, one) in enumerate(steps)]
    heads = [_("Step"), _("Chats"), _("Of those asked"), _("95% interval")]
    cells = [(str(title), one.part, worded(one.shown, "%"), between(one)) for title, one in steps]
    title = _("What chats came to")
    last = steps[-1][1].shown
    said = _("What healthy chats came to")
    if isinstance(last, int):
        said = _("%(n)s of the chats led to a referral; a good talk that was enough is no failure")
        said = said % {"n": first_up(fraction(last))}
    return Finding(
        name="chatting", said=said, deck=_("Chats that workers wrote down in the period. Most are not written down."),
        pictures=[picture("chatting-chart", title, partial(funnel, rows), table=Table(title, heads, cells))],
        notes=[_("Neither the worker nor the person is named in a chat.")], measures=(40, 2),
    )  # fmt: skip


def divided(board: Board, key: str, whole: str) -> Sequence[Picture]:
    """A count by its cut, as bars in the order of the cut; nothing where there is nobody in any part of it."""
    rows = [(title, n) for _key, title, n in board.categories(key) if n not in NOBODY]
    if not rows:
        return []
    total, title = board.shown(whole), str(catalogue.counts()[key].title)
    cells = [(name, n, worded(_of(n, total), "%")) for name, n in rows]
    drawn = partial(bars, [Bar.of(name, n) for name, n in rows])
    table = Table(title, [title, _("People"), _("Share")], cells)
    return [picture(key.replace("_", "-"), title, drawn, table=table, captioned=True)]


def _of(n: Shown, total: Shown) -> Shown:
    return share(n, total) if isinstance(n, int) and isinstance(total, int) else n
