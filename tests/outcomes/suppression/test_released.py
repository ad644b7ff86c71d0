"""Two answers beside each other: what one of them less the other would tell."""

import pytest

from outcomes.suppression.released import ALLOWED, Decision, decide


@pytest.mark.parametrize("asked", [range(40), range(35), range(45), range(20, 60)])
def test_the_same_people_or_enough_of_a_difference_or_an_overlap_is_allowed(asked):
    assert decide(set(asked), [("the quarter", set(range(40)))]) == ALLOWED


def test_the_same_people_less_three_is_denied_and_says_beside_what():
    ledger = [("far away", set(range(100, 140))), ("the quarter", set(range(40)))]
    assert decide(set(range(37)), ledger) == Decision("deny", "the quarter", 3)


def test_three_people_more_is_denied_as_well():
    assert decide(set(range(43)), [("the quarter", set(range(40)))]) == Decision("deny", "the quarter", 3)
