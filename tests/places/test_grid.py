"""Latitude and longitude become metres on the National Grid."""

import csv

import pytest

from connect.places import grid


def test_the_ordnance_surveys_own_worked_example_comes_out_to_the_millimetre():
    """Caister water tower, "A Guide to Coordinate Systems in Great Britain", annex C.1 (OSGB36 angles, no shift)."""
    lat, lng = 52 + 39 / 60 + 27.2531 / 3600, 1 + 43 / 60 + 4.5177 / 3600
    easting, northing = grid._project(grid.radians(lat), grid.radians(lng))
    assert (round(easting, 3), round(northing, 3)) == (651409.903, 313177.270)


def test_the_same_tower_from_satellite_angles_is_within_a_metre():
    easting, northing = grid.to_bng(52 + 39 / 60 + 28.72 / 3600, 1 + 42 / 60 + 57.79 / 3600)
    assert grid.distance((easting, northing), (651409.903, 313177.270)) < 1


@pytest.mark.parametrize("area", ["portsmouth", "rotherham"])
def test_every_real_postcode_lands_within_five_metres_of_its_published_grid_reference(shared, area):
    with (shared / "geo" / area / "postcodes.csv").open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    errors = [
        grid.distance(grid.to_bng(float(row["lat"]), float(row["lng"])), (int(row["easting"]), int(row["northing"])))
        for row in rows
    ]
    assert len(errors) > 4000
    assert max(errors) < 5


@pytest.mark.parametrize(
    "spot", [(651409, 313177), (412000, 402000), (640000, 446000), (85000, 8000), (440000, 1150000)]
)
def test_metres_become_degrees_and_the_same_metres_again(spot):
    """Caister, two boroughs of the demo and the tests, Scilly and Shetland."""
    assert grid.to_bng(*grid.to_wgs84(*spot)) == spot


def test_the_tower_stands_where_satellites_see_it():
    lat, lng = grid.to_wgs84(651409.903, 313177.270)
    assert (round(lat, 4), round(lng, 4)) == (52.6580, 1.7161)


def test_a_mile_is_a_mile():
    assert grid.miles(grid.distance((0, 0), (0, 1609.344))) == 1
