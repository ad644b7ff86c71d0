"""The words of a question as PostgreSQL's own query, and how well a listing answers them, in SQL."""

from math import log

from directory.words import Part

# D, C, B, A: a word in passing in a description says little about what a place is for.
WEIGHTS = "'{0.1, 0.3, 0.6, 1}'"
# What else was looked for: a name that has it is no better than a line that does.
MEANT = "'{0.1, 0.3, 0.5, 0.6}'"
LESS, EXTRA, WHOLE = 0.5, 0.2, 0.5  # what else it means; words that need not be there; all of it word after word
MARKED = {"kind": 0.4, "for": 0.2}
NOWHERE = 0.3  # as if so many listings had a word that none has
ENOUGH = 0.4  # of what was asked for, where not every word is there
WORDS = "plainto_tsquery('english', directory_plain(%({})s))"
PHRASE = "phraseto_tsquery('english', directory_plain(%({})s))"
A_MEANS = "{kind:transport,kind:advice,kind:connector,kind:volunteering}"  # to what the words name, seldom the thing

Parts = tuple[Part, ...]


class Words:
    """SQL for some words. What was typed travels beside it, in `values`, and never in it."""

    def __init__(self, parts: Parts, extra: Parts, any_word: bool, values: dict[str, object]) -> None:
        self.parts, self.extra, self.any_word, self.values = parts, extra, any_word, values

    def said(self) -> str:
        """All of them as typed, or as else they are written."""
        return self._joined(self._said(part, f"p{at}") for at, part in enumerate(self.parts))

    def wide(self) -> str:
        """All of them as typed, or what else they mean."""
        return self._joined(self._wide(part, f"p{at}") for at, part in enumerate(self.parts))

    def held(self) -> str:
        """How much of what was asked a listing has, of 1. Two of three words beat one said often."""
        every = sum(map(_worth, self.parts))
        shares = (
            f"{_worth(part) / every:.4f} * (e.words @@ {self._wide(part, f'p{at}')})::int"
            for at, part in enumerate(self.parts)
        )
        return "(" + " + ".join(shares) + ")"

    def score(self) -> str:
        """Each part by where it stands; a rare word tells more than a common one; all of it in a row, most."""
        if not self.parts:
            return "1"
        every = sum(map(_worth, self.parts))
        ranks = [f"{_worth(part) / every:.4f} * {self._rank(part, f'p{at}')}" for at, part in enumerate(self.parts)]
        ranks += [f"{EXTRA} * {_ranked(self._said(part, f'x{at}'))}" for at, part in enumerate(self.extra)]
        whole = " ".join(part.said for part in (*self.parts, *self.extra))
        if " " in whole:
            self.values["whole"] = whole
            ranks.append(f"{WHOLE} * {_ranked(PHRASE.format('whole'))}")
        return f"(0.05 + {' + '.join(ranks)}) * {self._means()}"

    def _means(self) -> str:
        self.values["meant"] = [tag for part in self.parts for tag in part.tags]
        return f"case when e.tags && '{A_MEANS}' and not e.tags && %(meant)s::text[] then 0.5 else 1 end"

    def _joined(self, queries: object) -> str:
        return "(" + (" || " if self.any_word else " && ").join(queries) + ")"

    def _rank(self, part: Part, name: str) -> str:
        said, meant = _ranked(self._said(part, name)), self._meant(part, name)
        if not meant:
            return said
        also = _ranked(meant, MEANT)
        return f"(greatest({said} + {LESS / 2} * {also}, {LESS} * {also}){self._marked(part, name)})"

    def _marked(self, part: Part, name: str) -> str:
        """What somebody has marked so: as a kind, nearly as good as a name that says it; less, as a good place for."""
        heads = {"for": [], "kind": []}
        for tag in part.tags:
            heads["for" if tag.startswith("for:") else "kind"].append(tag.removeprefix("is:"))
        self.values |= {f"{name}_{head}": tags for head, tags in heads.items()}
        worth = ((head, MARKED[head]) for head, tags in heads.items() if tags)
        return "".join(f" + {much} * (e.tags && %({name}_{head})s::text[])::int" for head, much in worth)

    def _wide(self, part: Part, name: str) -> str:
        said, meant = self._said(part, name), self._meant(part, name)
        return f"({said} || {meant})" if meant else said

    def _said(self, part: Part, name: str) -> str:
        self.values[name] = part.said
        terms = [(PHRASE if part.together else WORDS).format(name)]
        return _either(terms + [self._phrase(other, f"{name}_s{n}") for n, other in enumerate(part.spelled)])

    def _meant(self, part: Part, name: str) -> str:
        tags = [*(f"need:{code}" for code in part.needs), *part.tags]
        phrases = [self._phrase(phrase, f"{name}_m{n}") for n, phrase in enumerate(part.means)]
        return _either(phrases + [self._tag(tag, f"{name}_t{n}") for n, tag in enumerate(tags)])

    def _phrase(self, phrase: str, name: str) -> str:
        self.values[name] = phrase
        return PHRASE.format(name)

    def _tag(self, tag: str, name: str) -> str:
        self.values[name] = "'" + tag.replace("\\", "\\\\").replace("'", "''") + "'"
        return f"%({name})s::tsquery"


def _worth(part: Part) -> float:
    """A rare word tells more than a common one; most, one that no listing has."""
    return 1 / (1 + log(1 + (part.n or NOWHERE)))


def _ranked(query: str, weights: str = WEIGHTS) -> str:
    return f"ts_rank_cd({weights}, e.words, {query}, 32)"


def _either(terms: list[str]) -> str:
    return "(" + " || ".join(terms) + ")" if terms else ""
