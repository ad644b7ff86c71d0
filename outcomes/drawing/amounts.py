"""Amounts: side by side, over time, as parts of a whole, as shares of a hundred, in the height of a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from outcomes.disclosure import Shown
from outcomes.drawing.axes import label_room, reference_mark, row_label, second_line, tail_room, y_axis
from outcomes.drawing.frame import SIZE, Frame, hatch, svg
from outcomes.drawing.marks import circle, line, path, rect, text, trail
from outcomes.drawing.scales import Scale, amount, is_hidden, ticks, width_of, worded
from outcomes.drawing.uncertain import Reference

STUB = 26  # as long as any other hidden figure


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float | None
    shown: str
    tone: str = "main"  # main, rest, note

    @classmethod
    def of(cls, label: str, shown: Shown, unit: str = "", tone: str = "main") -> Bar:
        return cls(label, amount(shown), worded(shown, unit), tone)


class Column(Bar):
    """The same, standing."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Part:
    label: str
    value: float | None
    shown: str
    step: int  # 0 lightest to 4 darkest

    @classmethod
    def of(cls, label: str, shown: Shown, step: int, unit: str = "") -> Part:
        return cls(label, amount(shown), worded(shown, unit), step)


def bars(rows: Sequence[Bar], frame: Frame, *, reference: Reference | None = None) -> SafeString:
    """Amounts side by side, from nought. Longest first unless the rows have an order of their own."""
    labels = [row.label for row in rows]
    room, more = label_room(labels, frame), second_line(labels, frame)
    pitch = (46 if frame.narrow else 34) + more
    top = (22 if reference else 4) + (16 if frame.narrow else 0) + more
    high = max([row.value or 0 for row in rows] + [reference.value if reference else 0]) or 1
    x = Scale(0, high, room, frame.width - tail_room([row.shown for row in rows], SIZE, 10))
    bottom = top + len(rows) * pitch - (22 if frame.narrow else 12)
    body = [hatch(frame), *(_bar(row, top + i * pitch + 11, room, x, frame) for i, row in enumerate(rows))]
    if not frame.narrow:
        body.append(line(room, top - 4, room, bottom + 4, "axis"))
    if reference:
        body.append(reference_mark(x(reference.value), 18, bottom, reference.label, frame.width))
    return svg(frame, bottom + 8, "".join(body))


def _bar(row: Bar, y: float, room: float, x: Scale, frame: Frame) -> str:
    label = row_label(row.label, room, y, frame, "b" if row.tone == "note" else "")
    if row.value is not None:
        long = x(row.value) - room
        return label + rect(room, y - 10, long, 20, row.tone) + text(x(row.value) + 8, y + 5, row.shown, "b")
    stub = rect(room, y - 10, STUB, 20, "edge", frame.hatched) if is_hidden(row.value, row.shown) else ""
    return label + stub + text(room + (STUB if stub else 0) + 8, y + 5, row.shown, "mut")


def columns(rows: Sequence[Bar], frame: Frame, *, unit: str = "", top_value: float = 0, every: int = 0) -> SafeString:
    """One amount over time. On a narrow drawing first, last and highest carry their number; the table has the rest."""
    left, right, top, height = 50, frame.width - 4, 24, 200 if frame.narrow else 210
    marks = ticks(0, top_value or max((row.value or 0 for row in rows), default=0), 4)
    y, pitch = Scale(0, marks[-1], top + height, top), (right - left) / max(len(rows), 1)
    every = every or _every(rows, pitch)
    body = [hatch(frame), y_axis(y, marks, left, right, unit)]
    for i, row in enumerate(rows):
        x, wide = left + i * pitch + pitch * 0.14, pitch * 0.72
        body.append(_column(row, x, wide, y, frame, named=i in _named(rows, pitch)))
        if (len(rows) - 1 - i) % every == 0:
            body.append(text(x + wide / 2, y(0) + 18, row.label, "sm mut", "middle"))
    return svg(frame, top + height + 26, "".join(body))


