"""Answers of thousands, kept in this process for a minute: everything there is, or all that has a common word."""

from collections.abc import Callable, Hashable
from time import monotonic
from typing import Protocol, TypeVar

LARGE = 5000  # listings; a borough's whole directory is smaller, and so is always exact
SECONDS = 60
MOST = 200


class Counted(Protocol):
    total: int


Answer = TypeVar("Answer", bound=Counted)
_answers: dict[Hashable, tuple[float, Counted]] = {}


def kept(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    asked_at, answer = _answers.get(question, (0.0, None))
    if answer is not None and monotonic() - asked_at < SECONDS:
        return answer
    answer = ask()
    if answer.total > LARGE:
        if len(_answers) >= MOST:
            _answers.clear()
        _answers[question] = monotonic(), answer
    return answer


def forget() -> None:
    _answers.clear()
