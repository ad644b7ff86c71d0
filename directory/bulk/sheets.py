"""A spreadsheet, whatever it was saved with: read into rows of text, or refused with what to do."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.bulk import columns as table
from directory.bulk import workbooks
from directory.bulk.arming import as_meant
from directory.bulk.cells import LONGEST, clean, plain
from directory.bulk.columns import Column
from directory.bulk.workbooks import Unreadable

MOST_BYTES = 8_000_000
csv.field_size_limit(MOST_BYTES)  # the whole process's: once for good, or two who read at one time undo each other's
MOST_ROWS = 5_000
MOST_COLUMNS = 200
FIRST_ROWS = 20  # the headings stand in one of these
SAMPLE = 64_000
OURS = plain("What to put right")  # in the file of wrong rows, which may be sent again as it is
REMARK = re.compile(r"#(?:\s|$)")  # "# Example": for people; "#REF!" is a mistake that has to be seen
NOT_TEXT = {
    b"\xd0\xcf\x11\xe0": gettext_lazy("This is an old Excel file (.xls). Save it as .xlsx or .csv, then send it again"),
    b"%PDF": gettext_lazy("This is a PDF. Save the table as .xlsx or .csv, then send it again"),
    b"{\\rtf": gettext_lazy("This is a text document. Save the table as .xlsx or .csv, then send it again"),
    b"\x89PNG": gettext_lazy("This is a picture. Send the table as .xlsx or .csv"),
    b"\xff\xd8\xff": gettext_lazy("This is a picture. Send the table as .xlsx or .csv"),
}


@dataclass(frozen=True)
class Line:
    """A row as it stands in the file, `n` as the spreadsheet numbers it. `spilled` are cells beyond the headings."""

    n: int
    cells: dict[str, str]  # the column's own name -> text
    spilled: bool = False


@dataclass
class Sheet:
    """`strange` are headings that are not ours: their cells are not read. `left_out` counts rows that begin with #."""

    headings: list[str]
    lines: list[Line] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    left_out: int = 0


def read(data: bytes, what: str) -> Sheet:
    """Raises Unreadable, with a sentence that says what to do."""
    if not data.strip(b"\x00\r\n\t ,;\xef\xbb\xbf"):
        raise Unreadable(_("This file is empty"))
    if len(data) > MOST_BYTES:
        raise Unreadable(_("This file is larger than 8 MB. Send it in parts"))
    refused = next((why for magic, why in NOT_TEXT.items() if data.startswith(magic)), None)
    if refused:
        raise Unreadable(str(refused))
    known = headings(what)
    if data.startswith(b"PK"):
        return _best((_sheet(rows, known) for rows in workbooks.sheets(data)), known)
    return _best([_sheet(_of_text(_decoded(data)), known)], known)


@dataclass(frozen=True)
class Known:
    """The headings of a sheet: by their own names, those of this sheet among them, and by what else people write."""

    names: dict[str, Column]
    own: frozenset[str]
    also: dict[str, Column]

    def read(self, cells: list[str]) -> list[Column | None]:
        """A synonym gives way to a heading of its own name in the same row: an export of everything has both."""
        said = {plain(cell) for cell in cells}
        return [self._one(plain(cell), said) for cell in cells]

    def _one(self, cell: str, said: set[str]) -> Column | None:
        named, meant = self.names.get(cell), self.also.get(cell)
        if named and (cell in self.own or meant is None or plain(meant.name) in said):
            return named
        return meant


def headings(what: str) -> Known:
    columns = table.table()
    own = table.of_sheet(what, columns)
    return Known(
        {plain(column.name): column for column in columns},
        frozenset(plain(column.name) for column in own),
        {said: column for column in own for said in column.named},
    )


def _best(sheets: Iterable[Sheet | None], known: Known) -> Sheet:
    """The first sheet that has our headings; a workbook may have others with notes."""
    found = next((sheet for sheet in sheets if sheet), None)
    if found is None:
        raise Unreadable(_("We cannot find the headings. One row needs “Name” and the others of the template"))
    if not found.lines:
        raise Unreadable(_("There is no row below the headings"))
    return found


