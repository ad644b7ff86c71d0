"""How long until people are introduced, and until they go for the first time."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from outcomes.figures import waits
from outcomes.figures.counting import COARSE, Count, Kind, Measure, Seen, Span, Value, once
from outcomes.figures.counts import whom
from referrals.going import counting
from referrals.models import Connection, Referral
from referrals.states import Answer

FOUR_WEEKS = timedelta(days=28)
TWELVE_WEEKS = timedelta(weeks=12)
HALF_A_YEAR = timedelta(weeks=26)


@once
def four_weeks_on(span: Span) -> QuerySet:
    mine = Connection.objects.filter(referral=OuterRef("pk"))
    soon = Exists(mine.filter(introduced_at__lt=OuterRef("submitted_at") + FOUR_WEEKS))
    rows = whom.referrals(span).filter(span.over_after("submitted_at", FOUR_WEEKS)).annotate(soon=soon)
    return rows.values_list("ward", "person", "soon", named=True)


def seen_introduced(span: Span) -> Iterator[Seen]:
    rows = whom.referrals(span).filter(span.over_after("submitted_at", TWELVE_WEEKS))
    return _seen(span, rows.annotate(there=Min("connections__introduced_at")))


def seen_gone(span: Span) -> Iterator[Seen]:
    rows = whom.referrals(span).filter(span.over_after("submitted_at", HALF_A_YEAR))
    been = counting.confirmed(Answer.WENT, span.until).filter(referral=OuterRef("pk")).order_by("starts_at")
    return _seen(span, rows.annotate(there=Subquery(been.values("starts_at")[:1])))


def _seen(span: Span, rows: QuerySet[Referral]) -> Iterator[Seen]:
    """Whoever is not there yet has waited until now, or until it came back or was finished without."""
    known = list(rows.values_list("pk", "ward", "submitted_at", "there"))
    waiting = [pk for pk, _ward, _since, there in known if there is None or there >= span.until]
    ended, still = whom.ended(span, waiting), set(waiting)
    for pk, ward, since, there in known:
        until = ended.get(pk, span.until) if pk in still else there
        yield Seen(ward, waits.days(since, until), pk not in still)


COUNTS = [
    Count(
        key="received_4_weeks", title=_("Referred four weeks before"), shape=COARSE,
        counted=lambda span: whom.each(four_weeks_on(span)),
    ),
    Count(
        key="introduced_4_weeks", title=_("Introduced within four weeks"), part_of="received_4_weeks", shape=COARSE,
        counted=lambda span: whom.each(row for row in four_weeks_on(span) if row.soon),
    ),
]  # fmt: skip

VALUES = [
    Value(
        key="days_to_introduction", title=_("Days until an introduction"), gathered=seen_introduced,
        worked=waits.told([7, 14, 28, 42, 56, 84]),
    ),
    Value(
        key="days_to_going", title=_("Days until they go for the first time"), gathered=seen_gone,
        worked=waits.told([14, 28, 56, 84, 126, 182]),
    ),
]  # fmt: skip

STILL = _(
    "People still waiting count as waiting so far (the estimate of Kaplan and Meier): leaving them out would make it "
    "too short. Whoever came back or was finished without counts as waiting until then. So it says how long it takes "
    "for those who stay; how many of all get there is the share beside it."
)

MEASURES = [
    Measure(
        number=10, key="time_to_introduction", title=_("Time to an introduction"), kind=Kind.VALUE,
        part="introduced_4_weeks", whole="received_4_weeks", values=("days_to_introduction",),
        reference=(28, _("28 days: what the service sets itself, not a pass mark")),
        what=_("Days, weekends too, from a referral to the first introduction to a group: when half of the people had "
               "one (median), and when three quarters had. Beside it, how many had one within 28 days."),
        of=_("For the days: referrals received twelve weeks before a day of the period. For the share: those received "
             "four weeks before."),
        notes=(
            STILL,
            _("Some need longer, and are right to take it: a first visit together, a bus to find out about. Quicker "
              "is not always better."),
        ),
    ),
    Measure(
        number=11, key="time_to_going", title=_("Time until they go along"), kind=Kind.VALUE,
        part="cohort_attended", whole="cohort", values=("days_to_going",),
        what=_("Days from a referral to the first session at which the person is confirmed to have been: when half of "
               "the people had been (median). Beside it, how many had been within 26 weeks."),
        of=_("Referrals received 26 weeks before a day of the period."),
        notes=(
            STILL,
            _("Sessions of which nobody told us whether the person was there count as not yet: the true time is "
              "shorter."),
        ),
    ),
]  # fmt: skip
