"""The command brings the postcodes held into step with a file, and says what it did with every line."""

import tracemalloc
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from connect.places import demo
from connect.places.find import locate
from connect.places.loaders import merge
from connect.places.loaders.rows import Row, Skip
from connect.places.models import Area, Postcode

HEADER = "postcode,easting,northing,lad_code,ward24_code,ward24_name,lsoa21_code"
LINE = "PO1 1AA,464342,100366,E06000044,E05002443,Charles Dickens,E01017032"

pytestmark = pytest.mark.django_db


def load(*args: object) -> dict[str, str]:
    """The report as the command prints it, by its words."""
    out = StringIO()
    call_command("load_postcodes", *args, stdout=out)
    return dict(line.strip().replace(":", "").rsplit(maxsplit=1) for line in out.getvalue().splitlines()[1:])


def test_a_file_is_taken_once_and_unchanged_the_second_time(tmp_path):
    path = tmp_path / "some.csv"
    path.write_text(f"{HEADER}\n{LINE}\n")
    assert load(path) == {"taken": "1", "changed": "0", "unchanged": "0", "skipped": "0"}
    assert load(path) == {"taken": "0", "changed": "0", "unchanged": "1", "skipped": "0"}
    held = Postcode.objects.get()
    assert (held.postcode, held.easting, held.northing) == ("PO1 1AA", 464342, 100366)
    assert (held.ward.name, held.ward.parent.code, held.lsoa_code) == ("Charles Dickens", "E06000044", "E01017032")
    assert locate("charles dickens").label == "Charles Dickens"


def test_every_line_is_counted_once():
    rows = [
        Row("PO1 1AA", 464342, 100366, "E05002443"),
        Row("PO1 1AA", 1, 1),
        Row("PO1 1AB", 464342, 100366, terminated=True),
        Skip.MALFORMED,
        Skip.NO_GRID_REFERENCE,
        Skip.NORTHERN_IRELAND,
    ]
    report = merge.load(rows)
    assert (report.read, report.taken, report.changed, report.unchanged) == (6, 1, 0, 0)
    assert {reason: count for reason, count in report.skipped.items() if count} == {
        Skip.REPEATED: 1,
        Skip.TERMINATED: 1,
        Skip.MALFORMED: 1,
        Skip.NO_GRID_REFERENCE: 1,
        Skip.NORTHERN_IRELAND: 1,
    }
    assert Postcode.objects.get().easting == 464342  # of two lines for one postcode the first counts


def test_a_postcode_that_has_moved_is_changed_and_one_that_has_ended_is_kept_and_marked():
    merge.load([Row("PO1 1AA", 1, 1), Row("PO1 1AB", 2, 2)])
    report = merge.load([Row("PO1 1AA", 3, 3, "E05002443"), Row("PO1 1AB", 2, 2, terminated=True)])
    assert (report.taken, report.changed, report.unchanged) == (0, 2, 0)
    assert list(Postcode.objects.order_by("pk").values_list("easting", "ward__code", "terminated")) == [
        (3, "E05002443", False),
        (2, None, True),
    ]


def test_a_name_once_known_is_not_lost_to_a_file_that_has_only_codes():
    merge.load([Row("PO1 1AA", 1, 1, "E05002443", ward_name="Charles Dickens")])
    merge.load([Row("PO1 1AA", 1, 1, "E05002443")])
    assert Area.objects.get().name == "Charles Dickens"
    merge.load([Row("PO1 1AA", 1, 1, "E05002443", ward_name="Dickens")])
    assert Area.objects.get().folded == "dickens"


def test_a_file_that_cannot_be_read_to_its_end_loads_nothing(tmp_path):
    path = tmp_path / "some.csv"
    path.write_text(f'{HEADER}\n{LINE}\n"{"x" * 9_000_000}"\n')
    with pytest.raises(CommandError, match=r"Nothing was loaded.*field larger"):
        load(path)
    assert Postcode.objects.count() == 0


def test_columns_that_cannot_be_codes_of_areas_stop_the_load(monkeypatch):
    monkeypatch.setattr(merge, "MOST_AREAS", 10)
    with pytest.raises(merge.UnreadableFile, match="more than 10 different area codes"):
        merge.load(Row("PO1 1AA", 1, 1, f"W{n}") for n in range(20))


def test_the_serving_login_needs_no_right_over_the_schema():
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_schema_privilege('public', 'create'), has_database_privilege(current_database(), 'temp')"
        )
        assert cursor.fetchone() == (False, True)
    assert merge.load([Row("PO1 1AA", 1, 1)]).taken == 1


def test_memory_does_not_grow_with_the_file():
    def peak(rows: int) -> int:
        tracemalloc.start()
        merge.load(Row(f"PO{n // 10000} {n // 1000 % 10}AA", n + 1, 1, "E05002443") for n in range(rows))
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    few = peak(5_000)
    assert peak(50_000) < few + 500_000


def test_areas_that_came_as_codes_are_named_from_a_table_of_names(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("WD25CD,WD25NM,LAD25CD,LAD25NM\nE05002443,Charles Dickens,E06000044,Portsmouth\nE05999999,No,,\n")
    path = tmp_path / "some.csv"
    path.write_text(f"{HEADER}\n{LINE.replace('Charles Dickens', '')}\n")
    assert load(path)["taken"] == "1"
    assert load(path, "--names", table)["named"] == "2"
    assert load(path, "--names", table)["named"] == "0"
    assert locate("portsmouth").label == "Portsmouth"
    assert list(Area.objects.values_list("code", "name")) == [
        ("E05002443", "Charles Dickens"),
        ("E01017032", "E01017032"),
        ("E06000044", "Portsmouth"),
    ]


def test_a_table_without_names_loads_nothing_at_all(tmp_path):
    path = tmp_path / "some.csv"
    path.write_text(f"{HEADER}\n{LINE}\n")
    with pytest.raises(CommandError, match=r"Nothing was loaded.*no pair of columns such as WD25CD and WD25NM"):
        load(path, "--names", path)
    assert not Postcode.objects.exists()


@pytest.mark.parametrize(("area", "count"), [("portsmouth", 4449), ("rotherham", 6275)])
def test_the_real_samples_are_taken_whole_beside_kelderby(shared, area, count):
    demo.load()
    path = shared / "geo" / area / "postcodes.csv"
    assert load(path) == {"taken": str(f"{count:,}"), "changed": "0", "unchanged": "0", "skipped": "0"}
    assert load(path)["unchanged"] == f"{count:,}"
    assert Postcode.objects.count() == count + 207
    assert not Postcode.objects.filter(ward=None).exists()


def test_one_authority_of_a_file_can_be_taken_alone(shared):
    path = shared / "geo" / "portsmouth" / "postcodes.csv"
    assert load(path, "--authority", "E06000045") == {
        "taken": "0",
        "changed": "0",
        "unchanged": "0",
        "skipped": "4,449",
        "another authority": "4,449",
    }


def test_a_real_postcode_and_a_real_ward_are_then_found(shared):
    load(shared / "geo" / "portsmouth" / "postcodes.csv")
    assert (locate("po1 1aa").easting, locate("PO1 1AA").ward.name) == (464342, "Charles Dickens")
    assert locate("eastney and craneswater").ward.kind == Area.Kind.WARD
