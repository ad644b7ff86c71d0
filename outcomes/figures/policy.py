"""The two named rules for figures about people: rounded and audited for everybody, exact under a named agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from outcomes import disclosure
from outcomes.disclosure import HIDDEN, Range, Shown
from outcomes.suppression import exact


@dataclass(frozen=True, slots=True)
class Policy:
    """Counts from 1 to `small` are hidden. No hidden one may be shown to be under `safe`.

    `known`: the range a reader learns from a figure that is shown; of one that is hidden because it is small they learn
    that it is between 1 and `star_high`.
    """

    name: str
    small: int
    safe: int
    star_high: float
    show: Callable[[int], Shown]
    known: Callable[[Shown], Range]

    def is_small(self, n: int) -> bool:
        return 1 <= n <= self.small


ROUNDED = Policy(disclosure.POLICY, disclosure.SMALL, disclosure.SAFE, 7, disclosure.round5, disclosure.known)


def _exactly(n: int) -> Shown:
    return HIDDEN if 1 <= n < exact.THRESHOLD else n


# One symbol for what is small and what covers it: so a star says no more than "one or more".
EXACT = Policy(exact.POLICY, exact.THRESHOLD - 1, exact.THRESHOLD - 1, inf, _exactly, lambda shown: (shown, shown))
