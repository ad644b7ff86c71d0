"""What tests of the outcomes share."""

import pytest

from outcomes.figures import catalogue


@pytest.fixture
def few_counts(monkeypatch):
    """A month is frozen in a twentieth of the time: how it is frozen does not depend on what is counted."""
    monkeypatch.setattr(catalogue, "THEMES", ["asked", "decided", "journey"])
    forget()
    yield
    forget()


def forget():
    for kept in (catalogue.counts, catalogue.values, catalogue.sums, catalogue.measures):
        kept.cache_clear()
