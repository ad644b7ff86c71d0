"""How far people come: so far, of those referred in a month; and in the end, of those referred half a year before."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from django.db.models import Case, Exists, Expression, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models import Count as Counted
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import COARSE, Count, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from outcomes.figures.counts.asked import received
from referrals.going import counting
from referrals.models import Connection, Happened, Referral, ReferralEvent
from referrals.states import Answer, State, Step

HALF_A_YEAR = timedelta(weeks=26)
OFTEN = 3  # times there, from which on somebody has kept going

Condition = Q | Exists | Expression
Stages = Callable[[Span], Sequence[Condition]]


def so_far(span: Span) -> list[Condition]:
    """Contacted, introduced, gone, settled: as known when the month was frozen."""
    return [
        _moved(State.CONTACTED, span.until),
        _introduced(span.until),
        Exists(_been(span)),
        _settled(span.until),
    ]


def in_half_a_year(span: Span) -> list[Condition]:
    """Accepted, spoken to, a plan or a meeting, introduced, gone, kept going: within 26 weeks of the referral."""
    by = OuterRef("submitted_at") + HALF_A_YEAR
    in_time = F("submitted_at") + HALF_A_YEAR
    been = _been(span).filter(starts_at__lt=by)
    return [
        _moved(State.ACCEPTED, by),
        Q(first_contact_at__lt=in_time),
        Q(plan_agreed_at__lt=in_time) | Q(first_meeting_at__lt=in_time),
        _introduced(by),
        Exists(been),
        _settled(by) | Q(times__gte=OFTEN),
    ]


def _been(span: Span) -> QuerySet:
    return counting.confirmed(Answer.WENT, span.until).filter(referral=OuterRef("pk"))


def _moved(to: str, by: datetime | Expression) -> Exists:
    return Exists(ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happened.MOVED, to=to, at__lt=by))


def _introduced(by: datetime | Expression) -> Exists:
    return Exists(Connection.objects.filter(referral=OuterRef("pk"), introduced_at__lt=by))


def _settled(by: datetime | Expression) -> Exists:
    said = ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happened.CONNECTION, to=Step.SETTLED)
    return Exists(said.filter(at__lt=by))


def cohort(span: Span) -> QuerySet[Referral]:
    """Referred so long ago that half a year was over in this month; with how often they had been in that time."""
    rows = whom.referrals(span).filter(span.over_after("submitted_at", HALF_A_YEAR))
    been = _been(span).filter(starts_at__lt=OuterRef("submitted_at") + HALF_A_YEAR)
    times = been.order_by().values("referral").annotate(n=Counted("pk")).values("n")
    return rows.annotate(times=Coalesce(Subquery(times), 0))


@once
def furthest(span: Span, rows: Callable[[Span], QuerySet[Referral]], stages: Stages) -> Iterator[tuple[Thing, int]]:
    """Each referral, and the last step it reached: who reached a later one counts as having reached those before."""
    reached = {f"reached_{place}": condition for place, condition in enumerate(stages(span))}
    known = rows(span).annotate(**{name: _flag(condition) for name, condition in reached.items()})
    for ward, person, *flags in known.values_list("ward", "person", *reached):
        yield Thing(ward, subject=person), max((place for place, flag in enumerate(flags) if flag), default=-1)


def _flag(condition: Condition) -> Expression:
    return Case(When(condition, then=True), default=False)


def step(rows: Callable[[Span], QuerySet[Referral]], stages: Stages, place: int) -> Callable[[Span], Iterator[Thing]]:
    return lambda span: (thing for thing, last in furthest(span, rows, stages) if last >= place)


SO_FAR = [
    ("contacted", _("Spoken to, so far"), "received"),
    ("introduced", _("Introduced, so far"), "contacted"),
    ("attended", _("Went along, so far"), "introduced"),
    ("settled", _("Settled, so far"), "attended"),
]
IN_HALF_A_YEAR = [
    ("cohort_accepted", _("Accepted"), "cohort"),
    ("cohort_contacted", _("Spoken to"), "cohort_accepted"),
    ("cohort_planned", _("Met, or a plan agreed"), "cohort_contacted"),
    ("cohort_introduced", _("Introduced"), "cohort_planned"),
    ("cohort_attended", _("Went along"), "cohort_introduced"),
    ("cohort_settled", _("Kept going"), "cohort_attended"),
]

COUNTS = [
    *(
        Count(key=key, title=title, part_of=whole, counted=step(received, so_far, place))
        for place, (key, title, whole) in enumerate(SO_FAR)
    ),
    Count(
        key="cohort", title=_("Referred half a year before"), shape=COARSE,
        counted=lambda span: (thing for thing, _last in furthest(span, cohort, in_half_a_year)),
    ),
    *(
        Count(key=key, title=title, part_of=whole, counted=step(cohort, in_half_a_year, place), shape=COARSE)
        for place, (key, title, whole) in enumerate(IN_HALF_A_YEAR)
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=18, key="drop_out", title=_("How far people come"), kind=Kind.SHARE, part="cohort_attended",
        whole="cohort", also=tuple(key for key, _title, _whole in IN_HALF_A_YEAR),
        what=_("Of people referred, how many came to each step within 26 weeks of the referral: accepted, spoken to, "
               "met or with a plan, introduced to a group, gone there, and kept going (they say that they are settled "
               "there, or they went three times or more)."),
        of=_("Referrals whose 26 weeks were over in the period: those received half a year before it."),
        notes=(
            _("Each step is part of the one before; whoever came to a later one counts for all before it, whatever was "
              "written down on the way."),
            _("Referrals of the last 26 weeks are not in it: they are not mature yet. How far those of the period "
              "itself have come so far is told apart, as “so far”, and is always less."),
            _("Whoever stopped before the last step may have found what they wanted. Why people finished is measure "
              "19."),
        ),
    ),
]  # fmt: skip
