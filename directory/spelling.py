"""Words as they were meant: one or two slips of the finger, written as it sounds, half typed, or run together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log2

from django.db import connection
from rapidfuzz.distance import OSA

SHORTEST_CORRECTED = 4
SHORTEST_BEGUN = 3  # letters that may be the beginning of a word; two, after another word
SHORTEST_HALF = 3
LONGEST_SPLIT = 20
SHORT = 5  # up to here one slip is all there can be
SOUNDS_ALIKE = 3  # slips, where two words sound the same

# Only words that stand in a listing or in the thesaurus are known. What is no word of letters is left as it is.
KNOWN = """
select said, directory_stem(said), to_tsvector('english', said) = ''::tsvector, said ~ '^[a-z]+$',
    (select max(w.n) from directory_word w where w.stem = directory_stem(said) and (w.n > 0 or w.spoken))
from unnest(%s::text[]) said
"""

# Northgate is no slip for anything, also where no listing has it in its words.
LOOK_UP = """
select 'place', said, '', '', 0, false from unnest(%(wanted)s::text[]) said where exists (
    select from places_area where kind in ('ward', 'authority') and said = any(string_to_array(folded, ' '))
    union all select from places_street where said = any(string_to_array(folded, ' ')))
union all
select 'slip', said, w.word, w.stem, w.n, w.sound = directory_sound(said)
from unnest(%(wanted)s::text[]) said
cross join lateral (
    select word from directory_slip where gone = any(directory_slips(said))
    union select word from directory_word where sound = directory_sound(said)) near
join directory_word w on w.word = near.word and (w.n > 0 or w.spoken)
union all
(select 'begun', %(begun)s, word, stem, n, false from directory_word
 where word like %(begun)s || '%%' and %(begun)s <> '' and (n > 0 or spoken) order by n desc, length(word) limit 12)
union all
select 'pair', replace(pair, ' ', ''), pair, '', 0, false from unnest(%(pairs)s::text[]) pair
where exists (select from directory_phrase where key = directory_key(pair))
   or exists (select from directory_searchentry where words @@ phraseto_tsquery('english', pair))
union all
(select 'phrase', key, said, '', 0, false from directory_phrase
 where key like any(%(phrases)s) order by length(said) limit 5)
"""


@dataclass(frozen=True)
class Known:
    """A word as the index has it: its stem, whether it carries nothing, and in how many listings it is, if in any."""

    stem: str
    empty: bool = False
    is_plain: bool = True  # letters of the alphabet alone
    n: int | None = None

    @property
    def is_known(self) -> bool:
        return self.n is not None

    @property
    def is_strange(self) -> bool:
        return self.is_plain and not self.empty and not self.is_known


@dataclass(frozen=True)
class Choice:
    word: str
    stem: str
    n: int
    sounds: bool  # the same


@dataclass
class Right:
    """Strange word -> the words that were meant; or, where it may be the beginning of any of several, those."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    begun: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class Found:
    """What the database has for the strange words."""

    places: set[str] = field(default_factory=set)
    slips: dict[str, list[Choice]] = field(default_factory=dict)
    begun: list[Choice] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    pairs: dict[str, tuple[str, ...]] = field(default_factory=dict)


def known(words: Sequence[str]) -> dict[str, Known]:
    """What the directory knows of these words, of any two of them as one, and of each as two."""
    asked = {*words, *("".join(pair) for pair in pairwise(words)), *(half for word in words for half in _halves(word))}
    with connection.cursor() as cursor:
        rows = cursor.execute(KNOWN, [sorted(asked)]).fetchall()
    return {said: Known(stem, empty, plain, n) for said, stem, empty, plain, n in rows}


def put_right(words: Sequence[str], about: dict[str, Known]) -> Right:
    """What strange words were meant to be. What it learns of those it adds to `about`."""
    right, strange = Right(), [word for word in dict.fromkeys(words) if about[word].is_strange]
    if not strange:
        return right
    least = SHORTEST_BEGUN if len(words) == 1 else SHORTEST_BEGUN - 1
    last = words[-1] if words[-1] in strange and len(words[-1]) >= least else ""
    pairs = [" ".join(way) for word in strange for way in _ways(word, about)]
    found = _look_up(strange, last, _phrases_begun(words, about) if last else [], pairs)
    for word in strange:
        if word in found.places:
            continue
        if word == last and (found.phrases or found.begun):
            _complete(word, found, right, about)
        elif meant := _meant(word, found.slips.get(word, []), found.pairs.get(word), about):
            right.words[word] = meant
    return right


