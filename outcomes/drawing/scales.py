"""Scales, ticks and words: where a value stands, how it is said, and what fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

from outcomes.disclosure import UNDEFINED, Shown
from outcomes.drawing.frame import SIZE

MEAN_CHAR = 0.6  # of an em, in the widest system font we meet: what fits here fits everywhere
NOBODY = "–"  # there is nothing to show, and nothing is hidden either


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / ((self.high - self.low) or 1) * (self.end - self.start)


def amount(shown: Shown | None) -> float | None:
    """What is drawn of a figure as shown: nothing of one that is hidden or not defined."""
    return shown if isinstance(shown, int | float) else None


def worded(shown: Shown | float | None, unit: str = "") -> str:
    """A figure as it is written: 1,240, 35%, * or –."""
    if shown is None or shown == UNDEFINED:
        return NOBODY
    return label_of(shown, unit) if isinstance(shown, int | float) else str(shown)


def is_hidden(value: float | None, shown: str) -> bool:
    return value is None and shown != NOBODY


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers (1, 2, 2.5 or 5 times a power of ten) that cover low to high."""
    rough = ((high - low) or 1) / about
    power = 10.0 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(i * step, 10) for i in range(first, max(last, first + 1) + 1)]


def steps(high: float) -> list[float]:
    """The lower edges of the second to fifth of five equal, round classes up to `high`."""
    size = ticks(0, max(high, 5), 5)[1]
    return [size * i for i in range(1, 5)]


def step_of(value: float, edges: Sequence[float]) -> int:
    """Which of the classes a value falls in; the edges are the lower ones of all but the first."""
    return sum(value >= edge for edge in edges)


def label_of(value: float, unit: str = "") -> str:
    return f"{value:,.10g}{unit}".replace("-", "−")


def width_of(words: str, size: float = SIZE) -> float:
    return len(words) * size * MEAN_CHAR


def wrap(words: str, room: float, size: float = SIZE, most: int = 9) -> list[str]:
    """As many lines as it takes, or `most`; what is left out then ends in an ellipsis."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = [fit(line, room, size) for line in lines[:most]]
    return [*kept[:-1], fit(f"{kept[-1]} …", room, size)] if len(lines) > most else kept


def fit(words: str, room: float, size: float = SIZE) -> str:
    """The words, or as much of them as there is room for."""
    most = max(int(room / (size * MEAN_CHAR)), 2)
    return words if len(words) <= most else f"{words[: most - 1].rstrip(' …')}…"


def dodge(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Labels moved apart until each has its gap, keeping their order and staying inside."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    edge = low
    for i in order:
        placed[i] = max(placed[i], edge)
        edge = placed[i] + gap
    edge = high
    for i in reversed(order):
        placed[i] = min(placed[i], edge)
        edge = placed[i] - gap
    return placed


def limits(mean: float, n: float, z: float = 1.96) -> tuple[float, float]:
    """Wilson's limits round a mean share (0 to 1) for a group of n."""
    centre = mean + z * z / (2 * n)
    spread = z * sqrt(mean * (1 - mean) / n + z * z / (4 * n * n))
    return (centre - spread) / (1 + z * z / n), (centre + spread) / (1 + z * z / n)
