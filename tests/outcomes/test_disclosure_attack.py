"""A reader with a computer tries every table that fits what is shown; nothing here knows how the audit works."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes import disclosure
from outcomes.bounds import Number, could_be

count = st.one_of(st.integers(0, 9), st.integers(0, 30))
whole = st.booleans()
MANY = 33  # stands for "any number" where the reader knows no limit: more than a row of ours can hold


def fits(n, shown, is_small):
    """Does the reader allow n there? They are even told which stars mean 1 to 7, which we do not tell."""
    if shown == "*":
        return 1 <= n <= 7 if is_small else True
    return disclosure.round5(n) == shown


def rows(shown, total, total_is_small, limits):
    """Every row that fits its cells and its total."""
    hidden_whole = total == "*" and total_is_small
    choices = [
        range(0 if hidden_whole else 1, 8) if cell == "*" else range(max(cell - 2, 0), cell + 3) for cell in shown
    ]
    choices = [
        [n for n in choice if cell == "*" or fits(n, cell, False)] for choice, cell in zip(choices, shown, strict=True)
    ]
    choices = [
        list(range(low, high + 1)) if low is not None else choice
        for choice, (low, high) in zip(choices, limits, strict=True)
    ]
    return [row for row in product(*choices) if fits(sum(row), total, total_is_small)]


def small(n):
    return 1 <= n <= 7


def worlds(cells, shown, sensitive):
    """Every table of two rows that fits all that is shown of this one."""
    columns = list(zip(*cells, strict=True))
    telling = [sensitive and sum(row) > 7 and sum(n > 0 for n in row) == 1 for row in cells]
    limits = [
        [(0, 7) if small(sum(column)) else (0, MANY) if told else (None, None) for column in columns]
        for told in telling
    ]
    each = [
        rows(line, total, small(sum(row)), limit)
        for row, line, total, limit in zip(cells, shown.cells, shown.row_totals, limits, strict=True)
    ]
    for table in product(*each):
        sums = [sum(column) for column in zip(*table, strict=True)]
        columns_fit = all(
            fits(n, told, small(sum(column))) for n, told, column in zip(sums, shown.col_totals, columns, strict=True)
        )
        if columns_fit and fits(sum(sums), shown.grand_total, small(sum(map(sum, cells)))):
            yield table


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(count, count), min_size=2, max_size=2), whole)
def test_no_hidden_cell_of_a_table_can_be_shown_to_be_under_five(cells, sensitive):
    if small(sum(map(sum, cells))):
        return  # the policy promises no more than "1 to 7 in all"
    shown = disclosure.table_round5_audit(cells, sensitive)
    largest = [[0, 0], [0, 0]]
    for table in worlds(cells, shown, sensitive):
        largest = [[max(pair) for pair in zip(*lines, strict=True)] for lines in zip(largest, table, strict=True)]
    for i, j in product(range(2), range(2)):
        if shown.cells[i][j] == "*" and small(cells[i][j]):
            assert largest[i][j] >= 5, (cells, shown)


nested = st.lists(st.tuples(count, count).map(lambda pair: sorted(pair, reverse=True)), min_size=2, max_size=3)


def pairs(outer, inner, outer_whole, inner_whole):
    """Every (received, contacted) of one place that fits what is shown of it."""

    def options(shown, hidden_whole):
        if shown == "*":
            return range(0 if hidden_whole else 1, 8)
        return [n for n in range(shown + 3) if disclosure.round5(n) == shown]

    return [(n, m) for n in options(outer, outer_whole) for m in options(inner, inner_whole) if m <= n]


@settings(max_examples=150, deadline=None)
@given(nested)
def test_no_hidden_cell_of_nested_lists_can_be_shown_to_be_under_five(places):
    lists = [list(level) for level in zip(*places, strict=True)]
    shown = disclosure.nested_round5_audit(lists)
    smalls = [small(sum(level)) for level in lists]
    options = [pairs(*cells, *smalls) for cells in zip(*(each.cells for each in shown), strict=True)]
    possible = [
        world
        for world in product(*options)
        if all(fits(sum(level), shown[i].total, smalls[i]) for i, level in enumerate(zip(*world, strict=True)))
    ]
    for place, level in product(range(len(places)), range(2)):
        if shown[level].cells[place] == "*" and small(lists[level][place]):
            assert max(world[place][level] for world in possible) >= 5, (lists, shown)
    for place, (n, m) in enumerate(places):
        if small(n - m):
            assert len({world[place][0] - world[place][1] for world in possible}) > 1, (lists, shown)


def sheet_of(cells, slack):
    """A table of two rows whose every number is known to within a range of its own."""
    ranges = iter(slack)

    def number(tail, head, n):
        below, above = next(ranges)
        return Number(tail, head, n, "?", max(0, n - below), n + above)

    sheet = {(i, j): number(f"row {i}", f"column {j}", n) for i, row in enumerate(cells) for j, n in enumerate(row)}
    sheet |= {(i, "all"): number("start", f"row {i}", sum(row)) for i, row in enumerate(cells)}
    sheet |= {("all", j): number(f"column {j}", "end", sum(pair)) for j, pair in enumerate(zip(*cells, strict=True))}
    return sheet | {("all", "all"): number("end", "start", sum(map(sum, cells)))}


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=2),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=9, max_size=9),
)
def test_what_a_number_could_be_is_exactly_what_trying_every_table_finds(cells, slack):
    sheet = sheet_of(cells, slack)

    def within(key, n):
        return sheet[key].low <= n <= sheet[key].high

    possible = [
        (a, b, c, d)
        for a, b, c, d in product(range(8), repeat=4)
        if within((0, 0), a) and within((0, 1), b) and within((1, 0), c) and within((1, 1), d)
        if within((0, "all"), a + b) and within((1, "all"), c + d)
        if within(("all", 0), a + c) and within(("all", 1), b + d) and within(("all", "all"), a + b + c + d)
    ]
    for place, key in enumerate([(0, 0), (0, 1), (1, 0), (1, 1)]):
        found = {n for n in range(8) if could_be(sheet[key], n, sheet.values())}
        assert found == {world[place] for world in possible}


@pytest.mark.parametrize("total", [0, 1, 7])
def test_a_table_about_fewer_than_eight_people_shows_no_number_but_nought(total):
    shown = disclosure.table_round5_audit([[total, 0], [0, 0]])
    assert {cell for row in shown.cells for cell in row} <= {"*", 0}


def published(lists, shown):
    """The network of several nested lists, out of what is shown of them and the truth behind it."""

    def number(tail, head, n, told, whole_hidden=False, total=False):
        if told != "*":
            low, high = (0, 0) if told == 0 else (8, 12) if told == 10 else (told - 2, told + 2)
        else:
            low, high = (0, 7) if whole_hidden else (1, 7) if small(n) or not total else (0, float("inf"))
        return Number(tail, head, n, told, low, high)

    cells, totals, steps = {}, [], {}
    for level, (line, told) in enumerate(zip(lists, shown, strict=True)):
        after = lists[level + 1] if level + 1 < len(lists) else [0] * len(line)
        totals.append(number(("out", level), ("out", level - 1) if level else "all", sum(line), told.total, total=True))
        for place, n in enumerate(line):
            before = (place, level - 1) if level else "all"
            cells[level, place] = number(before, (place, level), n, told.cells[place], small(sum(line)))
            steps[level, place] = Number((place, level), ("out", level), n - after[place], "", 0, float("inf"))
    return cells, totals, steps


def test_of_three_thousand_people_in_sixty_months_nobody_is_pinned():
    """All figures of a borough of seven wards, over five years: the attack that frozen releases are for."""
    dice = Random(8841)
    people = 0
    for _month in range(60):
        places = [month_of_a_ward(dice) for _ward in range(7)]
        lists = [list(level) for level in zip(*places, strict=True)]
        people += sum(lists[0])
        cells, totals, steps = published(lists, disclosure.nested_round5_audit(lists))
        everything = [*cells.values(), *totals, *steps.values()]
        for number in [*cells.values(), *steps.values()]:
            if small(number.truth):
                assert any(could_be(number, number.truth + by, everything) for by in (-1, 1))
            if number.shown == "*" and small(number.truth):
                assert any(could_be(number, high, everything) for high in (5, 6, 7))
    assert people > 3000


def month_of_a_ward(dice):
    received = int(dice.expovariate(1 / 8))
    contacted = sum(dice.random() < 0.87 for _ in range(received))
    introduced = sum(dice.random() < 0.7 for _ in range(contacted))
    return received, contacted, introduced, sum(dice.random() < 0.6 for _ in range(introduced))
