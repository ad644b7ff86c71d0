"""Beside the measures: befriending and its volunteers, small helps, the chest, and those who were trained."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Team
from connect.people.roles import Job
from connect.people.training import register
from connect.people.training.booking import sureness
from connect.people.training.states import MECC
from outcomes.chest.models import Application
from outcomes.chest.states import Standing
from outcomes.figures.counting import COARSE, WHOLE, About, Count, Cut, Kind, Measure, Seen, Span, Thing, Value
from outcomes.figures.counts import where, whom
from outcomes.scoring.rounding import rounded
from referrals.after_training import reading
from referrals.befriending.models import BefrienderMatch, BefrienderVisit, BefrienderWish, Volunteer
from referrals.befriending.states import Stage, Went
from referrals.helping.models import HelpRequest
from referrals.helping.states import Standing as Helped

FOUR_WEEKS = timedelta(weeks=4)
MONTHS_SINCE = 12


# Befriending -----------------------------------------------------------------------------------


def _of_somebody(span: Span, rows: QuerySet) -> Iterator[Thing]:
    """Rows that hang on a referral of somebody who is not under protection."""
    mine = [ward.pk for ward in span.wards]
    rows = rows.filter(referral__ward__in=mine, referral__person__restricted=False)
    return whom.things_of(rows)


def waiting(span: Span) -> Iterator[Thing]:
    """At the month's end: they had asked, and nobody had been found."""
    asked = BefrienderWish.objects.filter(asked_at__lt=span.end).exclude(found_at__lt=span.end)
    over = Q(referral__closed_at__lt=span.end) | Q(state="gone")
    return _of_somebody(span, asked.exclude(over))


def found(span: Span) -> Iterator[Thing]:
    return _of_somebody(span, BefrienderWish.objects.filter(span.within("found_at")))


def together(span: Span) -> Iterator[Thing]:
    """At the month's end: they had met, and it had not ended."""
    met = BefrienderMatch.objects.filter(meets_at__lt=span.end).exclude(state="declined")
    return _of_somebody(span, met.filter(Q(ended_at=None) | Q(ended_at__gte=span.end)))


def hours(span: Span) -> Iterator[Thing]:
    """Whole hours of visits and calls that took place, of all volunteers of a ward together."""
    minutes: dict[int, int] = {}
    rows = BefrienderVisit.objects.filter(on__range=_days(span), went=Went.MET).exclude(minutes=None)
    rows = rows.filter(referral__ward__in=[ward.pk for ward in span.wards], referral__person__restricted=False)
    for ward, n in rows.values_list("referral__ward", "minutes"):
        minutes[ward] = minutes.get(ward, 0) + n
    return (Thing(ward) for ward, n in minutes.items() for _hour in range(round(n / 60)))


def _days(span: Span) -> tuple[Any, Any]:
    return timezone.localdate(span.start), timezone.localdate(span.end) - timedelta(days=1)


def volunteers(span: Span) -> Iterator[Thing]:
    """Approved by the month's end, and still there when it was counted."""
    rows = Volunteer.objects.filter(approved_at__lt=span.end, stage__in=[Stage.APPROVED, Stage.RESTING])
    return _volunteers(span, rows)


def new_volunteers(span: Span) -> Iterator[Thing]:
    return _volunteers(span, Volunteer.objects.filter(span.within("approved_at")))


def _volunteers(span: Span, rows: QuerySet[Volunteer]) -> Iterator[Thing]:
    found_here = rows.filter(ward__in=[ward.pk for ward in span.wards]).values_list("ward", "pk")
    return (Thing(ward, subject=pk) for ward, pk in found_here)


# Small helps -----------------------------------------------------------------------------------


def helps(span: Span, *, done: bool) -> Iterator[Thing]:
    """Four weeks after something small was asked for."""
    rows = HelpRequest.objects.filter(span.over_after("posted_at", FOUR_WEEKS))
    return _of_somebody(span, rows.filter(done_at__lt=span.until, standing=Helped.DONE) if done else rows)


# The chest -------------------------------------------------------------------------------------


def _applications(span: Span) -> QuerySet[Application]:
    """Decided in the month, from the pots of those who work here."""
    here = Team.objects.filter(areas__in=[ward.pk for ward in span.wards]).values("organisation")
    rows = Application.objects.filter(span.within("decided_at"), organisation__in=here)
    return rows.filter(standing__in=[Standing.AWARDED, Standing.DECLINED])


def applications(span: Span, *, awarded: bool) -> Iterator[Thing]:
    ward, rows = where.whole(span), _applications(span)
    rows = rows.filter(standing=Standing.AWARDED) if awarded else rows
    return (Thing(ward, subject=pk) for pk in rows.values_list("pk", flat=True))


def pounds(span: Span) -> Iterator[Thing]:
    ward = where.whole(span)
    rows = _applications(span).filter(standing=Standing.AWARDED).values_list("awarded", flat=True)
    return (Thing(ward) for one in rows for _pound in range(one))


# The workforce ---------------------------------------------------------------------------------


def trained(span: Span) -> Iterator[Thing]:
    """By job. The register has no ward for everybody, so they are told of the whole area."""
    ward, here = where.whole(span), {None, *(ward.pk for ward in span.wards)}
    for one in register.counts(*_days(span), timezone.localdate(span.until)):
        if one.ward_id in here:
            yield from (Thing(ward, one.job or Job.OTHER) for _each in range(one.people))


def all_trained(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward) for one in trained(span))


def months_since(span: Span, *, active: bool) -> Iterator[Thing]:
    """Workers for whom such a month after their training ended in this one; and of them those who referred in it."""
    before, after = (_since(day, active=active) for day in (_days(span)[0], timezone.localdate(span.end)))
    ward = where.whole(span)
    for month, n in after.items():
        yield from (Thing(ward, str(month)) for _each in range(n - before.get(month, 0)))


