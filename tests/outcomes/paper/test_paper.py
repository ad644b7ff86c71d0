"""The board paper and the pilot report: the same words on the page and in the PDF, out of released figures alone."""

import re
import zlib
from dataclasses import replace
from functools import partial

import pytest
from django.urls import reverse

from connect.audit.models import Access
from connect.identity import identify
from connect.people.models import Tenant
from outcomes.drawing import Bar, Finding, Table, bars, picture
from outcomes.figures.lattice import Grain, Period
from outcomes.figures.reading import Board
from outcomes.paper import pdf
from outcomes.paper.board import paper
from outcomes.paper.looks import Palette
from outcomes.paper.svg import classes
from outcomes.pilot.report import report
from tests.outcomes.paper import a_year

pytestmark = pytest.mark.django_db
YEAR = "2025-y"


@pytest.fixture
def year(cast):
    a_year.released()
    return cast


def board(user):
    identify(user)
    return Board.latest(user, Grain.YEAR)


def inside(response_or_bytes):
    """What is written in a PDF, its pages unpacked."""
    raw = getattr(response_or_bytes, "content", response_or_bytes)
    whole = raw.decode("latin-1")
    return whole, re.findall(r"/Type /StructElem", whole)


def test_colm_exports_the_board_paper_as_a_pdf_and_it_is_written_down(year, sign_in):
    answer = sign_in(year.colm).get(reverse("paper_pdf", args=[Period.at(YEAR)]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="board-paper-k01-2025-y.pdf"'
    assert answer.content[:5] == b"%PDF-"
    identify(year.dora)
    assert list(Access.objects.values_list("actor_id", "page", "person_ids")) == [(year.colm.pk, "paper_pdf", [])]


@pytest.mark.parametrize("name", ["paper_pdf", "pilot_pdf"])
def test_a_pdf_says_its_title_its_language_and_what_is_what(year, sign_in, name):
    whole, pieces = inside(sign_in(year.colm).get(reverse(name, args=[Period.at(YEAR)])))
    assert [
        word for word in ("/Lang", "/StructTreeRoot", "/Marked true", "/DisplayDocTitle true") if word not in whole
    ] == []
    assert {role: whole.count(f"/S /{role}") > 0 for role in ("H1", "H2", "Figure", "Table", "TH", "TD", "L")} == (
        dict.fromkeys(("H1", "H2", "Figure", "Table", "TH", "TD", "L"), True)
    )
    assert whole.count("/S /Figure") == whole.count("/Alt")
    assert len(pieces) > 100


def test_each_mark_of_a_page_is_a_piece_of_the_tree(year):
    raw = pdf.written(report(board(year.colm), year.colm))
    streams = re.findall(rb"stream\r?\n(.*?)endstream", raw, re.S)
    pages = [text for text in map(_unpacked, streams) if b"BDC" in text]
    begun = sum(text.count(b"BDC") + text.count(b"BMC") for text in pages)
    assert begun == sum(text.count(b"EMC") for text in pages) > 0
    assert sum(text.count(b"MCID") for text in pages) == raw.count(b"/Type /MCR")


def _unpacked(stream):
    from base64 import a85decode

    try:
        return zlib.decompress(a85decode(stream.strip().removesuffix(b"~>")))
    except (ValueError, zlib.error):
        return b""


def test_the_pilots_questions_are_answered_in_their_order(year):
    found = report(board(year.colm), year.colm)
    assert [one.name for one in found.findings] == [
        "comfort", "stigma", "pathway", "first_ever", "life_course", "everyday", "before-after",
    ]  # fmt: skip
    assert list(found.brief) == [
        "Workers asked, and it got easier: from 2.6 to 3.8 on a scale of 5",
        "What kept workers from asking most often lay with themselves: “I was not sure how to begin”",
        "640 chats were written down, and 120 led to a referral",
        "45% of the people accepted had been in touch with no service before",
        "Company is not only for later life: 50% of the people accepted were under 65",
        "Is it part of everyday work? 40 of 60 workers referred somebody lately",
        "120 people were referred in this period",
    ]


def test_what_is_hidden_is_said_so_and_no_number_takes_its_place(cast):
    a_year.released(received="*", chats_referred="*", active_workers="*")
    found = report(board(cast.colm), cast.colm)
    assert [one for one in found.brief if "oo few" in one] == [
        "Too few chats were written down to say safely what they led to",
        "Too few workers have an account to say safely whether it is part of everyday work",
        "Too few people were referred to give a number safely",
    ]
    assert pdf.written(found)[:5] == b"%PDF-"


def test_a_question_with_nothing_to_show_is_named_as_not_answered(cast):
    few = ("accepted_first_ever", "accepted_first_answered", "registered_workers", "active_workers")
    a_year.released(**dict.fromkeys(few, "*"))
    found = report(board(cast.colm), cast.colm)
    assert [one.name for one in found.findings] == ["comfort", "stigma", "pathway", "life_course", "before-after"]
    assert found.cannot[-1].endswith("Who was reached that was not before? Is it part of everyday work?")


def test_the_board_paper_says_what_it_does_not_show(cast):
    a_year.released(**dict.fromkeys(("reply_due", "replied"), "*"))
    found = paper(board(cast.colm), cast.colm)
    assert "replies" not in [one.name for one in found.findings]
    assert found.cannot[-1] == "Not shown here: Too few replies were due to give a share safely."


def test_before_and_after_stand_side_by_side_by_ward_and_by_role(cast):
    a_year.released(start=Period.at("2024-y").start, received="80")
    a_year.released()
    wards, roles = report(board(cast.colm), cast.colm).findings[-1].pictures
    assert wards.table.rows == [("Millrace", 90, 90), ("Northgate", 30, 30)]
    assert roles.table.rows == [
        ("Housing", 50, 50), ("Nurse or therapist", 35, 35), ("Police or community support", 25, 25),
        ("Shop or business", "*", "*"),
    ]  # fmt: skip


def test_the_board_paper_names_the_ward_with_the_greatest_unmet_need(year):
    found = paper(board(year.colm), year.colm)
    unmet = found.findings[-1]
    assert unmet.said == "Northgate has the most needs that nothing there could meet: about 25"
    assert unmet.pictures[0].table.rows == [("Millrace", 90, 10), ("Northgate", 60, 25)]


@pytest.mark.parametrize("name", ["paper", "pilot"])
def test_the_page_leads_to_the_same_as_pdf_and_says_where_it_is_from(year, sign_in, name):
    page = sign_in(year.colm).get(reverse(name), {"period": YEAR})
    assert f'href="{reverse(f"{name}_pdf", args=[Period.at(YEAR)])}?place=K01"' in page.text
    assert "Frozen on 21 April 2026" in page.text
    assert page.text.count("Small numbers are kept safe") == 1


def test_before_anything_is_frozen_the_page_says_so(cast, sign_in):
    assert "Nothing has been frozen yet" in sign_in(cast.colm).get(reverse("pilot")).text


def test_nia_reads_none_of_it_and_rosa_finds_no_such_page(year, sign_in):
    nia, rosa = sign_in(year.nia), sign_in(year.rosa)
    for name in ("paper", "pilot"):
        address = reverse(f"{name}_pdf", args=[Period.at(YEAR)])
        assert [client.get(address).status_code for client in (nia, rosa)] == [404, 404]
        assert nia.get(reverse(name), {"period": YEAR}).status_code == 404
        assert rosa.get(reverse(name)).status_code == 404
    identify(year.dora)
    assert Access.objects.count() == 0


def test_however_long_a_finding_is_it_is_written(year):
    rows = [(f"A ward with a rather long name, number {n}", 10, "*", "20%") for n in range(70)]
    table = Table("Many", ["Ward", "One", "Two", "A share with long words"], rows)
    few = Table("Few", table.heads, rows[:15])
    drawn = partial(bars, [Bar.of(name, n) for name, n, *_rest in rows])
    pictures = [picture(f"p{n}", "Many", drawn, table=which) for n, which in enumerate((few, table, few))]
    notes = ["Words that go on and on, and on. " * 20] * 9
    long = Finding(name="long", said="Long " * 40, deck="Longer " * 60, pictures=pictures, notes=notes, caution="Mind.")
    whole = report(board(year.colm), year.colm)
    assert pdf.written(replace(whole, findings=[long], asks=["Agree. " * 100] * 9))[:5] == b"%PDF-"


def test_every_class_that_the_stylesheet_knows_of_a_drawing_has_its_colour_on_paper(settings):
    sheet = (settings.BASE_DIR / "connect" / "static" / "connect" / "reports.css").read_text()
    known = set(classes(Palette.of(Tenant())))
    named = {name for line in sheet.splitlines() if line.startswith(".chart ") for name in _classes_of(line)}
    assert named - known - {"chart", "sm", "xs"} == set()


def _classes_of(line):
    selectors = re.findall(r"\.chart ([^{}]*)\{", line)
    return [name for one in selectors for name in re.findall(r"\.([a-z][a-z0-9-]*)", one)]
