"""How a paper looks: fonts that travel inside the file, the tenant's colours on white, the sizes of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from connect.people.models import Tenant

PLAIN, BOLD = "Paper", "Paper-Bold"
FILES = {PLAIN: "Vera.ttf", BOLD: "VeraBd.ttf"}  # they come with ReportLab
# Letters of Welsh that the fonts have no picture of. They are drawn without their hat, and read and copied with it.
HATS = dict(zip("ŵŷŴŶ", "wyWY", strict=True))
INK, MUTED, LINE, CARD = "#1e2b2a", "#52605e", "#7c8986", "#ffffff"


@cache
def fonts() -> None:
    for name, file in FILES.items():
        font = TTFont(name, file)
        face = font.face
        for letter, bare in HATS.items():
            face.charToGlyph.setdefault(ord(letter), face.charToGlyph[ord(bare)])
            face.charWidths.setdefault(ord(letter), face.charWidths[ord(bare)])
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)


def mixed(colour: str, part: float, other: str = CARD) -> str:
    """So much of one colour in another, as the stylesheet mixes them."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    return "#" + "".join(f"{round(part * a + (1 - part) * b):02x}" for a, b in pairs)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@dataclass(frozen=True, slots=True)
class Palette:
    primary: str
    dark: str
    accent: str

    @classmethod
    def of(cls, tenant: Tenant) -> Palette:
        return cls(tenant.primary, tenant.primary_dark, tenant.accent)


@dataclass(frozen=True, slots=True)
class Styles:
    """One for each kind of words; `palette` colours them."""

    title: ParagraphStyle
    under: ParagraphStyle
    meta: ParagraphStyle
    stand: ParagraphStyle
    h2: ParagraphStyle
    deck: ParagraphStyle
    body: ParagraphStyle
    item: ParagraphStyle
    note: ParagraphStyle
    caption: ParagraphStyle
    head: ParagraphStyle
    head_right: ParagraphStyle
    cell: ParagraphStyle
    cell_right: ParagraphStyle
    cell_bold: ParagraphStyle
    cell_bold_right: ParagraphStyle


def styles() -> Styles:
    fonts()
    body = _style("body", 9.2, 14, after=5)
    small = _style("small", 7.6, 10.4)
    bold = _style("small-bold", 7.6, 10.4, font=BOLD)
    right = {"alignment": TA_RIGHT}
    return Styles(
        title=_style("title", 20, 25, font=BOLD, after=5),
        under=_style("under", 9.2, 13),
        meta=_style("meta", 8.4, 13, colour=MUTED),
        stand=_style("stand", 11.2, 17, before=7, after=6),
        h2=_style("h2", 12.4, 16, font=BOLD, before=4, after=3),
        deck=_style("deck", 8.2, 12, colour=MUTED, after=5),
        body=body,
        item=ParagraphStyle("item", body, leftIndent=16, spaceAfter=4),
        note=_style("note", 8.2, 12.4, after=4),
        caption=_style("caption", 7.6, 10.4, font=BOLD, after=3),
        head=bold,
        head_right=ParagraphStyle("head-right", bold, **right),
        cell=small,
        cell_right=ParagraphStyle("cell-right", small, **right),
        cell_bold=bold,
        cell_bold_right=ParagraphStyle("bold-right", bold, **right),
    )


def _style(name: str, size: float, leading: float, *, font: str = PLAIN, colour: str = INK, before: float = 0,
           after: float = 0) -> ParagraphStyle:  # fmt: skip
    more = {"spaceBefore": before, "spaceAfter": after, "textColor": colour, "splitLongWords": 1}
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, allowWidows=0, allowOrphans=0, **more)
