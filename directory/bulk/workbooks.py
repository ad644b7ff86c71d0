"""Excel's own files: read without running anything, and without letting a small file become a large one."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from openpyxl import DEFUSEDXML, load_workbook

from directory.bulk.cells import LONGEST, clean

MOST_UNPACKED = 60_000_000
MOST_PARTS = 1_000
MOST_TIMES = 200  # a spreadsheet packs to a tenth or a thirtieth; a bomb to a thousandth
LAST_ROW = 1_048_576  # of a sheet, as Excel has it
WIDEST = 256


class Unreadable(ValueError):
    """`message` says what is wrong with the file, and what to do."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def sheets(data: bytes) -> Iterator[Iterator[list[str]]]:
    """The rows of each sheet that can be seen. A formula gives the value that was last worked out, or nothing."""
    if not DEFUSEDXML:
        raise RuntimeError("defusedxml is not installed: no workbook is opened without it")
    _no_bomb(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and drop-down lists, which are no matter here
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        except Exception:  # whatever a broken or hostile file makes of the library
            raise Unreadable(_broken()) from None
        try:
            yield from (_rows(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible")
        finally:
            book.close()


def _broken() -> str:
    return _("This workbook cannot be opened. Save it again as .xlsx or .csv, then send it")


def _no_bomb(data: bytes) -> None:
    """What is packed in there, before any of it is unpacked: Python reads no more of a part than is declared."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        raise Unreadable(_broken()) from None
    names = {part.filename for part in parts}
    if "mimetype" in names or "content.xml" in names:
        raise Unreadable(_("This is an OpenDocument file (.ods). Save it as .xlsx or .csv, then send it again"))
    if "xl/workbook.xml" not in names:
        raise Unreadable(_("This is no table. Send .xlsx or .csv"))
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(_swells(part) for part in parts):
        raise Unreadable(_("This workbook is too large once it is opened. Send it in parts, or as .csv"))


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > 1_000_000 and part.file_size > MOST_TIMES * max(part.compress_size, 1)


def _rows(sheet: object) -> Iterator[list[str]]:
    try:
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # a file may claim any size
        for n, cells in enumerate(sheet.iter_rows(values_only=True)):
            if n >= LAST_ROW:
                raise Unreadable(_broken())
            yield [text(cell) for cell in cells[:WIDEST]] if cells else []
    except Unreadable:
        raise
    except Exception:  # as above: the rows are read as they are asked for
        raise Unreadable(_broken()) from None


def text(value: object) -> str:
    """A cell as somebody would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return clean(str(value)[: LONGEST + 10])
