"""Wilson's interval, held against figures worked out elsewhere."""

import pytest

from outcomes.figures import wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(18, 25, 52.4, 85.7), (3, 12, 8.9, 53.2), (45, 60, 62.8, 84.2), (0, 9, 0, 29.9), (9, 9, 70.1, 100)],
)
def test_the_interval_of_a_share(part, whole, low, high):
    assert [round(100 * end, 1) for end in wilson.interval(part, whole)] == [low, high]


def test_it_is_shown_in_whole_per_cent():
    assert wilson.per_cent(18, 25) == (52, 86)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_has_none(part, whole):
    with pytest.raises(ValueError, match="is no share"):
        wilson.interval(part, whole)
