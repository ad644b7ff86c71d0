"""What works is drawn once; who may read it is asked each time."""

from django.utils.translation import override

from outcomes.figures.lattice import Grain
from outcomes.figures.reading import Board
from outcomes.works import drawn
from outcomes.works.drawn import drawn as drawn_of
from outcomes.works.history import History
from tests.outcomes.works import boards


def told(user, place=""):
    return drawn_of(History(Board.latest(user, Grain.QUARTER, place)))


def test_a_second_look_draws_nothing_anew_and_another_place_or_language_does(cast, sign_in):
    drawn.forget()
    boards.release("2026-q3")
    first = told(cast.colm)
    assert (told(cast.colm) is first, told(cast.colm, "K01-N") is first) == (True, False)
    with override("cy"):
        assert told(cast.colm) is not first


def test_a_period_more_is_drawn_with_it(cast):
    boards.release("2026-q3")
    first = told(cast.colm)
    boards.release("2026-q2")
    assert told(cast.colm).short != first.short


def test_what_is_kept_opens_to_nobody_else(cast, sign_in):
    boards.release("2026-q3")
    assert sign_in(cast.colm).get("/reports/").status_code == 200
    assert sign_in(cast.rosa).get("/reports/").status_code == 404
