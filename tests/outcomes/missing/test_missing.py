"""The report of what is missing: which ward, for what and why, out of what was released; and what is near today."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connect.people.roles import Role
from tests import cast as stage
from tests.outcomes.missing.lived import a_quarter, a_year, adults, figure, group
from tests.outcomes.missing.test_wishes import a_wish

pytestmark = pytest.mark.django_db


def shown(client, **asked):
    """{name: finding} of the page."""
    page = client.get(reverse("unmet"), asked)
    return {one.name: one for one in page.context["findings"]}


def notes(finding):
    return " ".join(map(str, finding.notes))


@pytest.fixture
def colm(cast, sign_in):
    return sign_in(cast.colm)


def test_a_commissioner_reads_which_ward_has_the_greatest_unmet_need(cast, colm):
    a_year(cast)
    adults(cast)
    assert shown(colm)["unmet"].said == (
        "Northgate has the greatest unmet need: 20 for every 1,000 adults, against 15 in all of Kelderby"
    )


def test_it_is_the_rate_that_counts_and_not_the_number(cast, colm):
    a_year(cast)
    adults(cast, millrace=400)
    assert shown(colm)["unmet"].said.startswith("Millrace has the greatest unmet need: 25 for every 1,000 adults")


def test_what_rounding_leaves_open_is_said(cast, colm):
    a_year(cast)
    adults(cast, millrace=600)  # 8 to 12 of 600, against 18 to 22 of 1,000
    assert "it may be as great in: Millrace." in notes(shown(colm)["unmet"])
    figures = shown(colm)["unmet"].pictures[0].table
    assert figures.rows == [("Millrace", 10, 600, 17), ("Northgate", 20, 1000, 20)]


def test_without_open_figures_of_people_numbers_stand_for_rates(cast, colm):
    a_year(cast)
    found = shown(colm)["unmet"]
    assert found.said == "Northgate has the most unmet needs: about 20"
    assert "has not been loaded" in notes(found)


def test_where_all_is_hidden_no_ward_is_named_and_no_number_drawn(cast, colm):
    adults(cast)
    few = a_quarter(cast)
    for place, level in ((cast.borough, "whole"), (cast.ward, "ward"), (cast.other_ward, "ward")):
        figure(few, "needs_unmet", "", place, level, "*")
    found = shown(colm, period="2026-q3")["unmet"]
    assert found.said == "Too few needs went unmet here to say where the most did"
    assert [row[1:] for row in found.pictures[0].table.rows] == [("*", 1000, "*"), ("*", 1000, "*")]


def test_the_largest_gap_is_named_and_small_ones_are_hatched(cast, colm):
    a_year(cast)
    found = shown(colm)["needs"]
    assert found.said == "The largest gap is “Company” in Northgate: about 15 people"
    assert [(name, cells) for name, cells, _total in found.heat.rows] == [
        ("Millrace", [10, "*"]),
        ("Northgate", [15, 10]),
    ]


def test_why_they_went_unmet_and_how_often_it_was_the_way_there(cast, colm):
    a_year(cast)
    found = shown(colm)["why"]
    assert found.said == "What was missing most often: nothing suitable, for about 67% of unmet needs"
    assert "Getting there was the trouble in 7 of the gaps" in notes(found)


def test_where_nothing_near_has_room_comes_first_and_can_be_wished_for(cast, sign_in):
    a_year(cast)
    group(cast, "North table", east=-1300, north=1900, needs=["company"])  # in the middle of Northgate
    found = shown(sign_in(cast.tess))["gaps"]
    assert (
        found.said == "“A lift or a hand” in Northgate comes first: about 10 people, and nothing with room within 2 km"
    )
    rows = found.pictures[0].table.rows
    assert [row[:5] for row in rows] == [
        ("A lift or a hand", "Northgate", "10", "nothing", "nowhere"),
        ("Company", "Northgate", "15", "1 group", "0.0 km"),
        ("Company", "Millrace", "10", "1 group", "0.3 km"),
    ]
    assert f"{reverse('wish_new')}?need=practical_help&amp;ward={cast.other_ward.code}" in rows[0][5]


def test_what_comes_by_phone_or_to_the_door_is_no_gap(cast, colm):
    a_year(cast)
    group(cast, "A lift to you", attending="home", needs=["practical_help"])
    rows = shown(colm)["gaps"].pictures[0].table.rows
    assert [row[3:5] for row in rows if row[0] == "A lift or a hand"] == [("1 by phone or at home", "nowhere")]


def test_a_commissioner_reads_the_wish_list_beside_the_gaps_and_adds_nothing(cast, colm):
    a_year(cast)
    a_wish(cast, title="Coffee by the canal", wards=[cast.ward, cast.other_ward])
    page = colm.get(reverse("unmet"))
    assert [(one.line.wish.title, one.unmet) for one in page.context["wished"]] == [
        ("Coffee by the canal", "Millrace 10, Northgate 15")
    ]
    assert reverse("wish_new") not in page.text


def test_a_quarter_tells_needs_apart_for_the_whole_alone(cast, colm):
    quarter = a_quarter(cast)
    figure(quarter, "needs_unmet", "", cast.borough, "whole", 30)
    figure(quarter, "unmet", "company", cast.borough, "whole", 20)
    found = shown(colm, period="2026-q3")
    assert (sorted(found), found["needs"].heat) == (["needs", "unmet"], None)


def test_one_ward_alone_is_held_against_the_whole(cast, colm):
    a_year(cast)
    found = shown(colm, place=cast.ward.code)
    assert [row[0] for row in found["unmet"].pictures[0].table.rows] == ["Millrace"]
    assert [name for name, _cells, _total in found["needs"].heat.rows] == ["Millrace"]


@pytest.mark.parametrize("asked", [{"period": "2019-y"}, {"period": "soon"}, {"period": "2025-y", "place": "F01-1"}])
def test_what_was_never_released_is_not_there(cast, colm, asked):
    a_year(cast)
    assert colm.get(reverse("unmet"), asked).status_code == 404


def test_nia_who_connects_elsewhere_reads_no_figure_of_kelderby(cast, sign_in):
    a_year(cast)
    page = sign_in(cast.nia).get(reverse("unmet"))
    assert (page.context["findings"], page.context["wished"], "Northgate" in page.text) == ([], [], False)


@pytest.mark.parametrize("who", ["rosa", "vera"])
def test_whoever_may_not_read_reports_finds_no_page(cast, sign_in, who):
    a_year(cast)
    assert [sign_in(getattr(cast, who)).get(reverse(name)).status_code for name in ("unmet", "stops")] == [404, 404]


def test_the_page_asks_as_often_for_twenty_groups_as_for_one(cast, colm):
    a_year(cast)
    adults(cast)
    a_wish(cast)
    with CaptureQueriesContext(connection) as few:
        colm.get(reverse("unmet"))
    for n in range(10):
        group(cast, f"Table {n}", east=100 * n)
        a_wish(cast, title=f"Wish {n}")
    with CaptureQueriesContext(connection) as more:
        colm.get(reverse("unmet"))
    assert len(few) == len(more)


# If a group stops


def test_a_commissioner_asks_what_a_closure_would_do_and_reads_about_places_alone(cast, colm):
    group(cast, "Far table", east=2500)
    page = colm.get(reverse("stops"), {"group": cast.lunch.pk, "need": "company"})
    assert (
        page.context["finding"].said == "If St Mark's lunch club stops, there is nothing for company within 2 km of it"
    )
    assert [one.name for one in page.context["choices"]] == ["Far table", "St Mark's lunch club"]


def test_how_many_live_where_nothing_else_reaches_is_an_estimate(cast, colm):
    adults(cast)
    found = colm.get(reverse("stops"), {"group": cast.lunch.pk}).context["finding"]
    said = "About 1,100 people live where only this ring reaches (Millrace). About 200 of them are 65 or over."
    assert said in notes(found)


@pytest.mark.parametrize("key", ["no-key", "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_listing_is_not_there(cast, colm, key):
    assert colm.get(reverse("stops"), {"group": key}).status_code == 404


def test_a_coordinator_without_a_team_may_ask_too(cast, sign_in):
    cleo = stage.person("Cleo Tarn", Role.COO, cast.action)
    assert sign_in(cleo).get(reverse("stops"), {"group": cast.lunch.pk}).context["finding"].name == "stops"
