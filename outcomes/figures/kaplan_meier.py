"""How long it takes when some are still waiting: the product-limit estimate of Kaplan and Meier.

Whoever still waits has waited so long at least, and is counted among those who wait until then; nobody is left out for
not having got there yet, which is what makes a plain median of those who have too short.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Wait(NamedTuple):
    """So long until it happened; or, where it did not, so long so far."""

    length: int
    happened: bool = True


class Step(NamedTuple):
    """From this length of waiting on, this share of all still waits."""

    length: int
    waiting: float


def curve(waits: Iterable[Wait]) -> list[Step]:
    """A step for each length at which it happened to somebody. Whoever stops at that length still waited then."""
    ended, happened = Counter(), Counter()
    for wait in waits:
        ended[wait.length] += 1
        happened[wait.length] += wait.happened
    still, waiting, steps = sum(ended.values()), 1.0, []
    for length in sorted(ended):
        if happened[length]:
            waiting *= 1 - happened[length] / still
            steps.append(Step(length, waiting))
        still -= ended[length]
    return steps


def reached_by(share: float, steps: Sequence[Step]) -> int | None:
    """The length by which so large a share had got there; None where it was not reached while anybody looked."""
    nearly = 1e-9  # so that a half made of thirds is a half
    return next((step.length for step in steps if step.waiting <= 1 - share + nearly), None)


def median(steps: Sequence[Step]) -> int | None:
    return reached_by(0.5, steps)


def waiting_at(length: int, steps: Sequence[Step]) -> float:
    """The share who still wait after so long."""
    return next((step.waiting for step in reversed(steps) if step.length <= length), 1.0)
