"""The files postcodes come in. Columns are found by pattern, for their names change from release to release."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from connect.places import grid
from connect.places.loaders.rows import Line, Read, Row, Skip, UnreadableFile, as_code, as_postcode, as_spot

# Where a pattern has a group it is the year of the codes, and the newest such column is the one read.
ONS = {
    "postcode": r"pcds",
    "ended": r"doterm",
    "lat": r"lat",
    "lng": r"long",
    "easting": r"oseast1m|east1m",
    "northing": r"osnrth1m|north1m",
    "authority": r"oslaua|laua|lad(\d\d)cd",
    "ward": r"osward|ward|wd(\d\d)cd",
    "lsoa": r"lsoa(\d\d)(?:cd)?",
}
CONNECT = {
    "postcode": r"postcode",
    "easting": r"easting",
    "northing": r"northing",
    "authority": r"lad_code",
    "ward": r"ward(\d\d)(?:_bestfit)?_code",
    "ward_name": r"ward(\d\d)(?:_bestfit)?_name",
    "lsoa": r"lsoa(\d\d)_code",
}
CODE_POINT_COLUMNS = 10  # and no header
LAYOUTS = ("auto", "onspd", "nspl", "codepoint", "connect")


def read(path: Path, layout: str = "auto") -> Iterator[Row | Skip]:
    """Stream every line of a file, or of all the CSV files in a folder; raises UnreadableFile."""
    files = sorted(path.rglob("*.csv")) if path.is_dir() else [path]
    if not files:
        raise UnreadableFile(f"{path} holds no CSV file")
    for file in files:
        yield from _read_file(file, layout)


def _read_file(path: Path, layout: str) -> Iterator[Row | Skip]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
            lines = csv.reader(opened)
            first = next(lines, [])
            parse, is_header = _reader(first, layout)
            if not is_header:
                yield parse(first)
            yield from map(parse, lines)
    except (OSError, csv.Error, UnreadableFile) as problem:
        raise UnreadableFile(f"{path}: {problem}") from problem


def _reader(first: Line, layout: str) -> tuple[Read, bool]:
    """How to read the file's lines, and whether its first line is only a header."""
    names = [name.strip().lower() for name in first]
    chosen = _recognised(names) if layout == "auto" else layout
    if chosen == "codepoint":
        if not _is_code_point(names):
            raise UnreadableFile(
                f"a line of Code-Point Open has {CODE_POINT_COLUMNS} columns and begins with a postcode"
            )
        return _code_point, False
    return (_connect(names) if chosen == "connect" else _ons(names)), True


def _recognised(names: Line) -> str:
    if _is_code_point(names):
        return "codepoint"
    if "pcds" in names:
        return "onspd"
    if "postcode" in names:
        return "connect"
    raise UnreadableFile(f"neither ONSPD, NSPL, Code-Point Open nor Connect's layout. It begins: {', '.join(names)}")


def _is_code_point(names: Line) -> bool:
    return len(names) == CODE_POINT_COLUMNS and bool(as_postcode(names[0].upper()))


def columns(names: Line, wanted: dict[str, str], optional: str = "") -> dict[str, int]:
    """Where each wanted column is; raises UnreadableFile that names every one missing."""
    found = {key: _newest(names, pattern) for key, pattern in wanted.items()}
    if missing := [f"{key} ({wanted[key]})" for key, at in found.items() if at is None and key != optional]:
        raise UnreadableFile(f"no column for {', '.join(missing)}. The header has: {', '.join(names)}")
    return {key: at for key, at in found.items() if at is not None}


def _newest(names: Line, pattern: str) -> int | None:
    """The column that matches with the latest year, taken as 00 where the name has none."""
    years = {at: "".join(m.groups("")) for at, name in enumerate(names) if (m := re.fullmatch(pattern, name))}
    return max(years, key=years.__getitem__, default=None)


def _ons(names: Line) -> Read:
    """ONSPD and NSPL. Northern Ireland's grid is Ireland's, so its rows are placed by latitude and longitude."""
    at = columns(names, ONS)
    width, postcode_at, ended_at = max(at.values()) + 1, at["postcode"], at["ended"]
    ward, lsoa, authority, easting, northing = (at[key] for key in ("ward", "lsoa", "authority", "easting", "northing"))

    def parse(line: Line) -> Row | Skip:
        if len(line) < width or not (postcode := as_postcode(line[postcode_at])):
            return Skip.MALFORMED
        irish = postcode.startswith("BT")
        spot = _by_angles(line[at["lat"]], line[at["lng"]]) if irish else as_spot(line[easting], line[northing])
        if spot is None:
            return Skip.NO_GRID_REFERENCE
        codes = as_code(line[ward]), as_code(line[lsoa]), as_code(line[authority])
        return Row(postcode, *spot, *codes, bool(line[ended_at].strip()))

    return parse


def _by_angles(lat: str, lng: str) -> tuple[int, int] | None:
    try:
        angles = float(lat), float(lng)
    except ValueError:
        return None
    # 99.999999 is the latitude of a postcode without a place; nothing of the Kingdom is outside these.
    return grid.to_bng(*angles) if 49 < angles[0] < 61 and -9 < angles[1] < 2 else None


def _code_point(line: Line) -> Row | Skip:
    """Postcode, quality, easting, northing, country, two of health, county, district, ward: live postcodes only."""
    if len(line) != CODE_POINT_COLUMNS or not (postcode := as_postcode(line[0])):
        return Skip.MALFORMED
    if (spot := as_spot(line[2], line[3])) is None:
        return Skip.NO_GRID_REFERENCE
    return Row(postcode, *spot, ward=as_code(line[9]), authority=as_code(line[8]))


def _connect(names: Line) -> Read:
    at = columns(names, CONNECT, optional="ward_name")
    width, name_at = max(at.values()) + 1, at.get("ward_name")

    def parse(line: Line) -> Row | Skip:
        if len(line) < width or not (postcode := as_postcode(line[at["postcode"]])):
            return Skip.MALFORMED
        if (spot := as_spot(line[at["easting"]], line[at["northing"]])) is None:
            return Skip.NO_GRID_REFERENCE
        codes = (as_code(line[at[key]]) for key in ("ward", "lsoa", "authority"))
        return Row(postcode, *spot, *codes, ward_name="" if name_at is None else line[name_at].strip()[:100])

    return parse
