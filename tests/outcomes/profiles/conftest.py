"""Kelderby with its places, outlines and figures."""

import pytest

from connect.places import demo
from connect.places.models import Area
from outcomes.profiles import demo as profiles


@pytest.fixture
def kelderby(db) -> Area:
    demo.load()
    profiles.load()
    return Area.objects.get(code="KELD")
