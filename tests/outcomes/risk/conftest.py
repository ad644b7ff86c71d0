"""The cast's Kelderby, with figures of its two wards and a third."""

import pytest

from connect.places import demo
from connect.places.models import Area
from outcomes.profiles import demo as profiles
from outcomes.profiles.models import Boundary, Dataset, Indicator, Population

FIGURES = {  # of each ward: people under and over 65, households of one person under and over 65, of all; bad health
    "Millrace": (8_000, 1_500, 700, 500, 4_000, 9.0),
    "Northgate": (6_500, 2_300, 500, 650, 3_800, 6.0),
    "Beacon": (6_200, 2_800, 420, 600, 3_900, 5.0),
}


@pytest.fixture
def placed(cast) -> Area:
    Area.objects.create(code="K01-3", name="Beacon", kind=Area.Kind.WARD, parent=cast.borough)
    source = Dataset.objects.create(title="Made up", file="none.csv", is_made_up=True)
    for n, ward in enumerate(Area.objects.filter(parent=cast.borough).order_by("name")):
        under, over, alone_under, alone_over, households, health = FIGURES[ward.name]
        Population.objects.create(area=ward, ages=[0, 65, 80], people=[under, over - 300, 300], dataset=source)
        ring = [1000 * n, 0, 1000 * n + 1000, 0, 1000 * n + 1000, 900, 1000 * n, 900]
        Boundary.objects.create(area=ward, rings=[ring], dataset=source)
        for name, value, of in (
            ("alone_65plus", alone_over, households), ("alone_under65", alone_under, households),
            ("poor_health", health * 10, 1000), ("imd_score", 10 * n, None),
        ):  # fmt: skip
            Indicator.objects.create(area=ward, name=name, value=value, of=of, dataset=source)
    return cast.borough


@pytest.fixture
def kelderby(cast) -> Area:
    """The borough of the demo, whole, beside the cast's."""
    demo.load()
    profiles.load()
    return Area.objects.get(code="KELD")
