"""Measures 41 to 43: people supported, which costs are shared among; concerns, of which there is a number and no more;
and stories, which are in no statistic."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count as Counted
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from outcomes.figures.counting import COARSE, WHOLE, Count, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import where, whom
from outcomes.figures.counts.going import OFTEN, TWELVE_WEEKS
from outcomes.stories.models import Story
from outcomes.stories.states import Told
from referrals.going import counting
from referrals.models import Connection
from referrals.safety.models import ConcernTally
from referrals.states import Answer


def supported(span: Span) -> Iterator[Thing]:
    """Each person once a month, where they live."""
    return _once(whom.referrals(span).filter(span.within("first_contact_at")).values_list("person", "ward"))


def _once(rows: QuerySet) -> Iterator[Thing]:
    seen = {}
    for person, ward in rows.order_by("pk"):
        seen.setdefault(person, ward)
    return (Thing(ward, subject=person) for person, ward in seen.items())


def connected(span: Span) -> Iterator[Thing]:
    """Who was introduced to something for the first time in that referral."""
    new = Connection.objects.filter(span.within("introduced_at"))
    before = Connection.objects.filter(referral=OuterRef("pk"), introduced_at__lt=span.start)
    rows = whom.referrals(span).filter(~Exists(before), pk__in=new.values("referral"))
    return _once(rows.values_list("person", "ward"))


def sustained(span: Span) -> Iterator[Thing]:
    """Introduced twelve weeks before, and went three times or more in them."""
    end = OuterRef("introduced_at") + TWELVE_WEEKS
    been = counting.confirmed(Answer.WENT, span.until).filter(connection=OuterRef("pk"), starts_at__lt=end)
    often = been.order_by().values("connection").annotate(n=Counted("pk")).filter(n__gte=OFTEN)
    rows = whom.connections(span).filter(Exists(often), span.over_after("introduced_at", TWELVE_WEEKS))
    return _once(rows.values_list("referral__person", "referral__ward"))


def concerns(span: Span) -> Iterator[Thing]:
    """A row says a day and a team, and nothing of whom or what; so it has no ward either."""
    first, last = timezone.localdate(span.start), timezone.localdate(span.end) - timedelta(days=1)
    here = Q(team__areas__in=[ward.pk for ward in span.wards])
    rows = ConcernTally.objects.filter(here, on__range=(first, last)).distinct()
    ward = where.whole(span)
    return (Thing(ward, subject=pk) for pk in rows.values_list("pk", flat=True))


def stories(span: Span) -> Iterator[Thing]:
    rows = Story.objects.filter(span.within("published_at"), state=Told.PUBLISHED)
    rows = rows.filter(referral__in=whom.referrals(span).values("pk"))
    ward = where.whole(span)
    return (Thing(ward, subject=pk) for pk in rows.values_list("pk", flat=True))


def closed_belonging(span: Span, *, structural: bool) -> Iterator[Thing]:
    """Finished while they still went somewhere, and what kind of place the last of these was."""
    for ward, person, kind in _last_open(span):
        if not structural or kind == "structural":
            yield Thing(ward, subject=person)


@once
def _last_open(span: Span) -> QuerySet:
    still = Q(ended_at=None) | Q(ended_at__gte=OuterRef("closed_at"))
    last = Connection.objects.filter(still, referral=OuterRef("pk"), first_attended_at__lte=OuterRef("closed_at"))
    last = last.order_by("-introduced_at", "pk")
    rows = whom.closed(span).annotate(kind=last.values("service__function")[:1], still_goes=Exists(last))
    return rows.filter(still_goes=True).values_list("ward", "person", "kind")


COUNTS = [
    Count(key="people_supported", title=_("People spoken with for the first time"), counted=supported),
    Count(key="people_connected", title=_("People introduced to something"), counted=connected, shape=COARSE),
    Count(key="people_sustained", title=_("People who kept going for twelve weeks"), counted=sustained, shape=COARSE),
    Count(key="concerns", title=_("Concerns about somebody’s safety"), counted=concerns, shape=WHOLE),
    Count(key="stories", title=_("Stories published"), counted=stories, shape=WHOLE),
    Count(
        key="closed_belonging", title=_("Finished while they still went somewhere"), shape=COARSE,
        counted=lambda span: closed_belonging(span, structural=False),
    ),
    Count(
        key="closed_structural", title=_("Finished while they went to a place of belonging"), shape=COARSE,
        part_of="closed_belonging", counted=lambda span: closed_belonging(span, structural=True),
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=41, key="cost", title=_("People supported, and what it costs"), kind=Kind.COUNT, part="people_supported",
        what=_("People with whom somebody spoke for the first time in the period. The costs of the period, where they"
               " are entered, are shared among them; and among those introduced, and those who kept going."),
        also=("people_connected", "people_sustained"),
        notes=(
            _("Costs are pay, pension and insurance, travel, management and a share of the overheads, as the service"
              " entered them. Volunteers’ time is not in them: it is told in hours, beside."),
            _("Worked out from the number of people as it is shown, to the nearest five: so it is roughly so much."),
            _("A service that takes on people who need more costs more for each of them. Never hold two services"
              " against each other by this alone."),
        ),
    ),
    Measure(
        number=42, key="concerns", title=_("Concerns about safety"), kind=Kind.COUNT, part="concerns",
        what=_("How many concerns somebody told us of, of the whole area, when there were eight or more."),
        notes=(
            _("Nothing else is ever counted of them: not about whom, not of what kind, not by place."),
            _("A higher number can mean that more people dare to say something. It is neither good nor bad."),
        ),
    ),
    Measure(
        number=43, key="stories", title=_("Stories"), kind=Kind.COUNT, part="stories",
        what=_("Stories that were published in the period with a yes that still held."),
        notes=(
            _("A story is told because it is worth telling, not because it is typical: none is in any statistic."),
            _("Where somebody takes back their yes, the story is gone; a number already published stays."),
        ),
    ),
    Measure(
        number=44, key="belonging", title=_("Where people go on to"), kind=Kind.SHARE, part="closed_structural",
        whole="closed_belonging",
        what=_("People who were finished with, and whose last group that they still went to is a place of belonging: a"
               " choir, a garden, a club, a congregation."),
        of=_("People who were finished with while they still went to a group we had introduced them to."),
        notes=(
            _("The others went on to support, like a befriender or a group for a hard time. Both have their place:"
              " support helps through a hard time, belonging lasts."),
        ),
    ),
]  # fmt: skip
