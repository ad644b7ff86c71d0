"""Parts that add up to their whole, as everybody knows: then what is left says what is hidden."""

from datetime import date

import pytest

from outcomes.disclosure import HIDDEN
from outcomes.figures.counting import Count
from outcomes.figures.lattice import Level, Period
from outcomes.figures.policy import ROUNDED
from outcomes.figures.publishing import Atom, Place, publish

OCTOBER = date(2026, 10, 1)
COUNTS = {
    one.key: one
    for one in [
        Count(key="decided", title="", counted=list),
        Count(key="accepted", title="", counted=list, part_of="decided"),
        Count(key="declined", title="", counted=list, part_of="decided"),
    ]
}
PLACES = [Place("A", "Kelderby", Level.WHOLE, frozenset(["W"]))]


def shown(accepted, declined):
    true = {"decided": accepted + declined, "accepted": accepted, "declined": declined}
    tally = {Atom(key, "", "W", OCTOBER): n for key, n in true.items()}
    sums = [("decided", ("accepted", "declined"))]
    released = publish(Period(OCTOBER), tally, PLACES, COUNTS, ROUNDED, sums=sums)
    return [one for spot, one in released.items()]


def test_where_the_rest_would_be_under_five_something_else_is_hidden_too():
    decided, accepted, declined = shown(13, 1)  # rounded: 15 and 15, so that at most 4 are left
    assert (HIDDEN in (decided, accepted), declined) == (True, HIDDEN)


@pytest.mark.parametrize(("accepted", "declined", "expected"), [(30, 5, [35, 30, HIDDEN]), (20, 20, [40, 20, 20])])
def test_where_enough_could_be_left_nothing_more_is_hidden(accepted, declined, expected):
    assert shown(accepted, declined) == expected


def test_where_nobody_was_declined_a_nought_is_shown():
    assert shown(14, 0) == [15, 15, 0]
