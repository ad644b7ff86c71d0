"""The index says how far places lie from their average, what weighs how much, and how firm that is."""

import pytest

from outcomes.profiles import known
from outcomes.risk import index as reckoning
from outcomes.risk.presets import OVER, UNDER, Factor, presets

ALONE = Factor("alone", "Living alone", {OVER: "alone_65plus", UNDER: "alone_under65"})
HEALTH = Factor("health", "Poor health", {OVER: "poor_health", UNDER: "poor_health"})
FRIENDS = Factor("friends", "Unlikely to meet friends", {}, why="No open figure.")
RETIRED = Factor("retired", "Retired", {OVER: "retired"})
LEVELS = {"alone_65plus": {"A": 10, "B": 20, "C": 30}, "poor_health": {"A": 5, "B": 5, "C": 8}}


def test_a_hundred_is_the_average_and_ten_a_usual_step():
    found = reckoning.index([ALONE], {}, OVER, LEVELS)
    assert {place: round(one.value, 1) for place, one in found.standings.items()} == {"A": 87.8, "B": 100, "C": 112.2}
    assert [one.step for one in found.standings.values()] == [1, 3, 5]


def test_what_weighs_nothing_moves_nothing_and_what_weighs_double_moves_more():
    alone = reckoning.index([ALONE], {}, OVER, LEVELS).standings["B"].value
    assert reckoning.index([ALONE, HEALTH], {"health": 0}, OVER, LEVELS).standings["B"].value == alone
    both = reckoning.index([ALONE, HEALTH], {}, OVER, LEVELS).standings["B"].value
    more = reckoning.index([ALONE, HEALTH], {"health": 2}, OVER, LEVELS).standings["B"].value
    assert more < both < alone


def test_the_step_is_firm_only_if_no_single_factor_makes_it():
    found = reckoning.index([ALONE, HEALTH], {}, OVER, LEVELS).standings
    assert (found["C"].step, found["C"].low, found["C"].high, found["C"].is_firm) == (5, 5, 5, True)
    assert (found["B"].step, found["B"].low, found["B"].high, found["B"].is_firm) == (2, 1, 3, False)


def test_coverage_is_the_weight_with_a_figure_behind_it_and_the_young_do_not_retire():
    factors = [ALONE, HEALTH, FRIENDS, RETIRED]
    assert reckoning.index(factors, {}, OVER, LEVELS).coverage == 50  # no friends; nothing loaded of the retired
    assert reckoning.index(factors, {"friends": 2}, OVER, LEVELS).coverage == 40
    assert [one.factor.key for one in reckoning.index(factors, {}, UNDER, LEVELS).weighed] == [
        "alone",
        "health",
        "friends",
    ]


def test_a_place_without_a_figure_is_weighed_by_the_rest_and_two_places_by_nothing():
    levels = LEVELS | {"poor_health": {"A": 5, "B": 6, "C": 8, "D": 9}}
    assert reckoning.index([ALONE, HEALTH], {}, OVER, levels).standings["D"].factors == 1
    assert reckoning.index([ALONE], {}, OVER, {"alone_65plus": {"A": 1, "B": 2}}).standings == {}


def test_places_that_are_all_alike_are_all_average():
    found = reckoning.index([ALONE], {}, OVER, {"alone_65plus": {"A": 9, "B": 9, "C": 9}})
    assert {one.value for one in found.standings.values()} == {100}


def test_every_factor_of_the_four_presets_names_a_stand_in_that_we_know_or_says_why_there_is_none():
    assert {slug: len(one.factors) for slug, one in presets().items()} == {
        "essex": 11, "lancashire": 14, "southampton": 15, "digital": 4,
    }  # fmt: skip
    for preset in presets().values():
        for factor in preset.factors:
            assert bool(factor.why) != bool(factor.stands_in), factor.title
            for name in factor.stands_in.values():
                assert name in known.by_name() or name in ("population:80plus/65plus", "population:65plus/")
                assert all(factor.stand_in(age) for age in factor.stands_in)


@pytest.mark.parametrize(("value", "step"), [(93.9, 1), (94, 2), (100, 3), (102, 4), (106, 5)])
def test_the_steps_of_the_map_are_fixed(value, step):
    assert reckoning.step_of(value) == step
