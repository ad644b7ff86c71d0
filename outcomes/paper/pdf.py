"""A paper as PDF, A4: readable on a screen, in print and aloud. Made of wheels alone, and of nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO

from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, KeepTogether, PageTemplate, Spacer

from connect.people.models import Tenant
from outcomes.drawing import Finding, Heat, Picture, Table
from outcomes.paper.flowables import HAIR, Bookmark, Lines, Rule, Words, beside_a_bar
from outcomes.paper.looks import BOLD, INK, MUTED, PLAIN, Palette, mixed, styles
from outcomes.paper.parts import Paper
from outcomes.paper.svg import Drawn
from outcomes.paper.tagging import Node, TaggedCanvas

LEFT, TOP, FOOT = 17 * mm, 17 * mm, 20 * mm
WIDTH = A4[0] - 2 * LEFT
CHART = 88 * mm
GAP = 7 * mm
NOTES = WIDTH - CHART - GAP
HIGHEST = 600  # of what cannot be broken: with its heading it fits on a page
MOST_ROWS = 16  # of a table beside its picture; a longer one gets the width of the page below it
_ROUNDED = gettext_lazy("Connect · figures rounded to the nearest 5; 1 to 7 hidden")
_EXACT = gettext_lazy("Connect · exact figures under an agreement: not to be passed on")


def written(paper: Paper) -> bytes:
    """Drawn twice: only the last page knows how many there are."""
    _first, pages = _drawn(paper, 0)
    return _drawn(paper, pages)[0]


def _drawn(paper: Paper, pages: int) -> tuple[bytes, int]:
    out, tree = BytesIO(), Node("Document")
    canvas = type("PaperCanvas", (TaggedCanvas,), {"tree": tree})
    about = {"title": f"{paper.title}: {paper.under}", "author": str(Tenant.current()), "lang": "en-GB"}
    document = BaseDocTemplate(out, pagesize=A4, initialFontName=PLAIN, pageCompression=1, **about)
    document.subject = paper.stand
    frame = Frame(LEFT, FOOT, WIDTH, A4[1] - TOP - FOOT, 0, 0, 0, 0)
    foot = partial(_foot, pages=pages, said=_EXACT if paper.board.release.is_exact else _ROUNDED)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=foot))
    document.build(list(_Writer(paper, tree).story()), canvasmaker=canvas)
    return out.getvalue(), document.page


def _foot(canvas: TaggedCanvas, document: BaseDocTemplate, *, pages: int, said: str) -> None:
    canvas.setViewerPreference("DisplayDocTitle", "true")
    with canvas.marked(None):
        canvas.saveState()
        canvas.setFont(PLAIN, 7.4)
        canvas.setFillColor(HexColor(MUTED))
        canvas.drawString(LEFT, 11 * mm, str(said))
        place = _("%(page)d of %(pages)d") % {"page": document.page, "pages": pages}
        canvas.drawRightString(A4[0] - LEFT, 11 * mm, place)
        canvas.restoreState()


class _Writer:
    """The paper as a list of pieces, with the tree of what they are grown beside it."""

    def __init__(self, paper: Paper, tree: Node) -> None:
        self.paper, self.tree = paper, tree
        self.look, self.palette = styles(), Palette.of(Tenant.current())

    def words(self, said: object, style: str, role: str = "P", at: Node | None = None, bullet: str = "") -> Words:
        node = (at or self.tree).add(role)
        return Words.of(said, getattr(self.look, style), node, bullet=bullet)

    def story(self) -> Iterator[Flowable]:
        yield from self._masthead()
        yield self.words(self.paper.stand, "stand")
        yield from self._list(_("What you are asked to agree"), self.paper.asks)
        yield from self._list(_("In short"), self.paper.brief)
        yield self._kept_safe()
        for number, finding in enumerate(self.paper.findings, start=1):
            yield from self._finding(number, finding)
        yield from self._meanwhile()
        yield from self._cannot()
        yield from self._sources()

    def _masthead(self) -> Iterator[Flowable]:
        yield Rule(WIDTH, after=9)
        yield Bookmark("top", self.paper.title)
        yield self.words(self.paper.title, "title", "H1")
        yield self.words(self.paper.under, "under")
        yield Rule(WIDTH, after=8)
        for line in self.paper.meta:
            yield self.words(line, "meta")

    def _heading(self, words: str, name: str) -> list[Flowable]:
        return [Spacer(0, 7), Bookmark(name, words), self.words(words, "h2", "H2")]

    def _list(self, title: str, lines: Sequence[str], name: str = "") -> Iterator[Flowable]:
        if lines:
            yield from self._heading(title, name or f"list-{title}")
            whole = self.tree.add("L")
            for n, line in enumerate(lines, start=1):
                body = whole.add("LI")
                yield self.words(line, "item", "LBody", body, bullet=f"{n}.")

    def _kept_safe(self) -> Flowable:
        said = self.words(_exact() if self.paper.board.release.is_exact else _kept_safe(), "note")
        ground = mixed(self.palette.primary, 0.06)
        return KeepTogether([Spacer(0, 6), beside_a_bar([said], WIDTH, self.palette.primary, ground)])

    # ---------- findings ----------

    def _finding(self, number: int, finding: Finding) -> Iterator[Flowable]:
        head = [
            Spacer(0, 8),
            Rule(WIDTH, thick=1, after=6),
            Bookmark(finding.name, finding.said),
            self.words(f"{number}. {finding.said}", "h2", "H2"),
            self.words(finding.deck, "deck"),
        ]
        first, *others = finding.pictures or [None]
        if first and _fits_beside(first.table):
            yield KeepTogether([*head, *self._pair(first, finding)])
        else:
            yield KeepTogether([*head, *self._across(first)])
            yield from self._notes(finding, WIDTH)
        for picture in others:
            beside = _fits_beside(picture.table)
            yield KeepTogether([Spacer(0, 5), *(self._pair(picture, None) if beside else self._across(picture))])
        if finding.heat:
            yield from self._table(_as_table(finding.heat), WIDTH)

    def _pair(self, picture: Picture, finding: Finding | None) -> list[Flowable]:
        """The phone's drawing stands beside its table, so that its letters keep their size; above it, if too tall."""
        drawing = self._picture(picture, CHART, narrow=True)
        beside = list(self._table(picture.table, NOTES)) if picture.table else []
        beside += self._notes(finding, NOTES) if finding else []
        look = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (0, 0), GAP),
                ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]  # fmt: skip
        pair = Lines([[[drawing], beside]], colWidths=[CHART + GAP, NOTES], style=look, hAlign="LEFT")
        return [pair] if pair.wrap(WIDTH, A4[1])[1] < HIGHEST else [drawing, Spacer(0, 4), *beside]

    def _across(self, picture: Picture | None) -> list[Flowable]:
        if picture is None:
            return []
        drawing = self._picture(picture, WIDTH, narrow=False)
        return [drawing, Spacer(0, 4), *(self._table(picture.table, WIDTH) if picture.table else [])]

    def _picture(self, picture: Picture, width: float, *, narrow: bool) -> Flowable:
        drawings = [one for one in picture.drawings if one]
        if not drawings:
            return Spacer(0, 0)
        return Drawn(drawings[-1] if narrow else drawings[0], width, self.palette, self.tree.add("Figure"))

    def _notes(self, finding: Finding, width: float) -> list[Flowable]:
        notes = [f"{finding.lead} {note}" if n == 0 and finding.lead else note for n, note in enumerate(finding.notes)]
        inside: list[Flowable] = [self.words(note, "note") for note in notes]
        made = [beside_a_bar(inside, width, self.palette.accent)] if inside else []
        if finding.beside:
            made = [*made, Spacer(0, 4), *self._table(finding.beside, width)]
        return [*made, self.words(finding.caution, "note")] if finding.caution else made

    def _table(self, table: Table, width: float) -> Iterator[Flowable]:
        whole = self.tree.add("Table")
        caption = self.words(table.caption, "caption", "Caption", whole)
        rows = [self._heads(table, whole), *(self._row(line, whole) for line in table.lines)]
        look = [
            ("LINEBELOW", (0, 0), (-1, 0), 1, HexColor(INK)), ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor(HAIR)),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 2.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ]  # fmt: skip
        yield caption
        yield Lines(rows, colWidths=_columns(table, width), style=look, hAlign="LEFT", repeatRows=1)

    def _heads(self, table: Table, whole: Node) -> list[Flowable]:
        row = whole.add("TR")
        return [
            Words.of(head, self.look.head_right if amount else self.look.head, row.add("TH", scope="Column"))
            for head, amount in table.heading
        ]

    def _row(self, line: tuple[str, list[tuple[str, str, bool]], bool], whole: Node) -> list[Flowable]:
        head, cells, total = line
        row = whole.add("TR")
        bold = "cell_bold" if total else "cell"
        first = Words.of(head, getattr(self.look, bold), row.add("TH", scope="Row"))
        rest = [
            Words.of(said, getattr(self.look, f"{bold}_right" if amount else bold), row.add("TD"))
            for _name, said, amount in cells
        ]
        return [first, *rest]

    # ---------- the end ----------

    def _meanwhile(self) -> Iterator[Flowable]:
        lines = [
            f"{date_format(one.month, 'F Y')}, {one.place_name}: {one.words}" for one in self.paper.meanwhile
        ]  # fmt: skip
        yield from self._list(_("What happened meanwhile"), lines)
        if lines:
            said = _("Written by those who work there. That one thing came after another does not say why.")
            yield self.words(said, "meta")

    def _cannot(self) -> Iterator[Flowable]:
        yield CondPageBreak(30 * mm)
        yield from self._heading(_("What this cannot tell you"), "cannot")
        for line in self.paper.cannot:
            yield self.words(line, "body")

    def _sources(self) -> Iterator[Flowable]:
        yield CondPageBreak(30 * mm)
        yield from self._heading(_("Sources and definitions"), "sources")
        for measure in self.paper.sources:
            said = f"{measure.what}{f' {measure.of}' if measure.of else ''}"
            title = _("%(title)s (measure %(number)d)") % {"title": measure.title, "number": measure.number}
            node = self.tree.add("P")
            yield KeepTogether([Words.of(title, self.look.caption, node), Words.of(said, self.look.note, node)])
        yield self.words(_released(self.paper), "note")


