"""Measure 34: what people hoped for, and how far they had come when it was due; by aim and by outcome.

A goal is due on the day they hoped for, or sixteen weeks after it was put down; or when we finished, if sooner.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import COARSE, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from outcomes.framework import shipped
from outcomes.goals.models import Goal, GoalRating, GoalTag
from outcomes.goals.states import Rating

USUALLY = timedelta(weeks=16)
MET = (Rating.SOME, Rating.ACHIEVED)
OTHER = "other"
HOUSE = json.loads(shipped.FILES[0].read_text(encoding="utf-8"))

AIMS = Cut(
    "aim",
    _("Aim"),
    (*((aim["code"], f"{aim['code']} {aim['title']}") for aim in HOUSE["aims"]), (OTHER, _("None of these"))),
)
OUTCOMES = Cut(
    "outcome",
    _("Outcome"),
    (
        *((one["code"], f"{one['code']} {one['title']}") for aim in HOUSE["aims"] for one in aim["outcomes"]),
        (OTHER, _("None of these")),
    ),
)
AIM_OF = {one["code"]: aim["code"] for aim in HOUSE["aims"] for one in aim["outcomes"]}


@dataclass(frozen=True, slots=True)
class Due:
    goal: UUID
    person: UUID
    ward: int
    rating: str

    @property
    def is_met(self) -> bool:
        return self.rating in MET


@once
def due(span: Span) -> Iterator[Due]:
    """Goals that were due in the month; without those that the person no longer wants."""
    last = GoalRating.objects.filter(goal=OuterRef("pk"), at__lt=span.until).order_by("-at").values("rating")[:1]
    days = (timezone.localdate(span.start), timezone.localdate(span.end) - timedelta(days=1))
    hoped, usual = Q(hoped_by__range=days), Q(hoped_by=None) & span.over_after("made_at", USUALLY)
    ended = Q(referral__closed_at__gte=span.start, referral__closed_at__lt=span.end)
    rows = Goal.objects.filter(hoped | usual | ended, referral__in=whom.referrals(span).values("pk"))
    fields = ("pk", "referral__person", "referral__ward", "rating", "made_at", "hoped_by", "referral__closed_at")
    for pk, person, ward, rating, made, by, closed in rows.annotate(rating=Subquery(last)).values_list(*fields):
        on = _due_on(timezone.localdate(made), by, closed and timezone.localdate(closed))
        if days[0] <= on <= days[1] and rating != Rating.NO_LONGER:
            yield Due(pk, person, ward, rating or Rating.NOT_STARTED)


def _due_on(made: date, hoped_by: date | None, closed: date | None) -> date:
    planned = hoped_by or made + USUALLY
    return min(planned, closed) if closed and closed >= made else planned


def _things(span: Span, *, met: bool) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.person) for one in due(span) if one.is_met or not met)


def _by_outcome(span: Span, *, met: bool) -> Iterator[Thing]:
    """A goal that hangs on two outcomes counts for both."""
    for one, codes in _tied(span):
        if one.is_met or not met:
            yield from (Thing(one.ward, code, one.person) for code in sorted(codes) or [OTHER])


def _by_aim(span: Span, *, met: bool) -> Iterator[Thing]:
    for one, codes in _tied(span):
        if one.is_met or not met:
            aims = {AIM_OF[code] for code in codes}
            yield from (Thing(one.ward, aim, one.person) for aim in sorted(aims) or [OTHER])


@once
def _tied(span: Span) -> list[tuple[Due, set[str]]]:
    """To outcomes of the house's framework, as of then; another version of it has the same codes."""
    goals = due(span)
    rows = GoalTag.objects.filter(goal__in=[one.goal for one in goals], at__lt=span.until).order_by("at")
    rows = rows.filter(outcome__aim__framework__slug=HOUSE["slug"])
    last = {(goal, code): on for goal, code, on in rows.values_list("goal", "outcome__code", "on")}
    codes = defaultdict(set)
    for (goal, code), on in last.items():
        if on and code in AIM_OF:
            codes[goal].add(code)
    return [(one, codes[one.goal]) for one in goals]


COUNTS = [
    Count(key="goals_due", title=_("Goals due"), counted=lambda span: _things(span, met=False)),
    Count(
        key="goals_met", title=_("Goals reached, or some of the way"), part_of="goals_due",
        counted=lambda span: _things(span, met=True),
    ),
    Count(
        key="goals_due_by_aim", title=_("Goals due, by aim"), cut=AIMS, shape=COARSE,
        counted=lambda span: _by_aim(span, met=False),
    ),
    Count(
        key="goals_met_by_aim", title=_("Goals reached, or some of the way, by aim"), cut=AIMS, shape=COARSE,
        part_of="goals_due_by_aim", counted=lambda span: _by_aim(span, met=True),
    ),
    Count(
        key="goals_due_by_outcome", title=_("Goals due, by outcome"), cut=OUTCOMES, shape=COARSE,
        counted=lambda span: _by_outcome(span, met=False),
    ),
    Count(
        key="goals_met_by_outcome", title=_("Goals reached, or some of the way, by outcome"), cut=OUTCOMES,
        shape=COARSE, part_of="goals_due_by_outcome", counted=lambda span: _by_outcome(span, met=True),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=34, key="goals", title=_("Goals that people set themselves"), kind=Kind.SHARE, part="goals_met",
        whole="goals_due",
        what=_("Goals that were rated “there” or “some of the way”, by the last rating there was."),
        of=_("Goals that were due in the period: on the day they hoped for, or sixteen weeks after they were put down, "
             "or when we finished with somebody, if that was sooner."),
        also=("goals_due_by_aim", "goals_met_by_aim", "goals_due_by_outcome", "goals_met_by_outcome"),
        notes=(
            _("A goal that nobody rated counts as not started. One that somebody no longer wants is not due."),
            _("People set goals of very different size. Easy goals are reached more often, so a high share is no sign "
              "of better work by itself."),
            _("A goal that hangs on two outcomes counts for each of them, so the outcomes add up to more than all."),
        ),
    ),
]  # fmt: skip
