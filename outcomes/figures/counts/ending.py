"""How it ended, and who came back."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import COARSE, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import whom
from referrals.models import Happened, Referral, ReferralEvent
from referrals.states import Closed, State

HALF_A_YEAR = timedelta(days=180)


@once
def closed(span: Span) -> QuerySet:
    return whom.closed(span).values_list("ward", "person", "closed_why", named=True)


def by_reason(span: Span) -> Iterator[Thing]:
    return (Thing(row.ward, row.closed_why, row.person) for row in closed(span))


@once
def finished(span: Span) -> Iterator[tuple[Thing, bool]]:
    """Each time a referral was finished half a year ago, whatever became of it since; and whether they came back."""
    wards = [ward.pk for ward in span.wards]
    rows = ReferralEvent.objects.filter(span.over_after("at", HALF_A_YEAR), kind=Happened.MOVED, to=State.CLOSED)
    rows = rows.filter(referral__ward__in=wards, referral__person__restricted=False).annotate(back=_came_back())
    for ward, person, back in rows.values_list("referral__ward", "referral__person", "back"):
        yield Thing(ward, subject=person), back


def _came_back() -> Case:
    """A new referral of the same person, or the same one taken up again."""
    until = OuterRef("at") + HALF_A_YEAR
    new = Referral.objects.filter(person=OuterRef("referral__person"), submitted_at__gt=OuterRef("at"))
    again = ReferralEvent.objects.filter(
        referral=OuterRef("referral"), kind=Happened.MOVED, was=State.CLOSED, at__gt=OuterRef("at"), at__lt=until
    )
    return Case(When(Q(Exists(new.filter(submitted_at__lt=until))) | Q(Exists(again)), then=True), default=False)


COUNTS = [
    Count(key="closed", title=_("Finished"), counted=lambda span: whom.each(closed(span)), shape=COARSE),
    Count(
        key="closed_by_reason", title=_("Finished, by reason"), total="closed", shape=COARSE, counted=by_reason,
        cut=Cut("ending", _("Why it was finished"), tuple(Closed.choices), sensitive=True),
    ),
    Count(
        key="closed_half_a_year", title=_("Finished half a year before"), shape=COARSE,
        counted=lambda span: (thing for thing, _back in finished(span)),
    ),
    Count(
        key="came_back", title=_("Came back"), part_of="closed_half_a_year", shape=COARSE,
        counted=lambda span: (thing for thing, back in finished(span) if back),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=19, key="closure", title=_("Why people finished"), kind=Kind.COUNT, part="closed",
        also=("closed_by_reason",),
        what=_("Referrals finished in the period, by the reason that the connector gave."),
        notes=(
            _("One reason each. That contact was lost is written down after three tries at different hours, or with "
              "the connector’s own words for why not."),
            _("They go on their own account, or found something of their own: both are what the service hopes for."),
            _("A referral taken up again before the figures were counted is not finished, and is left out."),
        ),
    ),
    Measure(
        number=20, key="referred_again", title=_("Came back"), kind=Kind.SHARE, part="came_back",
        whole="closed_half_a_year",
        what=_("Referrals that were finished and whose person was referred again, or was taken up again, within 180 "
               "days."),
        of=_("Referrals whose 180 days after being finished were over in the period."),
        notes=(
            _("It is neither good nor bad: coming back may mean that people trust the service, or that it let go too "
              "soon."),
            _("The same person counts once for each time they finished."),
        ),
    ),
]  # fmt: skip