def _every(rows: Sequence[Bar], pitch: float) -> int:
    """How many columns share a label, so that no two touch."""
    return max(1, -(-round(max((width_of(row.label) for row in rows), default=0) + 6) // round(max(pitch, 1))))


def _named(rows: Sequence[Bar], pitch: float) -> set[int]:
    if all(width_of(row.shown) <= pitch + 2 for row in rows):
        return set(range(len(rows)))
    return {0, len(rows) - 1, max(range(len(rows)), key=lambda i: rows[i].value or 0)}


def _column(row: Bar, x: float, wide: float, y: Scale, frame: Frame, named: bool) -> str:
    if row.value is None:
        stub = rect(x, y(0) - STUB, wide, STUB, "edge", frame.hatched) if is_hidden(row.value, row.shown) else ""
        return stub + text(x + wide / 2, y(0) - (STUB + 5 if stub else 5), row.shown, "mut", "middle")
    name = text(x + wide / 2, y(row.value) - 6, row.shown, "sm b", "middle") if named else ""
    return rect(x, y(row.value), wide, y(0) - y(row.value), row.tone) + name


def sparkline(values: Sequence[float | None], frame: Frame) -> SafeString:
    """The shape of a year in the height of a line of text; the number stands beside it in words.

    A hidden value is a gap. With fewer than two to join there is nothing to draw.
    """
    known = [(i, value) for i, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return SafeString("")
    width, height, seen = 120, 30, [value for _, value in known]
    flat = min(seen) == max(seen)
    x, y = Scale(0, len(values) - 1, 3, width - 6), Scale(min(seen) - flat, max(seen) + flat, height - 5, 5)
    runs = [trail((x(i), y(value)) for i, value in run) for run in _runs(known)]
    body = path("".join(runs), "spark") + circle(x(known[-1][0]), y(known[-1][1]), 3.5, "main")
    return svg(Frame(frame.id, frame.title, frame.desc, width), height, body, "spark-line")


def _runs(known: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    runs: list[list[tuple[int, float]]] = []
    for point in known:
        if runs and runs[-1][-1][0] == point[0] - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def parts(rows: Sequence[Part], frame: Frame) -> SafeString:
    """One whole in up to five parts, light to dark in their own order, each named under its part.

    A hidden part is left out of the strip and hatched in the list under it.
    """
    x, at = Scale(0, sum(row.value or 0 for row in rows), 0, frame.width), 0.0
    body, lead = [hatch(frame)], 24
    for i, row in enumerate(rows):
        body += [_part(row, x(at), x(at + (row.value or 0))), _named_part(row, 66 + i * lead, frame)]
        at += row.value or 0
    return svg(frame, 66 + len(rows) * lead - 12, "".join(body))


def _part(row: Part, a: float, b: float) -> str:
    if not row.value:
        return ""
    words = text((a + b) / 2 - 1, 27, row.shown, "b inv" if row.step > 2 else "b", "middle")
    return rect(a, 2, b - a - 2, 40, f"q{row.step} edge") + (words if b - a > width_of(row.shown) + 8 else "")


def _named_part(row: Part, y: float, frame: Frame) -> str:
    hidden = is_hidden(row.value, row.shown)
    key = rect(0, y - 12, 16, 14, "edge", frame.hatched) if hidden else rect(0, y - 12, 16, 14, f"q{row.step} edge")
    return key + text(24, y, row.label) + text(frame.width, y, row.shown, "mut" if hidden else "b", "end")


def progress(rows: Sequence[Bar], frame: Frame) -> SafeString:
    """Shares of a hundred, one to a line, on a pale track so that the whole is always in sight."""
    labels, tail = [row.label for row in rows], tail_room([row.shown for row in rows], SIZE, 10)
    room, more = label_room(labels, frame), second_line(labels, frame, tail)
    pitch, top = (48 + more, 18 + more) if frame.narrow else (38, 12)
    x = Scale(0, 100, room, frame.width - (0 if frame.narrow else tail))
    body = [hatch(frame), *(_share(row, top + i * pitch + 12, room, tail, x, frame) for i, row in enumerate(rows))]
    return svg(frame, top + len(rows) * pitch - 8, "".join(body))


def _share(row: Bar, y: float, room: float, tail: float, x: Scale, frame: Frame) -> str:
    hidden = is_hidden(row.value, row.shown)
    track = rect(x(0), y - 7, x(100) - x(0), 14, "edge" if hidden else "track", frame.hatched if hidden else "")
    filled = rect(x(0), y - 7, x(min(row.value, 100)) - x(0), 14, row.tone) if row.value is not None else ""
    place = y - 15 if frame.narrow else y + 5
    words = text(frame.width, place, row.shown, "mut" if row.value is None else "b", "end")
    return row_label(row.label, room, y, frame, beside=tail) + track + filled + words
