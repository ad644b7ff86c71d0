"""What somebody typed, read: cleaned, spelling put right from the directory's own words, and what else it may mean."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from directory import distress, spelling, unsaid
from directory.spelling import Known, Right

About = dict[str, Known]
Meant = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]  # key -> other words, and tags

LONGEST = 200
MOST_TOKENS = 24
MOST_ALSO = 8  # of what else was looked for, as many as a person reads
LONGEST_PHRASE = 7  # words
# Not part of what a phrase is known by: lost my wife, lost his wife. In SQL: `directory_key`.
LITTLE = frozenset({"a", "an", "the", "my", "your", "his", "her", "their", "our", "some", "any", "this", "that"})
# Said around what is meant; to look for them would only keep good places out.
FILLERS = frozenset({
    "near", "nearby", "around", "feel", "feeling", "want", "wants", "wanted", "wanna", "looking", "look", "please",
    "need", "needs", "needing", "find", "finding", "get", "gets", "getting", "go", "goes", "going", "someone",
    "somebody", "something", "somewhere", "anyone", "anybody", "anything", "anywhere", "everyone", "like", "would",
    "could", "can", "cant", "cannot", "dont", "doesnt", "didnt", "im", "ive", "id", "hes", "shes", "theyre", "really",
    "very", "lot", "lots", "bit", "just", "also", "keep", "keeps", "things", "thing", "stuff", "know", "knows", "try",
    "trying", "hello", "hi", "thanks", "whats", "wheres", "there", "available", "options", "kind", "sort", "good",
    "nice", "best", "today",
})  # fmt: skip
# What a place is, rather than what it is for: where there is anything else to look for, these only help to order.
WEAK = frozenset({
    "group", "club", "class", "session", "servic", "support", "help", "activ", "place", "peopl", "person", "local",
    "communiti", "meet", "meeting", "team", "project", "organis", "organ", "chariti", "event", "programm", "scheme",
    "trust", "associ", "societi", "trouble", "troubl", "problem", "issu", "area", "advic", "speak", "speaker", "use",
    "user", "suffer", "live", "day", "week", "everi", "time", "hour", "month", "year", "centr", "center", "old",
})  # fmt: skip
# In a phrase, one of the family stands for another: lost my hubby is lost my wife. In SQL: `directory_kin`.
KIN = re.compile(
    r"\b(?:husband|hubbi|wife|missus|partner|spous|fianc|mum|mummi|mam|mom|mother|dad|daddi|father|parent|brother|sister"
    r"|gran|granni|nan|nana|grandma|grandad|grandpa|grandmoth|grandfath|aunt|aunti|uncl|friend)\b"
)
YOUNG = re.compile(r"\b(?:son|daughter|boy|girl|child|children|kid|lad)\b")
UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
QUOTED = re.compile(r'["“”]([^"“”]+)["“”]')

BESIDE = """
select asked, array_agg(distinct other) from unnest(%s::text[]) asked
join directory_phrase p on p.means @> array[asked] and p.source like 'said:%%'
cross join unnest(p.means) other where other <> asked group by 1
"""
MEANT = "select key, means, tags from directory_phrase where key = any(%s) order by key, source"


@dataclass(frozen=True)
class Part:
    """A word or a phrase that stands for one thing, with what else is looked for in its place.

    `spelled` are other ways to write it, worth as much; `means` and `needs`, less, and `tags` are whatever else is so
    marked. `n` is about how many listings have it.
    """

    said: str
    means: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    n: int = 1
    together: bool = False  # word after word, as in quotation marks


@dataclass(frozen=True)
class Reading:
    """`said` is what is looked for; it differs from `typed` where a spelling was put right.

    What it finds has every one of the `parts`; `extra` only helps to put the best first.
    """

    typed: str = ""
    said: str = ""
    parts: tuple[Part, ...] = ()
    in_distress: bool = False
    unsaid: bool = False
    extra: tuple[Part, ...] = ()
    apart: tuple[Part, ...] = ()  # word by word, for where no listing answers a phrase as a whole

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
        """The other words looked for, once each. To somebody who has lost somebody they are not read out."""
        if any(HARD.intersection(part.means) for part in self.parts):
            return []
        return list(dict.fromkeys(word for part in self.parts for word in part.means))[:MOST_ALSO]

    @property
    def is_wider(self) -> bool:
        return any(part.means or part.needs or part.tags for part in self.parts)


HARD = {"bereavement", "grief", "widow", "stillbirth", "miscarriage", "end of life", "suicide", "abuse"}


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
    return _understood(typed)


def _as_typed(words: list[str]) -> tuple[Part, ...]:
    known = spelling.known(words)
    return tuple(Part(word, n=known[word].n or 0) for word in words if not known[word].empty)


def _understood(typed: str) -> Reading:
    quoted = tuple(Part(said, together=True) for said in map(" ".join, map(tokens, QUOTED.findall(typed))) if said)
    words = tokens(QUOTED.sub(" ", typed))
    known = spelling.known(words)
    right = spelling.put_right([word for word in words if word not in FILLERS], known)
    read_as = [each for word in words for each in right.words.get(word, (word,))]
    runs = _runs(read_as, known)
    meant = _meant({key for begun in runs.values() for key, _end in begun})
    parts = [*quoted, *(_for_company(part) for part in _parts(read_as, known, right, runs, meant))]
    strong, weak = _apart(parts, known)
    single = _parts(read_as, known, right, {at: begun[:1] for at, begun in runs.items()}, meant)
    return Reading(
        typed, _respelled(typed, right.words), strong or weak, unsaid=unsaid.is_said(read_as),
        extra=weak if strong else (), apart=_apart(list(single), known)[0],
    )  # fmt: skip


def _apart(parts: Sequence[Part], known: About) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What it is about, and words for what a place is or that are said around it."""

    def is_weak(part: Part) -> bool:
        return part.said in known and known[part.said].stem in WEAK and not part.together

    said = [part for part in parts if part.said not in FILLERS]
    return tuple(part for part in said if not is_weak(part)), tuple(part for part in said if is_weak(part))


