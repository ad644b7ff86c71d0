"""Each layout is read into the same rows. ONS and Survey lines are written here to the published headers."""

from collections import Counter
from pathlib import Path

import pytest

from connect.places.loaders import layouts
from connect.places.loaders.rows import Row, Skip, UnreadableFile, sieve

# As in ONSPD of 2020 to 2025, shortened to the columns around those that are read.
ONSPD = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,lsoa11,lat,long,imd"
)
# As in NSPL of 2025: the year of the codes is part of the name.
NSPL = "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,lad25cd,wd25cd,lsoa11cd,lsoa21cd,lat,long"
# Code-Point Open has no header: postcode, quality, easting, northing, country, two of health, county, district, ward.
CODE_POINT = '"PO1 1AA",10,464342,100366,"E92000001","E19000003","E18000009","","E06000044","E05002443"'


def written(folder: Path, *lines: str, name: str = "some.csv") -> Path:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return folder / name


def onspd(postcode="PO1 1AA", ended="", place="464342,100366", angles="50.799292,-1.08837") -> str:
    return (
        f"{postcode},{postcode},{postcode},198001,{ended},E99999999,E99999999,E06000044,E05002443,E43000052,0,"
        f"{place},1,E01017032,{angles},100"
    )


def rows(path: Path, layout: str = "auto") -> list[Row | Skip]:
    return list(layouts.read(path, layout))


CHARLES_DICKENS = Row("PO1 1AA", 464342, 100366, "E05002443", "E01017032", "E06000044")


@pytest.mark.parametrize("layout", ["auto", "onspd", "nspl"])
def test_onspd_is_read(tmp_path, layout):
    assert rows(written(tmp_path, ONSPD, onspd()), layout) == [CHARLES_DICKENS]


def test_nspl_is_read_and_of_two_censuses_the_newer_areas_are_taken(tmp_path):
    line = "PO1 1AA,PO1  1AA,PO1 1AA,198001,,0,464342,100366,1,E06000044,E05002443,E01017032,E01099999,50.8,-1.1"
    assert rows(written(tmp_path, NSPL, line)) == [CHARLES_DICKENS._replace(lsoa="E01099999")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("oslaua", "laua"),
        ("oslaua", "lad24cd"),
        ("osward", "ward"),
        ("osward", "wd24cd"),
        ("oseast1m", "east1m"),
        ("osnrth1m", "north1m"),
        ("lsoa11", "lsoa21"),
        ("lsoa11", "lsoa21cd"),
        ("pcds", "PCDS "),
    ],
)
def test_a_column_is_found_by_each_of_the_names_it_has_had(tmp_path, old, new):
    assert rows(written(tmp_path, ONSPD.replace(old, new), onspd()), "onspd") == [CHARLES_DICKENS]


def test_code_point_open_is_read_and_says_nothing_of_statistical_areas(tmp_path):
    assert rows(written(tmp_path, CODE_POINT)) == [CHARLES_DICKENS._replace(lsoa="")]


def test_code_point_open_writes_long_postcodes_without_the_space(tmp_path):
    path = written(tmp_path, CODE_POINT.replace("PO1 1AA", "PO101AA"))
    assert [row.postcode for row in rows(path)] == ["PO10 1AA"]


def test_a_folder_is_all_its_files_in_order(tmp_path):
    written(tmp_path, CODE_POINT, name="po.csv")
    written(tmp_path, CODE_POINT.replace("PO1 1AA", "DN1 1AA"), name="dn.csv")
    (tmp_path / "readme.txt").write_text("not a table")
    assert [row.postcode for row in rows(tmp_path)] == ["DN1 1AA", "PO1 1AA"]


