"""Spreadsheets out: templates, exports and the rows that were wrong, as CSV or as Excel's own."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO

from django.db.models import QuerySet
from django.utils import timezone, translation
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from directory import document
from directory.bulk.arming import disarmed
from directory.bulk.cells import Choice, Day, Phone, Whole, YesNo
from directory.bulk.columns import COMMUNITIES, LISTINGS, Column, of_sheet, table
from directory.document import Document
from directory.models import Location, Service

WHY = "What to put right"
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else
AT_ONCE = 200
IN_MEMORY = 5_000_000
HEAD = PatternFill("solid", fgColor="EAF2EF")
DROP_DOWN_ROWS = 1_000


def columns_of(services: QuerySet[Service], what: str) -> list[Column]:
    """Those of the sheet; where online communities are among the listings, theirs as well."""
    every = table()
    chosen = of_sheet(what, every)
    if what == LISTINGS and services.filter(community__isnull=False).exists():
        chosen += [column for column in of_sheet(COMMUNITIES, every) if column not in chosen]
    return chosen


def lines(services: QuerySet[Service], columns: list[Column], *, private: bool) -> Iterator[list[str]]:
    """A listing a line, in our English whatever the reader's language: it has to be read again."""
    waiting: list[list[str]] = []
    for service, said in document.of_each(services):
        with translation.override("en"):
            whole = _whole(service, said, private)
            waiting.append([column.show(whole) for column in columns])
        if len(waiting) == AT_ONCE:
            yield from waiting
            waiting = []
    yield from waiting


def _whole(service: Service, said: Document, private: bool) -> Document:
    """With what is there for reading. What is not for everybody stays in, for editors alone."""
    checked = service.verified_at and timezone.localdate(service.verified_at).isoformat()
    licence = service.feed.licence if service.feed else ""
    told = {**said, "id": str(service.pk), "source": service.source, "licence": licence, "checked": checked}
    if not private:
        told["places"] = [place if place["address_public"] else _area_of(place) for place in said["places"]]
        if not said["contact_public"]:
            told |= dict.fromkeys(("contact_name", "contact_phone", "contact_email"), "")
    return told | {"other places": "; ".join(_in_a_line(place) for place in told["places"][1:])}


def _in_a_line(place: Document) -> str:
    return ", ".join(filter(None, (place[name] for name in ("name", "address_1", "city", "postcode"))))


def _area_of(place: Document) -> Document:
    kept = Location(city=place["city"], postcode=place["postcode"], address_public=False)
    return {**dict.fromkeys(place), "city": kept.area, "address_public": False}


# ---------- CSV ----------


class Echo:
    """A file that gives back what is written into it, so that nothing is kept."""

    def write(self, text: str) -> str:
        return text


def csv_of(columns: list[Column], rows: Iterable[list[str]]) -> Iterator[bytes]:
    writer = csv.writer(Echo())
    yield (BOM + writer.writerow([column.name for column in columns])).encode()
    for row in rows:
        yield writer.writerow([disarmed(cell) for cell in row]).encode()


def template_csv(what: str) -> bytes:
    """Headings, a line that explains them, and an example. The lines that begin with # are not read."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = [column for column in of_sheet(what) if column.reads]
    writer.writerow([column.name for column in columns])
    writer.writerow(_remark([explained(column) for column in columns]))
    writer.writerow(_remark([disarmed(column.example) for column in columns]))
    return (BOM + out.getvalue()).encode()


def _remark(cells: list[str]) -> list[str]:
    return [f"# {cells[0]}", *cells[1:]]


def explained(column: Column) -> str:
    allowed = column.kind.allowed
    return f"{column.says} ({'; '.join(allowed)})" if allowed and not isinstance(column.kind, YesNo) else column.says


def wrong_rows(headings: list[str], rows: Iterable[tuple[str, dict[str, str]]]) -> bytes:
    """What is to be put right first, then the row as it came. It can be sent again when that is done."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([WHY, *headings])
    for why, texts in rows:
        writer.writerow([disarmed(why), *(disarmed(texts.get(name, "")) for name in headings)])
    return (BOM + out.getvalue()).encode()


# ---------- Excel ----------


def xlsx_of(columns: list[Column], rows: Iterable[list[str]]) -> BinaryIO:
    """On disk when it is large: a workbook can only be sent whole."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Listings")
    sheet.freeze_panes = "B2"
    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _width(column)
    sheet.append([_head(WriteOnlyCell(sheet, column.name)) for column in columns])
    for row in rows:
        sheet.append([_typed(sheet, column, cell) for column, cell in zip(columns, row, strict=True)])
    out = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the answer closes it)
    book.save(out)
    out.seek(0)
    return out


def _typed(sheet: Any, column: Column, text: str) -> Any:
    """Dates as dates and numbers as numbers, to be sorted; everything else as text and nothing but text."""
    if not text:
        return None
    if isinstance(column.kind, Day):
        cell = WriteOnlyCell(sheet, date.fromisoformat(text))
        cell.number_format = "d mmm yyyy"
        return cell
    if isinstance(column.kind, Whole) and text.isdigit():
        return int(text)
    cell = WriteOnlyCell(sheet, disarmed(text))
    cell.data_type = "s"
    if isinstance(column.kind, Phone):
        cell.number_format = "@"
    return cell


def _head(cell: Any) -> Any:
    cell.font, cell.fill = Font(bold=True), HEAD
    return cell


def _width(column: Column) -> int:
    return 34 if column.part in ("name", "description", "url", "schedules") or column.name == "Link" else 18


def template_xlsx(what: str) -> bytes:
    """The same as the CSV, with lists to choose from, and a sheet that explains each column."""
    columns = [column for column in of_sheet(what) if column.reads]
    book = Workbook()
    sheet = book.active
    sheet.title = "Communities" if what == COMMUNITIES else "Listings"
    sheet.append([column.name for column in columns])
    sheet.append(_remark([explained(column) for column in columns]))
    sheet.append(_remark([disarmed(column.example) for column in columns]))
    sheet.freeze_panes = "B2"
    for at, column in enumerate(columns, 1):
        _dressed(sheet, at, column)
    _explain(book.create_sheet("How to fill it in"), columns)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _dressed(sheet: Any, at: int, column: Column) -> None:
    letter = get_column_letter(at)
    sheet.column_dimensions[letter].width = _width(column)
    _head(sheet.cell(1, at))
    for row in (2, 3):
        sheet.cell(row, at).font = Font(italic=True, color="52605E")
        sheet.cell(row, at).alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(column.kind, Phone):
        for row in range(3, 400):
            sheet.cell(row, at).number_format = "@"
    allowed = ",".join(column.kind.allowed)
    if isinstance(column.kind, Choice | YesNo) and 0 < len(allowed) < 250 and '"' not in allowed:
        drop_down = DataValidation(type="list", formula1=f'"{allowed}"', allow_blank=True, showErrorMessage=False)
        drop_down.add(f"{letter}4:{letter}{DROP_DOWN_ROWS}")
        sheet.add_data_validation(drop_down)


def _explain(sheet: Any, columns: list[Column]) -> None:
    for cells in (
        ["Column", "What to write", "One of these", "Example"],
        *([column.name, column.says, "; ".join(column.kind.allowed), disarmed(column.example)] for column in columns),
        [],
        ["An empty cell changes nothing. Write (empty) to take out what a listing says."],
        ["A row that begins with # is not read."],
    ):
        sheet.append(cells)
    for at, width in enumerate((26, 60, 60, 34), 1):
        _head(sheet.cell(1, at))
        sheet.column_dimensions[get_column_letter(at)].width = width
