"""What became of each need that somebody named: answered, or not, and then what stood in the way.

A need is looked at six weeks after the referral. It is answered when the person was introduced to something that
answers it and that did not fail them for a lack on our side of the door (too far, too dear, full). It is unmet when it
was not answered and somebody wrote down that there was nothing suitable, no room, no way to get there, or no money.
Where nobody wrote a reason it is neither: unanswered, and not counted as missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from directory.models import Gap, Service
from directory.states import Missing
from outcomes.figures.counting import Span, once
from outcomes.figures.counts import whom
from referrals.belonging import Connection
from referrals.models import ReferralEvent
from referrals.sessions.models import Wait
from referrals.states import Ended, Paused, Returned

AFTER = timedelta(days=42)


class Why(StrEnum):
    """What was missing. In the order in which one of several counts."""

    NOTHING = "nothing"
    FULL = "full"
    UNREACHABLE = "unreachable"
    COST = "cost"


OF_ENDING = {
    Ended.DISTANCE: Why.UNREACHABLE, Ended.COST: Why.COST, Ended.FULL: Why.FULL, Ended.STOPPED_RUNNING: Why.NOTHING,
}  # fmt: skip
OF_GAP = {
    Missing.FULL: Why.FULL, Missing.TOO_FAR: Why.UNREACHABLE, Missing.NO_WAY_THERE: Why.UNREACHABLE,
    Missing.COST: Why.COST,
}  # fmt: skip
FULL_MOVES = Q(why=Returned.FULL) | Q(why=Paused.NO_PLACE)


@dataclass(frozen=True, slots=True)
class Asked:
    """One need of one referral. `why` is None where it was answered, or where nobody wrote down why it was not."""

    person: UUID
    ward: int
    need: str
    why: Why | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A group somebody was suggested or introduced to. `needs`: what it answers."""

    needs: frozenset[str]
    introduced: bool
    ended: str


@once
def asked(span: Span) -> Iterator[Asked]:
    """Of referrals whose six weeks were over in the month."""
    rows = whom.referrals(span).filter(span.over_after("submitted_at", AFTER))
    known = list(rows.values_list("pk", "person", "ward", "wants", "connector"))
    evidence = Evidence(span, [pk for pk, *_rest in known])
    for pk, person, ward, wants, connector in known:
        for need in dict.fromkeys(wants):
            yield Asked(person, ward, need, evidence.why(pk, ward, need, connector))


class Evidence:
    """All that is written down about these referrals, read once."""

    def __init__(self, span: Span, referrals: list[UUID]) -> None:
        self.span, self.referrals = span, referrals
        self.tried = self._tried()
        self.waits = self._waits()
        self.full = self._full()
        self.gaps = self._gaps()

    def why(self, referral: UUID, ward: int, need: str, connector: UUID | None) -> Why | None:
        tried = [one for one in self.tried[referral] if need in one.needs]
        if any(one.introduced and one.ended not in OF_ENDING for one in tried):
            return None
        found = {OF_ENDING[Ended(one.ended)] for one in tried if one.ended in OF_ENDING}
        found |= {Why.FULL} if need in self.waits[referral] or referral in self.full else set()
        found |= self.gaps[connector, ward, need] if connector else set()
        return next((why for why in Why if why in found), None)

    def _tried(self) -> dict[UUID, list[Tried]]:
        rows = Connection.objects.filter(referral__in=self.referrals, made_at__lt=self.span.until)
        rows = list(rows.values_list("referral", "service", "introduced_at", "ended_at", "ended_why"))
        answers = _needs_of({service for _r, service, *_rest in rows})
        found = defaultdict(list)
        for referral, service, introduced, ended_at, why in rows:
            over = why if ended_at is None or ended_at < self.span.until else ""
            was = introduced is not None and introduced < self.span.until
            found[referral].append(Tried(answers[service], was, over))
        return found

    def _waits(self) -> dict[UUID, frozenset[str]]:
        """What somebody still waits for, because the group is full."""
        rows = Wait.objects.filter(referral__in=self.referrals, joined_at__lt=self.span.until)
        still = rows.filter(Q(ended_at=None) | Q(ended_at__gte=self.span.until))
        rows = list(still.values_list("referral", "service"))
        answers = _needs_of({service for _r, service in rows})
        found: dict[UUID, frozenset[str]] = defaultdict(frozenset)
        for referral, service in rows:
            found[referral] |= answers[service]
        return found

    def _full(self) -> set[UUID]:
        """Put off or given back because there was no room."""
        rows = ReferralEvent.objects.filter(FULL_MOVES, referral__in=self.referrals, at__lt=self.span.until)
        return set(rows.values_list("referral", flat=True))

    def _gaps(self) -> dict[tuple[UUID, int, str], set[Why]]:
        """A gap names nobody: it counts for whom the one who wrote it works with, in that ward, with that need."""
        rows = Gap.objects.filter(
            at__gte=self.span.start - AFTER, at__lt=self.span.until, area__in=self.span.wards
        ).exclude(Q(by=None) | Q(need=None))  # fmt: skip
        found = defaultdict(set)
        for by, area, need, reason in rows.values_list("by", "area", "need", "reason"):
            found[by, area, need].add(OF_GAP.get(reason, Why.NOTHING))
        return found


def _needs_of(services: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, frozenset[str]] = defaultdict(frozenset)
    rows = Service.needs.through.objects.filter(service__in=list(services))
    for service, need in rows.values_list("service", "need"):
        found[service] |= {need}
    return found