def also_written(words: Sequence[str], about: dict[str, Known], right: Right) -> tuple[str, ...]:
    """Food bank is foodbank too, and foodbank food bank; what was half typed may be any of several words."""
    pairs = ("".join(pair) for pair in pairwise(words))
    joined = tuple(pair for pair in pairs if pair in about and about[pair].n)
    ways = _ways(words[0], about) if len(words) == 1 and about[words[0]].is_known else ()
    halves = max(ways, key=lambda way: min(about[half].n or 0 for half in way), default=None)
    return joined + ((" ".join(halves),) if halves else ()) + _numbers(words) + right.begun.get(words[-1], ())


def _numbers(words: Sequence[str]) -> tuple[str, ...]:
    """Over 50s is over 50 and 50 plus."""
    bare = [word.removesuffix("s") for word in words]
    years = [word for word in bare if word.isascii() and word.isdigit() and len(word) < 4]
    return tuple(each for word in years for each in (word, f"{word}s", f"{word}plus") if [each] != list(words))


def _halves(word: str) -> Iterable[str]:
    if len(word) <= LONGEST_SPLIT and word.isascii() and word.isalpha():
        for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            yield word[:at]
            yield word[at:]


def _ways(word: str, about: dict[str, Known]) -> list[tuple[str, str]]:
    """The two words it may be made of."""
    ways = ((word[:at], word[at:]) for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1))
    return [
        way for way in ways if all(half in about and about[half].is_known and not about[half].empty for half in way)
    ]


def _look_up(strange: Sequence[str], begun: str, phrases: Sequence[str], pairs: Sequence[str]) -> Found:
    wanted = [word for word in strange if len(word) >= SHORTEST_CORRECTED]
    asked = {"wanted": wanted, "begun": begun, "phrases": list(phrases), "pairs": list(pairs)}
    found = Found()
    with connection.cursor() as cursor:
        rows = cursor.execute(LOOK_UP, asked).fetchall()
    for what, said, word, stem, n, sounds in rows:
        if what == "place":
            found.places.add(said)
        elif what == "slip":
            found.slips.setdefault(said, []).append(Choice(word, stem, n, sounds))
        elif what == "pair":
            found.pairs.setdefault(said, tuple(word.split()))
        elif what == "begun":
            found.begun.append(Choice(word, stem, n, False))
        else:
            found.phrases.append(word)
    return found


def _phrases_begun(words: Sequence[str], about: dict[str, Known]) -> list[str]:
    """What a phrase that is still being typed begins with, as the thesaurus knows it."""
    stems = [about[word].stem for word in words[:-1]]
    return [" ".join([*stems[at:], words[-1]]) + "%" for at in range(len(stems))]


def _complete(word: str, found: Found, right: Right, about: dict[str, Known]) -> None:
    """To the end of a phrase of the thesaurus; to the only word there is; or left open, any of a few."""
    phrase = found.phrases[0].lower().replace("’", "'").split() if found.phrases else []
    start = next((at for at, each in enumerate(phrase) if each.startswith(word)), None)
    if start is not None:
        right.words[word] = tuple(phrase[start:])
        about.update(known(phrase[start:]))
    elif len({each.stem for each in found.begun}) == 1:
        right.words[word] = _learned(found.begun[0], about)
    elif found.begun:
        one_a_stem = {each.stem: each.word for each in reversed(found.begun)}
        right.begun[word] = tuple(one_a_stem.values())


def _learned(choice: Choice, about: dict[str, Known]) -> tuple[str]:
    about[choice.word] = Known(choice.stem, n=choice.n)
    return (choice.word,)


def _meant(
    word: str, choices: Sequence[Choice], pair: tuple[str, ...] | None, about: dict[str, Known]
) -> tuple[str, ...] | None:
    """One slip in a short word, two in a long one, three where it sounds the same; or two words run together."""
    slips = {each: OSA.distance(word, each.word) for each in choices}
    near = [each for each in choices if slips[each] <= _allowed(word, each)]
    best = min(near, key=lambda each: (_unlike(word, each, slips[each]), -len(each.word), each.word), default=None)
    if best and slips[best] <= 1:
        return _learned(best, about)
    return pair or (_learned(best, about) if best else None)


def _allowed(word: str, choice: Choice) -> int:
    """A word that only the thesaurus has is a bolder guess than one that stands in a listing."""
    slips = 1 if len(word) <= SHORT or not choice.n else 2
    return SOUNDS_ALIKE if choice.sounds and len(word) > SHORT else slips


def _unlike(word: str, choice: Choice, slips: int) -> float:
    """Slips count most; the first letter is seldom wrong, a letter is often doubled, and a common word is likelier."""
    doubled = _single(word) == _single(choice.word)
    return slips - 0.75 * choice.sounds - 0.5 * doubled + 0.6 * (word[0] != choice.word[0]) - 0.08 * log2(1 + choice.n)


def _single(word: str) -> str:
    return "".join(letter for letter, after in zip(word, word[1:] + " ", strict=True) if letter != after)
