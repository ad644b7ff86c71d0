"""What is what, for those who have a paper read to them: headings, lists, tables and pictures with their words.

ReportLab draws and does not tag. Here each drawn piece is put between the marks that PDF has for it, and the tree of
pieces is written at the end (ISO 32000-1, 14.7 and 14.8). What is only decoration is marked as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False)
class Node:
    """A piece of the paper by its PDF name (H1, P, Table, TD …). `drawn`: (page, mark) of each part of it."""

    role: str
    alt: str = ""
    scope: str = ""  # of a heading cell: Row or Column
    kids: list[Node] = field(default_factory=list)
    drawn: list[tuple[int, int]] = field(default_factory=list)

    def add(self, role: str, **more: str) -> Node:
        kid = Node(role, **more)
        self.kids.append(kid)
        return kid


class _Element(PDFObject):
    """A piece in the file, referred to by its number."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.entries: dict[str, object] = {}

    def format(self, document: PDFDocument) -> bytes:
        return PDFDictionary(self.entries).format(document)


class TaggedCanvas(Canvas):
    """A canvas that knows which piece it is drawing, and writes the tree with the last page."""

    tree: Node

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.marks: list[list[Node]] = [[]]  # of each page, in the order of their numbers

    @contextmanager
    def marked(self, node: Node | None) -> Iterator[None]:
        """What is drawn inside belongs to the node; to nothing, without one."""
        if node is None:
            self._code.append("/Artifact BMC")
        else:
            page = self.marks[-1]
            node.drawn.append((len(self.marks) - 1, len(page)))
            self._code.append(f"/{node.role} <</MCID {len(page)}>> BDC")
            page.append(node)
        yield
        self._code.append("EMC")

    def showPage(self) -> None:
        super().showPage()
        self.marks.append([])

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        document, pages = self._doc, self._doc.Pages.pages
        elements: dict[int, _Element] = {}
        root = _Element()
        top = self._element(self.tree, root, elements)
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        lists = [
            PDFArray([document.Reference(elements[id(node)]) for node in self.marks[n]]) for n in range(len(pages))
        ]
        numbered = PDFArray([entry for n, one in enumerate(lists) for entry in (n, one)])
        root.entries = {
            "Type": PDFName("StructTreeRoot"),
            "K": document.Reference(top),
            "ParentTree": PDFDictionary({"Nums": numbered}),
            "ParentTreeNextKey": len(pages),
        }
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, node: Node, parent: _Element, elements: dict[int, _Element]) -> _Element:
        document, made = self._doc, _Element()
        elements[id(node)] = made
        kids: list[object] = [document.Reference(self._element(kid, made, elements)) for kid in node.kids]
        kids += [self._part(page, mark) for page, mark in node.drawn]
        made.entries = {
            "Type": PDFName("StructElem"), "S": PDFName(node.role),
            "P": document.Reference(parent), "K": PDFArray(kids),
        }  # fmt: skip
        if node.alt:
            made.entries["Alt"] = PDFString(node.alt)
        if node.scope:
            made.entries["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
        return made

    def _part(self, page: int, mark: int) -> PDFDictionary:
        here = self._doc.Reference(self._doc.Pages.pages[page])
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": here, "MCID": mark})
