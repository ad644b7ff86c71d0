"""Files as they come, and as nobody should send them: read, or refused with what to do; never a fault."""

import io
import zipfile
from datetime import date, time

import pytest
from openpyxl import Workbook

from directory.bulk import sheets, writing
from directory.bulk.arming import as_meant, disarmed
from directory.bulk.workbooks import Unreadable

from .conftest import HEAD, as_csv, as_xlsx, group

pytestmark = pytest.mark.django_db
TWO = [["Name", "Postcode", "Cost"], ["Choir", "KX2 4HD", "£3.50"], ["Café Tŷ", "KX1 1AA", "free"]]


def names(data, what="listings"):
    return [line.cells.get("Name") for line in sheets.read(data, what).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_way_to_save_text_is_read(encoding, delimiter):
    assert names(as_csv(TWO, encoding, delimiter)) == ["Choir", "Café Tŷ"]


def test_what_windows_writes_is_read():
    rows = [["Name", "Cost"], ["Café “Ein Lied”", "£3.50 – with tea"]]
    sheet = sheets.read(as_csv(rows, "cp1252", ";"), "listings")
    assert sheet.lines[0].cells == {"Name": "Café “Ein Lied”", "Cost": "£3.50 – with tea"}


def test_excel_says_its_own_separator():
    assert names(b"sep=|\r\n" + as_csv(TWO, "utf-8", "|")) == ["Choir", "Café Tŷ"]


def test_lines_inside_a_cell_stay_inside_and_rows_keep_their_number():
    rows = [["Name", "About it"], ["Choir", "We sing.\nAll of us."], [], ["", ""], ["Shed", "Wood"]]
    sheet = sheets.read(as_csv(rows), "listings")
    assert [(line.n, line.cells["About it"]) for line in sheet.lines] == [(2, "We sing.\nAll of us."), (5, "Wood")]


def test_ragged_rows_are_read_and_spilled_ones_are_said(planned):
    sheet = sheets.read(b"Name,Cost,Area\r\nChoir\r\nShed,5,Millrace,and,more\r\n", "listings")
    assert [(line.cells, line.spilled) for line in sheet.lines] == [
        ({"Name": "Choir"}, False), ({"Name": "Shed", "Cost": "5", "Area": "Millrace"}, True)
    ]  # fmt: skip
    plan = planned(b"Name,Cost,Area\r\nShed,5,Millrace,and,more\r\n", "listings")
    assert [each.column for each in plan.rows[0].reading.problems] == ["This row"]


def test_headings_are_read_however_they_are_written():
    rows = [
        ["Our groups, May"],
        [],
        ["GROUP NAME", "facebook  link", "No. of Members?", "contact no", "Colour"],
        ["A", "b", "3"],
    ]
    sheet = sheets.read(as_csv(rows), "communities")
    assert (sheet.headings, sheet.strange) == (["Name", "Link", "Members", "Phone"], ["Colour"])
    assert sheet.lines[0].cells == {"Name": "A", "Link": "b", "Members": "3"}


def test_a_workbook_is_read_with_dates_numbers_and_the_value_of_a_formula():
    rows = [
        ["Name", "Publish from", "Days and times", "Youngest age", "Free"],
        ["Choir", date(2026, 11, 3), time(14), 60.0, True],
    ]
    (line,) = sheets.read(as_xlsx(rows), "listings").lines
    assert line.cells == {
        "Name": "Choir", "Publish from": "2026-11-03", "Days and times": "14:00", "Youngest age": "60", "Free": "yes"
    }  # fmt: skip


def test_a_formula_is_never_worked_out():
    (line,) = sheets.read(
        as_xlsx([["Name", "Cost"], ["Choir", '=HYPERLINK("http://evil.example","£3")']]), "listings"
    ).lines
    assert line.cells == {"Name": "Choir"}


def test_the_first_sheet_with_our_headings_is_read():
    book = Workbook()
    book.active.append(["Notes for Gwen"])
    book.create_sheet("Groups").append(["Name", "Cost"])
    book["Groups"].append(["Choir", 3])
    out = io.BytesIO()
    book.save(out)
    assert names(out.getvalue()) == ["Choir"]


@pytest.mark.parametrize("what", ["listings", "communities"])
def test_the_templates_have_nothing_to_take_until_somebody_fills_them_in(what):
    for data in (writing.template_csv(what), writing.template_xlsx(what)):
        with pytest.raises(Unreadable):
            sheets.read(data, what)


@pytest.mark.parametrize("what", ["listings", "communities"])
def test_the_example_of_a_template_can_be_taken(what, planned):
    lines = writing.template_csv(what).decode("utf-8-sig").splitlines()
    plan = planned("\r\n".join([lines[0], lines[-1].replace("# ", "", 1)]).encode(), what)
    assert [(row.what, row.reading.problems) for row in plan.rows] == [("new", [])]


def bomb(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, size in parts.items():
            packed.writestr(name, b"0" * size)
    return out.getvalue()


def far_down():
    """A workbook that claims a row beyond any sheet."""
    data = as_xlsx([["Name"], ["Choir"]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            said = old.read(part)
            if part.filename.endswith("sheet1.xml"):
                said = said.replace(b'<row r="2"', b'<row r="99999999999"').replace(b'r="A2"', b'r="A99999999999"')
            new.writestr(part.filename, said)
    return out.getvalue()


def with_entities():
    data = as_xlsx([["Name"], ["Choir"]])
    out = io.BytesIO()
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            said = old.read(part)
            head, sep, rest = said.partition(b"<worksheet")
            new.writestr(part.filename, head + laughs + sep + rest if sep else said)
    return out.getvalue()


REFUSED = {
    "nothing": b"",
    "only a mark": b"\xef\xbb\xbf\r\n",
    "NUL bytes": b"\x00" * 5000,
    "machine code": bytes(range(256)) * 40,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"0" * 50,
    "a PDF": b"%PDF-1.7 ...",
    "old Excel": b"\xd0\xcf\x11\xe0" + b"0" * 600,
    "a web page": b"<html><table><tr><td>Name</td></tr></table></html>",
    "no headings": b"Colour,Taste\r\nred,sweet\r\n",
    "only headings": b"Name,Cost\r\n",
    "twice the same": b"Name,Phone,Contact no\r\nChoir,1,2\r\n",
    "an open quotation mark": b'Name,Cost\r\n"Choir,3\r\nShed,4\r\n' + b"x,1\r\n" * 5,
    "zip without a book": bomb({"hello.txt": 10}),
    "OpenDocument": bomb({"mimetype": 40, "content.xml": 100}),
    "half a book": as_xlsx([["Name"]])[:900],
    "a bomb": bomb({"xl/workbook.xml": 10, "xl/worksheets/sheet1.xml": 40_000_000}),
    "a larger bomb": bomb({"xl/workbook.xml": 10, **{f"xl/x{n}.xml": 900_000 for n in range(80)}}),
    "a thousand parts": bomb({"xl/workbook.xml": 1, **{f"x{n}": 1 for n in range(1001)}}),
    "a book that is none": bomb({"xl/workbook.xml": 100, "[Content_Types].xml": 10}),
    "a row beyond any sheet": far_down(),
    "entities": with_entities(),
    "too large": b"Name\r\n" + b"x" * 8_000_001,
    "too many rows": b"Name\r\n" + b"x\r\n" * 5001,
    "too many columns": ("Name," * 1 + ",".join(f"c{n}" for n in range(300)) + "\r\nx\r\n").encode(),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_table_of_ours_is_refused_with_a_sentence(case):
    with pytest.raises(Unreadable) as refused:
        names(REFUSED[case])
    assert refused.value.message.strip() != ""


def test_five_thousand_rows_are_read():
    assert len(names(b"Name\r\n" + b"x\r\n" * 5000)) == 5000


def test_nul_bytes_in_a_cell_are_left_out():
    assert names(b"Name,Cost\r\nCho\x00ir,3\r\n") == ["Choir"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 1632 960042", "-1", "@sum", "\t=1", "\ufeff=1", "＝1", "＋44", "－1", "＠x", " =1",
     "'=1", "''+1", "'Allo", "'", "",
     "\u200b=1", "a=1", "- tea\n- cake"],
)  # fmt: skip
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(text):
    armed = disarmed(text)
    assert armed.lstrip("\u200b\ufeff \t")[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
    assert as_meant(armed) == text


def test_a_number_from_abroad_goes_out_and_comes_back(keep, dev, cast):
    from directory.bulk import actions, reading
    from directory.models import Service

    cast.lunch.contact_phone, cast.lunch.summary = "+44 1632 960042", "=cmd|' /C calc'!A0"
    cast.lunch.save()
    services = Service.objects.filter(pk=cast.lunch.pk)
    columns = writing.columns_of(services, "listings")
    data = b"".join(writing.csv_of(columns, writing.lines(services, columns, private=True)))
    assert ("'+44 1632 960042" in data.decode(), ",=cmd" in data.decode()) == (True, False)
    assert reading.plan(actions.read(data, file_name="x", what="listings")).counts == {"same": 1}


def test_three_hundred_groups_in_one_file():
    assert len(names(as_xlsx([HEAD, *(group(n) for n in range(300))]), "communities")) == 300
