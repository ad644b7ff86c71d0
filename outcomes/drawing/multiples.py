"""The same for each of several: little charts of places on one scale, before and after for a few groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.drawing.frame import SMALL, Frame, hatch, svg
from outcomes.drawing.marks import circle, line, lines_of, rect, text
from outcomes.drawing.scales import Scale, dodge, fit, label_of, wrap


@dataclass(frozen=True, slots=True)
class Panel:
    label: str
    values: tuple[float | None, ...]
    shown: str
    tone: str = "main"


@dataclass(frozen=True, slots=True)
class Slope:
    """Both figures are shown: a group with a hidden one stands in the table alone."""

    label: str
    before: float
    after: float
    shown_before: str
    shown_after: str
    tone: str = "main"


def small_multiples(
    panels: Sequence[Panel], frame: Frame, *, high: float, unit: str, ends: tuple[str, str]
) -> SafeString:
    """The same little chart for each place, on one scale, in the order of the map and never of merit."""
    across, gap, pitch = 2 if frame.narrow else 4, 20, 120
    wide = (frame.width - gap * (across - 1)) / across
    body = [hatch(frame)]
    for i, panel in enumerate(panels):
        body.append(_panel(panel, i % across * (wide + gap), i // across * pitch + 40, wide, high, frame))
    foot = ceil(len(panels) / across) * pitch + 2
    words = _("Each: %(first)s to %(last)s, nought to %(high)s; latest strongest.") % {
        "first": ends[0], "last": ends[1], "high": label_of(high, unit),
    }  # fmt: skip
    lines = wrap(words, frame.width, SMALL)
    return svg(frame, foot + 17 * len(lines) - 4, "".join(body) + lines_of(0, foot + 4, lines, "sm mut"))


def _panel(panel: Panel, x0: float, y0: float, wide: float, high: float, frame: Frame) -> str:
    height, step = 64, wide / max(len(panel.values), 1)
    y = Scale(0, high, y0 + height, y0)
    drawn = [text(x0, y0 - 24, fit(panel.label, wide, SMALL), "sm b"), text(x0, y0 - 8, panel.shown, "sm mut")]
    for j, value in enumerate(panel.values):
        x, tone = x0 + j * step, panel.tone if j == len(panel.values) - 1 else "rest"
        if value is None:
            drawn.append(rect(x, y0 + height - 14, step - 3, 14, "edge", frame.hatched))
        else:
            drawn.append(rect(x, y(value), step - 3, y(0) - y(value), tone))
    return "".join(drawn) + line(x0, y0 + height, x0 + wide, y0 + height, "axis")


def slope(rows: Sequence[Slope], frame: Frame, *, low: float, high: float, heads: tuple[str, str]) -> SafeString:
    """Before and after for a few groups. The numbers stand at both ends, moved apart where they would touch."""
    left, right, top, height = 46, frame.width - (166 if frame.narrow else 190), 34, 210
    y = Scale(low, high, top + height, top)
    body = [text(left, 16, heads[0], "sm mut", "start" if frame.narrow else "middle")]
    body += [text(right, 16, heads[1], "sm mut", "middle")]
    body += [line(x, top - 6, x, top + height, "grid") for x in (left, right)]
    starts = dodge([y(row.before) + 4 for row in rows], 16, top + 4, top + height)
    ends = dodge([y(row.after) + 4 for row in rows], 18, top + 4, top + height)
    for row, start, end in zip(rows, starts, ends, strict=True):
        body.append(_slope(row, y, left, right, start, end, frame))
    return svg(frame, top + height + 10, "".join(body))


def _slope(row: Slope, y: Scale, left: float, right: float, start: float, end: float, frame: Frame) -> str:
    words = fit(f"{row.shown_after}  {row.label}", frame.width - right - 11, SMALL)
    return (
        line(left, y(row.before), right, y(row.after), f"curve c-{row.tone}")
        + circle(left, y(row.before), 5, f"{row.tone} rim")
        + circle(right, y(row.after), 5, f"{row.tone} rim")
        + text(left - 10, start, row.shown_before, "sm b", "end")
        + text(right + 11, end, words, f"sm t-{row.tone}")
    )
