"""From where to what: a ribbon's width is its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from outcomes.disclosure import Shown
from outcomes.drawing.frame import SMALL, Frame, svg
from outcomes.drawing.marks import lines_of, path, rect, swing, text
from outcomes.drawing.scales import amount, worded, wrap

LEAD, GAP = 15, 14
Ends = dict[str, tuple[float, float]]  # top and height of each


@dataclass(frozen=True, slots=True)
class Link:
    source: str
    target: str
    value: float | None
    shown: str
    tone: str = "rest"

    @classmethod
    def of(cls, source: str, target: str, shown: Shown, tone: str = "rest") -> Link:
        return cls(source, target, amount(shown), worded(shown), tone)


def flow(
    links: Sequence[Link], frame: Frame, *, totals: Mapping[str, str], heads: tuple[str, str], smallest: float = 4
) -> SafeString:
    """A hidden number is dotted and always of the same width. Leave out links of nought."""
    sources, targets = list(dict.fromkeys(k.source for k in links)), list(dict.fromkeys(k.target for k in links))
    room, top = (96, 40) if frame.narrow else (178, 30)
    height = max(560 if frame.narrow else 430, max(_tallest(sources, room), _tallest(targets, room)))
    left, right = room, frame.width - room
    weights = [(k, k.value if k.value is not None else smallest) for k in links]
    spare = height - GAP * (max(len(sources), len(targets)) - 1)
    unit = spare / (sum(weight for _, weight in weights) or 1)
    a = _stacked(sources, [(k.source, weight) for k, weight in weights], unit, top, height)
    b = _stacked(targets, [(k.target, weight) for k, weight in weights], unit, top, height)
    edge = (frame.width, "end") if frame.narrow else (right, "start")
    body = [text(left, 14, heads[0], "sm mut", "end"), text(edge[0], 14, heads[1], "sm mut", edge[1])]
    body += _ribbons(weights, unit, a, b, left + 8, right - 8)
    body += [_ends(a, left, -8, room, totals), _ends(b, right - 8, 16, room, totals)]
    return svg(frame, top + height + 24, "".join(body))


def _tallest(names: Sequence[str], room: float) -> float:
    """What the labels of one side need, so that none is pushed out at the bottom."""
    return sum((len(wrap(name, room - 12, SMALL, 3)) + 1) * LEAD + 4 for name in names)


def _stacked(
    names: Sequence[str], weights: Sequence[tuple[str, float]], unit: float, top: float, height: float
) -> Ends:
    sizes = {name: sum(weight for other, weight in weights if other == name) * unit for name in names}
    space = (height - sum(sizes.values())) / max(len(names) - 1, 1)
    ends, y = {}, top
    for name in names:
        ends[name] = (y, sizes[name])
        y += sizes[name] + space
    return ends


def _ribbons(weights: Sequence[tuple[Link, float]], unit: float, a: Ends, b: Ends, x1: float, x2: float) -> list[str]:
    """In the order of both sides, so that they cross as little as may be; what is named lies on top."""
    used_a, used_b = {name: top for name, (top, _) in a.items()}, {name: top for name, (top, _) in b.items()}
    order_a, order_b, drawn = list(a), list(b), []
    for link, weight in sorted(weights, key=lambda w: (order_a.index(w[0].source), order_b.index(w[0].target))):
        h = weight * unit
        drawn.append((link.tone == "note", _ribbon(link, h, x1, used_a[link.source], x2, used_b[link.target])))
        used_a[link.source] += h
        used_b[link.target] += h
    return [ribbon for _, ribbon in sorted(drawn, key=lambda one: one[0])]


def _ribbon(link: Link, h: float, x1: float, y1: float, x2: float, y2: float) -> str:
    if link.value is None:
        return path(swing(x1, y1 + h / 2, x2, y2 + h / 2), "ribbon-hidden")
    back = swing(x2, y2 + h, x1, y1 + h).replace("M", "L", 1)
    return path(f"{swing(x1, y1, x2, y2)}{back}Z", f"ribbon b-{link.tone}")


def _ends(ends: Ends, x: float, shift: float, room: float, totals: Mapping[str, str]) -> str:
    anchor = "end" if shift < 0 else "start"
    blocks = [[*wrap(name, room - 12, SMALL, 3), totals[name]] for name in ends]
    wanted = [
        top + high / 2 - LEAD * (len(words) - 1) / 2 + 4
        for (top, high), words in zip(ends.values(), blocks, strict=True)
    ]
    bottom = max(top + high for top, high in ends.values()) + 12
    drawn = [rect(x, top, 8, high, "main") for top, high in ends.values()]
    for words, y in zip(blocks, _spread(wanted, [len(words) * LEAD + 4 for words in blocks], bottom), strict=True):
        drawn.append(lines_of(x + shift, y, words[:-1], "sm", anchor, LEAD))
        drawn.append(text(x + shift, y + LEAD * (len(words) - 1), words[-1], "sm b", anchor))
    return "".join(drawn)


def _spread(tops: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Moved down until none touches the one above, then up until the last one is inside."""
    placed, edge = [], 0.0
    for top, height in zip(tops, heights, strict=True):
        placed.append(max(top, edge))
        edge = placed[-1] + height
    edge = bottom + LEAD
    for i in reversed(range(len(placed))):
        placed[i] = min(placed[i], edge - heights[i])
        edge = placed[i]
    return placed
