"""From many times to a few figures, and the table that people read."""

import math
import statistics
from collections.abc import Callable, Sequence

Rounds = Sequence[Sequence[float]]  # of one page: the milliseconds of each request, round by round


def percentile(times: Sequence[float], share: float) -> float:
    """The nearest rank: a time that was really measured."""
    return sorted(times)[max(math.ceil(share * len(times)), 1) - 1]


def summary(rounds: Rounds, base: Rounds) -> dict[str, object]:
    """Percentiles over all rounds; how many times the base's median it takes, round by round."""
    every = [ms for times in rounds for ms in times]
    shares = {f"p{share}": round(percentile(every, share / 100), 2) for share in (50, 95, 99)}
    return {"requests": len(every), **shares, "times_hello": spread(ratios(rounds, base))}


def ratios(rounds: Rounds, base: Rounds) -> list[float]:
    return [statistics.median(a) / statistics.median(b) for a, b in zip(rounds, base, strict=True)]


def beside(rounds: Rounds, base: Rounds) -> dict[str, object]:
    """Percentiles and mean over all rounds; and round by round how many times the base's each is."""
    every = [ms for times in rounds for ms in times]
    shown = {name: round(said(every), 3) for name, said in SHARES.items()}
    times = {
        name: spread([said(a) / said(b) for a, b in zip(rounds, base, strict=True)]) for name, said in SHARES.items()
    }
    return shown | {"times": times}


SHARES: dict[str, Callable[[Sequence[float]], float]] = {
    "p50": lambda times: percentile(times, 0.50),
    "p95": lambda times: percentile(times, 0.95),
    "p99": lambda times: percentile(times, 0.99),
    "mean": statistics.mean,
}


def spread(values: Sequence[float]) -> dict[str, float]:
    shown = {"median": statistics.median(values), "least": min(values), "most": max(values)}
    return {name: round(value, 2) for name, value in shown.items()}


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as they need; the first to the left, figures to the right."""
    lines = [[str(cell) for cell in row] for row in [heads, *rows]]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
