"""Whom the figures are about: those who live in the wards of the span, and nobody who is under protection."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from outcomes.figures.counting import Span, Thing, once
from referrals.models import Connection, Happened, Referral, ReferralEvent
from referrals.states import State

OVER = {State.RETURNED, State.WITHDRAWN, State.TRANSFERRED, State.CLOSED}  # nobody waits for us any more


def referrals(span: Span) -> QuerySet[Referral]:
    return Referral.objects.filter(ward__in=[ward.pk for ward in span.wards], person__restricted=False)


def connections(span: Span) -> QuerySet[Connection]:
    mine = [ward.pk for ward in span.wards]
    return Connection.objects.filter(referral__ward__in=mine, referral__person__restricted=False)


def things(rows: QuerySet, category: str = "") -> Iterator[Thing]:
    """A thing for each referral. `category`: the field that says which part of the cut it is in."""
    fields = ["ward", "person", *([category] if category else [])]
    return (Thing(ward, *said, subject=person) for ward, person, *said in rows.values_list(*fields))


def things_of(rows: QuerySet, through: str = "referral") -> Iterator[Thing]:
    """A thing for each row that hangs on a referral."""
    pairs = rows.values_list(f"{through}__ward", f"{through}__person")
    return (Thing(ward, subject=person) for ward, person in pairs)


def each(rows: Iterable[Any]) -> Iterator[Thing]:
    """The same for rows that have been read."""
    return (Thing(row.ward, subject=row.person) for row in rows)


# What any of their counts asks, so that they are read once.
OF_DECIDED = (
    "pk", "ward", "person", "submitted_at", "decided_at", "first_contact_at", "decision", "because", "first_time",
    "referring_organisation__name", "person__date_of_birth", "age_then", "domains_asked", "domains", "expected_weight",
    "assessed_weight",
)  # fmt: skip


@once
def decided(span: Span) -> Iterator[Any]:
    """Accepted or given back, and nothing else: the two add up to it."""
    rows = with_decision(referrals(span).filter(span.within("decided_at")))
    return (row for row in rows.values_list(*OF_DECIDED, named=True) if row.decision)


def accepted(span: Span) -> list[Any]:
    return [row for row in decided(span) if row.decision == State.ACCEPTED]


def with_decision(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    """What was decided first, and why: a referral that came back and was sent again keeps its first answer."""
    answers = ReferralEvent.objects.filter(
        referral=OuterRef("pk"), kind=Happened.MOVED, to__in=[State.ACCEPTED, State.RETURNED]
    ).order_by("at")
    return rows.annotate(decision=Subquery(answers.values("to")[:1]), because=Subquery(answers.values("why")[:1]))


def as_it_stood(rows: QuerySet[Referral], moment: datetime) -> QuerySet[Referral]:
    """`then`: the state each was in; `since_then`: when it had come to it. What was undone later still stood."""
    moves = ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happened.MOVED, at__lt=moment).order_by("-at")
    then = Coalesce(Subquery(moves.values("to")[:1]), Value(State.SUBMITTED.value))
    return rows.annotate(then=then, since_then=Subquery(moves.values("at")[:1]))


def ended(span: Span, keys: Sequence[UUID]) -> dict[UUID, datetime]:
    """Of these, when each came back or was finished, as far as nobody waited for us any more."""
    rows = as_it_stood(Referral.objects.filter(pk__in=keys), span.until).values_list("pk", "then", "since_then")
    return {pk: since for pk, then, since in rows if then in OVER}


def closed(span: Span) -> QuerySet[Referral]:
    return referrals(span).filter(span.within("closed_at"), ~Q(closed_why=""))
