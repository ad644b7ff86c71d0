"""Whether one more answer would give somebody away beside those already given: two sets that differ by a few people."""

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass

from outcomes.suppression.exact import THRESHOLD


@dataclass(frozen=True, slots=True)
class Decision:
    """`because` names the release it would be subtracted from, and `difference` how many people that leaves."""

    decision: str
    because: str | None = None
    difference: int | None = None


ALLOWED = Decision("allow")


def decide(people: Set[Hashable], ledger: Iterable[tuple[str, Set[Hashable]]], threshold: int = THRESHOLD) -> Decision:
    """Denied when the people contain, or are contained in, those of a release, and differ from them by too few."""
    for name, released in ledger:
        difference = abs(len(people) - len(released))  # theirs alone, where one holds the other
        if 0 < difference < threshold and (people < released or released < people):
            return Decision("deny", name, difference)
    return ALLOWED
