"""In short: a few sentences, each with its years beside it, and no tiles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.disclosure import Shown
from outcomes.drawing import Frame, amount, label_of, sparkline, worded
from outcomes.figures import catalogue
from outcomes.figures.lattice import Level, Period
from outcomes.works.history import History
from outcomes.works.telling import of_whole


@dataclass(frozen=True, slots=True)
class Sentence:
    said: SafeString
    spark: SafeString
    then: str


def in_short(history: History) -> list[Sentence]:
    return [one for one in (make(history) for make in SENTENCES) if one]


def _went(history: History) -> Sentence | None:
    one = history.board.share("cohort_attended", "cohort")
    if not isinstance(one.shown, int):
        return _so_far(history)
    words = _("{} of people referred went to something within half a year: {}.")
    said = format_html(words, _strong(f"{one.shown}%"), of_whole(one))
    return _sentence("short-went", said, history.shares("cohort_attended", "cohort"), "%")


def _so_far(history: History) -> Sentence | None:
    one = history.board.share("attended", "received")
    if not isinstance(one.shown, int):
        return None
    words = _("{} of the people referred in the period have gone to something so far: {}.")
    said = format_html(words, _strong(f"{one.shown}%"), of_whole(one))
    return _sentence("short-went", said, history.shares("attended", "received"), "%")


def _replied(history: History) -> Sentence | None:
    measure = catalogue.measures().get(17)
    one = history.board.share(measure.part, measure.whole) if measure else None
    if one is None or not isinstance(one.shown, int):
        return None
    said = format_html(
        _("{} of those who asked heard what came of it, in five working days."), _strong(f"{one.shown}%")
    )
    return _sentence("short-replies", said, history.shares(measure.part, measure.whole), "%")


def _waited(history: History) -> Sentence | None:
    told = history.board.value("days_to_going")
    if not told or told.get("median") is None:
        return None
    days = [(one.period, (one.value("days_to_going") or {}).get("median")) for one in history.boards]
    said = format_html(_("Half of the people had been to something after {}."), _strong(_days(told["median"])))
    return _sentence("short-waits", said, days, "", _days)


def _days(n: float) -> str:
    return _("%(n)s days") % {"n": label_of(n)}


def _unmet(history: History) -> Sentence | None:
    """The ward with most unmet needs; where two have as many, none is named."""
    wards = [(n, name) for _code, name, n in history.board.by_place("needs_unmet", Level.WARD) if isinstance(n, int)]
    most = sorted(wards, reverse=True)[:2]
    if not most or most[0][0] == 0 or (len(most) > 1 and most[0][0] == most[1][0]):
        return None
    n, name = most[0]
    said = format_html(_("{} has the most needs that nothing there could meet: {}."), _strong(name), worded(n))
    return Sentence(said, SafeString(""), format_html('<a href="{}">{}</a>', reverse("unmet"), _("What is missing")))


SENTENCES: tuple[Callable[[History], Sentence | None], ...] = (_went, _replied, _waited, _unmet)


def _strong(words: str) -> SafeString:
    return format_html("<strong>{}</strong>", words)


def _sentence(
    name: str, said: SafeString, series: list[tuple[Period, Shown | None]], unit: str,
    write: Callable[[float], str] | None = None,
) -> Sentence:  # fmt: skip
    """With the line of its years, and the first of them in words."""
    values = [(period, amount(shown)) for period, shown in series]
    known = [(period, value) for period, value in values if value is not None]
    if len(known) < 2:
        return Sentence(said, SafeString(""), "")
    words = "; ".join(f"{period.title}: {worded(shown, unit)}" for period, shown in series)
    spark = sparkline([value for _period, value in values], Frame(name, _("Over the periods before"), words))
    first, value = known[0]
    then = {"n": write(value) if write else f"{label_of(value)}{unit}", "when": first.title}
    return Sentence(said, spark, _("%(n)s: %(when)s") % then)
