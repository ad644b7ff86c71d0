"""The journey of one group of people, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString

from outcomes.disclosure import Shown
from outcomes.drawing.amounts import STUB
from outcomes.drawing.axes import label_room, row_label, tail_room, y_axis
from outcomes.drawing.frame import SIZE, SMALL, Frame, hatch, svg
from outcomes.drawing.marks import circle, line, lines_of, num, path, rect, text, trail
from outcomes.drawing.scales import Scale, amount, dodge, is_hidden, label_of, worded, wrap


@dataclass(frozen=True, slots=True)
class Stage:
    label: str
    value: float | None
    shown: str
    lost: str = ""  # what happened before the next stage, in words
    tone: str = "main"

    @classmethod
    def of(cls, label: str, shown: Shown, share: Shown | None = None, lost: str = "") -> Stage:
        """`share` of the first stage is written after the number, where there is one."""
        words = worded(shown) if not isinstance(share, int) else f"{worded(shown)} · {share}%"
        return cls(label, amount(shown), words, lost)


@dataclass(frozen=True, slots=True)
class Curve:
    """(weeks, per cent) points, the first at nought; whole weeks and whole per cents, so that no step is a person."""

    label: str
    points: tuple[tuple[float, float], ...]
    tone: str = "main"


def funnel(rows: Sequence[Stage], frame: Frame) -> SafeString:
    """A journey of one group of people, with what happened between the steps."""
    told = any(row.lost for row in rows)
    pitch, top = (84 if told else 58, 20) if frame.narrow else (62 if told else 44, 2)
    room, tail = label_room([row.label for row in rows], frame), tail_room([row.shown for row in rows], SIZE, 12)
    x = Scale(0, max(row.value or 0 for row in rows) or 1, room, frame.width - (0 if frame.narrow else tail))
    heights = [top + i * pitch + 15 for i in range(len(rows))]
    body = [hatch(frame)]
    for (row, after), y in zip(pairwise([*rows, None]), heights, strict=True):
        body.append(_between(row, after, y, pitch, room, x, frame))
        body.append(_stage(row, y, room, tail, x, frame))
    return svg(frame, top + (len(rows) - 1) * pitch + 34, "".join(body))


def _stage(row: Stage, y: float, room: float, tail: float, x: Scale, frame: Frame) -> str:
    label = row_label(row.label, room, y - (5 if frame.narrow else 1), frame, beside=tail)
    long = STUB if row.value is None else x(row.value) - room
    if row.value is None and not is_hidden(row.value, row.shown):
        box, long = "", 0
    else:
        box = rect(room, y - 14, long, 28, "edge" if row.value is None else row.tone,
                   frame.hatched if row.value is None else "")  # fmt: skip
    kind = "mut" if row.value is None else "b"
    if frame.narrow:
        return label + box + text(frame.width, y - 20, row.shown, kind, "end")
    return label + box + text(room + long + 10, y + 5, row.shown, kind)


def _between(row: Stage, after: Stage | None, y: float, pitch: float, room: float, x: Scale, frame: Frame) -> str:
    """The shade from one bar to the next, and the words on it; no shade where either bar is hidden."""
    if after is None or not row.lost:
        return ""
    words = text(room + 10, y + (31 if frame.narrow else 36), f"↳ {row.lost}", "sm mut")
    if row.value is None or after.value is None:
        return words
    corners = [
        (room, y + 14), (x(row.value), y + 14), (x(after.value), y + pitch - 14), (room, y + pitch - 14),
    ]  # fmt: skip
    return path(f"{trail(corners)}Z", "shade") + words


def waits(curves: Sequence[Curve], frame: Frame, *, x_label: str, last: float, step: float) -> SafeString:
    """How many have got there by each week: a Kaplan-Meier curve turned up the right way, on a fixed grid."""
    left, top, height = 50, 14, 220 if frame.narrow else 260
    right = frame.width - (10 if frame.narrow else 136)
    x, y = Scale(0, last, left, right), Scale(0, 100, top + height, top)
    every = step * (2 if frame.narrow else 1)
    body = [y_axis(y, [0, 25, 50, 75, 100], left, right, "%")]
    for i in range(int(last / every) + 1):
        body.append(text(x(i * every), y(0) + 18, label_of(i * every), "sm mut", "middle"))
    body.append(text((left + right) / 2, y(0) + 38, x_label, "sm mut", "middle"))
    ends = dodge([y(curve.points[-1][1]) + 4 for curve in curves], 36, top + 8, y(0))
    body += [_curve(curve, end, x, y, frame) for curve, end in zip(curves, ends, strict=True)]
    return svg(frame, top + height + 46, "".join(body))


def _curve(curve: Curve, end: float, x: Scale, y: Scale, frame: Frame) -> str:
    (x0, y0), *rest = curve.points
    d = f"M{num(x(x0))} {num(y(y0))}" + "".join(f"H{num(x(px))}V{num(y(py))}" for px, py in rest)
    drawn = path(d, f"curve c-{curve.tone}") + _half(curve, x, y)
    if not frame.narrow:
        return drawn + lines_of(x.end + 8, end, wrap(curve.label, 128, SMALL, 3), f"sm t-{curve.tone}", lead=16)
    px, py = curve.points[-1]
    above = -10 if curve.tone == "main" else 26
    return drawn + text(x(px), y(py) + above, curve.label, f"sm halo t-{curve.tone}", "end")


def _half(curve: Curve, x: Scale, y: Scale) -> str:
    """Where half of the people had got there."""
    week = next((px for px, py in curve.points if py >= 50), None)
    if week is None:
        return ""
    return line(x(week), y(50), x(week), y(0), f"drop d-{curve.tone}") + circle(x(week), y(50), 5, f"{curve.tone} rim")