def test_connects_own_layout_takes_the_newest_wards_and_their_names(tmp_path):
    wards = "ward22_code,ward22_name,ward24_bestfit_code,ward24_bestfit_name"
    header = f"postcode,lat,lng,easting,northing,lad_code,{wards},lsoa21_code"
    line = "DN11 9PJ,53.4,-1.1,456841,391386,E08000018,E05000000,Old,E05013006,Maltby East,E01007764"
    assert rows(written(tmp_path, header, line)) == [
        Row("DN11 9PJ", 456841, 391386, "E05013006", "E01007764", "E08000018", ward_name="Maltby East")
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (onspd(postcode="PORTSMOUTH"), Skip.MALFORMED),
        (onspd(postcode=""), Skip.MALFORMED),
        (onspd(postcode="PO1\x001AA"), Skip.MALFORMED),
        ("PO1 1AA,too short", Skip.MALFORMED),
        ("", Skip.MALFORMED),
        (onspd(place=","), Skip.NO_GRID_REFERENCE),
        (onspd(place="0,0"), Skip.NO_GRID_REFERENCE),
        (onspd(place="here,there"), Skip.NO_GRID_REFERENCE),
        (onspd(postcode="BT1 1AA", angles="99.999999,0.000000"), Skip.NO_GRID_REFERENCE),
        (CODE_POINT.replace("464342,100366", "0,0"), Skip.NO_GRID_REFERENCE),
    ],
)
def test_a_line_that_gives_no_row_says_why(tmp_path, line, reason):
    header = CODE_POINT if line.startswith('"') else ONSPD
    assert rows(written(tmp_path, header, line))[-1] == reason


def test_an_ended_postcode_says_so_and_codes_that_mean_none_are_left_empty(tmp_path):
    path = written(tmp_path, ONSPD, onspd(ended="202401").replace("E05002443", "E99999999"))
    assert rows(path) == [CHARLES_DICKENS._replace(terminated=True, ward="")]


def test_northern_ireland_is_placed_by_its_angles_since_its_grid_is_irelands(tmp_path):
    """Belfast's town hall: about 145.9 km east and 528.8 km north on the British grid, 333.9 and 374.0 on Ireland's."""
    path = written(tmp_path, ONSPD, onspd(postcode="BT1 5GS", place="333900,374000", angles="54.5965,-5.9301"))
    [row] = rows(path)
    assert (round(row.easting, -3), round(row.northing, -3)) == (146_000, 529_000)


def test_northern_ireland_and_other_authorities_are_left_out_unless_asked_for():
    belfast, portsmouth = Row("BT1 1AA", 146000, 529000, authority="N09000003"), CHARLES_DICKENS
    both = [belfast, portsmouth, Skip.MALFORMED]
    assert list(sieve(both, include_bt=False, authority="")) == [Skip.NORTHERN_IRELAND, portsmouth, Skip.MALFORMED]
    assert list(sieve(both, include_bt=True, authority="")) == both
    assert list(sieve(both, include_bt=True, authority="N09000003")) == [belfast, Skip.ELSEWHERE, Skip.MALFORMED]


@pytest.mark.parametrize(
    "column", ["pcds", "doterm", "oslaua", "osward", "lsoa11", "oseast1m", "osnrth1m", "lat", "long"]
)
def test_a_missing_column_stops_the_load_and_is_named(tmp_path, column):
    path = written(tmp_path, ONSPD.replace(f",{column},", ",other,", 1), onspd())
    with pytest.raises(UnreadableFile, match=rf"no column for \w+ \(.*{column[-4:].replace('11', '')}"):
        rows(path, "onspd")


@pytest.mark.parametrize(
    ("lines", "layout"),
    [
        (["name,colour", "x,y"], "auto"),
        ([""], "auto"),
        ([ONSPD, onspd()], "codepoint"),
        ([CODE_POINT], "onspd"),
        ([CODE_POINT], "connect"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(tmp_path, lines, layout):
    with pytest.raises(UnreadableFile, match=r"some\.csv"):
        rows(written(tmp_path, *lines), layout)


def test_a_folder_without_tables_and_a_file_that_is_not_there_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="holds no CSV file"):
        rows(tmp_path)
    with pytest.raises(UnreadableFile, match="No such file"):
        rows(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(("area", "count"), [("portsmouth", 4449), ("rotherham", 6275)])
def test_every_real_postcode_of_the_samples_is_read(shared, area, count):
    kinds = Counter(type(row) for row in layouts.read(shared / "geo" / area / "postcodes.csv"))
    assert kinds == {Row: count}
