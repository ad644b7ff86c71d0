"""What holds of every scorer, on answers nobody thought of: range, monotony, reversal, what is missing."""

import math
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.scoring import changes, groups, readings, stars
from outcomes.scoring.definitions import SHIPS_WORDS, Licence, is_composite, shipped, values
from outcomes.scoring.rounding import rounded
from outcomes.scoring.student import quantile

KEYS = [key for key, of in shipped().items() if "items" in of]
COMPOSITE = [key for key in KEYS if is_composite(shipped()[key])]
EACH = pytest.mark.parametrize("key", KEYS)
EACH_COMPOSITE = pytest.mark.parametrize("key", COMPOSITE)


def complete(of):
    return st.fixed_dictionaries({item["key"]: st.sampled_from(sorted(values(of, item))) for item in of["items"]})


def holey(of):
    answer = {
        item["key"]: st.sampled_from([*sorted(values(of, item)), None, "dont_know", "prefer_not_to_say"])
        for item in of["items"]
    }
    return st.fixed_dictionaries({}, optional=answer)


@EACH_COMPOSITE
@given(data=st.data())
def test_a_whole_reading_is_scored_within_the_range_and_has_at_most_one_band(key, data):
    of = shipped()[key]
    result = readings.score(of, data.draw(complete(of)))
    low, high = of["range"]
    assert (result["status"], result["missing"]) == ("scored", [])
    assert low <= result["score"] <= high
    assert sum(a <= result["score"] <= b for a, b, _name in of.get("bands", [])) == ("bands" in of)


@EACH_COMPOSITE
@given(data=st.data())
def test_a_higher_number_in_one_item_never_lowers_the_score(key, data):
    of = shipped()[key]
    answers = data.draw(complete(of))
    item = data.draw(st.sampled_from(of["items"]))
    other = data.draw(st.sampled_from(sorted(values(of, item))))
    step = values(of, item)[other] - values(of, item)[answers[item["key"]]]
    was, now = (readings.score(of, one)["score"] for one in (answers, answers | {item["key"]: other}))
    assert (now > was, now < was) == (step > 0, step < 0)


@pytest.mark.parametrize("key", [key for key in KEYS if "reversed" in shipped()[key]["options"]])
def test_a_reversed_item_counts_the_other_way_round(key):
    plain, turned = (shipped()[key]["options"][name] for name in ("plain", "reversed"))
    ends = min(plain.values()) + max(plain.values())
    if key != "djg6":  # there "more or less" counts one on both sides
        assert {token: ends - number for token, number in plain.items()} == turned


@EACH
@given(data=st.data())
def test_what_was_not_answered_is_listed_in_the_items_order_and_never_counted(key, data):
    of = shipped()[key]
    answers = data.draw(holey(of))
    answered = {k: token for k, token in answers.items() if token not in readings.NO_ANSWER}
    result = readings.score(of, answers)
    assert result["missing"] == [item["key"] for item in of["items"] if item["key"] not in answered]
    assert result == readings.score(of, answered)
    if is_composite(of):
        allowed = len(result["missing"]) <= (1 if key == "djg6" else 0)
        assert (result["score"] is None) == (not allowed)


@EACH
@given(data=st.data())
def test_an_option_of_another_instrument_or_a_number_makes_the_whole_reading_invalid(key, data):
    of = shipped()[key]
    item = data.draw(st.sampled_from(of["items"]))["key"]
    odd = data.draw(st.sampled_from(["mostly", "", " often", 3, 1.5, True, [], {}]))
    strange = data.draw(st.text(string.ascii_uppercase, min_size=1))
    answers = data.draw(complete(of)) | {item: odd, strange: None}
    assert readings.score(of, answers) == {"status": "invalid", "errors": sorted([item, strange])}


@EACH_COMPOSITE
@given(data=st.data())
def test_a_change_there_and_back_is_the_same_with_the_sign_turned(key, data):
    of = shipped()[key]
    a, b = data.draw(complete(of)), data.draw(complete(of))
    there, back = changes.change(of, a, b), changes.change(of, b, a)
    assert there["delta"] == -back["delta"]
    assert there["improvement"] == (there["delta"] if of["higher_is"] == "better" else -there["delta"])
    assert there["thresholds"] == back["thresholds"]
    assert (there["thresholds"] is None) == ("thresholds" not in of)


