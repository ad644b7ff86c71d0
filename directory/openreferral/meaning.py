"""From the topics and words of somebody else's listing to a kind, needs and audiences of ours."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F

from directory.models import Audience, Meaning, Need

MOST_NEW = 500  # words a reading may add to the list; a feed that invents more has no taxonomy
LONGEST = 120


@dataclass
class Meant:
    """`kind` is the first that anything said; needs and audiences are all that was."""

    kind: str = ""
    needs: set[str] = field(default_factory=set)
    audiences: set[str] = field(default_factory=set)

    def take(self, meaning: Meaning) -> None:
        self.kind = self.kind or meaning.kind
        self.needs.update(meaning.needs)
        self.audiences.update(meaning.audiences)


class Meanings:
    """All of the lines, read once a run. What a topic says goes before a word in the name, and that before the text."""

    def __init__(self) -> None:
        lines = list(Meaning.objects.order_by("position", "said"))
        self.digest = _digest(lines)
        self.terms = {line.said: line for line in lines if line.where == Meaning.Where.TERM}
        self.words = [
            _Words([line for line in lines if line.where == where])
            for where in (Meaning.Where.NAME, Meaning.Where.TEXT)
        ]
        self.needs = set(Need.objects.values_list("pk", flat=True))
        self.audiences = set(Audience.objects.values_list("pk", flat=True))
        self.synonyms = {**_synonyms(Audience, "audiences"), **_synonyms(Need, "needs")}
        self.seen: Counter[str] = Counter()

    def of(self, topics: Iterable[str], marks: Iterable[str], name: str, text: str) -> Meant:
        meant = Meant()
        for said in dict.fromkeys(fold(each) for each in (*marks, *topics)):
            self.seen[said] += 1
            for meaning in self._of_term(said):
                meant.take(meaning)
        for words, said in zip(self.words, (name, f"{name}\n{text}"), strict=True):
            for meaning in words.found(fold(said)):
                meant.take(meaning)
        meant.needs &= self.needs
        meant.audiences &= self.audiences
        return meant

    def _of_term(self, said: str) -> list[Meaning]:
        """Its own line, or that of what stands above it; and where it is one of our own words for a need, that need."""
        line, steps = self.terms.get(said), 0
        while line and not line.means_something and line.parent and steps < 5:
            line, steps = self.terms.get(line.parent), steps + 1
        own = self.synonyms.get(said)
        return [each for each in (line, own) if each]

    def note_seen(self, topics: Iterable[str]) -> None:
        """New topics join the list without a meaning, so that editors see what nobody has told us yet."""
        named = {fold(each): each for each in topics}
        new = [said for said, _n in self.seen.most_common() if said in named and said not in self.terms][:MOST_NEW]
        Meaning.objects.bulk_create(
            [Meaning(said=said[:LONGEST], label=named[said][:200]) for said in new if said], ignore_conflicts=True
        )
        for said, times in self.seen.items():
            Meaning.objects.filter(where=Meaning.Where.TERM, said=said[:LONGEST]).update(seen=F("seen") + times)


class _Words:
    """Many words looked for at once, in the order of the list."""

    def __init__(self, lines: list[Meaning]) -> None:
        self.lines = {line.said: line for line in lines}
        self.order = {line.said: at for at, line in enumerate(lines)}
        whole = [re.escape(said).replace(r"\*", r"[\w'-]*") for said in sorted(self.lines, key=len, reverse=True)]
        self.patterns = [(said, re.compile(rf"(?<![\w]){pattern}(?![\w])")) for said, pattern in self._named(whole)]
        self.any = re.compile(rf"(?<![\w])(?:{'|'.join(whole)})(?![\w])") if whole else None

    def _named(self, whole: list[str]) -> Iterable[tuple[str, str]]:
        return zip(sorted(self.lines, key=len, reverse=True), whole, strict=True)

    def found(self, said: str) -> list[Meaning]:
        if not self.any or not self.any.search(said):
            return []
        names = [name for name, pattern in self.patterns if pattern.search(said)]
        return [self.lines[name] for name in sorted(names, key=self.order.__getitem__)]


def fold(said: str) -> str:
    return " ".join(said.lower().replace("’", "'").split())[: 20_000 if len(said) > LONGEST else LONGEST]


def _synonyms(model: type[Need | Audience], column: str) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for code, name, synonyms in model.objects.values_list("code", "name", "synonyms"):
        for said in (code.replace("_", " "), name, *synonyms):
            line = found.setdefault(said.lower(), Meaning(said=said.lower()))
            getattr(line, column).append(code)
    return found


def _digest(lines: list[Meaning]) -> str:
    """Another when a listing would come to mean something else: then every record is read again."""
    said = [(m.where, m.said, m.parent, m.kind, sorted(m.needs), sorted(m.audiences)) for m in lines]
    told = sorted(each for each in said if any(each[2:]))
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
