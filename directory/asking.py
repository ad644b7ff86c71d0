"""One box may ask several things: "coffee on Monday near Northgate" is coffee, a day and a place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection
from django.http import QueryDict

from connect.places.find import PlaceError, locate
from connect.places.models import fold as _folded
from directory.words import LONGEST, clean, fold

MOST_PLACES = 3  # "a walk by the river in the park near Northgate" has three chances to be a place
# Small words before a place, in English and Welsh.
BEFORE_A_PLACE = re.compile(
    r"(?:^|\s)(?:near to|near|close to|in|around|by|ger|wrth|yn|yng|ym|o gwmpas)\s+", re.IGNORECASE
)
POSTCODE = re.compile(r"(?:^|\s)(?=[A-Z]{1,2}[0-9][A-Z0-9]?(?:\s?[0-9][A-Z]{0,2})?$)", re.IGNORECASE)
# Whole, it may stand anywhere: my postcode is KX2 4HD, do you have cards.
WHOLE_POSTCODE = re.compile(
    r"(?:^|(?<=\s))(?:(?:my )?post ?code(?: is)?:?\s+)?([A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2})(?=[\s,]|$)",
    re.IGNORECASE,
)
BEFORE_IT = re.compile(r"(?:^|\s)(?:near to|near|close to|in|around|by|at|from|ger|wrth)\s*$", re.IGNORECASE)
LONGEST_PLACE = 3  # words, where nothing stands before it: "sewing Hollin Park"
BARE = """
select place from unnest(%(places)s::text[]) with ordinality p(place, at) where exists (
    select from places_area where folded = place and kind in ('ward', 'authority')
    union all select from places_street where folded = place)
and not exists (select from directory_word where word = place and spoken) order by at limit 1
"""

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
# Soon, and parts of the day: the box that each goes to, and what it is called there.
SOON = {
    ("when", "today"): "today|tonight|heddiw|heno",
    ("when", "tomorrow"): "tomorrow|tomorow|tommorow|tommorrow|yfory",
    ("when", "weekend"): "this weekend|at the weekend this week|y penwythnos hwn",
    ("time", "morning"): "(?:in the )?mornings?|yn y bore|bore",
    ("time", "afternoon"): "(?:in the )?afternoons?|yn y prynhawn|prynhawn",
    ("time", "evening"): "tonight|(?:in the )?evenings?|at night|gyda'r nos|heno",
}
# Not a time of day: the thing itself, or how somebody feels about it.
NOT_A_TIME = re.compile(
    r"\b(?:coffee|tea|bore) mornings?\b|\bafternoon teas?\b|\bbore (?:coffi|da)\b"
    r"|\bevening (?:class|room|meal)|\b(?:long|lonely) evenings?\b|\bevenings? (?:are|is)\b"
)
A_DAY = re.compile(
    rf"(?:\b(?:on|at|every|each|this|ar|bob)\s+)?(?:\b(?:a|the|y)\s+)?{ANY_DAY}(?:\s*(?:,|&|and|or|a|neu)?\s*{ANY_DAY})*",
    re.IGNORECASE,
)

# Whoever says how old they are says it of themselves or of whom they ask for; a listing "over 60" says it otherwise.
AN_AGE = re.compile(
    r"(?:\b(?:i am|i'm|im|she is|she's|he is|he's|aged|rwy'n)\s+)(1[6-9]|[2-9][0-9]|10[0-9])"
    r"(?:\s+(?:years? old|years?|yrs?|oed)\b|(?=[\s,.]|$))(?:\s*(?:,|and|a|ac)(?=\s))?",
    re.IGNORECASE,
)
NEAR_ME = re.compile(
    r"\s+(?:near(?:by)?(?: to)? me|close to me|local to me|round here|around here|yn agos ata i)\s*$", re.IGNORECASE
)


def read(typed: Mapping[str, Any]) -> QueryDict:
    """The same question with each part in its own box. Words taken exactly, or far too many, are left as they are."""
    asked = _query(typed)
    words = clean(asked.get("q") or "")
    if words and len(words) <= LONGEST and not asked.get("exact"):
        words = _age(NEAR_ME.sub("", words), asked)
        asked["q"] = _days(_soon(_place(words, asked), asked), asked)
        asked["q"] = _bare_place(_place(asked["q"], asked), asked)
    return asked


def _age(words: str, asked: QueryDict) -> str:
    """I am 83 and on my own: the years go where ages go, if nobody has put others there."""
    found = AN_AGE.search(words)
    if not found or (asked.get("age") or "").strip():
        return words
    asked["age"] = found[1]
    return " ".join(f"{words[: found.start()]} {words[found.end() :]}".split()).strip(" ,")


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
        for rest, place in (*_whole_postcodes(words), *_may_be_places(words)):
            if _is_known(place):
                asked["near"] = place
                return rest
    return words


def _whole_postcodes(words: str) -> Iterator[tuple[str, str]]:
    for match in list(WHOLE_POSTCODE.finditer(words))[:MOST_PLACES]:
        before = BEFORE_IT.sub("", words[: match.start()])
        yield " ".join(f"{before} {words[match.end() :].lstrip(' ,')}".split()).strip(" ,"), match[1]


def _may_be_places(words: str) -> Iterator[tuple[str, str]]:
    found = [*BEFORE_A_PLACE.finditer(words), *POSTCODE.finditer(words)]
    for match in found[-MOST_PLACES:]:
        yield words[: match.start()].strip(" ,"), words[match.end() :]


def _is_known(place: str) -> bool:
    try:
        return bool(locate(place))
    except PlaceError:
        return False


def _bare_place(words: str, asked: QueryDict) -> str:
    """Sewing Tanners: the last words are a place we know, there are others before it, and nobody says it of a thing."""
    said = words.split()
    if (asked.get("near") or "").strip() or len(said) < 2 or "," in words:
        return words
    ends = {_folded(" ".join(said[-n:])): n for n in range(min(LONGEST_PLACE, len(said) - 1), 0, -1)}
    with connection.cursor() as cursor:
        found = cursor.execute(BARE, {"places": list(ends)}).fetchone()
    if not found or not _is_known(place := " ".join(said[-ends[found[0]] :])):
        return words
    asked["near"] = place
    return " ".join(said[: -ends[found[0]]])


def _soon(words: str, asked: QueryDict) -> str:
    """The words without today or this evening, which are ticked instead. A coffee morning stays one."""
    said = fold(words)
    if len(said) != len(words) or NOT_A_TIME.search(said):
        return words
    for (box, value), names in SOON.items():
        if re.search(rf"\b(?:{names})(?!['\w])", said):
            asked.setlist(box, list(dict.fromkeys([*asked.getlist(box), value])))
            words = re.sub(rf"(?:\b(?:on|for|this|in)\s+)?\b(?:{names})(?!['\w])", " ", words, flags=re.IGNORECASE)
    return " ".join(words.split()).strip(" ,")


def _days(words: str, asked: QueryDict) -> str:
    """The words without the days, which are ticked instead."""
    said = fold(words)
    days = [code for code, names in DAYS.items() if re.search(rf"\b(?:{names})(?!['\w])", said)]
    if not days or len(said) != len(words):
        return words
    asked.setlist("day", list(dict.fromkeys([*asked.getlist("day"), *days])))
    return " ".join(A_DAY.sub(" ", words).split()).strip(" ,")
