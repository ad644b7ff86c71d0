"""The rule of evidence.confirmed in SQL, for reports that count many at once; a test holds the two equal."""

from datetime import datetime

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan

from referrals.belonging import Attendance, Occasion
from referrals.going.evidence import NO_ANSWER, OPPOSITE, WEIGHT
from referrals.states import Answer

HEAVY = Case(
    *(When(said_by=source, then=Value(weight)) for source, weight in WEIGHT.items()), output_field=IntegerField()
)


def confirmed(answer: str = Answer.WENT, until: datetime | None = None) -> QuerySet[Occasion]:
    """Sessions that were not called off at which somebody is counted as having been (or not), as known at `until`."""
    last = _last_words(until)
    return Occasion.objects.filter(
        GreaterThan(_heaviest(last, answer), _heaviest(last, OPPOSITE[Answer(answer)])), called_off_at=None
    )


def _last_words(until: datetime | None) -> QuerySet[Attendance]:
    """Of each source the last thing it said of that session."""
    said = Attendance.objects.exclude(answer__in=NO_ANSWER)
    said = said.filter(said_at__lt=until) if until else said
    same = said.filter(occasion=OuterRef("occasion"), said_by=OuterRef("said_by"))
    at_once = Q(said_at=OuterRef("said_at"), pk__gt=OuterRef("pk"))
    return said.exclude(Exists(same.filter(Q(said_at__gt=OuterRef("said_at")) | at_once))).filter(
        occasion=OuterRef("pk")
    )


def _heaviest(last: QuerySet[Attendance], answer: str) -> Coalesce:
    found = last.filter(answer=answer).annotate(weight=HEAVY).order_by("-weight").values("weight")
    return Coalesce(Subquery(found[:1]), Value(0))
