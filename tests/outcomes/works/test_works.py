"""The pages of the figures: Colm reads them, picture and table say the same, and Nia and Rosa see none of it."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from connect.identity import identify
from outcomes.figures import catalogue
from outcomes.figures.lattice import Period
from outcomes.figures.models import ReleaseRead
from outcomes.figures.reading import Board
from outcomes.works import meanings
from outcomes.works.history import History
from tests.outcomes.works import boards

pytestmark = pytest.mark.django_db
PAGES = ["/reports/", "/reports/who-reaches-whom/", "/reports/measures/", "/reports/golden-thread/"]


@pytest.fixture
def released(cast):
    for address, more in (("2025-q3", 0.8), ("2026-q2", 0.9), ("2026-q3", 1), ("2026-09", 0.4)):
        boards.release(address, more=more)
    return cast


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def headings(response):
    return re.findall(r"<h2[^>]*>([^<]*)</h2>", response.content.decode())


def drawings(response):
    found = re.findall(r"<svg class=\"chart.*?</svg>", response.content.decode(), re.S)
    return [ElementTree.fromstring(one) for one in found]


def test_colm_reads_what_works_in_sentences_with_a_picture_each(released, sign_in):
    page = sign_in(released.colm).get("/reports/")
    assert headings(page)[:4] == [
        "Half of the people referred went to something within half a year, and a third kept going",
        "Half of the people had been to something after 30 days",
        "We know that 54% went along; it could be as many as 81%",
        "Nearly all of those who asked hear what came of it",
    ]
    assert page.content.decode().count("Small numbers are kept safe") == 1


def test_every_picture_has_its_own_name_and_no_two_marks_share_one(released, sign_in):
    for address in [*PAGES, "/reports/measures/15/"]:
        page = sign_in(released.colm).get(address).content.decode()
        ids = re.findall(r' id="([^"]+)"', page)
        assert sorted(ids) == sorted(set(ids)), address


def test_picture_and_table_say_the_same(released, sign_in):
    page = sign_in(released.colm).get("/reports/").content.decode()
    desc = re.search(r'<desc id="journey-chart-w-d">([^<]*)', page).group(1)
    rows = re.search(r"journey-chart-n.*?<tbody.*?>(.*?)</tbody>", page, re.S).group(1)
    cells = [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in re.findall(r"<tr.*?</tr>", rows, re.S)]
    assert [row.split(": ")[0] for row in desc.split("; ")] == [row[0] for row in cells]
    assert [re.search(r"People (\S+),", row).group(1) for row in desc.split("; ")] == [row[1] for row in cells]


def test_where_nearly_all_is_hidden_the_pages_say_so_and_draw_nothing_of_it(cast, sign_in):
    boards.release("2026-q3", few=True)
    colm = sign_in(cast.colm)
    page = colm.get("/reports/")
    assert headings(page)[0] == "Too few people were referred to give a number safely"
    assert "Too few people to say safely how many went along" in headings(page)
    assert colm.get("/reports/who-reaches-whom/").status_code == 200
    assert "*" in words(colm.get("/reports/measures/"))


def test_a_month_tells_how_far_people_have_come_so_far(released, sign_in):
    page = sign_in(released.colm).get("/reports/2026-09/")
    assert headings(page)[0] == "Half of the people referred went to something so far"


def test_a_place_is_chosen_by_its_code_and_no_other_word_changes_a_figure(released, sign_in):
    colm = sign_in(released.colm)
    north = colm.get("/reports/2026-q3/?place=K01-N")
    assert "What works in North" in words(north)
    same = colm.get("/reports/?period=2026-q3&place=K01-N")
    assert headings(same) == headings(north)
    assert headings(colm.get("/reports/2026-q3/?ward=Millrace&referrer=rosa&from=2026-10-14")) == headings(
        colm.get("/reports/2026-q3/")
    )


@pytest.mark.parametrize("address", ["2026-q4", "2031-01", "2026-13", "2026-q3/?place=K02", "?period=2026-q9"])
def test_what_was_never_frozen_is_not_there(released, sign_in, address):
    page = sign_in(released.colm).get(f"/reports/{address}{'' if '?' in address else '/'}")
    assert page.status_code == 404


def test_every_measure_stands_in_the_list_with_its_definition_one_click_away(released, sign_in):
    colm = sign_in(released.colm)
    page = colm.get("/reports/measures/").content.decode()
    linked = sorted(int(n) for n in re.findall(r'href="/reports/measures/(\d+)/"', page))
    assert linked == sorted(catalogue.measures())
    page = words(colm.get("/reports/measures/15/?period=2026-q3"))
    assert "54% to 81% 130 of 240" in page
    assert "Worst: only those of whom somebody said yes" in page
    assert colm.get("/reports/measures/999/").status_code == 404


def test_every_measure_is_told_and_drawn_of_every_grain_and_place(released):
    for address, place in (("2026-q3", "K01"), ("2026-q3", "K01-N"), ("2026-09", "K01"), ("2026-09", "K01-1")):
        board = Board.at(released.colm, Period.at(address), place)
        history = History(board)
        told = [meanings.meaning(one, history) for one in catalogue.measures().values()]
        assert all(one.line.shown for one in told)


def test_a_share_is_told_with_what_it_is_of_and_its_interval(released, sign_in):
    page = words(sign_in(released.colm).get("/reports/measures/"))
    assert "Went along 54% to 81% 130 of 240 48% to 60%" in page


def test_the_golden_thread_reads_both_ways(released, sign_in):
    page = sign_in(released.colm).get("/reports/golden-thread/").content.decode()
    anchors, links = set(re.findall(r' id="([^"]+)"', page)), re.findall(r'href="#([^"]+)"', page)
    assert [one for one in links if one not in anchors] == []


def test_organisations_stand_in_the_order_of_the_alphabet_and_no_worker_anywhere(released, sign_in):
    page = sign_in(released.colm).get("/reports/who-reaches-whom/").content.decode()
    assert page.index("Alder Homes") < page.index("Beck Surgery")
    assert "rosa" not in page.lower()


def test_nia_who_connects_elsewhere_sees_no_figure(released, sign_in):
    nia = sign_in(released.nia)
    assert "Nothing has been frozen yet" in words(nia.get("/reports/"))
    assert [nia.get(address).status_code for address in ("/reports/2026-q3/", "/reports/?period=2026-q3")] == [404, 404]
    assert not drawings(nia.get("/reports/measures/15/"))


def test_who_reads_of_several_areas_says_which_and_colm_reads_of_his_alone(released, sign_in):
    places = [(code.replace("K01", "F01"), name, level) for code, name, level in boards.PLACES]
    boards.release("2026-q3", area=("F01", "Farside"), places=places)
    dora, colm = sign_in(released.dora), sign_in(released.colm)
    there = [dora.get(f"/reports/{where}").context["board"].release.area_name for where in ("", "?place=K01-N")]
    assert there == ["Farside", "Kelderby"]
    assert dict(dora.get("/reports/").context["lattice"].places)["Other areas"][0].name == "Kelderby"
    assert "Other areas" not in dict(colm.get("/reports/").context["lattice"].places)
    assert colm.get("/reports/2026-q3/?place=F01").status_code == 404


def test_rosa_and_a_stranger_have_no_figures_at_all(released, sign_in, client):
    assert {client.get(address).status_code for address in PAGES} == {302}
    rosa = sign_in(released.rosa)
    assert {rosa.get(address).status_code for address in [*PAGES, "/reports/measures/15/"]} == {404}


def test_the_page_asks_as_much_for_many_periods_as_for_few(cast, sign_in, django_assert_max_num_queries):
    boards.release("2026-q3")
    colm = sign_in(cast.colm)
    with django_assert_max_num_queries(28):
        colm.get("/reports/")
    for address in ("2026-q2", "2026-q1", "2025-q4", "2025-q3"):
        boards.release(address)
    with django_assert_max_num_queries(28):
        colm.get("/reports/")


def test_who_was_shown_what_is_kept_once_a_day(released, sign_in):
    colm = sign_in(released.colm)
    for address in (
        "/reports/",
        "/reports/2026-q3/",
        "/reports/measures/",
        "/reports/?place=K01-N",
        "/reports/2026-q4/",
    ):
        colm.get(address)
    identify(released.colm)
    kept = ReleaseRead.objects.values_list("reader__name", "release__period", "place_code").order_by("place_code")
    assert list(kept) == [("Colm Dace", date(2026, 7, 1), "K01"), ("Colm Dace", date(2026, 7, 1), "K01-N")]
