"""Costs are entered once and taken back for good; what is worked out of them rests on figures as shown."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.messaging.hours import LONDON
from connect.places.models import Area
from outcomes.costs import actions, reach, reading
from outcomes.costs.models import Cost, GroupCount, Scenario
from outcomes.disclosure import as_shown
from outcomes.figures.lattice import Grain, Level
from outcomes.figures.models import Figure, Release
from outcomes.figures.reading import Board, Spot
from referrals.actions import new_key

QUARTER = date(2026, 10, 1)
AN_HOUR = datetime(2027, 1, 18, 1, tzinfo=LONDON)
SHOWN = {
    ("people_supported", ""): "60", ("people_connected", ""): "40", ("people_sustained", ""): "*",
    ("fair_decided", ""): "110", ("fair_accepted", ""): "100", ("equality_asked", ""): "80",
    ("equality_known", ""): "60", ("fair_accepted_by_sex", "female"): "60", ("fair_accepted_by_sex", "male"): "20",
    ("fair_accepted_by_sex", "unknown"): "20", ("fair_decided_by_sex", "female"): "65",
    ("fair_decided_by_sex", "male"): "25", ("fair_decided_by_sex", "unknown"): "20",
}  # fmt: skip


def board(shown=SHOWN, level=Level.WHOLE) -> Board:
    release = Release(grain=Grain.QUARTER, period=QUARTER, area_code="K01", area_name="Kelderby")
    found = Board(release, Spot("K01", "Kelderby", level))
    found.__dict__["_here"] = here = {}
    for (key, category), n in shown.items():
        here.setdefault(key, {})[category] = as_shown(n)
    return found


@pytest.fixture
def kelderby(cast):
    return Area.objects.get(code="K01")


def enter(area, by, pounds=12_000, first=date(2026, 10, 1), last=date(2026, 12, 1)):
    said = {"kind": "pay", "pounds": pounds, "first_month": first, "last_month": last, "words": ""}
    return actions.enter(area, **said, by=by, made=new_key())


def test_each_month_bears_its_part_and_people_are_taken_as_shown(cast, kelderby):
    enter(kelderby, cast.tess, pounds=24_000, first=date(2026, 7, 1))
    spent = reading.spent(board())
    assert (spent.total, spent.kinds, spent.missing) == (12_000, [("Pay", 12_000)], [])
    assert [(one.people, one.pounds) for one in spent.each] == [(60, 200), (40, 300), ("*", None)]
    assert reading.spent(board(level=Level.WARD)) is None


def test_where_a_month_is_not_entered_nothing_is_worked_out_and_what_is_taken_back_counts_nowhere(cast, kelderby):
    enter(kelderby, cast.tess, last=date(2026, 11, 1))
    rest = enter(kelderby, cast.tess, pounds=900, first=date(2026, 12, 1))
    assert len(reading.spent(board()).each) == 3
    actions.take_back(rest, by=cast.tess)
    spent = reading.spent(board())
    assert (spent.missing, spent.each) == ([date(2026, 12, 1)], [])


SUPPOSED = {"figure": "dcms", "deadweight": 50, "attribution": 40, "years": 1, "why": "Two studies"}


@pytest.mark.parametrize(("people", "is_on", "shown"), [("50", True, True), ("50", False, False), ("25", True, False)])
def test_the_scenario_is_off_until_switched_on_and_never_of_fewer_than_thirty(cast, kelderby, people, is_on, shown):
    enter(kelderby, cast.tess)
    told = board(SHOWN | {("people_sustained", ""): people})
    assert reading.avoided(told) is None
    actions.suppose(kelderby, is_on=is_on, by=cast.tess, made=new_key(), **SUPPOSED)
    found = reading.avoided(told)
    assert (found is not None) == shown
    if found:  # 50 people, half of whom would have anyway, and 40 in 100 of the rest is ours: ten of them
        assert (found.low, found.middle, found.high, found.net) == (95_370, 95_370, 99_000, 83_370)


def test_reach_is_a_ratio_with_the_interval_of_the_share(cast, kelderby):
    actions.count_group(
        kelderby, group="sex", people={"female": 500, "male": 500}, source="Census", by=cast.tess, made=new_key()
    )
    (sex,) = reach.reached(board())
    assert [(one.title, one.shown, one.share, one.lives_here, one.ratio) for one in sex.lines] == [
        ("Female", 60, 75, 50, (1.3, 1.5, 1.7)), ("Male", 20, 25, 50, (0.3, 0.5, 0.7)),
    ]  # fmt: skip
    assert (sex.unknown, sex.source) == (20, "Census")


def test_how_far_apart_two_shares_are_has_an_interval_of_its_own(cast):
    (sex,) = reach.alike(board())
    accepted = [(title, cells[0][0]) for title, cells in sex.lines]
    assert [(title, one.share.shown, one.apart) for title, one in accepted] == [
        ("Female", 92, None), ("Male", 80, (-32, -12, 2)),
    ]  # fmt: skip
    assert [cells[1][0] for _title, cells in sex.lines] == [None, None]


def released(shown):
    with acting_as("freeze"):
        release = Release.objects.create(
            grain=Grain.QUARTER, period=QUARTER, area_code="K01", area_name="Kelderby", policy="round5_audit_v1",
            definitions=3, counted_to=date(2027, 1, 18), frozen_at=AN_HOUR, frozen_by="freeze",
        )  # fmt: skip
        Figure.objects.bulk_create(
            Figure(release=release, position=n, count=count, category=category, place_code="K01",
                   place_name="Kelderby", level=Level.WHOLE, rule="round5_audit_v1", shown=one)
            for n, ((count, category), one) in enumerate(shown.items())
        )  # fmt: skip


def test_colm_reads_the_page_and_enters_nothing(cast, sign_in, kelderby, django_assert_max_num_queries):
    enter(kelderby, cast.tess)
    released(SHOWN)
    colm = sign_in(cast.colm)
    with django_assert_max_num_queries(30):
        page = colm.get(reverse("fairness_and_cost"))
    parts = ("£12,000", "£200", "75%", "Nobody has entered yet how many", "-12 apart", "modelled, not measured")
    assert [part in page.text for part in parts] == [True, True, True, True, True, False]
    assert reverse("costs") not in page.text
    assert colm.get(reverse("costs")).status_code == 404


def fields(page, name):
    form = page.context[name]
    return {form.add_prefix("key"): form["key"].value(), form.add_prefix("area"): form["area"].value()}


def test_tess_enters_a_cost_once_however_often_it_is_sent_and_takes_it_back(cast, sign_in):
    tess, address = sign_in(cast.tess), reverse("costs")
    said = fields(tess.get(address), "cost") | {
        "what": "cost", "cost-kind": "pay", "cost-pounds": "£4,200", "cost-first_month": "2026-04",
        "cost-last_month": "2026-06", "cost-words": "Two connectors",
    }  # fmt: skip
    assert [tess.post(address, said).status_code for _n in range(2)] == [302, 302]
    identify(cast.tess)
    (row,) = Cost.objects.all()
    assert (row.pounds, row.months, row.organisation, row.made_by) == (4200, 3, cast.action, cast.tess)
    assert tess.post(address, {"what": "back", "cost": row.pk}).status_code == 302
    assert Cost.objects.get().taken_back_by == cast.tess


def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(cast, sign_in):
    tess, address = sign_in(cast.tess), reverse("costs")
    said = fields(tess.get(address), "cost") | {
        "what": "cost", "cost-kind": "pay", "cost-pounds": "a lot", "cost-first_month": "2026-06",
        "cost-last_month": "2026-04", "cost-words": "Two connectors",
    }  # fmt: skip
    page = tess.post(address, said)
    assert (page.status_code, page.context["cost"].errors["pounds"]) == (422, ["Enter whole pounds, like 4,200"])
    assert page.context["cost"].errors["last_month"] == ["Choose a month that is not before the first"]
    assert "a lot" in page.text
    assert not Cost.objects.exists()


def test_a_group_and_the_scenario_are_kept_beside_what_was_said_before(cast, sign_in):
    tess, address = sign_in(cast.tess), reverse("costs")
    for women in (400, 500):
        page = tess.get(address)
        sex = next(one for one in page.context["groups"] if one.group == "sex")
        said = {"sex-key": sex["key"].value(), "sex-area": sex["area"].value(), "sex-source": "Census"}
        assert tess.post(address, {**said, "what": "sex", "sex-female": women, "sex-male": 1}).status_code == 302
    assert reading.who_lives_here("K01")["sex"].people == {"female": 500, "male": 1}
    assert GroupCount.objects.count() == 2
    said = fields(tess.get(address), "scenario") | {"what": "scenario", "scenario-is_on": "on"}
    page = tess.post(address, said)
    assert (page.status_code, sorted(page.context["scenario"].errors)) == (
        422, ["attribution", "deadweight", "figure", "why", "years"],
    )  # fmt: skip
    whole = {f"scenario-{name}": value for name, value in SUPPOSED.items()}
    assert tess.post(address, said | whole).status_code == 302
    assert Scenario.objects.get().is_on


@pytest.mark.parametrize("who", ["carl", "nia", "rosa", "dora", "vera"])
def test_nobody_else_enters_costs(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(reverse("costs")).status_code == 404
