"""Who is reached beside who lives here, and whether all are treated alike: shares of what is shown, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from django.utils.translation import gettext_lazy as _

from outcomes.costs.models import GroupCount
from outcomes.costs.reading import who_lives_here
from outcomes.disclosure import UNDEFINED, Shown
from outcomes.figures.counts.fairness import COMPARED, GROUPS, UNKNOWN
from outcomes.figures.reading import Board, Share
from outcomes.figures.wilson import interval

ACCEPTED = "fair_accepted"
STEPS = (
    (_("Accepted"), "fair_accepted", "fair_decided"),
    (_("Spoken with in 5 working days"), "fair_spoken", "fair_accepted"),
    (_("Went to a session"), "fair_went", "fair_offered"),
)


@dataclass(frozen=True, slots=True)
class Reached:
    """One category. `ratio` is the share among those accepted over the share among those who live here."""

    title: str
    shown: Shown
    share: int | None = None
    lives_here: int | None = None
    ratio: tuple[float, float, float] | None = None  # with its interval: low, ratio, high


@dataclass(frozen=True, slots=True)
class GroupReached:
    title: str
    lines: Sequence[Reached]
    unknown: Shown
    source: str


@dataclass(frozen=True, slots=True)
class Alike:
    """One category at one step. `apart`: low, difference, high in points, from the largest category; None for it."""

    share: Share
    apart: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class GroupAlike:
    """Each category with what became of it at each of the steps; None where nothing of that step can be told."""

    title: str
    lines: Sequence[tuple[str, Sequence[tuple[Alike | None, Any]]]]  # the step's title beside each


def reached(board: Board) -> list[GroupReached]:
    """Groups of which anything is told; none where nobody was accepted twelve weeks before."""
    here = who_lives_here(board.release.area_code)
    if board.shown(ACCEPTED) in (0, UNDEFINED):
        return []
    return [_group(board, name, here.get(name)) for name in GROUPS if board.has(f"{ACCEPTED}_by_{name}", UNKNOWN)]


def _group(board: Board, name: str, lives: GroupCount | None) -> GroupReached:
    key = f"{ACCEPTED}_by_{name}"
    rows = [row for row in board.categories(key) if row[0] != UNKNOWN]
    answered = _answered(board, key, [shown for _code, _title, shown in rows])
    people = lives.people if lives else {}
    lines = [_line(title, shown, answered, people.get(code), sum(people.values())) for code, title, shown in rows]
    return GroupReached(str(GROUPS[name].cut.title), lines, board.shown(key, UNKNOWN), lives.source if lives else "")


def _answered(board: Board, key: str, shown: Sequence[Shown]) -> int | None:
    """How many said, as far as the shown figures tell: their sum, or everybody less those not known."""
    if all(isinstance(one, int) for one in shown):
        return sum(shown)
    everybody, unknown = board.shown(ACCEPTED), board.shown(key, UNKNOWN)
    both = isinstance(everybody, int) and isinstance(unknown, int)
    return max(0, everybody - unknown) if both else None


def _line(title: str, shown: Shown, answered: int | None, people: int | None, everybody: int) -> Reached:
    if not isinstance(shown, int) or not answered:
        return Reached(title, shown, lives_here=_percent(people, everybody))
    part = min(shown, answered) / answered
    if not people or not everybody:
        return Reached(title, shown, round(100 * part), _percent(people, everybody))
    here = people / everybody
    low, high = interval(min(shown, answered), answered)
    ratio = tuple(round(one / here, 1) for one in (low, part, high))
    return Reached(title, shown, round(100 * part), round(100 * here), ratio)


def _percent(people: int | None, everybody: int) -> int | None:
    return None if people is None or not everybody else round(100 * people / everybody)


def alike(board: Board) -> list[GroupAlike]:
    """Groups of which anything can be told."""
    return [found for name in COMPARED if (found := _treated(board, name)).lines]


def _treated(board: Board, name: str) -> GroupAlike:
    steps = [_step(board, f"{part}_by_{name}", f"{of}_by_{name}") for _title, part, of in STEPS]
    titles = [(code, title) for code, title in GROUPS[name].cut.categories if code != UNKNOWN]
    lines = [(str(title), _cells(steps, code)) for code, title in titles] if any(steps) else []
    return GroupAlike(str(GROUPS[name].cut.title), lines)


def _cells(steps: Sequence[dict[str, Alike]], code: str) -> list[tuple[Alike | None, Any]]:
    return [(step.get(code), title) for step, (title, _part, _of) in zip(steps, STEPS, strict=True)]


def _step(board: Board, part: str, whole: str) -> dict[str, Alike]:
    rows = {code: board.share(part, whole, code) for code, _t, _n in board.categories(whole) if code != UNKNOWN}
    known = [share for share in rows.values() if isinstance(share.shown, int)]
    if not known:
        return {}
    largest = max(known, key=lambda share: share.whole)
    return {code: Alike(share, _apart(share, largest)) for code, share in rows.items()}


def _apart(one: Share, other: Share) -> tuple[int, int, int] | None:
    """Newcombe's interval of the difference of two shares, in points."""
    if one is other or not isinstance(one.shown, int):
        return None
    a, b = (min(share.part, share.whole) / share.whole for share in (one, other))
    (a_low, a_high), (b_low, b_high) = (interval(min(s.part, s.whole), s.whole) for s in (one, other))
    low, high = a - b - hypot(a - a_low, b_high - b), a - b + hypot(a_high - a, b - b_low)
    return round(100 * low), round(100 * (a - b)), round(100 * high)