def _sheet(rows: Iterator[list[str]], known: Known) -> Sheet | None:
    numbered = enumerate(rows, 1)
    first = list(islice(numbered, FIRST_ROWS))
    at = max(range(len(first)), key=lambda at: (_score(first[at][1], known), -at), default=None)
    if at is None or not _score(first[at][1], known):
        return None
    head = first[at][1]
    found = _headed(head, known)
    sheet = Sheet([column.name for column in found.values()], strange=_strange(head, known))
    for n, cells in chain(first[at + 1 :], numbered):
        _add(sheet, n, cells, found, len(head))
    return sheet


def _score(cells: list[str], known: Known) -> int:
    """How many headings of ours; none counts unless one of them says which listing it is."""
    names = {column.name for column in known.read(cells) if column}
    return len(names) if {"Name", table.ID} & names else 0


def _headed(cells: list[str], known: Known) -> dict[int, Column]:
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(_("There are more than 200 columns. Take out those that are not in the template"))
    found: dict[int, Column] = {}
    for at, column in enumerate(known.read(cells)):
        if column is None:
            continue
        earlier = next((one for one, other in found.items() if other.name == column.name), None)
        if earlier is not None:
            raise Unreadable(
                _("Columns %(one)s and %(other)s are both “%(name)s”. Take one of them out")
                % {"one": letter(earlier), "other": letter(at), "name": column.name}
            )
        found[at] = column
    return found


def _strange(cells: list[str], known: Known) -> list[str]:
    named = zip(cells, known.read(cells), strict=True)
    return [cell[:80] for cell, column in named if cell and column is None and plain(cell) != OURS]


def letter(at: int) -> str:
    """As a spreadsheet names its columns: A, B … Z, AA."""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _add(sheet: Sheet, n: int, cells: list[str], found: dict[int, Column], width: int) -> None:
    said = [cell for cell in cells if cell]
    if not said:
        return
    if REMARK.match(said[0]):
        sheet.left_out += 1
        return
    if len(sheet.lines) >= MOST_ROWS:
        raise Unreadable(_("There are more than 5,000 rows. Send them in parts"))
    texts = {column.name: as_meant(cells[at]) for at, column in found.items() if at < len(cells) and cells[at]}
    if not texts and not any(cells[width:]):
        return  # only cells that are not ours
    sheet.lines.append(Line(n, texts, any(cells[width:])))


def _decoded(data: bytes) -> str:
    """UTF-8 and UTF-16 with or without their mark; otherwise what Excel on Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    odd, even = data[1:SAMPLE:2].count(0), data[0:SAMPLE:2].count(0)
    if max(odd, even) > len(data[:SAMPLE]) // 4:
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    if odd + even > len(data[:SAMPLE]) // 50 + 4:
        raise Unreadable(_("This is no table. Send .xlsx or .csv"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _of_text(text: str) -> Iterator[list[str]]:
    if re.match(r"\s*<(?:!doctype|html|\?xml|table)", text[:200], re.IGNORECASE):
        raise Unreadable(_("This is a web page or XML. Save the table as .xlsx or .csv, then send it again"))
    text, delimiter = _delimiter(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in lines:
            yield [clean(cell[: LONGEST + 10]) for cell in cells]
    except csv.Error:
        raise Unreadable(
            _("Row %(n)d cannot be read: a quotation mark is open there") % {"n": lines.line_num}
        ) from None


def _delimiter(text: str) -> tuple[str, str]:
    """What stands between the cells: Excel says it in a first line of its own, otherwise the headings show it."""
    if match := re.match(r"sep=(.)\r?\n", text):
        return text[match.end() :], match[1]
    head = re.sub(r'"[^"]*"', "", text[:SAMPLE])
    lines = [line for line in head.splitlines()[:FIRST_ROWS] if line.strip()]
    return text, max(",;\t|", key=lambda sign: max((line.count(sign) for line in lines), default=0))
