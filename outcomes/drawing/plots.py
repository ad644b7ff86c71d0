"""The funnel plot: is this one different, or only small? It stands where others put a league table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from outcomes.drawing.axes import y_axis
from outcomes.drawing.frame import SMALL, Frame, svg
from outcomes.drawing.marks import circle, diamond, line, path, text, trail
from outcomes.drawing.scales import Scale, fit, label_of, limits, ticks, width_of

FEWEST = 8  # below that nobody is shown
BANDS = ((3.09, "band-far"), (1.96, "band-near"))  # 99.8 and 95 in a hundred


@dataclass(frozen=True, slots=True)
class Dot:
    label: str
    n: float
    share: float  # 0 to 100

    def is_outside(self, mean: float) -> bool:
        low, high = limits(mean / 100, self.n)
        return not 100 * low <= self.share <= 100 * high


def funnel_plot(
    dots: Sequence[Dot], frame: Frame, *, mean: float, last: float, x_label: str, mean_label: str
) -> SafeString:
    """Each mark is a group of n; inside the funnel is what chance alone would give round the mean of all."""
    left, right, top, height = 50, frame.width - 12, 14, 260 if frame.narrow else 300
    x, y = Scale(0, last, left, right), Scale(0, 100, top + height, top)
    body = [y_axis(y, [0, 25, 50, 75, 100], left, right, "%")]
    body += [_band(mean, last, z, kind, x, y) for z, kind in BANDS]
    body.append(line(left, y(mean), right, y(mean), "ref"))
    body.append(text(right, y(mean) - 6, mean_label, "sm mut halo", "end"))
    for mark in (one for one in ticks(0, last, 4 if frame.narrow else 6) if one <= last):
        body.append(text(x(mark), y(0) + 18, label_of(mark), "sm mut", "middle"))
    body.append(text((left + right) / 2, y(0) + 38, x_label, "sm mut", "middle"))
    body += [_dot(dot, mean, x(dot.n), y(dot.share), left, right) for dot in dots]
    return svg(frame, top + height + 46, "".join(body))


def _band(mean: float, last: float, z: float, kind: str, x: Scale, y: Scale) -> str:
    grid = [FEWEST + (last - FEWEST) * i / 60 for i in range(61)]
    pairs = [(x(n), *(y(100 * share) for share in limits(mean / 100, n, z))) for n in grid]
    return path(f"{trail([(a, high) for a, _, high in pairs] + [(a, low) for a, low, _ in reversed(pairs)])}Z", kind)


def _dot(dot: Dot, mean: float, x: float, y: float, left: float, right: float) -> str:
    if not dot.is_outside(mean):
        return circle(x, y, 5.5, "main rim")
    return diamond(x, y, 8, "note rim") + _beside(x, y, dot.label, left, right)


def _beside(x: float, y: float, words: str, left: float, right: float) -> str:
    """To the right of a mark, else to its left, else below it and kept inside."""
    wide = width_of(words, SMALL)
    if x + 13 + wide < right:
        return text(x + 13, y + 5, words, "sm b halo")
    if x - 13 - wide > left:
        return text(x - 13, y - 9, words, "sm b halo", "end")
    words = fit(words, right - left, SMALL)
    wide = width_of(words, SMALL)
    return text(min(max(x, left + wide / 2), right - wide / 2), y + 24, words, "sm b halo", "middle")
