"""A clock that can be moved, standing on an ordinary Monday morning."""

import pytest
import time_machine as machine


@pytest.fixture
def time_machine():
    with machine.travel("2026-11-16 10:00Z", tick=False) as clock:
        yield clock
