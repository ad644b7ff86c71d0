"""Kelderby's outlines, people and figures, all made up; read by the same loaders as a real authority's."""

from pathlib import Path

from connect.identity import acting_as
from outcomes.profiles.loaders import geojson, indicators, population
from outcomes.profiles.loaders.tables import Given

FOLDER = Path(__file__).with_name("kelderby")
MADE_UP = Given("Kelderby, made up for the demonstration", "2026", "Nobody’s: there is no such place", is_made_up=True)


def load() -> None:
    """Bring them into step with the files; again changes nothing."""
    with acting_as("seed"):
        geojson.load(FOLDER / "wards.geojson", MADE_UP, kind="ward")
        geojson.load(FOLDER / "lsoas.geojson", MADE_UP, kind="lsoa")
        population.load(FOLDER / "population.csv", MADE_UP)
        indicators.load(FOLDER / "indicators.csv", MADE_UP)
