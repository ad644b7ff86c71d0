"""What a period cost, for each person: money as it was entered, people as they are shown; and the scenario."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from outcomes.costs.models import Cost, GroupCount, Scenario
from outcomes.costs.published import FIGURES, Published
from outcomes.costs.states import Kind
from outcomes.disclosure import HIDDEN, Shown
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board

STEP = 5  # pounds: people are told to the nearest five, so a penny would say more than is known
ENOUGH = 30  # people, below which no scenario is reckoned
SHARED_AMONG = (
    ("people_supported", _("For each person spoken with for the first time")),
    ("people_connected", _("For each person introduced to something")),
    ("people_sustained", _("For each person who kept going for twelve weeks")),
)


@dataclass(frozen=True, slots=True)
class PerPerson:
    title: Any
    people: Shown
    pounds: int | None  # None: too few people, or nobody


@dataclass(frozen=True, slots=True)
class Spent:
    """Of a period of a whole area. `missing`: its months for which nothing is entered; then nothing is worked out."""

    total: int
    kinds: Sequence[tuple[str, int]]
    missing: Sequence[date]
    each: Sequence[PerPerson]


@dataclass(frozen=True, slots=True)
class Avoided:
    """The scenario, reckoned: `low` and `high` from the published range. All are pounds before the cost is taken off;
    `net` is the middle one after it."""

    scenario: Scenario
    figure: Published
    people: int
    low: int
    middle: int
    high: int
    net: int


def spent(board: Board) -> Spent | None:
    """None of a part of the area: costs are entered for the whole of it."""
    if board.place.level != Level.WHOLE:
        return None
    rows = list(Cost.objects.filter(area__code=board.release.area_code, taken_back_at=None))
    months = board.period.months
    missing = [month for month in months if not any(one.first_month <= month <= one.last_month for one in rows)]
    total = sum(one.share_of(months) for one in rows)
    kinds = [(str(kind.label), sum(one.share_of(months) for one in rows if one.kind == kind)) for kind in Kind]
    each = [] if missing else [PerPerson(title, n := board.shown(key), per(total, n)) for key, title in SHARED_AMONG]
    return Spent(round(total), [(label, round(n)) for label, n in kinds if n], missing, each)


def per(pounds: float, people: Shown) -> int | None:
    return STEP * round(pounds / people / STEP) if isinstance(people, int) and people else None


def avoided(board: Board) -> Avoided | None:
    """None while it is off, of fewer than thirty people, and of a part of the area or of costs not entered."""
    scenario = Scenario.objects.filter(area__code=board.release.area_code).first()
    people, costs = board.shown("people_sustained"), spent(board)
    if scenario is None or not scenario.is_on or costs is None or costs.missing:
        return None
    if people == HIDDEN or not isinstance(people, int) or people < ENOUGH:
        return None
    figure = FIGURES[scenario.figure]
    due = people * (1 - scenario.deadweight / 100) * scenario.attribution / 100
    due *= scenario.years if figure.each_year else 1
    low, middle, high = (round(due * pounds) for pounds in (figure.low, figure.pounds, figure.high))
    return Avoided(scenario, figure, people, low, middle, high, middle - costs.total)


def who_lives_here(area_code: str) -> dict[str, GroupCount]:
    """Group -> the latest count of it."""
    rows = GroupCount.objects.filter(area__code=area_code).order_by("made_at")
    return {one.group: one for one in rows}
