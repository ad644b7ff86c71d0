"""The borough that does not exist hangs together, and is nobody's real place."""

import re
from collections import Counter

from connect.places import attribution, demo
from connect.places.models import Area, Postcode, Street

WARDS = ["Beacon", "Hollin Park", "Larkfield", "Millrace", "Northgate", "Quayside", "Tanners"]


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Area, Postcode, Street)}


def test_it_has_seven_wards_and_loading_again_changes_nothing(db):
    demo.load()
    first = counts(), sorted(Postcode.objects.values_list()), sorted(Street.objects.values_list())
    demo.load()
    assert first == (counts(), sorted(Postcode.objects.values_list()), sorted(Street.objects.values_list()))
    assert [area.name for area in Area.objects.filter(kind="ward")] == WARDS
    assert first[0] == {"Area": 51, "Postcode": 207, "Street": 63}


def test_no_code_could_be_taken_for_a_real_one(db):
    demo.load()
    assert {code[:4] for code in Area.objects.values_list("code", flat=True)} == {"KELD"}
    assert {postcode[:2] for postcode in Postcode.objects.values_list("postcode", flat=True)} == {"KX"}


def test_every_ward_has_streets_and_small_areas_of_a_few_postcodes():
    rows = list(demo.lines("postcodes.csv"))
    assert {len({row["street"] for row in rows if row["ward26_name"] == ward}) for ward in WARDS} == {9}
    assert all(3 <= count <= 7 for count in Counter(row["lsoa26_code"] for row in rows).values())
    assert {row["street"] for row in rows} == {row["name"] for row in demo.lines("streets.csv")}


def outlines() -> dict[str, list[tuple[int, int]]]:
    found = {}
    for line in demo.lines("areas.csv"):
        numbers = [int(number) for number in line["outline"].split()]
        found[line["code"]] = list(zip(numbers[::2], numbers[1::2], strict=True))
    return found


def is_inside(x: int, y: int, corners: list[tuple[int, int]]) -> bool:
    """Even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def test_every_postcode_and_street_lies_within_its_ward_on_the_map():
    shapes = outlines()
    points = [(row["ward26_code"], row) for row in demo.lines("postcodes.csv")]
    points += [(row["ward"], row) for row in demo.lines("streets.csv")]
    strays = [row for code, row in points if not is_inside(int(row["easting"]), int(row["northing"]), shapes[code])]
    assert strays == []


def test_it_lies_in_the_sea_so_that_no_distance_to_a_real_place_is_near():
    corners = [corner for shape in outlines().values() for corner in shape]
    assert all(640_000 <= east <= 646_000 and 440_000 <= north <= 446_000 for east, north in corners)


def test_the_words_the_licences_ask_for_are_owed_only_once_real_postcodes_are_loaded(db):
    demo.load()
    assert attribution.uses_real_postcodes() is False
    Postcode.objects.create(postcode="PO1 1AA", easting=464342, northing=100366)
    assert attribution.uses_real_postcodes() is True
    assert re.fullmatch(
        r"Contains OS data © Crown copyright and database right \d{4}\. "
        r"Contains Royal Mail data © Royal Mail copyright and database right \d{4}\. "
        r"Source: Office for National Statistics licensed under the Open Government Licence v\.3\.0\.",
        str(attribution.ATTRIBUTION),
    )