def _for_company(part: Part) -> Part:
    """Also when the thesaurus has no line for it."""
    is_wide = part.needs or not unsaid.is_said(part.said.split())
    return part if is_wide else replace(part, needs=(unsaid.NEED,))


Runs = dict[int, list[tuple[str, int]]]


def _parts(words: list[str], known: About, right: Right, runs: Runs, meant: Meant) -> Iterator[Part]:
    """The longest phrase the thesaurus knows, then the next; other words one by one, or two that are also one."""
    at = 0
    while at < len(words):
        begun = sorted(runs.get(at, []), key=lambda run: run[1], reverse=True)
        key, end = next(((key, end) for key, end in begun if key in meant), ("", at + 1))
        pair = "".join(words[at : at + 2])
        if not key and pair in known and known[pair].is_known and at + 1 < len(words):
            end = at + 2
        if part := _part(words[at:end], known, right, *meant.get(key, ((), ()))):
            yield part
        at = end


def _runs(words: list[str], known: About) -> Runs:
    """Every few words in a row as the thesaurus knows them: from where, their key, and to where."""
    kept = [at for at, word in enumerate(words) if word not in LITTLE]
    runs: Runs = {}
    for first, at in enumerate(kept):
        for last in range(first, min(first + LONGEST_PHRASE, len(kept))):
            key = " ".join(known[words[each]].stem for each in kept[first : last + 1])
            names = [kin(key), key] if last > first else [key]
            runs.setdefault(at, []).extend((name, kept[last] + 1) for name in dict.fromkeys(names))
        pair = "".join(words[at : at + 2])
        if at + 1 < len(words) and pair in known and known[pair].is_known:
            runs[at].append((known[pair].stem, at + 2))
    return runs


def kin(key: str) -> str:
    return YOUNG.sub("young", KIN.sub("kin", key))


def _meant(keys: Iterable[str]) -> Meant:
    """Key -> other words, and tags. Asked afresh each time: an editor's change counts at once."""
    found: Meant = {}
    with connection.cursor() as cursor:
        for key, means, tags in cursor.execute(MEANT, [list(keys)]).fetchall():
            before = found.get(key, ((), ()))
            found[key] = (_once(before[0], means), _once(before[1], tags))
    return found


def close_to(parts: Iterable[Part]) -> tuple[Part, ...]:
    """What stands beside these words in the thesaurus, for where nothing answers them: chess, for who wants bingo."""
    asked = tuple(parts)
    with connection.cursor() as cursor:
        rows = cursor.execute(BESIDE, [[part.said for part in asked]]).fetchall()
    beside = {said: _once(means) for said, means in rows}
    return tuple(replace(part, means=_once(part.means, beside.get(part.said, ()))) for part in asked) if beside else ()


def _once(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for some in lists for each in some))


def _part(words: list[str], known: About, right: Right, means: Sequence[str], tags: Sequence[str]) -> Part | None:
    if len(words) == 1 and not means and not tags and known[words[0]].empty:
        return None
    needs = tuple(tag.removeprefix("need:") for tag in tags if tag.startswith("need:"))
    others = tuple(tag for tag in tags if not tag.startswith("need:"))
    n = (known[words[0]].n or 0) if len(words) == 1 else 1
    return Part(" ".join(words), tuple(means), needs, others, spelling.also_written(words, known, right), n)


def _respelled(typed: str, right: dict[str, tuple[str, ...]]) -> str:
    """What was typed, with only the corrected words replaced."""
    changed = {wrong: " ".join(words) for wrong, words in right.items() if words != (wrong,)}
    return re.sub(r"[^\s]+", lambda match: _put_right(match[0], changed), typed) if changed else typed


def _put_right(word: str, changed: dict[str, str]) -> str:
    folded = fold(word)
    for wrong, right in changed.items():
        folded = folded.replace(wrong, right) if wrong in tokens(folded) else folded
    return folded if folded != fold(word) else word
