"""National rates as the sources themselves applied them: their figures are ours."""

import pytest

from outcomes.risk.estimates import RATES, estimate

BY_KEY = {rate.key: rate for rate in RATES}
MEDWAY, PORTSMOUTH = 39_150, 31_859  # people of 65 and over, as their figures imply


@pytest.mark.parametrize(
    ("key", "people", "low", "high"),
    [
        ("isolated", MEDWAY, 4_698, 4_698),
        ("often_without_company", MEDWAY, 1_958, 6_264),  # 1,957.5 is rounded up
        ("less_than_weekly", PORTSMOUTH, 5_416, 5_416),
        ("trapped", PORTSMOUTH, 3_823, 3_823),
        ("rarely_out", PORTSMOUTH, 1_912, 1_912),  # printed as 1,900, which is rounded
    ],
)
def test_the_figures_of_medway_and_portsmouth(key, people, low, high):
    found = estimate(BY_KEY[key], people)
    assert (found.low, found.high) == (low, high)
    assert found.has_range == (low != high)
