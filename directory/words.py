"""What somebody typed, read: cleaned, spelling put right from the directory's own words, and what else it may mean."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory import distress, unsaid
from directory.models import Need, Synonym, Word

LONGEST = 200
MOST_TOKENS = 24
SHORTEST_CORRECTED = 4
# Said around what is meant; to look for them would only keep good places out.
FILLERS = frozenset({"near", "nearby", "around", "feel", "feeling", "want", "looking", "please"})
UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\ufeff]+")
TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

KNOWN = """
select token, to_tsvector('english', token) = ''::tsvector, token !~ '^[a-z]+$' or exists (
    select 1 from directory_word where stem = any(tsvector_to_array(to_tsvector('english', token))))
from unnest(%s::text[]) token
"""

PLACES = """
select distinct word from (
    select folded from places_area where kind in ('ward', 'authority')
    union all select folded from places_street) place, unnest(string_to_array(folded, ' ')) word
where word = any(%s)
"""


@dataclass(frozen=True)
class Part:
    """A word or a phrase that stands for one thing, with what else is looked for in its place."""

    said: str
    means: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """`said` is what is looked for; it differs from `typed` where a spelling was put right."""

    typed: str = ""
    said: str = ""
    parts: tuple[Part, ...] = ()
    in_distress: bool = False
    unsaid: bool = False

    @property
    def told(self) -> str:
        """The words as the page may say them back."""
        if self.in_distress:
            return ""
        return unsaid.instead() if self.unsaid else self.said

    @property
    def is_corrected(self) -> bool:
        return self.said != self.typed

    @property
    def also(self) -> list[str]:
        """The other words looked for, once each."""
        return list(dict.fromkeys(word for part in self.parts for word in part.means))

    @property
    def is_wider(self) -> bool:
        return any(part.means or part.needs for part in self.parts)


def clean(text: str) -> str:
    """Without what no keyboard types: NUL and other controls, halves of characters, invisible marks."""
    return " ".join(UNREADABLE.sub(" ", text).split())


def fold(text: str) -> str:
    """As the index folds it: `directory_plain`."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("‘", "'"))
    return "".join(letter for letter in plain if not "\u0300" <= letter <= "\u036f")


def tokens(text: str) -> list[str]:
    return TOKEN.findall(fold(text))[:MOST_TOKENS]


def read(text: str, exact: bool = False) -> Reading:
    """Read what was typed. `exact` takes every word as it stands: no other spelling and no other meaning."""
    typed = clean(text)[:LONGEST]
    words = tokens(typed)
    if not words:
        return Reading(typed, typed)
    if distress.is_said(words):
        return Reading(typed, typed, () if distress.is_told(words) else _as_typed(words), in_distress=True)
    if exact:
        return Reading(typed, typed, _as_typed(words), unsaid=unsaid.is_said(words))
    return _understood(typed, words)


def _as_typed(words: list[str]) -> tuple[Part, ...]:
    empty, _strange = _state(words)
    return tuple(Part(word) for word in words if word not in empty)


def _understood(typed: str, words: list[str]) -> Reading:
    thesaurus = _thesaurus()
    empty, strange = _state(words)
    corrections = _corrections([word for word in strange if word not in FILLERS], thesaurus)
    right = [corrections.get(word, word) for word in words]
    parts = (_for_company(part) for part in _parts(right, thesaurus, empty | FILLERS))
    return Reading(typed, _respelled(typed, corrections), tuple(parts), unsaid=unsaid.is_said(right))


def _for_company(part: Part) -> Part:
    """Also when the thesaurus has no line for it."""
    is_wide = part.needs or not unsaid.is_said(part.said.split())
    return part if is_wide else replace(part, needs=(unsaid.NEED,))


def _state(words: list[str]) -> tuple[set[str], list[str]]:
    """The words that carry nothing ("the"), and those that stand in no listing."""
    with connection.cursor() as cursor:
        rows = cursor.execute(KNOWN, [words]).fetchall()
    return {word for word, empty, _known in rows if empty}, [
        word for word, empty, known in rows if not (empty or known)
    ]


Thesaurus = dict[tuple[str, ...], Part]


def _thesaurus() -> Thesaurus:
    """Phrase -> what it may mean. Read afresh: an editor's change counts at once."""
    found: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    for said, means in Synonym.objects.values_list("said", "means"):
        found.setdefault(tuple(tokens(said)), ([], []))[0].extend(means)
    for code, name, synonyms in Need.objects.values_list("code", "name", "synonyms"):
        for said in [name, *synonyms]:
            found.setdefault(tuple(tokens(said)), ([], []))[1].append(code)
    return {
        key: Part(" ".join(key), tuple(means), tuple(dict.fromkeys(needs))) for key, (means, needs) in found.items()
    }


def _parts(words: list[str], thesaurus: Thesaurus, empty: set[str]) -> Iterable[Part]:
    """The longest phrase the thesaurus knows, then the next; other words one by one."""
    longest = max(map(len, thesaurus), default=1)
    at = 0
    while at < len(words):
        width = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in thesaurus), 0)
        if width:
            yield thesaurus[tuple(words[at : at + width])]
        elif words[at] not in empty:
            yield Part(words[at])
        at += width or 1


def _corrections(strange: list[str], thesaurus: Thesaurus) -> dict[str, str]:
    """Strange word -> the nearest one that does stand in a listing or in the thesaurus."""
    spoken = {word for key, part in thesaurus.items() for phrase in [*key, *part.means] for word in tokens(phrase)}
    wanted = [word for word in strange if word not in spoken and len(word) >= SHORTEST_CORRECTED]
    places = _in_names_of_places(wanted) if wanted else set()
    wanted = [word for word in wanted if word not in places]
    if not wanted:
        return {}
    choices = sorted(spoken.union(_words_about_as_long(wanted)))
    nearest = {word: _nearest(word, choices) for word in wanted}
    return {word: found for word, found in nearest.items() if found}


def _in_names_of_places(words: list[str]) -> set[str]:
    """Northgate is no slip for anything, also where no listing has it in its words."""
    with connection.cursor() as cursor:
        return {word for (word,) in cursor.execute(PLACES, [words]).fetchall()}


def _words_about_as_long(wanted: list[str]) -> Iterable[str]:
    lengths = {length for word in wanted for length in range(len(word) - 2, len(word) + 3)}
    return Word.objects.alias(length=Length("word")).filter(length__in=lengths).values_list("word", flat=True)


def _nearest(word: str, choices: list[str]) -> str | None:
    """One slip in a short word, two in a long one. The first letter is seldom wrong; more are left out than added."""
    slips = 1 if len(word) <= 5 else 2
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=20)
    return min(found, key=lambda hit: (hit[1], hit[0][0] != word[0], -len(hit[0]), hit[0]))[0] if found else None


def _respelled(typed: str, corrections: dict[str, str]) -> str:
    """What was typed, with only the corrected words replaced."""
    return re.sub(r"[^\s]+", lambda match: _put_right(match[0], corrections), typed)


def _put_right(word: str, corrections: dict[str, str]) -> str:
    folded = fold(word)
    for wrong, right in corrections.items():
        folded = folded.replace(wrong, right) if wrong in tokens(folded) else folded
    return folded if folded != fold(word) else word
