"""How well listings that are one are told from those that are two: `python -m benchmarks.duplicates`.

Precision and recall over the labelled pairs of tests/golden/duplicates.toml, and the pairs that went wrong. Asks no
database: what is compared is the scoring, not the looking up.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from directory.bulk.likeness import SHOWN, SURE, Subject, compare, digits_of, link_of

PAIRS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "duplicates.toml"
AREAS = frozenset(
    {"kelderby", "farside", "northgate", "beacon", "tanners", "millrace", "quayside", "larkfield", "hollin"}
)


@dataclass(frozen=True)
class Judged:
    one: str
    other: str
    same: bool
    score: float


def judged() -> list[Judged]:
    told = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    return [
        Judged(one, other, same == "same", compare(subject(one), subject(other))[0])
        for same in ("same", "different")
        for one, other in told[same]
    ]


def subject(said: str) -> Subject:
    name, body, postcode, spot, link, email, phone = (part.strip() for part in said.split("|"))
    return Subject(
        name, body, frozenset({postcode} - {""}), ((int(spot.split()[0]), int(spot.split()[1])),) if spot else (),
        frozenset({link_of(link)} - {""}), email, digits_of(phone), AREAS,
    )  # fmt: skip


def precision_and_recall(pairs: list[Judged], threshold: float) -> tuple[float, float]:
    found = [pair for pair in pairs if pair.score >= threshold]
    right = sum(pair.same for pair in found)
    return (right / len(found) if found else 1.0), right / sum(pair.same for pair in pairs)


def main() -> None:
    pairs = judged()
    say = sys.stdout.write
    say(f"{sum(pair.same for pair in pairs)} pairs that are one, {sum(not pair.same for pair in pairs)} that are two\n")
    for name, threshold in (("shown", SHOWN), ("sure", SURE)):
        precision, recall = precision_and_recall(pairs, threshold)
        say(f"{name} (from {threshold}): precision {precision:.2f}, recall {recall:.2f}\n")
    for pair in sorted(pairs, key=lambda pair: pair.score):
        if pair.same != (pair.score >= SHOWN):
            say(f"{'missed' if pair.same else 'wrong'} {pair.score:.2f}: {pair.one} / {pair.other}\n")


if __name__ == "__main__":
    main()
