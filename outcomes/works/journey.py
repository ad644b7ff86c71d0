"""How far people come, and how long it takes them: the journey and the waits of a board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes.disclosure import HIDDEN
from outcomes.drawing import Curve, Finding, Stage, Table, funnel, label_of, picture, waits, worded
from outcomes.figures import catalogue
from outcomes.figures.reading import Board, Share
from outcomes.works.history import History
from outcomes.works.telling import between, first_up, fraction

SO_FAR = ("received", "contacted", "introduced", "attended", "settled")
IN_TIME = (
    "cohort", "cohort_accepted", "cohort_contacted", "cohort_planned", "cohort_introduced", "cohort_attended",
    "cohort_settled",
)  # fmt: skip
# What may lie between a step and the next; never how many, for steps between figures are not published.
LOST = {
    "cohort": gettext_lazy("not for this service, or taken back"),
    "cohort_accepted": gettext_lazy("not reached, or said not this time"),
    "cohort_contacted": gettext_lazy("no plan made"),
    "cohort_planned": gettext_lazy("no group agreed, or none that suited"),
    "cohort_introduced": gettext_lazy("did not go, or we have not heard"),
    "cohort_attended": gettext_lazy("went, and did not keep going"),
    "received": gettext_lazy("not reached yet, or said not this time"),
    "contacted": gettext_lazy("no group agreed yet"),
    "introduced": gettext_lazy("have not gone yet, or we have not heard"),
    "attended": gettext_lazy("went, not settled yet"),
}


def journey(history: History) -> Finding:
    """Of those whose half year is over, where there are any; else of those referred, so far."""
    board = history.board
    mature = board.shown("cohort") not in (0, "-")
    keys = IN_TIME if mature else SO_FAR
    steps = [(key, board.share(key, keys[0])) for key in keys if board.has(key)]
    return Finding(
        name="journey", said=_said(dict(steps), mature), deck=_deck(steps, mature),
        pictures=[_drawn(steps)], lead=_("How to read it."), measures=(18, 19),
        notes=[_("Each bar counts some of the people in the bar above it. Whoever came to a later step counts for all "
                 "before it."),
               _("Whoever stopped on the way may have found what they wanted: why people finished is measure 19.")],
    )  # fmt: skip


def _said(steps: dict[str, Share], mature: bool) -> str:
    prefix = "cohort_" if mature else ""
    went, kept = steps.get(f"{prefix}attended"), steps.get(f"{prefix}settled")
    if went is None or not isinstance(went.shown, int):
        return _few(steps.get("cohort" if mature else "received"))
    said = {"went": first_up(fraction(went.shown)), "kept": fraction(kept.shown) if isinstance(kept.shown, int) else ""}
    if not mature:
        return _("%(went)s of the people referred went to something so far") % said
    if not said["kept"]:
        return _("%(went)s of the people referred went to something within half a year") % said
    return _("%(went)s of the people referred went to something within half a year, and %(kept)s kept going") % said


def _few(first: Share | None) -> str:
    if first is None or first.whole in (0, "-"):
        return _("Nobody was referred in this period")
    if first.whole == HIDDEN:
        return _("Too few people were referred to give a number safely")
    return _("About %(n)s people were referred; too few went along to give a number safely") % {"n": first.whole}


def _deck(steps: Sequence[tuple[str, Share]], mature: bool) -> str:
    who = (
        _("People whose 26 weeks since the referral were over in this period, by how far they came in that time.")
        if mature
        else _(
            "People referred in this period, by how far they had come when it was frozen. Those referred late in it "
            "had less time."
        )
    )
    step = _steepest(steps)
    return f"{who} {step}" if step else who


def _steepest(steps: Sequence[tuple[str, Share]]) -> str:
    """Between which two steps most people are left behind, by the figures as shown."""
    known = [(key, one.part) for key, one in steps]
    drops = [
        (a - b, before, after)
        for (before, a), (after, b) in pairwise(known)
        if isinstance(a, int) and isinstance(b, int) and a > b
    ]
    if not drops:
        return ""
    _n, before, after = max(drops)
    said = {"before": _title(before).lower(), "after": _title(after).lower()}
    return _("The longest step down is from “%(before)s” to “%(after)s”.") % said


def _title(key: str) -> str:
    """As under a bar; the deck says in what time."""
    named = {"cohort": _("Referred"), "contacted": _("Spoken to"), "introduced": _("Introduced"),
             "attended": _("Went along"), "settled": _("Settled")}  # fmt: skip
    return named.get(key) or str(catalogue.counts()[key].title)


def _drawn(steps: Sequence[tuple[str, Share]]) -> object:
    last = steps[-1][0] if steps else ""
    rows = [
        Stage.of(_title(key), one.part, one.shown if i else None, str(LOST.get(key, "")) if key != last else "")
        for i, (key, one) in enumerate(steps)
    ]
    heads = [_("Step"), _("People"), _("Of those referred"), _("95% interval")]
    cells = [(_title(key), one.part, worded(one.shown, "%"), between(one)) for key, one in steps]
    title = _("How far people came")
    return picture("journey-chart", title, partial(funnel, rows), table=Table(title, heads, cells))


# Waits -----------------------------------------------------------------------------------------


def waiting(history: History) -> Finding | None:
    """The curve of the first time there; the other waits beside it."""
    measure = catalogue.measures().get(11)
    told = history.board.value(measure.values[0]) if measure else None
    beside = _other_waits(history.board)
    curves = _curves(history, measure.values[0]) if told and told.get("curve") else []
    if not told and not beside.rows:
        return None
    return Finding(
        name="waits", said=_wait_said(told), deck=_("Days since the referral until somebody first went to something. "
        "People who stopped waiting are counted up to the day they stopped."),
        pictures=[_curve_drawn(curves)] if curves else (), beside=beside if beside.rows else None,
        notes=_wait_notes(history.board, told), measures=(7, 8, 10, 11, 12),
    )  # fmt: skip


def _wait_said(told: object) -> str:
    if not told:
        return _("Too few people to say how long it takes until somebody goes")
    if told.get("median") is None:
        return _("Fewer than half of the people had been to something while we looked")
    return _("Half of the people had been to something after %(n)s days") % {"n": label_of(told["median"])}


def _curves(history: History, key: str) -> list[Curve]:
    found = [_curve(history.board, key, "main")]
    if history.a_year_ago:
        found.append(_curve(history.a_year_ago, key, "rest"))
    return [one for one in found if one]


def _curve(board: Board, key: str, tone: str) -> Curve | None:
    told = board.value(key)
    if not told or not told.get("curve"):
        return None
    points = [(mark / 7, share) for mark, share in told["curve"]]
    return Curve(board.period.title, tuple(points if points[0][0] == 0 else [(0, 0), *points]), tone)


def _curve_drawn(curves: Sequence[Curve]) -> object:
    last = max(week for curve in curves for week, _share in curve.points)
    title, weeks = _("Share who had been to something, by weeks since the referral"), {}
    for curve in curves:
        for week, share in curve.points:
            weeks.setdefault(week, {})[curve.label] = f"{label_of(share)}%"
    heads = [_("Weeks since the referral"), *(curve.label for curve in curves)]
    cells = [
        (label_of(round(week, 1)), *(said.get(c.label, "–") for c in curves)) for week, said in sorted(weeks.items())
    ]
    drawn = partial(waits, curves, x_label=_("Weeks since the referral"), last=last, step=max(1, round(last / 13)))
    return picture("waits-chart", title, drawn, table=Table(title, heads, cells))


def _other_waits(board: Board) -> Table:
    rows = []
    for number in (7, 8, 10, 11):
        measure = catalogue.measures().get(number)
        told = board.value(measure.values[0]) if measure and measure.values else None
        if told:
            in_time = board.share(measure.part, measure.whole).shown if measure.whole else "-"
            rows.append((str(measure.title), _median(told), worded(in_time, "%")))
    return Table(_("Half within, in days"), [_("Wait"), _("Half within"), _("In time")], rows)


def _median(told: object) -> str:
    return label_of(told["median"]) if told.get("median") is not None else _("not half yet")


def _wait_notes(board: Board, told: object) -> list[str]:
    notes = [_("A decision and a first talk are told in working days; an introduction and going there in days.")]
    if board.has("waiting_talk"):
        said = {"talk": worded(board.shown("waiting_talk")), "group": worded(board.shown("waiting_group"))}
        notes.append(_("At the end of the period %(talk)s people waited for a first talk, and %(group)s for an "
                       "introduction.") % said)  # fmt: skip
    if told and told.get("not_yet") not in (None, 0):
        notes.append(_("%(n)s of these people had not been to anything yet.") % {"n": worded(told["not_yet"])})
    return notes
