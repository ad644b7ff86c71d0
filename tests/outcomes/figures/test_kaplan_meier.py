"""The estimate of Kaplan and Meier, on the leukaemia trial every textbook has (6-MP, Freireich and others 1963)."""

from outcomes.figures import kaplan_meier
from outcomes.figures.kaplan_meier import Wait

TRIAL = [Wait(n) for n in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    Wait(n, happened=False) for n in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def test_the_curve_is_the_published_one():
    assert {step.length: round(step.waiting, 3) for step in kaplan_meier.curve(TRIAL)} == PUBLISHED


def test_the_median_is_the_published_one_and_three_quarters_are_not_reached():
    steps = kaplan_meier.curve(TRIAL)
    assert (kaplan_meier.median(steps), kaplan_meier.reached_by(0.75, steps)) == (23, None)


def test_how_many_still_wait_at_some_time():
    steps = kaplan_meier.curve(TRIAL)
    assert [round(kaplan_meier.waiting_at(n, steps), 3) for n in (0, 5, 6, 9, 40)] == [1, 1, 0.857, 0.807, 0.448]


def test_where_nobody_waits_any_more_it_is_the_plain_median():
    assert kaplan_meier.median(kaplan_meier.curve([Wait(n) for n in (1, 2, 3, 4, 5)])) == 3


def test_those_still_waiting_make_it_longer_than_of_those_who_are_done():
    waiting = [Wait(n) for n in (1, 2, 3)] + [Wait(4, happened=False)] * 3
    assert kaplan_meier.median(kaplan_meier.curve(waiting)) == 3
    assert kaplan_meier.median(kaplan_meier.curve([one for one in waiting if one.happened])) == 2


def test_of_nobody_there_is_no_curve():
    assert (kaplan_meier.curve([]), kaplan_meier.median([])) == ([], None)
