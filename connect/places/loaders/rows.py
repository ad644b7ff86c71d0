"""What every layout is read into: a row for each postcode, or the reason why a line gives none."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple

from connect.places.find import FULL

CODE = pattern(r"(?!.9{8}$)[A-Z0-9-]{1,20}")  # nine times nine is the Office for National Statistics' "none here"


class Skip(StrEnum):
    """Why a line was left out; the words are the report's."""

    TERMINATED = "terminated"
    NORTHERN_IRELAND = "BT (Northern Ireland)"
    MALFORMED = "malformed"
    NO_GRID_REFERENCE = "no grid reference"
    ELSEWHERE = "another authority"
    REPEATED = "repeated in the file"


class Row(NamedTuple):
    """Codes are empty where the file has none, names where the file gives none."""

    postcode: str
    easting: int
    northing: int
    ward: str = ""
    lsoa: str = ""
    authority: str = ""
    terminated: bool = False
    ward_name: str = ""


class UnreadableFile(Exception):
    """The file is not what it was said to be; the text says what was looked for and what was found."""


Line = list[str]
Read = Callable[[Line], Row | Skip]


def as_postcode(text: str) -> str:
    """Normalised, or empty when it is none. Files are not corrected as typing is (see find.normalise)."""
    match = FULL.fullmatch(text.replace(" ", ""))
    return f"{match[1]} {match[2]}" if match else ""


@lru_cache(maxsize=100_000)
def as_code(text: str) -> str:
    code = text.strip()
    return code if CODE.fullmatch(code) else ""


def as_spot(easting: str, northing: str) -> tuple[int, int] | None:
    """Metres on the grid; 0, 0 is how Code-Point Open writes "no place known"."""
    try:
        spot = int(easting), int(northing)
    except ValueError:
        return None
    return spot if 0 < spot[0] < 800_000 and 0 < spot[1] < 1_400_000 else None


def sieve(rows: Iterable[Row | Skip], *, include_bt: bool, authority: str) -> Iterator[Row | Skip]:
    """Leave out Northern Ireland, whose rows are not under the open licence, and authorities not asked for."""
    for row in rows:
        if isinstance(row, Skip):
            yield row
        elif not include_bt and row.postcode.startswith("BT"):
            yield Skip.NORTHERN_IRELAND
        elif authority and row.authority != authority:
            yield Skip.ELSEWHERE
        else:
            yield row
