"""How sure people felt before and after a training: only ever of several together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, QuerySet

from connect.identity import acting_as
from connect.people.training.booking.models import Booking
from connect.people.training.models import TrainingSession

FEWEST = 5  # who said both; fewer, and an average would be about somebody


@dataclass(frozen=True)
class Sureness:
    """`pairs` said both; the averages are of those same people, to a tenth, and None where they are too few."""

    pairs: int
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True)
class SureCount:
    """For whoever freezes figures: exact, and hidden before anybody sees them."""

    kind: str
    before: int
    after: int
    people: int


def of(session: TrainingSession) -> Sureness:
    """Of one session, for whoever keeps it."""
    with acting_as("training"):
        return _averaged(Booking.objects.filter(session=session, came=True))


def _averaged(rows: QuerySet[Booking]) -> Sureness:
    both = rows.exclude(before=None).exclude(after=None)
    told = both.aggregate(n=Count("pk"), before=Avg("before"), after=Avg("after"))
    if told["n"] < FEWEST:
        return Sureness(told["n"])
    return Sureness(told["n"], f"{told['before']:.1f}", f"{told['after']:.1f}")


def counts(first: date, last: date) -> Iterable[SureCount]:
    """How many went from which to which, of everybody who said both in that time, by kind of training."""
    rows = Booking.objects.filter(came=True, session__held_on__range=(first, last))
    both = rows.exclude(before=None).exclude(after=None).order_by().values("session__kind", "before", "after")
    return [
        SureCount(row["session__kind"], row["before"], row["after"], row["people"])
        for row in both.annotate(people=Count("pk"))
    ]
