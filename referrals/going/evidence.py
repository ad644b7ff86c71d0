"""Whether somebody went, out of what each source says: the one rule for what is counted as confirmed. docs/going.md."""

from collections.abc import Mapping

from referrals.states import Answer, Says

# Who was there themselves weighs alike, whoever they are; who heard of it gives way to each of them.
WEIGHT = {Says.PERSON: 2, Says.ORGANISER: 2, Says.COMPANION: 2, Says.CONNECTOR: 1}
OPPOSITE = {Answer.WENT: Answer.NOT, Answer.NOT: Answer.WENT}
# What takes nothing back: a wish to be rung is no answer to "did you go?".
NO_ANSWER = (Answer.RING,)


def confirmed(said: Mapping[str, str]) -> str:
    """Of the last word of each source: Answer.WENT, Answer.NOT, or "" while it is not known.

    Somebody says so, and nobody of as much weight or more says the opposite.
    """
    for answer, opposite in OPPOSITE.items():
        for_it, against = _heaviest(said, answer), _heaviest(said, opposite)
        if for_it > against:
            return answer
    return ""


def _heaviest(said: Mapping[str, str], answer: str) -> int:
    return max((WEIGHT[source] for source, words in said.items() if words == answer), default=0)


def differ(said: Mapping[str, str]) -> bool:
    """Two say the opposite; both are kept and both are shown, whatever is counted."""
    return set(OPPOSITE) <= set(said.values())
