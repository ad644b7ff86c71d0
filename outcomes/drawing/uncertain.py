"""Figures with what we do not know about them: shares and means with an interval, worst to best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from outcomes.drawing.axes import label_room, reference_mark, row_label, second_line, tail_room, x_axis
from outcomes.drawing.frame import SMALL, Frame, hatch, svg
from outcomes.drawing.marks import circle, line, rect, text
from outcomes.drawing.scales import Scale, is_hidden, ticks


@dataclass(frozen=True, slots=True)
class Reference:
    """A line to hold figures against."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Interval:
    label: str
    value: float | None
    low: float = 0
    high: float = 0
    shown: str = "*"
    tone: str = "main"


@dataclass(frozen=True, slots=True)
class Range:
    """Between the worst case and the best: what we know, and what we have not heard. None where it is hidden."""

    label: str
    low: float | None
    high: float | None
    shown: str


def intervals(
    rows: Sequence[Interval], frame: Frame, *, unit: str = "", low: float = 0, high: float = 100,
    reference: Reference | None = None, margins: tuple[float, float] | None = None,
) -> SafeString:  # fmt: skip
    """Shares or means with the range the true figure may lie in. Never sorted into a league.

    Measures with different scales are different charts; `margins` (left, right) line such charts up.
    """
    labels, ends = [row.label for row in rows], tail_room([row.shown for row in rows], SMALL, 8)
    more = second_line(labels, frame, ends)
    room, pitch = label_room(labels, frame), (56 + more if frame.narrow else 38)
    tail = 0 if frame.narrow else ends + 8
    room, tail = margins if margins and not frame.narrow else (room, tail)
    top = (26 if reference else 8) + (18 if frame.narrow else 0) + more
    marks = ticks(low, high, 4 if frame.narrow else 5)
    x = Scale(marks[0], marks[-1], room + 12, frame.width - tail - 14)
    bottom = top + len(rows) * pitch - (14 if frame.narrow else 4)
    body = [hatch(frame), x_axis(x, marks, 22 if reference else 4, bottom, unit, frame.width)]
    if reference:
        body.append(reference_mark(x(reference.value), 18, bottom, reference.label, frame.width - tail))
    body += [_interval(row, top + i * pitch + 12, room, x, frame) for i, row in enumerate(rows)]
    return svg(frame, bottom + 26, "".join(body))


def _interval(row: Interval, y: float, room: float, x: Scale, frame: Frame) -> str:
    kind = "sm mut halo" if row.value is None else "sm b halo"
    words = text(frame.width, y - 15 if frame.narrow else y + 5, row.shown, kind, "end")
    label = row_label(row.label, room, y, frame, beside=tail_room([row.shown], SMALL, 8))
    if row.value is None:
        if not is_hidden(row.value, row.shown):
            return label + words
        return label + words + rect(x(x.low), y - 6, x(x.high) - x(x.low), 12, "edge", frame.hatched)
    whisker = line(x(max(row.low, x.low)), y, x(min(row.high, x.high)), y, f"whisker w-{row.tone}")
    return label + words + whisker + circle(x(row.value), y, 6.5, f"{row.tone} rim")


def ranges(rows: Sequence[Range], frame: Frame, *, unit: str = "%") -> SafeString:
    """Solid: what has been confirmed. Hatched: what nobody has told us yet, so could still be."""
    labels, ends = [row.label for row in rows], tail_room([row.shown for row in rows], SMALL, 8)
    more = second_line(labels, frame, ends)
    room, pitch = label_room(labels, frame), (58 + more if frame.narrow else 44)
    top, tail = (20 + more, 0) if frame.narrow else (4, ends + 6)
    x = Scale(0, 100, room, frame.width - tail - 12)
    bottom = top + len(rows) * pitch - (14 if frame.narrow else 6)
    body = [hatch(frame), x_axis(x, ticks(0, 100, 4), top - 4, bottom, unit, frame.width)]
    body += [_range(row, top + i * pitch + 14, room, x, frame) for i, row in enumerate(rows)]
    return svg(frame, bottom + 26, "".join(body))


def _range(row: Range, y: float, room: float, x: Scale, frame: Frame) -> str:
    """A row that is hidden altogether has a dotted line across, since hatching means something else here."""
    beside = tail_room([row.shown], SMALL, 8)
    label = row_label(row.label, room, y - 1, frame, beside=beside)
    words = text(frame.width, y - 16 if frame.narrow else y + 5, row.shown, "sm b halo", "end")
    if row.low is None or row.high is None:
        return label + words + (line(x(0), y + 1, x(100), y + 1, "ribbon-hidden") if row.shown == "*" else "")
    solid = rect(x(0), y - 11, x(row.low) - x(0), 24, "main")
    return label + words + solid + rect(x(row.low), y - 11, x(row.high) - x(row.low), 24, "edge", frame.hatched)
