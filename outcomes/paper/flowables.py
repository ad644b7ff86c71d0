"""Pieces of a page that say what they are: words, tables, lists, lines."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from outcomes.paper.looks import INK, LINE, mixed
from outcomes.paper.tagging import Node


class Words(Paragraph):
    """A paragraph that knows its place in the tree, also when it goes on overleaf."""

    node: Node | None = None

    @classmethod
    def of(cls, said: object, style: ParagraphStyle, node: Node | None, *, bullet: str = "") -> Words:
        """What is said is words and never markup."""
        made = cls(escape(str(said)), style, bulletText=bullet or None)
        made.node = node
        return made

    def split(self, width: float, height: float) -> list[Any]:
        parts = super().split(width, height)
        for part in parts:
            part.node = self.node
        return parts

    def draw(self) -> None:
        with self.canv.marked(self.node):
            super().draw()


class Lines(Table):
    """A table whose rules are decoration; its cells say for themselves what they are."""

    def _drawLines(self) -> None:
        with self.canv.marked(None):
            super()._drawLines()

    def _drawBkgrnd(self) -> None:
        with self.canv.marked(None):
            super()._drawBkgrnd()


class Rule(Flowable):
    """A line across, and room round it."""

    def __init__(self, width: float, *, thick: float = 1.5, after: float = 6, colour: str = INK) -> None:
        super().__init__()
        self.width, self.thick, self.after, self.colour = width, thick, after, colour

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.after + self.thick

    def draw(self) -> None:
        with self.canv.marked(None):
            self.canv.saveState()
            self.canv.setStrokeColor(HexColor(self.colour))
            self.canv.setLineWidth(self.thick)
            self.canv.line(0, self.after, self.width, self.after)
            self.canv.restoreState()


class Bookmark(Flowable):
    """An entry of the outline that a reader shows beside the pages; nothing to see on them."""

    width = height = 0

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name, self.title = name, title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self.name, 0, 40)
        self.canv.addOutlineEntry(self.title, self.name, 0)


def beside_a_bar(inside: list[Flowable], width: float, colour: str, ground: str = "") -> Lines:
    """Words with a bar of colour at their side."""
    look: list[tuple[Any, ...]] = [
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, HexColor(colour)),
        ("LEFTPADDING", (0, 0), (-1, -1), 9), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("TOPPADDING", (0, 0), (-1, 0), 4), ("BOTTOMPADDING", (0, -1), (-1, -1), 4),
    ]  # fmt: skip
    if ground:
        look.append(("BACKGROUND", (0, 0), (-1, -1), HexColor(ground)))
    return Lines([[one] for one in inside], colWidths=[width], style=look, hAlign="LEFT", spaceBefore=4)


HAIR = mixed(LINE, 0.5)
