"""When to ask, when to hide: the whole rule about listings that nobody has confirmed, as one pure function."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BEFORE = timedelta(days=14)  # asked so long before the date, so that an answer can come in time
PATIENCE = timedelta(days=14)  # between two asks, and before one counts as unanswered
MOST_ASKS = 2
GRACE = timedelta(days=60)


class Step(StrEnum):
    NOTHING = "nothing"
    ASK = "ask"
    WITHHOLD = "withhold"
    BRING_BACK = "bring back"


@dataclass(frozen=True)
class Kept:
    """What is known of one listing. `asks` and `missed_calls` are those that nobody has answered."""

    check_by: date | None
    every_days: int
    asks: tuple[date, ...] = ()
    missed_calls: tuple[date, ...] = ()
    attended_on: date | None = None
    can_be_asked: bool = True
    is_withheld: bool = False


def step(kept: Kept, today: date) -> Step:
    """What the sweep owes this listing today.

    Nothing before it is due. Two asks, a fortnight apart. Hidden from the public search when both stayed unanswered
    and a call found nobody, or sixty days after its date with an ask unanswered. Never while somebody goes there.
    """
    if kept.check_by is None:
        return Step.NOTHING
    if kept.is_withheld:
        return Step.BRING_BACK if today <= kept.check_by or is_attended(kept, today) else Step.NOTHING
    if today < kept.check_by - BEFORE:
        return Step.NOTHING
    asks, calls = _since_due(kept.asks, kept), _since_due(kept.missed_calls, kept)
    if _is_given_up(kept, asks, calls, today) and not is_attended(kept, today):
        return Step.WITHHOLD
    waiting = asks and today < max(asks) + PATIENCE
    return Step.ASK if kept.can_be_asked and len(asks) < MOST_ASKS and not waiting else Step.NOTHING


def is_attended(kept: Kept, today: date) -> bool:
    """Somebody went within one period between checks: whoever goes there tomorrow finds it as they did."""
    return kept.attended_on is not None and kept.attended_on + timedelta(days=kept.every_days) >= today


def _since_due(days: tuple[date, ...], kept: Kept) -> list[date]:
    """Those of this round; what was asked before it was last confirmed has had its answer."""
    return [day for day in days if kept.check_by and day >= kept.check_by - BEFORE]


def _is_given_up(kept: Kept, asks: list[date], calls: list[date], today: date) -> bool:
    if kept.check_by is None or today <= kept.check_by:
        return False
    unanswered = [day for day in asks if day + PATIENCE <= today]
    tried = len(unanswered) >= MOST_ASKS and bool(calls)
    return tried or (today > kept.check_by + GRACE and bool(unanswered or calls))


def moved_by_attendance(check_by: date, attended_on: date, verified_on: date | None, every_days: int) -> date:
    """The new check-by date: a period after somebody went, yet never beyond two periods without a real check.

    People who go show that it is there. They say nothing of the price or the phone number.
    """
    period = timedelta(days=every_days)
    latest = verified_on + 2 * period if verified_on else check_by
    return max(check_by, min(attended_on + period, latest))
