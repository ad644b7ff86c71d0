"""How asking went: how easy it felt, why nobody asked, what chats came to. Figures of chats, which name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.utils.translation import gettext as _

from outcomes.disclosure import Shown
from outcomes.drawing import Bar, Finding, Slope, Stage, Table, bars, funnel, picture, slope, worded
from outcomes.figures.counts.comfort import GROUPS
from outcomes.figures.reading import Board

OF_THE_WORKER = ("unsure_how", "unsure_what", "not_mine")  # reasons that lie with whoever might have asked
STEPS = ("chats", "chats_asked", "chats_assisted", "chats_acted", "chats_referred")
TONES = ("main", "note", "rest", "rest")


def comfort(board: Board) -> Finding | None:
    """Before and after, by whose work it was."""
    told = [(key, str(title), board.value(f"comfort_{key}")) for key, title, _jobs in GROUPS]
    known = [(title, value) for _key, title, value in told if value]
    whole = board.value("comfort")
    if whole is None:
        return None
    rows = [*known, (_("All chats"), whole)]
    lines = [(title, v["people"], f"{v['before']:.1f}", f"{v['after']:.1f}") for title, v in rows]
    slopes = [
        Slope(title, v["before"], v["after"], f"{v['before']:.1f}", f"{v['after']:.1f}", tone)
        for (title, v), tone in zip(known or rows, TONES, strict=False)
    ]
    title = _("How easy asking felt, by whose work it was")
    heads = [_("Work"), _("Chats"), _("Before"), _("After")]
    drawn = partial(slope, slopes, low=1, high=5, heads=(_("Before"), _("Next time")))
    return Finding(
        name="comfort", said=_comfort_said(whole["before"], whole["after"]),
        deck=_("How easy it felt to bring it up, and how easy it would be next time: 1 (hard) to 5 (easy), the mean of "
               "chats for which both were said."),
        pictures=[picture("comfort-chart", title, drawn, table=Table(title, heads, lines))], measures=(40,),
        notes=[_("Workers say it of themselves, straight after the chat. A group of jobs is left out below eight "
                 "chats."),
               _("That something felt easier afterwards does not say that the training did it.")],
    )  # fmt: skip


def _comfort_said(before: float, after: float) -> str:
    said = {"before": f"{before:.1f}", "after": f"{after:.1f}"}
    if after - before >= 0.1:
        return _("Workers asked, and it got easier: from %(before)s to %(after)s on a scale of 5") % said
    if before - after >= 0.1:
        return _("Workers asked, and it did not get easier: from %(before)s to %(after)s on a scale of 5") % said
    return _("Workers asked, and it felt as easy after as before: %(after)s on a scale of 5") % said


def stigma(board: Board) -> Finding | None:
    """Why nobody asked, and how people took it when somebody did."""
    if not board.has("chats_not_asked"):
        return None
    reasons = board.categories("chats_not_asked_by_reason")
    top = _largest(reasons)
    rows = [Bar.of(title, shown, tone="note" if key == top else "main") for key, title, shown in reasons]
    title = _("Why nobody asked")
    table = Table(title, [_("Reason"), _("Times")], [(words, shown) for _key, words, shown in reasons],
                  [_("All times nobody asked"), board.shown("chats_not_asked")])  # fmt: skip
    return Finding(
        name="stigma", said=_stigma_said(reasons, top),
        deck=_("Reasons that workers wrote down when they did not ask. Chats, not people."),
        pictures=[picture("stigma-chart", title, partial(bars, rows), table=table)] if reasons else (),
        notes=[_rather_not(board), _("Nobody is asked for a reason of the person’s: these are the worker’s own.")],
        measures=(40,),
    )  # fmt: skip


def _largest(reasons: Sequence[tuple[str, str, Shown]]) -> str:
    known = [(shown, key) for key, _title, shown in reasons if isinstance(shown, int) and shown]
    return max(known)[1] if known else ""


def _stigma_said(reasons: Sequence[tuple[str, str, Shown]], top: str) -> str:
    words = {key: title for key, title, _shown in reasons}
    if not top:
        return _("Too few chats were left out to say safely why")
    if top in OF_THE_WORKER:
        return _("What kept workers from asking most often lay with themselves: “%(why)s”") % {"why": words[top]}
    return _("What kept workers from asking most often was the moment: “%(why)s”") % {"why": words[top]}


def _rather_not(board: Board) -> str:
    one = board.share("chats_rather_not", "chats_asked")
    said = {"part": worded(one.part), "whole": worded(one.whole)}
    if isinstance(one.part, int) and isinstance(one.whole, int) and one.whole:
        return _("When people were asked, %(part)s of %(whole)s would rather not talk about it.") % said
    return _("When people were asked, too few would rather not talk about it to give a number safely.")


def pathway(board: Board) -> Finding | None:
    """Ask, assist, act: and what came of it."""
    if not board.has("chats"):
        return None
    titles = {
        "chats": _("Chats, or chances for one"), "chats_asked": _("Asked"), "chats_assisted": _("Talked about it"),
        "chats_acted": _("Somewhere to go, or referred"), "chats_referred": _("Referred"),
    }  # fmt: skip
    shares = [(titles[key], board.share(key, "chats")) for key in STEPS]
    rows = [Stage.of(words, one.part, one.shown if n else None) for n, (words, one) in enumerate(shares)]
    title = _("From a chat to a referral")
    table = Table(title, [_("Step"), _("Chats"), _("Of all")],
                  [(words, one.part, worded(one.shown, "%")) for words, one in shares])  # fmt: skip
    return Finding(
        name="pathway", said=_pathway_said(board), pictures=[
            picture("pathway-chart", title, partial(funnel, rows), table=table)],
        deck=_("Chats that workers wrote down in the period. Each step is part of the one before."),
        notes=[_went(board), *_heard(board)], measures=(40, 17),
    )  # fmt: skip


def _pathway_said(board: Board) -> str:
    all_, referred = board.shown("chats"), board.shown("chats_referred")
    if isinstance(all_, int) and isinstance(referred, int) and all_:
        said = {"all": worded(all_), "referred": worded(referred)}
        return _("%(all)s chats were written down, and %(referred)s led to a referral") % said
    return _("Too few chats were written down to say safely what they led to")


def _went(board: Board) -> str:
    one = board.share("chats_went", "chats_referred_half_a_year")
    if isinstance(one.shown, int):
        said = {"part": worded(one.part), "whole": worded(one.whole)}
        return _("Of %(whole)s people whom a chat led here half a year before, %(part)s are known to have gone along "
                 "to something within 26 weeks.") % said  # fmt: skip
    return _("How many of those whom a chat led here went along is told half a year after, and when they are enough.")


def _heard(board: Board) -> list[str]:
    one = board.share("replied", "reply_due")
    if not isinstance(one.shown, int):
        return []
    return [_("%(share)s%% of the words owed to whoever asked reached them within five working days.")
            % {"share": one.shown}]  # fmt: skip
