"""The pages about places: what stands on them, who reads them, and who may weigh an index anew."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connect.people.roles import Role
from connect.places.models import Area
from outcomes.profiles import words
from outcomes.risk import actions
from outcomes.risk.models import RiskIndex
from outcomes.risk.presets import presets
from outcomes.risk.reading import Weighing
from tests import cast as stage


def heads(answer) -> list[str]:
    """The sentences of the findings."""
    return [one.said for one in answer.context["findings"]]


def made() -> dict[str, object]:
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}


def typed(preset: str = "essex", seen: int = 0, why: str = "We know our wards.", **weights: int) -> dict[str, object]:
    choices = {f"weight_{one.key}": weights.get(one.key, 1) for one in presets()[preset].factors}
    return {"key": uuid.uuid4(), "seen": seen, "why": why, **choices}


def test_the_wards_stand_side_by_side_with_who_lives_there(placed, cast, sign_in):
    answer = sign_in(cast.colm).get(reverse("place_profiles"))
    assert heads(answer) == [
        "In Beacon 31% of people are 65 or over, in Millrace 16%",
        "By national rates, 330 to 1,056 older people of Kelderby would often want for company",
    ]
    lines = answer.context["findings"][0].pictures[0].table.rows
    assert [line[1:5] for line in lines] == [
        ["9,000", "2,800", "31%", "15%"], ["9,500", "1,500", "16%", "12%"], ["8,800", "2,300", "26%", "17%"],
    ]  # fmt: skip


def test_a_ward_is_told_beside_the_others_and_no_table_hides_a_figure_that_is_about_nobody(placed, cast, sign_in):
    answer = sign_in(cast.colm).get(reverse("place_profile", args=["K01-1"]))
    assert heads(answer) == [
        "1,500 of the 9,500 people of Millrace are 65 or over",
        "Highest of all wards in Millrace: households of one person under 66; bad or very bad health",
        "By national rates, 75 to 240 older people of Millrace would often want for company",
    ]
    rows = {row[0]: row[2:5] for row in answer.context["findings"][1].table.rows}
    told = {row[0]: row[1] for row in answer.context["findings"][1].table.rows}
    assert told["Bad or very bad health"].startswith("Made up, in the manner of Census 2021, TS037.")
    assert rows["Bad or very bad health"] == ["9.0%", "6.7%", "5.0% – 9.0%"]


@pytest.mark.parametrize(("slug", "coverage"), [("essex", (18, 11)), ("digital", (50, 33)), ("southampton", (13, 8))])
def test_each_age_has_its_own_map_and_says_how_much_of_the_weight_is_covered(placed, cast, sign_in, slug, coverage):
    answer = sign_in(cast.colm).get(reverse("risk", args=[slug]))
    over, under = answer.context["findings"][:2]
    assert [f"{n}% of the weight" in one.deck for n, one in zip(coverage, (over, under), strict=True)] == [True, True]
    assert [one.pictures[0].name for one in (over, under)] == ["risk-over65", "risk-under65"]
    assert 'id="risk-over65-w' in answer.content.decode()


def test_the_sentence_says_which_ward_and_whether_that_hangs_on_one_factor(placed, cast, sign_in):
    over, under = heads(sign_in(cast.colm).get(reverse("risk")))[:2]
    assert over == "65 and over: no ward stands well above the average of all"
    assert under == "Under 65: Millrace stands well above the average, but that hangs on single factors"


def test_smaller_than_a_ward_the_same_index_says_in_which_wards_most_of_it_lies(cast, kelderby, sign_in):
    client = sign_in(stage.person("Kel Com", Role.COM, cast.council, area=kelderby))
    over, under = client.get(reverse("risk_small", args=["essex"])).context["findings"]
    assert under.said == ("Under 65: 9 of 42 small areas stand well above the average, 7 whatever is left out")
    assert "More than half of them lie in Millrace and Northgate." in under.notes
    assert len(over.pictures[0].table.rows) == 42
    assert over.pictures[0].table.rows[0][:2] == ["KELD-L001", words.linked(Area.objects.get(code="KELD-W01"))]
    assert sign_in(cast.colm).get(reverse("risk_small", args=["essex"])).context["findings"] == []
    assert sign_in(cast.nia).get(reverse("risk_small", args=["essex"])).status_code == 404


def test_nia_who_connects_elsewhere_reads_of_no_ward_here_and_a_stranger_of_none(placed, cast, sign_in, client):
    nia = sign_in(cast.nia)
    assert nia.get(reverse("place_profile", args=["K01-1"])).status_code == 404
    assert nia.get(reverse("place_profiles"), {"place": "K01"}).status_code == 404
    assert nia.get(reverse("risk"), {"place": "K01"}).status_code == 404
    assert nia.get(reverse("risk")).context["findings"] == []
    assert sign_in(cast.rosa).get(reverse("risk")).status_code == 404
    assert client.get(reverse("place_profiles")).status_code == 302


def test_the_lead_weighs_it_anew_and_every_reader_sees_who_and_why(placed, cast, sign_in):
    client = sign_in(cast.tess)
    answer = client.post(reverse("risk_weights", args=["essex"]), typed(poor_health=5))
    assert answer.status_code == 302
    seen = sign_in(cast.colm).get(reverse("risk"))
    assert seen.context["weighing"].weights["poor_health"] == 5
    assert "Version 1, weighed by <bdi>Tess Orme</bdi>" in seen.content.decode()
    assert "We know our wards." in seen.content.decode()


@pytest.mark.parametrize("name", ["colm", "carl", "nia", "dora"])
def test_who_only_reads_may_not_weigh(placed, cast, sign_in, name):
    assert sign_in(getattr(cast, name)).post(reverse("risk_weights", args=["essex"]), typed()).status_code == 404
    assert not RiskIndex.objects.exists()


def test_without_a_reason_or_with_nothing_that_counts_it_is_not_saved_and_nothing_typed_is_lost(placed, cast, sign_in):
    client = sign_in(cast.tess)
    answer = client.post(reverse("risk_weights", args=["essex"]), typed(why="", widowed=4))
    assert (answer.status_code, answer.context["form"].errors) == (
        422, {"why": ["Say why, so that others can argue with it"]},
    )  # fmt: skip
    assert answer.context["form"]["weight_widowed"].value() == "4"
    none = {one.key: 0 for one in presets()["essex"].factors}
    answer = client.post(reverse("risk_weights", args=["essex"]), typed(**none))
    assert answer.context["form"].non_field_errors() == ["Let at least one factor count that has a figure"]
    assert not RiskIndex.objects.exists()


def test_sent_twice_it_is_one_version(placed, cast, sign_in):
    client, said = sign_in(cast.tess), typed()
    for _again in range(2):
        assert client.post(reverse("risk_weights", args=["essex"]), said).status_code == 302
    assert RiskIndex.objects.count() == 1


def test_of_two_who_weigh_at_once_the_second_hears_of_it_and_loses_nothing(placed, cast, sign_in):
    actions.weigh(presets()["essex"], weights={}, why="First.", seen=0, by=cast.tess, made=made())
    answer = sign_in(cast.adam).post(reverse("risk_weights", args=["essex"]), typed(why="Second.", widowed=3))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert (form["why"].value(), form["weight_widowed"].value(), form["seen"].value()) == ("Second.", "3", "1")
    assert Weighing.of(presets()["essex"]).now.why == "First."


def test_a_coordinator_may_weigh_too(placed, cast, sign_in):
    coordinator = stage.person("Ola Coordinates", Role.COO, cast.action)
    assert sign_in(coordinator).post(reverse("risk_weights", args=["digital"]), typed("digital")).status_code == 302


@pytest.mark.parametrize("name", ["place_profiles", "risk"])
def test_more_wards_cost_no_more_reads(placed, cast, sign_in, name):
    def more(n: int) -> None:
        Area.objects.create(code=f"K01-{n}", name=f"Ward {n}", kind=Area.Kind.WARD, parent=placed)

    client = sign_in(cast.colm)
    more(4)
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as four:
        client.get(reverse(name))
    for n in range(5, 12):
        more(n)
    with CaptureQueriesContext(connection) as eleven:
        assert client.get(reverse(name)).status_code == 200
    assert len(eleven) == len(four)


def test_an_index_that_does_not_exist_is_not_found(placed, cast, sign_in):
    assert sign_in(cast.colm).get(reverse("risk", args=["nobody"])).status_code == 404