@EACH
@given(data=st.data())
def test_only_what_was_scored_both_times_is_compared(key, data):
    of = shipped()[key]
    whole, other = data.draw(complete(of)), data.draw(holey(of))
    result = changes.change(of, whole, other)
    if is_composite(of):
        comparable = readings.score(of, other)["status"] == "scored"
        assert (result["direction"] != "not_comparable") == comparable
    else:
        told = {k: one["direction"] != "not_comparable" for k, one in result["items"].items()}
        assert told == {k: other.get(k) not in readings.NO_ANSWER for k in whole}


def test_thresholds_exist_for_the_two_instruments_that_publish_them_and_for_no_other():
    assert {key: of["thresholds"] for key, of in shipped().items() if "thresholds" in of} == {
        "swemwbs7": {"meaningful_1sem": 1.03, "reliable_2_77sem": 2.87},
        "wemwbs14": {"important_3pt": 3},
    }


def test_only_open_and_credited_instruments_ship_their_words_and_those_show_whose_they_are():
    worded = {key for key, of in shipped().items() if any("text" in item for item in of.get("items", []))}
    assert worded == {key for key, of in shipped().items() if of["licence"] in SHIPS_WORDS}
    assert worded == {key for key, of in shipped().items() if of.get("credit")}
    assert {key for key, of in shipped().items() if "labels" in of or "ends" in of} == worded
    assert {key: of["licence"] for key, of in shipped().items()} == {
        "ucla3": Licence.OPEN, "ons_direct": Licence.OPEN, "ons4": Licence.OPEN, "cel3": Licence.CREDIT,
        "djg6": Licence.CONFIRM, "friendship6": Licence.CONFIRM, "lsns6": Licence.CONFIRM,
        "ucla20_v3": Licence.TENANT_ONLY, "swemwbs7": Licence.TENANT_ONLY, "wemwbs14": Licence.TENANT_ONLY,
        "mycaw": Licence.TENANT_ONLY, "star_import": Licence.IMPORT_ONLY,
    }  # fmt: skip


STAR = st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from([1, 2, 3, 4, 5, "not_applicable", None]))


@given(before=STAR, after=STAR)
def test_a_star_is_compared_over_the_areas_that_have_a_number_both_times(before, after):
    result = stars.change([1, 5], "abcdefg", before, after)
    both = [k for k in "abcdefg" if isinstance(before.get(k), int) and isinstance(after.get(k), int)]
    assert result["n_areas"] == len(both) == result["improved"] + result["same"] + result["worse"]
    assert (result["mean_improvement"] is None) == (not both)


def test_a_star_with_a_number_off_its_scale_is_invalid_and_compared_with_nothing():
    assert stars.score([1, 5], ["a"], {"a": 6, "b": 1}) == {"status": "invalid", "errors": ["a", "b"]}
    assert stars.score([1, 5], ["a"], {"a": True}) == {"status": "invalid", "errors": ["a"]}
    assert stars.change([1, 5], ["a"], {"a": 6}, {"a": 2})["n_areas"] == 0


@given(pairs=st.lists(st.tuples(st.integers(3, 9) | st.none(), st.integers(3, 9) | st.none()), max_size=40))
def test_a_groups_numbers_add_up_and_fewer_than_eight_pairs_say_nothing(pairs):
    result = groups.change("worse", pairs, len(pairs))
    n = sum(None not in pair for pair in pairs)
    assert result["n_pairs"] == n
    assert result["status"] == ("no_data" if n == 0 else "suppressed" if n < 8 else "indicative" if n < 30 else "ok")
    assert ("mean_improvement" in result) == (n >= 8)
    if n >= 8:
        low, high = result["ci95"]
        assert low - 0.01 <= result["mean_improvement"] <= high + 0.01
        assert result["n_improved"] + result["n_same"] + result["n_worse"] == n


@pytest.mark.parametrize(
    ("number", "places", "told"),
    [(0.125, 2, 0.13), (-0.125, 2, -0.13), (2.675, 2, 2.68), (-0.004, 2, 0.0), (1e-9, 2, 0.0), (83.25, 1, 83.3)],
)
def test_halves_are_rounded_away_from_nought_and_nothing_is_minus_nought(number, places, told):
    assert rounded(number, places) == told
    assert math.copysign(1, rounded(number, places)) == (-1 if told < 0 else 1)


def test_students_t_is_the_tables():
    assert [round(quantile(0.975, n), 3) for n in (1, 2, 5, 7, 9, 29, 120)] == [
        12.706, 4.303, 2.571, 2.365, 2.262, 2.045, 1.980,
    ]  # fmt: skip
