"""What works: the findings of a period, in the order of a journey."""

from collections.abc import Callable

from outcomes.drawing import Finding
from outcomes.works import around, asking, changing, dividing, going, journey
from outcomes.works.history import History

MAKERS: tuple[Callable[[History], Finding | None], ...] = (
    journey.journey,
    journey.waiting,
    going.attendance,
    going.replies,
    going.staying,
    changing.change,
    changing.goals,
    dividing.ending,
    asking.asking,
    dividing.chatting,
    dividing.deciding,
    dividing.needing,
    around.fairness,
    around.listings,
    around.room,
    around.beside,
)


def findings(history: History) -> list[Finding]:
    """A theme that this period and place have no figures for is left out."""
    return [one for one in (make(history) for make in MAKERS) if one]
