"""What changed for a group: mean, spread and interval, always beside how many of those concerned were asked twice.

Internal results: counts in them still pass disclosure control before anybody outside the team sees them.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from outcomes.scoring.changes import improvement
from outcomes.scoring.readings import Result
from outcomes.scoring.rounding import exact, rounded
from outcomes.scoring.student import quantile

Z = 1.959963984540054  # the normal distribution's 97.5 in 100
SHOWN_FROM, FULL_FROM = 8, 30
Pairs = Sequence[Sequence[float | None]]


def change(higher_is: str, pairs: Pairs, n_eligible: int) -> Result:
    """`pairs` of baseline and follow-up, of which either may be None; `n_eligible` are all who could have had both."""
    steps = [
        improvement(exact(after) - exact(before), higher_is) for before, after in pairs if None not in (before, after)
    ]
    told = {
        "n_eligible": n_eligible,
        "n_pairs": len(steps),
        "completion_pct": _percent(len(steps), n_eligible) if n_eligible else None,
        "status": status(len(steps)),
    }
    return told if len(steps) < SHOWN_FROM else told | _mean(steps) | _shares(steps)


def status(n: int) -> str:
    if n < SHOWN_FROM:
        return "suppressed" if n else "no_data"
    return "ok" if n >= FULL_FROM else "indicative"


def _mean(steps: list[Fraction]) -> Result:
    """With Student's 95 % interval, from the spread of the sample."""
    n, mean = len(steps), Fraction(sum(steps), len(steps))
    spread = sqrt(sum((step - mean) ** 2 for step in steps) / (n - 1))
    away = quantile(0.975, n - 1) * spread / sqrt(n)
    interval = [rounded(float(mean) - away), rounded(float(mean) + away)]
    return {"mean_improvement": rounded(mean), "sd": rounded(spread), "ci95": interval}


def _shares(steps: list[Fraction]) -> Result:
    better = sum(step > 0 for step in steps)
    return {
        "n_improved": better,
        "n_same": steps.count(0),
        "n_worse": sum(step < 0 for step in steps),
        "pct_improved": _percent(better, len(steps)),
        "pct_improved_ci95": wilson(better, len(steps)),
    }


def wilson(k: int, n: int) -> list[float]:
    """Wilson's 95 % interval of a share, in per cent."""
    share, square = k / n, Z * Z
    middle = share + square / (2 * n)
    away = Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    ends = ((middle - away) / (1 + square / n), (middle + away) / (1 + square / n))
    return [rounded(100 * min(max(end, 0), 1), 1) for end in ends]


def _percent(part: int, whole: int) -> float:
    return rounded(Fraction(100 * part, whole), 1)
