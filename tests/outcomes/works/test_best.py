"""The best that attendance may be, out of what is shown and of nothing else."""

from types import SimpleNamespace

import pytest

from outcomes.figures import catalogue
from outcomes.works.telling import at_best

STAR = "*"


@pytest.mark.parametrize(
    ("offered", "went", "did_not_go", "not_known", "best"),
    [
        (170, 135, 20, 15, 88),
        (170, 135, 20, STAR, 88),  # all but those who did not
        (170, 135, STAR, STAR, STAR),
        (STAR, STAR, 0, STAR, STAR),
        (10, 10, 0, 0, 100),
        (0, 0, 0, 0, "-"),
    ],
)
def test_at_best_all_of_whom_nothing_is_known_went(offered, went, did_not_go, not_known, best):
    said = {"offered": offered, "went": went, "did_not_go": did_not_go, "not_known": not_known}
    board = SimpleNamespace(shown=lambda key, place="": said[key])
    assert at_best(board, catalogue.measures()[15]) == best
