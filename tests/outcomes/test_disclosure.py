"""The agreed cases of small-number disclosure: every group that `round5_audit_v1` answers for."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from outcomes import disclosure

CASES = json.loads((Path(__file__).parents[1] / "golden" / "suppression.json").read_text(encoding="utf-8"))


def cases(group: str):
    return pytest.mark.parametrize("case", CASES[group], ids=lambda case: case["id"])


@cases("count")
def test_a_count_is_rounded_or_hidden(case):
    assert disclosure.round5(case["n"]) == case["expected"]


@cases("percentage")
def test_a_percentage_comes_from_what_is_shown(case):
    assert disclosure.percentage(case["numerator"], case["denominator"]) == case["expected"]


@cases("average")
def test_an_average_needs_eight_people(case):
    assert disclosure.average("show", case["n"]) == case["expected"]


@cases("list_round5")
def test_a_list_hides_its_total_when_that_would_give_a_cell_away(case):
    assert asdict(disclosure.list_round5(case["cells"])) == case["expected"]


@cases("table_round5_audit")
def test_a_table_hides_totals_in_the_agreed_order(case):
    assert asdict(disclosure.table_round5_audit(case["cells"], case["sensitive"])) == case["expected"]


@cases("rollup")
def test_small_categories_are_merged_until_the_merged_one_is_not_small(case):
    rolled = disclosure.rollup([tuple(row) for row in case["rows"]], other="Other")
    assert {"rows": [list(row) for row in rolled.rows], "merged": rolled.merged} == case["expected"]


@cases("cumulative")
def test_a_running_total_waits_until_enough_was_added(case):
    assert disclosure.cumulative(case["cumulative"], case["threshold"]) == case["expected"]


def test_lists_that_are_each_harmless_are_audited_together():
    """23 or more contacted in two wards, so 23 or more received there, of 27 at most: 4 are left for the third."""
    received, contacted = [12, 12, 3], [12, 12, 0]
    assert disclosure.list_round5(received).total == 25
    assert [each.total for each in disclosure.nested_round5_audit([received, contacted])] == ["*", 25]


def test_a_list_that_is_not_part_of_the_one_before_is_refused():
    with pytest.raises(ValueError, match="part of the list before"):
        disclosure.nested_round5_audit([[3, 4], [3, 5]])
