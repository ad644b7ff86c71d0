"""Student's t: the one distribution the intervals need, from the incomplete beta function's continued fraction.

Source: Abramowitz and Stegun, 26.5.8 and 26.7.1. A library of statistics would weigh more than the rest of the site.
"""

from functools import cache
from math import exp, lgamma, log

TERMS = 200
NEARLY_NOUGHT = 1e-300


@cache
def quantile(p: float, freedom: int) -> float:
    """The t below which lies a share `p` (from a half up to, not with, one) of the distribution."""
    low, high = 0.0, 1.0
    while cumulative(high, freedom) < p:
        high *= 2
    for _ in range(80):  # each halves what is open: far below the last digit of a float
        middle = (low + high) / 2
        low, high = (middle, high) if cumulative(middle, freedom) < p else (low, middle)
    return high


def cumulative(t: float, freedom: int) -> float:
    """The share below `t`, for t from 0 up."""
    return 1 - incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Regularised: from 0 at 0 to 1 at 1."""
    if x in (0, 1):
        return float(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d1/(1 + d2/(1 + …)), from the far end."""
    value = 1.0
    for n in range(TERMS, 0, -1):
        value = 1 + _term(n, x, a, b) / (value or NEARLY_NOUGHT)
    return value


def _term(n: int, x: float, a: float, b: float) -> float:
    m = n // 2
    if n % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
