"""Which two readings of one time with us are compared: the first in its window, and the latest in its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from outcomes.measuring.models import Reading
from outcomes.measuring.states import Moment

FIRSTS = (Moment.BASELINE, Moment.REENTRY)
BASELINE_WITHIN = timedelta(days=28)  # of the first word with them
AGAIN_FROM, AGAIN_TO = timedelta(weeks=8), timedelta(weeks=16)
AT_END_FROM = timedelta(weeks=4)


@dataclass(frozen=True)
class Span:
    """One instrument in one time with us. `before` is None where there was no first reading in its window."""

    before: Reading | None
    after: Reading | None
    out_of_window: int

    @property
    def settles_on(self) -> date | None:
        """From then on it is known whether there is a second reading."""
        return self.before.taken_on + AGAIN_TO if self.before else None


def episodes(rows: Iterable[Reading]) -> list[list[Reading]]:
    """Readings in their order, a new list where somebody came back; each is of one instrument, version, language."""
    found: list[list[Reading]] = []
    for row in sorted(rows, key=lambda one: (one.taken_on, one.made_at)):
        if not found or (row.moment == Moment.REENTRY and found[-1][-1].moment != Moment.REENTRY):
            found.append([])
        found[-1].append(row)
    return found


def span(rows: Iterable[Reading], *, spoke_on: date | None) -> Span:
    """Of one episode; `spoke_on` is the first word with them, from which the first reading's window runs."""
    rows = list(rows)
    before = next((row for row in rows if _is_first(row, spoke_on)), None)
    after = [row for row in rows if before and row is not before and _is_second(row, before)]
    counted = [one for one in (before, after[-1] if after else None) if one]
    return Span(before, after[-1] if after else None, len(rows) - len(counted))


def _is_first(row: Reading, spoke_on: date | None) -> bool:
    late = row.moment == Moment.BASELINE and spoke_on and row.taken_on > spoke_on + BASELINE_WITHIN
    return row.moment in FIRSTS and not late


def _is_second(row: Reading, before: Reading) -> bool:
    weeks = row.taken_on - before.taken_on
    return AGAIN_FROM <= weeks <= AGAIN_TO or (row.moment == Moment.EXIT and weeks >= AT_END_FROM)


def spoke_on(referral: object) -> date | None:
    return timezone.localdate(referral.first_contact_at) if referral.first_contact_at else None
