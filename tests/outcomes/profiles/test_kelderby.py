"""The made-up borough has outlines that its streets lie in, people of all ages and figures, and costs few reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connect.places.models import Area, Postcode
from outcomes.profiles import demo, maps, people
from outcomes.profiles.figures import of_wards
from outcomes.profiles.models import Boundary, Dataset, Indicator, Population


def inside(x: float, y: float, rings: list) -> bool:
    """Even-odd rule, over all rings together."""
    crossed = False
    for ring in rings:
        corners = list(zip(ring[::2], ring[1::2], strict=True))
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


def test_every_postcode_lies_within_the_outlines_of_its_ward_and_of_its_statistical_area(kelderby):
    rings = {row.area.code: row.rings for row in Boundary.objects.select_related("area")}
    spots = Postcode.objects.select_related("ward")
    assert len(rings) == 7 + 42
    assert [one for one in spots if not inside(one.easting, one.northing, rings[one.ward.code])] == []
    assert [one for one in spots if not inside(one.easting, one.northing, rings[one.lsoa_code])] == []


def test_loading_again_changes_nothing(kelderby):
    def held():
        return [sorted(model.objects.values_list(*fields)) for model, fields in (
            (Boundary, ["area_id"]), (Population, ["area_id", "people"]), (Indicator, ["area_id", "name", "value"]),
            (Dataset, ["title", "is_made_up"]),
        )]  # fmt: skip

    first = held()
    demo.load()
    assert held() == first


def test_a_map_is_in_metres_from_its_north_west_corner_and_names_stand_inside(kelderby):
    drawn = maps.drawn(kelderby)
    assert [shape.name for shape in drawn.shapes][:2] == ["Beacon", "Hollin Park"]
    assert drawn.box == (5720, 5280)
    assert drawn.at(640080, 445920) == (0, 0)
    for shape in drawn.shapes:
        assert inside(*shape.at, [[number for point in ring for number in point] for ring in shape.rings])
    assert set(maps.boundaries(kelderby)) == {shape.code for shape in drawn.shapes}
    assert all(0 <= x <= 5720 and 0 <= y <= 5280 for rings in maps.boundaries(kelderby).values() for x, y in rings[0])


def test_people_of_a_ward_are_those_of_its_statistical_areas(kelderby):
    beacon = Area.objects.get(name="Beacon")
    everybody = people.population(beacon)
    assert everybody == people.population("KELD-W02", "under65") + people.population("KELD-W02", "65plus")
    bands = ("0_15", "16_24", "25_34", "35_44", "45_54", "55_64", "65_74", "75_84", "85_plus")
    assert everybody == sum(people.population(beacon, band) for band in bands)
    assert people.population(beacon, "66_70") is None
    assert people.population("KELD-W99") is None


def test_a_share_of_a_ward_is_added_above_and_below_the_line_and_a_score_is_weighed_by_people(kelderby):
    figures = of_wards(kelderby)["KELD-W02"]
    parts = [row for row in Indicator.objects.filter(name="alone_65plus") if row.area.code in areas_of("KELD-W02")]
    assert figures["alone_65plus"].value == sum(row.value for row in parts)
    assert figures["alone_65plus"].of == sum(row.of for row in parts)
    scores = {row.area.code: row.value for row in Indicator.objects.filter(name="imd_score").select_related("area")}
    living = {code: sum(Population.objects.get(area__code=code).people) for code in areas_of("KELD-W02")}
    mean = sum(scores[code] * n for code, n in living.items()) / sum(living.values())
    assert figures["imd_score"].level == pytest.approx(mean)


def areas_of(ward: str) -> set[str]:
    return set(Postcode.objects.filter(ward__code=ward).values_list("lsoa_code", flat=True))


def test_the_figures_of_all_wards_cost_as_few_reads_as_those_of_one(kelderby):
    with CaptureQueriesContext(
        connection,
    ) as seven:
        of_wards(kelderby)
    Area.objects.filter(code__in=["KELD-W05", "KELD-W06", "KELD-W07"]).update(parent=None)
    with CaptureQueriesContext(connection) as four:
        of_wards(kelderby)
    assert len(seven) == len(four) == 8
