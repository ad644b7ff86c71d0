"""Exact figures under an agreement: the agreed cases, and a reader who tries every table that fits what is shown."""

from dataclasses import asdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes.suppression import exact
from tests.outcomes.test_disclosure import cases

count = st.integers(0, 9)
few = st.integers(0, 6)


@cases("binary")
def test_a_share_is_hidden_when_those_in_it_or_out_of_it_are_few(case):
    assert asdict(exact.binary(case["x"], case["n"], case["threshold"])) == case["expected"]


@cases("list_suppress")
def test_a_list_hides_another_beside_the_small_one(case):
    assert asdict(exact.list_suppress(case["cells"], case["threshold"])) == case["expected"]


@cases("table_suppress")
def test_a_table_hides_others_in_the_agreed_order(case):
    table = asdict(exact.table_suppress(case["cells"], case["threshold"]))
    assert table | {"audit": {name: list(bounds) for name, bounds in table["audit"].items()}} == case["expected"]


def test_more_than_all_is_refused():
    with pytest.raises(ValueError, match="x"):
        exact.binary(21, 20)


@settings(max_examples=200, deadline=None)
@given(st.lists(count, min_size=1, max_size=4))
def test_no_small_one_of_a_list_can_be_worked_out(cells):
    shown = exact.list_suppress(cells)
    choices = [range(1, 10) if told == "*" else [told] for told in shown.cells]
    possible = [one for one in product(*choices) if shown.total in ("*", sum(one))]
    for place, n in enumerate(cells):
        if 0 < n < exact.THRESHOLD:
            assert len({one[place] for one in possible}) > 1, (cells, shown)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(few, few), min_size=2, max_size=2))
def test_a_reader_finds_of_a_small_number_just_what_the_audit_says(cells):
    shown = exact.table_suppress(cells)
    found = {name: {_value(name, one) for one in _worlds(shown)} for name in shown.audit}
    for name, (low, high) in shown.audit.items():
        assert min(found[name]) == low
        assert max(found[name]) == (max(found[name]) if high is None or high > MANY else high)
        assert high is None or high >= exact.THRESHOLD - 1


MANY = 24  # as many as can be in a table of such counts


def _choices(shown, i, j):
    if (told := shown.cells[i][j]) != "*":
        return [told]
    sums = shown.row_totals[i], shown.col_totals[j], shown.grand_total
    return range(1, min([MANY, *(n for n in sums if n != "*")]) + 1)


def _worlds(shown):
    """Every table of two by two that fits; a hidden number is 1 or more."""
    choices = [_choices(shown, i, j) for i, j in product(range(2), range(2))]
    for a, b, c, d in product(*choices):
        sums = [(a + b, shown.row_totals[0]), (c + d, shown.row_totals[1]), (a + b + c + d, shown.grand_total)]
        sums += [(a + c, shown.col_totals[0]), (b + d, shown.col_totals[1])]
        if all(n > 0 if told == "*" else n == told for n, told in sums):
            yield [[a, b], [c, d]]


def _value(name, world):
    (a, b), (c, d) = world
    return {
        "cell[0][0]": a, "cell[0][1]": b, "cell[1][0]": c, "cell[1][1]": d,
        "row_total[0]": a + b, "row_total[1]": c + d, "col_total[0]": a + c, "col_total[1]": b + d,
        "grand_total": a + b + c + d,
    }[name]  # fmt: skip