def _kept_safe() -> str:
    return _("Small numbers are kept safe. Counts of people are rounded to the nearest 5. Where there are only 1 to 7 "
             "people you will see *, so that nobody’s neighbour can work out who it was. Totals are rounded on their "
             "own and may not add up; shares come from the rounded numbers. The pictures are drawn from the same "
             "rounded numbers.")  # fmt: skip


def _exact() -> str:
    return _("These are exact figures, shown under a data-sharing agreement that names them. Small numbers are hidden, "
             "and others beside them so that nobody can work them out. They are not to be passed on.")  # fmt: skip


def _released(paper: Paper) -> str:
    release = paper.board.release
    said = {"day": date_format(release.counted_to, "j F Y"), "policy": release.policy}
    return _("These figures were frozen on %(day)s, ten working days after the period closed, and do not change any "
             "more. Rule: %(policy)s.") % said  # fmt: skip


def _fits_beside(table: Table | None) -> bool:
    return table is None or (len(table.rows) <= MOST_ROWS and len(table.heads) <= 5)


def _columns(table: Table, width: float) -> list[float]:
    """Each as wide as its longest amount or word, and the first what the others leave."""
    wide = [max(30.0, *(_longest(cells, n) for cells in _texts(table))) + 8 for n in range(1, len(table.heads))]
    most = width * (0.72 if len(wide) > 2 else 0.6)
    if sum(wide) > most:
        wide = [one * most / sum(wide) for one in wide]
    return [width - sum(wide), *wide]


def _texts(table: Table) -> Iterator[list[str]]:
    """The heads may break between words; an amount never does."""
    yield [max(str(head).split() or [""], key=len) for head in table.heads]
    for head, cells, _total in table.lines:
        yield [head, *(said for _name, said, _amount in cells)]


def _longest(cells: Sequence[str], n: int) -> float:
    return min(stringWidth(cells[n], BOLD, 7.6), 110.0) if n < len(cells) else 0.0


def _as_table(heat: Heat) -> Table:
    """On paper it is read, not shaded."""
    total = [heat.total_head] if heat.total_head else []
    rows = [[strip_tags(name), *cells, *([whole] if total else [])] for name, cells, whole in heat.rows]
    last = [heat.totals_name, *heat.totals] if heat.totals else []
    return Table(heat.caption, [heat.corner, *heat.heads, *total], rows, last)
