"""One box may ask several things: "coffee on Monday near Northgate" is coffee, a day and a place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict

from connect.places.find import PlaceError, locate
from directory.words import LONGEST, clean, fold

MOST_PLACES = 3  # "a walk by the river in the park near Northgate" has three chances to be a place
# Small words before a place, in English and Welsh.
BEFORE_A_PLACE = re.compile(
    r"(?:^|\s)(?:near to|near|close to|in|around|by|ger|wrth|yn|yng|ym|o gwmpas)\s+", re.IGNORECASE
)
POSTCODE = re.compile(r"(?:^|\s)(?=[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}$)", re.IGNORECASE)

# The days as people type them. "Sat" and "sun" are words of their own; "mawrth" alone is also March.
DAYS = {
    "MO": "mondays?|monday's|mon|(?:d?dydd|nos) (?:llun|lun)",
    "TU": "tuesdays?|tuesday's|tues?|tuseday|(?:d?dydd|nos) (?:mawrth|fawrth)",
    "WE": "wednesdays?|wednesday's|weds|wensday|wednsday|(?:d?dydd|nos) (?:mercher|fercher)",
    "TH": "thursdays?|thursday's|thurs?|thrusday|(?:d?dydd|nos) iau",
    "FR": "fridays?|friday's|fri|(?:d?dydd|nos) (?:gwener|wener)",
    "SA": "saturdays?|saturday's|saterday|weekends?|(?:d?dydd|nos) sadwrn|penwythnos",
    "SU": "sundays?|sunday's|weekends?|(?:d?dydd|nos) sul|penwythnos",
}
ANY_DAY = rf"\b(?:{'|'.join(DAYS.values())})(?!['\w])"
A_DAY = re.compile(
    rf"(?:\b(?:on|at|every|each|this|ar|bob)\s+)?(?:\b(?:a|the|y)\s+)?{ANY_DAY}(?:\s*(?:,|&|and|or|a|neu)?\s*{ANY_DAY})*",
    re.IGNORECASE,
)


def read(typed: Mapping[str, Any]) -> QueryDict:
    """The same question with each part in its own box. Words taken exactly, or far too many, are left as they are."""
    asked = _query(typed)
    words = clean(asked.get("q") or "")
    if words and len(words) <= LONGEST and not asked.get("exact"):
        asked["q"] = _days(_place(words, asked), asked)
        asked["q"] = _place(asked["q"], asked)
    return asked


def _query(typed: Mapping[str, Any]) -> QueryDict:
    if isinstance(typed, QueryDict):
        return typed.copy()
    asked = QueryDict(mutable=True)
    for name, value in typed.items():
        asked.setlist(name, value if isinstance(value, list | tuple) else [value])
    return asked


def _place(words: str, asked: QueryDict) -> str:
    """The words without the place at their end, which goes where places go, if nobody has put another there."""
    if not (asked.get("near") or "").strip():
        for rest, place in _may_be_places(words):
            if _is_known(place):
                asked["near"] = place
                return rest
    return words


def _may_be_places(words: str) -> Iterator[tuple[str, str]]:
    found = [*BEFORE_A_PLACE.finditer(words), *POSTCODE.finditer(words)]
    for match in found[-MOST_PLACES:]:
        yield words[: match.start()].strip(" ,"), words[match.end() :]


def _is_known(place: str) -> bool:
    try:
        return bool(locate(place))
    except PlaceError:
        return False


def _days(words: str, asked: QueryDict) -> str:
    """The words without the days, which are ticked instead."""
    said = fold(words)
    days = [code for code, names in DAYS.items() if re.search(rf"\b(?:{names})(?!['\w])", said)]
    if not days or len(said) != len(words):
        return words
    asked.setlist("day", list(dict.fromkeys([*asked.getlist("day"), *days])))
    return " ".join(A_DAY.sub(" ", words).split()).strip(" ,")
