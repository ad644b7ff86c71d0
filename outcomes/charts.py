"""The one picture of the reports, as places and lengths for an SVG template: bars, drawn wide and narrow.

Only what is shown is drawn. A hidden figure is a hatched stub that is always as long as any other, so that no length
says more than the table does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from outcomes.disclosure import HIDDEN, Shown, share

HIDDEN_LENGTH = 46


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    shown: Shown
    share_shown: Shown  # "" for the first bar, and where there is no share to show
    x: int
    y: int
    length: int
    label_x: int
    label_y: int
    anchor: str
    shown_x: int
    shown_y: int

    @property
    def is_hidden(self) -> bool:
        return self.shown == HIDDEN


@dataclass(frozen=True, slots=True)
class Drawing:
    """`kind` is the class of the stylesheet, which shows the one that suits its column."""

    id: str
    kind: str
    width: int
    height: int
    bars: list[Bar]


def drawings(name: str, figures: Sequence[tuple[str, Shown]]) -> list[Drawing]:
    """The same bars twice, at about a unit to the pixel, so that letters are never scaled."""
    return [
        Drawing(f"{name}-wide", "wide", 640, 44 * len(figures), list(_wide(figures))),
        Drawing(f"{name}-narrow", "narrow", 336, 58 * len(figures), list(_narrow(figures))),
    ]


def _wide(figures: Sequence[tuple[str, Shown]]) -> Iterator[Bar]:
    for i, (label, shown, part, length) in enumerate(_measured(figures, room=350)):
        y = 44 * i + 3
        yield Bar(label, shown, part, 190, y, length, 178, y + 19, "end", 200 + length, y + 19)


def _narrow(figures: Sequence[tuple[str, Shown]]) -> Iterator[Bar]:
    for i, (label, shown, part, length) in enumerate(_measured(figures, room=336)):
        y = 58 * i + 21
        yield Bar(label, shown, part, 0, y, length, 0, y - 6, "start", 336, y - 6)


def _measured(figures: Sequence[tuple[str, Shown]], room: int) -> Iterator[tuple[str, Shown, Shown, int]]:
    longest = max((shown for _, shown in figures if isinstance(shown, int)), default=0) or 1
    first = figures[0][1]
    for i, (label, shown) in enumerate(figures):
        part = share(shown, first) if i else ""
        length = HIDDEN_LENGTH if shown == HIDDEN else round(room * shown / longest)
        yield label, shown, part if isinstance(part, int) else "", length
