"""Open files are read as their makers publish them, into areas that are held; what is not understood stops the load."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from connect.places.models import Area
from outcomes.profiles import maps, people
from outcomes.profiles.figures import of_areas, of_wards
from outcomes.profiles.models import Boundary, Dataset, Indicator, Population

pytestmark = pytest.mark.django_db

TS003 = (
    "date,geography,geography code,Household composition: Total; measures: Value,"
    "Household composition: One person household; measures: Value,"
    "Household composition: One person household: Aged 66 years and over; measures: Value,"
    "Household composition: One person household: Other; measures: Value"
)
TS037 = (
    "date,geography,geography code,General health: Total: All usual residents,General health: Very good health,"
    "General health: Bad health,General health: Very bad health"
)
IMD = (
    "LSOA code (2021),Local Authority District code (2024),Income Score (rate),Health Deprivation and Disability Score"
)


@pytest.fixture
def places(db) -> Area:
    borough = Area.objects.create(code="E06000099", name="Anywhere", kind=Area.Kind.AUTHORITY)
    Area.objects.create(code="E05000001", name="E05000001", kind=Area.Kind.WARD, parent=borough)
    Area.objects.create(code="E01000001", name="E01000001", kind=Area.Kind.LSOA, parent=borough)
    return borough


def load(command: str, path: object, *more: str) -> dict[str, str]:
    """The report as the command prints it, by its words."""
    out = StringIO()
    call_command(command, path, "--title", "A file", *more, stdout=out)
    return dict(line.split(maxsplit=1) for line in out.getvalue().splitlines())


def written(folder, *lines: str) -> object:
    path = folder / "some.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def test_a_census_table_is_known_by_its_columns_and_other_places_are_left_out(places, tmp_path):
    path = written(tmp_path, TS003, "2021,A,E05000001,4000,1200,500,700", "2021,B,E05999999,10,1,1,0")
    assert load("load_indicators", path) == {
        "read": "2", "taken": "1", "elsewhere": "1", "malformed": "0", "found": "alone_under65",
    }  # fmt: skip
    (held,) = of_areas(Area.objects.filter(code="E05000001")).values()
    assert {name: one.shown for name, one in held.items()} == {"alone_65plus": "12%", "alone_under65": "18%"}
    assert load("load_indicators", path)["taken"] == "1"
    assert Indicator.objects.count() == 2
    assert Dataset.objects.count() == 1


def test_columns_are_added_up_where_an_indicator_is_more_than_one(places, tmp_path):
    load("load_indicators", written(tmp_path, TS037, "2021,A,E05000001,1000,500,41,12"))
    row = Indicator.objects.get()
    assert (row.name, row.value, row.of) == ("poor_health", 53, 1000)


def test_of_two_columns_of_codes_the_area_comes_first_and_a_rate_becomes_a_per_cent(places, tmp_path):
    load("load_indicators", written(tmp_path, IMD, "E01000001,E06000099,0.219,-0.283"))
    assert dict(Indicator.objects.values_list("name", "value")) == {"income_deprived": 21.9, "health_score": -0.283}


def test_a_line_without_a_number_is_said_to_be_malformed(places, tmp_path):
    path = written(tmp_path, TS037, "2021,A,E05000001,..,*,,", "2021,A,,1,1,1,1")
    assert load("load_indicators", path)["malformed"] == "2"


def test_a_file_with_nothing_that_we_know_loads_nothing(places, tmp_path):
    path = written(tmp_path, "geography code,Sheep", "E05000001,9")
    with pytest.raises(CommandError, match=r"Nothing was loaded.*no indicator that we know. The header has: .*sheep"):
        load("load_indicators", path)
    assert not Dataset.objects.exists()


@pytest.mark.parametrize(
    ("header", "line", "held"),
    [
        ("LSOA 2021 Code,Total,F0,F1,F65,M0,M1,M65", "E05000001,63,1,2,30,4,5,21", ([0, 1, 65], [5, 7, 51])),
        ("code,0,16,65+", "E05000001,10,20,30", ([0, 16, 65], [10, 20, 30])),
        (
            "geography code,Age: Total,Age: Aged 4 years and under,Age: Aged 5 to 9 years,Age: Aged 85 years and over",
            "E05000001,9,2,3,4",
            ([0, 5, 85], [2, 3, 4]),
        ),
    ],
)
def test_people_by_age_are_read_from_each_of_these(places, tmp_path, header, line, held):
    load("load_population", written(tmp_path, header, line))
    row = Population.objects.get()
    assert (row.ages, row.people) == held


def test_a_table_in_which_people_would_count_twice_is_refused(places, tmp_path):
    header = "geography code,Age: Aged 4 years and under,Age: Aged under 1 year,Age: Aged 1 year,Age: Aged 2 years"
    with pytest.raises(CommandError, match="count twice"):
        load("load_population", written(tmp_path, header, "E05000001,9,2,3,4"))


def test_what_is_no_geojson_and_an_authority_that_is_not_held_stop_the_load(places, tmp_path):
    path = written(tmp_path, "[1, 2]")
    with pytest.raises(CommandError, match="is no FeatureCollection"):
        load("load_boundaries", path)
    with pytest.raises(CommandError, match="no authority E06000001 is held"):
        load("load_boundaries", path, "--authority", "E06000001")


@pytest.mark.parametrize(("area", "wards", "areas"), [("portsmouth", 14, 125), ("rotherham", 25, 170)])
def test_the_real_samples_become_wards_with_outlines_and_figures(shared, area, wards, areas):
    folder = shared / "geo" / area
    call_command("load_postcodes", folder / "postcodes.csv", stdout=StringIO())
    authority = Area.objects.get(kind=Area.Kind.AUTHORITY)
    assert load("load_boundaries", folder / "lad.geojson", "--kind", "authority")["taken"] == "1"
    assert load("load_boundaries", folder / "wards.geojson", "--authority", authority.code)["taken"] == str(wards)
    assert load("load_boundaries", folder / "lsoa21.geojson", "--kind", "lsoa")["taken"] == str(areas)
    assert load("load_indicators", folder / "imd2025_lsoa21.csv")["taken"] == str(areas)
    authority.refresh_from_db()
    assert authority.name == area.title()
    drawn = maps.drawn(authority)
    assert len(drawn.shapes) == wards
    assert Boundary.objects.count() == wards + areas + 1
    assert all(8_000 < side < 30_000 for side in drawn.box)  # metres
    figures = of_wards(authority)
    assert all(one["income_deprived"].level > 0 for code, one in figures.items() if "income_deprived" in one)


def test_detailed_outlines_are_drawn_without_corners_that_nobody_sees(shared):
    folder = shared / "geo" / "portsmouth"
    call_command("load_postcodes", folder / "postcodes.csv", stdout=StringIO())
    assert load("load_boundaries", folder / "wards_detailed.geojson")["taken"] == "14"
    held = sum(len(ring) // 2 for row in Boundary.objects.all() for ring in row.rings)
    drawn = sum(len(ring) for shape in maps.shapes(Area.objects.get(code="E06000044")) for ring in shape.rings)
    assert drawn <= held
    assert Area.objects.get(code="E05002443").name == "Charles Dickens"


def test_no_band_of_ages_is_a_clear_error():
    with pytest.raises(ValueError, match="no band of ages: old"):
        people.ends("old")
