"""Axes, and where the labels of rows stand: left of their marks on a wide drawing, above them on a narrow one."""

from collections.abc import Iterable, Sequence

from outcomes.drawing.frame import SMALL, Frame
from outcomes.drawing.marks import line, lines_of, text
from outcomes.drawing.scales import Scale, label_of, width_of, wrap

LEAD = 17


def x_axis(scale: Scale, marks: Sequence[float], top: float, bottom: float, unit: str, width: float) -> str:
    drawn = []
    for mark in marks:
        x, words = scale(mark), label_of(mark, unit)
        drawn.append(line(x, top, x, bottom, "grid"))
        drawn.append(text(x, bottom + 18, words, "sm mut", anchor_for(x, words, 0, width)))
    return "".join(drawn)


def anchor_for(x: float, words: str, left: float, right: float) -> str:
    """Centred on its mark unless that would leave the picture."""
    half = width_of(words, SMALL) / 2
    return "start" if x - half < left else "end" if x + half > right else "middle"


def y_axis(scale: Scale, marks: Sequence[float], left: float, right: float, unit: str) -> str:
    drawn = []
    for mark in marks:
        y = scale(mark)
        drawn.append(line(left, y, right, y, "axis" if mark == 0 else "grid"))
        drawn.append(text(left - 8, y + 4, label_of(mark, unit), "sm mut", "end"))
    return "".join(drawn)


def reference_mark(x: float, top: float, bottom: float, words: str, right: float) -> str:
    """A line to hold figures against; it is never a pass mark."""
    turned = x + width_of(words, SMALL) > right
    shift, anchor = (-2, "end") if turned else (2, "start")
    return line(x, top, x, bottom, "ref") + text(x + shift, top - 5, words, "sm mut", anchor)


def label_room(labels: Iterable[str], frame: Frame) -> float:
    if frame.narrow:
        return 0
    return min(max((width_of(words) for words in labels), default=0) + 14, frame.width * 0.36)


def tail_room(shown: Iterable[str], size: float, gap: float) -> float:
    return max((width_of(words, size) for words in shown), default=0) + gap


def second_line(labels: Iterable[str], frame: Frame, beside: float = 0) -> float:
    """What each row of a narrow drawing needs on top where one of its labels takes two lines."""
    return LEAD if frame.narrow and any(width_of(words) > frame.width - beside for words in labels) else 0


def row_label(words: str, room: float, y: float, frame: Frame, kind: str = "", beside: float = 0) -> str:
    """Up to two lines. `beside`: how much of a narrow drawing's line the number takes."""
    if frame.narrow:
        above = wrap(words, frame.width - beside, most=2)
        return lines_of(0, y - 15 - LEAD * (len(above) - 1), above, f"halo {kind}".strip(), lead=LEAD)
    lines = wrap(words, room - 12, most=2)
    return lines_of(room - 12, y + 5 - 8.5 * (len(lines) - 1), lines, kind, "end")