def _since(day: Any, *, active: bool) -> dict[int, int]:
    return {one.month: one.active if active else one.trained for one in reading.counts(day)}


def sure(span: Span) -> Iterator[Seen]:
    ward = where.whole(span)
    for one in sureness.counts(*_days(span)):
        if one.kind in MECC:
            yield from (Seen(ward, (one.before, one.after)) for _each in range(one.people))


def how_sure(seen: Sequence[Seen]) -> Mapping[str, Any]:
    before, after = (sum(one.value[n] for one in seen) / len(seen) for n in (0, 1))
    return {"before": rounded(before, 1), "after": rounded(after, 1)}


JOBS = Cut("job", _("What they do"), tuple(Job.choices))
SINCE = Cut(
    "month_since", _("Months since the training"), tuple((str(n), str(n + 1)) for n in range(MONTHS_SINCE))
)  # fmt: skip

COUNTS = [
    Count(
        key="befriender_waiting", title=_("Waiting for a befriender"), counted=waiting, shape=COARSE, standing=True
    ),
    Count(key="befriender_found", title=_("A befriender was found"), counted=found, shape=COARSE),
    Count(
        key="befriending", title=_("People with a befriender"), counted=together, shape=COARSE, standing=True
    ),
    Count(key="volunteer_hours", title=_("Hours that befrienders gave"), counted=hours, shape=COARSE),
    Count(key="volunteers", title=_("Volunteers"), counted=volunteers, shape=COARSE, standing=True),
    Count(key="volunteers_new", title=_("New volunteers"), counted=new_volunteers, shape=COARSE),
    Count(
        key="helps_asked", title=_("Small helps asked for"), shape=COARSE,
        counted=lambda span: helps(span, done=False),
    ),
    Count(
        key="helps_done", title=_("Small helps done"), part_of="helps_asked", shape=COARSE,
        counted=lambda span: helps(span, done=True),
    ),
    Count(
        key="chest_decided", title=_("Applications to the chest"), shape=WHOLE, about=About.THINGS,
        counted=lambda span: applications(span, awarded=False),
    ),
    Count(
        key="chest_awarded", title=_("Applications that got money"), shape=WHOLE, about=About.THINGS,
        part_of="chest_decided", counted=lambda span: applications(span, awarded=True),
    ),
    Count(key="chest_pounds", title=_("Pounds given"), counted=pounds, shape=WHOLE, about=About.THINGS),
    Count(key="trained", title=_("Workers trained"), counted=all_trained, shape=WHOLE),
    Count(
        key="trained_by_job", title=_("Workers trained, by what they do"), counted=trained, total="trained", cut=JOBS,
        shape=WHOLE,
    ),
    Count(
        key="months_since_training", title=_("Workers, by months since they were trained"), cut=SINCE, shape=WHOLE,
        counted=lambda span: months_since(span, active=False),
    ),
    Count(
        key="active_since_training", title=_("Workers who referred in that month"), cut=SINCE, shape=WHOLE,
        part_of="months_since_training", counted=lambda span: months_since(span, active=True),
    ),
]  # fmt: skip

VALUES = [
    Value(
        key="sure_before_and_after", title=_("How sure workers felt before and after a training"), gathered=sure,
        worked=how_sure, shape=WHOLE,
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=45, key="befriending", title=_("Befriending"), kind=Kind.COUNT, part="befriending",
        what=_("People with a befriender at the end of the period: the two have met, and it has not ended."),
        also=("befriender_waiting", "befriender_found"),
        notes=(_("Who waits had asked by then, and nobody had been found; whoever no longer wants one is left out."),),
    ),
    Measure(
        number=46, key="volunteers", title=_("Volunteers, and the time they give"), kind=Kind.COUNT, part="volunteers",
        what=_("Volunteers who were approved and had not left, at the end of the period."),
        also=("volunteers_new", "volunteer_hours"),
        notes=(
            _("Hours are those of visits and calls that took place, as volunteers wrote them down. They have no price"
              " here: time that is given is not a saving."),
        ),
    ),
    Measure(
        number=47, key="small_helps", title=_("Small helps"), kind=Kind.SHARE, part="helps_done", whole="helps_asked",
        what=_("Small helps that were done four weeks after they were asked for."),
        of=_("Small helps whose four weeks were over in the period."),
        notes=(_("Somebody may have found help elsewhere, or no longer wanted it: not all that is open has failed."),),
    ),
    Measure(
        number=48, key="chest", title=_("The community chest"), kind=Kind.COUNT, part="chest_pounds",
        what=_("Pounds that groups were given in the period."),
        also=("chest_decided", "chest_awarded"),
        notes=(_("What came of it, groups tell in their own words."),),
    ),
    Measure(
        number=49, key="trained", title=_("Workers trained"), kind=Kind.COUNT, part="trained",
        what=_("Different workers who were at a training in Making Every Contact Count, month by month."),
        also=("trained_by_job",), values=("sure_before_and_after",),
        notes=(
            _("How sure they felt is what they said themselves before and after, of those who said both."),
            _("Whoever comes twice in a quarter is counted in both months."),
        ),
    ),
    Measure(
        number=50, key="active", title=_("Is it part of everyday work?"), kind=Kind.SHARE,
        part="active_since_training", whole="months_since_training",
        what=_("Workers who referred somebody in that month after their training."),
        of=_("Workers for whom such a month ended in the period: the first, second, third month since, and so on."),
        notes=(
            _("A chat without a referral is work too, and is not in it: chats are kept without the worker’s name."),
            _("Not everybody meets people who would like company every month."),
        ),
    ),
]  # fmt: skip
