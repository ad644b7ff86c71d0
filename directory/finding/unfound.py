"""What was looked for and not found: which of it may be kept, and for whom it is counted."""

from collections.abc import Iterable, Mapping

from directory import unsaid
from directory.index import ASKED_AS
from directory.models import Word
from directory.search import Eased, Results
from directory.words import Part, tokens

WIDENED = "widened"
OTHER = ""  # words the directory does not know, which may be anything, are counted and not kept
NOT_A_FILTER = {"q", "near", "within", "exact", "page", "sort"}
LONGEST = 120


def why(results: Results) -> str:
    """What had to be let go of before there was anything to show; nothing when it was found as asked."""
    let_go = "" if results.eased is Eased.FEW else str(results.eased)
    return let_go or (WIDENED if results.widened else "")


def kept(results: Results, said: Mapping[str, object]) -> list[str]:
    """What of it is counted, a line for each thing: never the sentence somebody typed. Distress leaves no trace."""
    reading = results.reading
    if reading.in_distress or results.page > 1 or not why(results):
        return []
    words = list(_words(reading.parts)) or ([OTHER] if reading.typed else [])
    filters = [] if results.eased in (Eased.EVERY_WORD, Eased.WORDS) else _filters(said)
    return sorted({*words, *filters})


def _words(parts: Iterable[Part]) -> Iterable[str]:
    """A need or an audience by its code, a line of the thesaurus, a word that stands in a listing; all else is `OTHER`.

    Each on its own: what stood beside it may be what makes it somebody's.
    """
    plain = {token for part in parts for token in tokens(part.said) if token.isascii() and token.isalpha()}
    known = set(Word.objects.filter(word__in=plain).values_list("word", flat=True)) if plain else set()
    for part in parts:
        if unsaid.is_said(tokens(part.said)):
            yield f"need:{unsaid.NEED}"
        elif part.needs or part.tags:
            yield from (*(f"need:{code}" for code in part.needs), *map(_asked_as, part.tags))
        else:
            is_ours = part.means or set(tokens(part.said)) <= known
            yield part.said[:LONGEST] if is_ours else OTHER


def _asked_as(tag: str) -> str:
    """By the name of the filter that asks for it: for:carers is audience:carers."""
    head, colon, rest = tag.partition(":")
    return ASKED_AS.get(head, head) + colon + rest


def _filters(said: Mapping[str, object]) -> list[str]:
    """ "free", "day:MO": the names and values of our own form, which hold nothing anybody typed."""
    chosen = ((name, value) for name, value in said.items() if value and name not in NOT_A_FILTER)
    return [line for name, value in chosen for line in _lines(name, value)]


def _lines(name: str, value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [f"{name}:{each}" for each in value]
    return [name if value is True else f"{name}:{value}"]
