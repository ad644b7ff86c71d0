"""What somebody may be about to type: phrases people use, names of listings, and words that stand in them."""

from django.db import connection

from directory import distress, unsaid
from directory.words import clean, fold, tokens

SHORTEST, LONGEST = 2, 40
MOST, MOST_WORDS, MOST_NAMES = 8, 3, 3

# Each is a walk down an index of beginnings. Names only of what the public finds; words only that some listing has.
BEGINNINGS = """
(select 1, said, 0 from directory_phrase
 where key like %(stem)s || '%%' and directory_plain(said) like %(typed)s || '%%' order by length(said), said limit 12)
union all
(select 2, s.name, 0 from directory_service s
 where directory_plain(s.name) collate "C" like %(typed)s || '%%'
   and exists (select from directory_searchentry e where e.service_id = s.id and not e.withheld
       and (e.shut_from is null or e.shut_from > current_date or e.shut_until <= current_date)
       and (e.shown_from is null or e.shown_from <= current_date)
       and (e.shown_until is null or e.shown_until >= current_date))
 order by directory_plain(s.name) collate "C" limit 6)
union all
(select 3, word, n from directory_word where word like %(last)s || '%%' and n > 0 order by n desc, word limit 6)
"""


def suggest(prefix: str) -> list[str]:
    """At most eight ways to go on, likeliest first; none for words of distress, or those we never say."""
    typed = fold(clean(prefix))[:LONGEST]
    if len(typed) < SHORTEST or distress.is_said(tokens(typed)) or not tokens(typed):
        return []
    *before, last = tokens(typed)
    with connection.cursor() as cursor:
        values = {"typed": _plain(typed), "stem": _plain(_first(typed)), "last": _plain(last)}
        rows = cursor.execute(BEGINNINGS, values).fetchall()
    words = [" ".join([*before, said]) for what, said, _n in rows if what == 3]
    names = [said for what, said, _n in rows if what == 2]
    phrases = [said for what, said, _n in rows if what == 1]
    found = dict.fromkeys([*words[:MOST_WORDS], *names[:MOST_NAMES], *phrases])
    return [each for each in found if _may_be_said(each)][:MOST]


def _first(typed: str) -> str:
    """A phrase is kept by its stems: its first letters are those of the first word's stem."""
    return typed.split()[0][:3]


def _plain(text: str) -> str:
    """Nothing of LIKE's own."""
    return text.replace("\\", "").replace("%", "").replace("_", "")


def _may_be_said(said: str) -> bool:
    words = tokens(said)
    return not unsaid.is_said(words) and not distress.is_said(words)
