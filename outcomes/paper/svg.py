"""Our own drawings on paper: reads the few marks that outcomes/drawing makes, and the classes that colour them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from outcomes.paper.looks import BOLD, CARD, INK, LINE, MUTED, PLAIN, Palette, mixed
from outcomes.paper.tagging import Node

TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
TAKES = {"M": 2, "L": 2, "C": 6, "H": 1, "V": 1, "Z": 0}
SIZES = {"sm": 13, "xs": 12}
TALLEST = 560  # points: with its heading it still fits on a page
WITHOUT_ARROWS = str.maketrans("↳↓→↑", "––––")  # the fonts have none


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is drawn; "" is not at all."""

    fill: str = ""
    stroke: str = ""
    width: float = 1
    dash: tuple[float, ...] = ()
    bold: bool = False
    halo: bool = False
    solid: float = 1  # its opacity
    round: bool = False


def classes(palette: Palette) -> dict[str, dict[str, object]]:
    """As the stylesheet says of each class, on white paper."""
    primary, dark, accent = palette.primary, palette.dark, palette.accent
    shade = [mixed(primary, part) for part in (0.08, 0.24, 0.44, 0.8)]
    return {
        "b": {"bold": True}, "mut": {"fill": MUTED}, "inv": {"fill": CARD}, "halo": {"halo": True},
        "t-note": {"fill": accent, "bold": True}, "t-main": {"fill": primary, "bold": True}, "t-rest": {"fill": MUTED},
        "main": {"fill": primary}, "note": {"fill": accent},
        "rest": {"fill": mixed(primary, 0.34), "stroke": mixed(primary, 0.75), "width": 1},
        "rim": {"stroke": CARD, "width": 1.5}, "hollow": {"fill": CARD, "stroke": LINE, "width": 1.5},
        "grid": {"stroke": mixed(LINE, 0.38)}, "axis": {"stroke": LINE}, "edge": {"stroke": LINE},
        "ref": {"stroke": INK, "width": 1.5, "dash": (2, 4)}, "track": {"fill": mixed(LINE, 0.2)},
        "shade": {"fill": mixed(primary, 0.12)}, "hatch-bg": {"fill": CARD}, "hatch": {"stroke": LINE, "width": 2.4},
        "whisker": {"stroke": mixed(primary, 0.42), "width": 4, "round": True},
        "w-note": {"stroke": mixed(accent, 0.5)},
        "curve": {"fill": "", "stroke": LINE, "width": 3, "round": True},
        "c-main": {"stroke": primary}, "c-note": {"stroke": accent}, "c-rest": {"dash": (7, 4)},
        "drop": {"stroke": LINE, "dash": (2, 3)},
        "spark": {"fill": "", "stroke": primary, "width": 2, "round": True},
        "area": {"stroke": CARD, "width": 2}, "border": {"stroke": mixed(LINE, 0.7)},
        "outline": {"fill": CARD, "stroke": mixed(LINE, 0.7), "width": 1},
        "reach": {"fill": mixed(primary, 0.45), "stroke": LINE, "width": 1.5, "dash": (4, 4), "solid": 0.3},
        "r-note": {"fill": "", "stroke": accent, "width": 3, "dash": ()}, "r-main": {"stroke": INK, "width": 1.5},
        "band-far": {"fill": mixed(primary, 0.09)}, "band-near": {"fill": mixed(primary, 0.2)},
        "ribbon": {"fill": mixed(primary, 0.3), "solid": 0.75}, "b-note": {"fill": accent, "solid": 0.8},
        "ribbon-hidden": {"fill": "", "stroke": LINE, "width": 2, "dash": (2, 5), "round": True},
        "s-aim": {"fill": "", "stroke": primary, "width": 2, "solid": 0.65},
        "s-proof": {"fill": "", "stroke": accent, "width": 1.5, "solid": 0.65},
        **{f"q{n}": {"fill": colour} for n, colour in enumerate([*shade, dark])},
    }  # fmt: skip


