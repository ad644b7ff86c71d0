"""How near a list of results comes to what ought to come first: the golden questions, nDCG@10 and MRR."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean
from zlib import crc32

FOLDER = Path(__file__).parent.parent / "tests" / "golden"
LOOKED_AT = 10
GOOD = 2  # a grade from here on is an answer
SLIPS = ("one_slip", "two_slips")
PARTS = ("all", "development", "held_out", "mistyped", "as_meant")


@dataclass(frozen=True)
class Question:
    """`grades`: of each listing that answers it, 3 for just that, 2 for good, 1 for worth a look."""

    words: str
    kind: str
    grades: dict[str, int]

    @property
    def is_held_out(self) -> bool:
        """A third that nobody looks at one by one, the same third for ever."""
        return crc32(self.words.encode()) % 3 == 0


@dataclass(frozen=True)
class Judged:
    """`ndcg` and `rr` are None for a question without an answer; `is_clear` is then whether the page says so."""

    question: Question
    ndcg: float | None = None
    rr: float | None = None
    is_clear: bool | None = None
    first: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        return float(bool(self.is_clear)) if self.ndcg is None else self.ndcg


def questions(name: str) -> list[Question]:
    kinds = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return [Question(words, kind, _grades(said)) for kind, asked in kinds.items() for words, said in asked.items()]


def _grades(said: str) -> dict[str, int]:
    return {key: int(grade) for key, grade in (each.split(":") for each in said.split())}


def judge(question: Question, found: Sequence[str], is_clear: bool) -> Judged:
    """`found` are the keys of the first results, in order."""
    if not question.grades:
        return Judged(question, is_clear=is_clear, first=tuple(found[:3]))
    grades = [question.grades.get(key, 0) for key in found[:LOOKED_AT]]
    best = sorted(question.grades.values(), reverse=True)[:LOOKED_AT]
    rank = next((at for at, grade in enumerate(grades, 1) if grade >= GOOD), None)
    return Judged(question, _gain(grades) / _gain(best), 1 / rank if rank else 0.0, first=tuple(found[:3]))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(at + 1) for at, grade in enumerate(grades, 1))


def summary(judged: Iterable[Judged]) -> dict[str, object]:
    """Overall, by class, as written and mistyped; the third held out only as a whole."""
    every = list(judged)
    kinds = dict.fromkeys(each.question.kind for each in every)
    return {
        "all": figures(every),
        "development": figures(each for each in every if not each.question.is_held_out),
        "held_out": figures(each for each in every if each.question.is_held_out),
        "mistyped": figures(each for each in every if each.question.kind in SLIPS),
        "as_meant": figures(each for each in every if each.question.kind not in SLIPS),
        "classes": {kind: figures(each for each in every if each.question.kind == kind) for kind in kinds},
    }


def figures(judged: Iterable[Judged]) -> dict[str, object]:
    every = list(judged)
    rated, empty = [each for each in every if each.ndcg is not None], [each for each in every if each.ndcg is None]
    told: dict[str, object] = {"questions": len(every)}
    if rated:
        told |= {"ndcg": round(mean(each.ndcg for each in rated), 3), "mrr": round(mean(each.rr for each in rated), 3)}
    if empty:
        told["says_no"] = round(mean(each.is_clear for each in empty), 3)
    return told


def worst(judged: Iterable[Judged], few: int) -> list[dict[str, object]]:
    """Of those that may be looked at."""
    open_ = [each for each in judged if not each.question.is_held_out]
    return [
        {"words": each.question.words, "kind": each.question.kind, "score": round(each.score, 2), "first": each.first}
        for each in sorted(open_, key=lambda each: each.score)[:few]
    ]