class Drawn(Flowable):
    """One of our drawings, as large as fits, with its words for those who do not see it."""

    def __init__(self, markup: str, width: float, palette: Palette, node: Node, most: float = 0.8) -> None:
        super().__init__()
        self.root, self.node = fromstring(markup), node
        _x, _y, self.wide, self.high = map(float, self.root.get("viewBox").split())
        self.scale = min(width / self.wide, most, TALLEST / self.high)
        self.width, self.height = self.wide * self.scale, self.high * self.scale
        self.looks, self.hides = classes(palette), False
        node.alt = " ".join(filter(None, (_words(self.root, "title") + ".", _words(self.root, "desc"))))

    @cached_property
    def size(self) -> float:
        return float(self.root.get("font-size", 14))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.marked(self.node):
            self.canv.saveState()
            self.canv.scale(self.scale, self.scale)
            self.canv.translate(0, self.high)
            for mark in self.root:
                self._mark(mark)
            self.canv.restoreState()

    def _mark(self, mark: Element) -> None:
        name = mark.tag.rpartition("}")[2]
        draw = getattr(self, f"_{name}", None)
        if name == "g":
            for inside in mark:
                self._mark(inside)
        elif draw:
            self.canv.saveState()
            draw(mark, self._look(mark, INK if name == "text" else ""))
            self.canv.restoreState()

    def _look(self, mark: Element, fill: str) -> Look:
        look = Look(fill=fill)
        for name in mark.get("class", "").split():
            look = replace(look, **self.looks.get(name, {}))
        return look

    def _use(self, look: Look) -> dict[str, int]:
        canvas = self.canv
        if look.fill:
            canvas.setFillColor(HexColor(look.fill))
        if look.stroke:
            canvas.setStrokeColor(HexColor(look.stroke))
            canvas.setLineWidth(look.width)
        canvas.setDash(*([list(look.dash)] if look.dash else []))
        canvas.setLineCap(1 if look.round else 0)
        canvas.setLineJoin(1)
        canvas.setFillAlpha(look.solid)
        return {"fill": int(bool(look.fill)), "stroke": int(bool(look.stroke))}

    # Up is down: a drawing counts from its top.

    def _rect(self, mark: Element, look: Look) -> None:
        x, y, wide, high = (_of(mark, name) for name in ("x", "y", "width", "height"))
        if mark.get("fill", "").startswith("url("):
            self._hatch(x, y, wide, high)
        how = self._use(look)
        self.canv.rect(x, -y - high, wide, high, **how)

    def _hatch(self, x: float, y: float, wide: float, high: float) -> None:
        """What is hidden: stripes of one size, whatever they stand for."""
        canvas = self.canv
        canvas.saveState()
        inside = canvas.beginPath()
        inside.rect(x, -y - high, wide, high)
        canvas.clipPath(inside, stroke=0, fill=0)
        self._use(Look(stroke=LINE, width=2.4))
        step = 6 * 2**0.5
        for n in range(int((wide + high) / step) + 2):
            canvas.line(x + n * step - high, -y, x + n * step, -y - high)
        canvas.restoreState()

    def _line(self, mark: Element, look: Look) -> None:
        self._use(look)
        x1, y1, x2, y2 = (_of(mark, name) for name in ("x1", "y1", "x2", "y2"))
        if look.stroke:
            self.canv.line(x1, -y1, x2, -y2)

    def _circle(self, mark: Element, look: Look) -> None:
        how = self._use(look)
        self.canv.circle(_of(mark, "cx"), -_of(mark, "cy"), _of(mark, "r"), **how)

    def _path(self, mark: Element, look: Look) -> None:
        path = self.canv.beginPath()
        for verb, at in _steps(mark.get("d", "")):
            flipped = [-n if odd % 2 else n for odd, n in enumerate(at)]
            {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[verb](*flipped)
        if mark.get("fill", "").startswith("url("):
            self._hatch_path(mark)
        how = self._use(look)
        self.canv.drawPath(path, **how)

    def _hatch_path(self, mark: Element) -> None:
        canvas, points = self.canv, [at[-2:] for _verb, at in _steps(mark.get("d", "")) if at]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        canvas.saveState()
        inside = canvas.beginPath()
        for n, (x, y) in enumerate(points):
            (inside.lineTo if n else inside.moveTo)(x, -y)
        inside.close()
        canvas.clipPath(inside, stroke=0, fill=0)
        self._hatch(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        canvas.restoreState()

    def _text(self, mark: Element, look: Look) -> None:
        words, font = "".join(mark.itertext()).translate(WITHOUT_ARROWS), BOLD if look.bold else PLAIN
        size = next((SIZES[one] for one in mark.get("class", "").split() if one in SIZES), self.size)
        room = stringWidth(words, font, size)
        x = _of(mark, "x") - {"middle": room / 2, "end": room}.get(mark.get("text-anchor", "start"), 0)
        if look.halo:
            self.canv.saveState()  # how letters are drawn outlives the words they were drawn in
            self._say(words, x, mark, font, size, Look(stroke=CARD, width=4), mode=1)
            self.canv.restoreState()
        self._say(words, x, mark, font, size, look, mode=0)

    def _say(self, words: str, x: float, mark: Element, font: str, size: float, look: Look, *, mode: int) -> None:
        self._use(look)
        said = self.canv.beginText(x, -_of(mark, "y"))
        said.setTextRenderMode(mode)
        said.setFont(font, size)
        said.textOut(words)
        self.canv.drawText(said)


def _of(mark: Element, name: str) -> float:
    return float(mark.get(name, 0))


def _words(root: Element, name: str) -> str:
    return next(("".join(one.itertext()).strip(". ") for one in root if one.tag.endswith(name)), "")


def _steps(d: str) -> list[tuple[str, list[float]]]:
    """A path's verbs with places counted from the corner, whatever they were counted from."""
    tokens, steps, here, verb = TOKEN.findall(d), [], [0.0, 0.0], ""
    while tokens:
        if tokens[0].isalpha():
            verb = tokens.pop(0)
        takes = TAKES[verb.upper()]
        told = [float(tokens.pop(0)) for _n in range(takes)]
        kind, at = _settled(verb, told, here)
        steps.append((kind, at))
        here = at[-2:] or here
        verb = {"M": "L", "m": "l"}.get(verb, verb)
        if not takes and tokens and not tokens[0].isalpha():
            raise ValueError("a closed path goes on")
    return steps


def _settled(verb: str, told: list[float], here: list[float]) -> tuple[str, list[float]]:
    from_here = verb.islower()
    if verb in "Hh":
        return "L", [told[0] + from_here * here[0], here[1]]
    if verb in "Vv":
        return "L", [here[0], told[0] + from_here * here[1]]
    return verb.upper(), [n + from_here * here[i % 2] for i, n in enumerate(told)]
