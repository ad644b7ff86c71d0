"""Measures 21 to 23: how fresh the listings are, how fresh they were when somebody used them, how often they erred."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import Service, Verification
from directory.states import Outcome, Status
from outcomes.figures.counting import COARSE, WHOLE, About, Count, Cut, Kind, Measure, Span, Thing, once
from outcomes.figures.counts import going, where, whom

FRESH, AGEING = timedelta(days=90), timedelta(days=180)
NO_WORD = (Outcome.NO_ANSWER, Outcome.CALL_AGAIN)  # somebody asked, and nothing was learnt
GONE = (Status.INACTIVE, Status.DEFUNCT)

AGES = Cut(
    "listing_age",
    _("When it was last checked"),
    (
        ("fresh", _("In the last 90 days")),
        ("ageing", _("91 to 180 days ago")),
        ("stale", _("More than 180 days ago")),
        ("never", _("Never")),
    ),
)
FOUND = Cut(
    "check_found",
    _("What the check found"),
    (
        (Outcome.RIGHT.value, _("Still right")),
        (Outcome.CHANGED.value, _("Something was wrong, and was put right")),
        (Outcome.GONE.value, _("It has closed")),
    ),
)


def looked_at() -> QuerySet[Verification]:
    """Checks at which something was learnt."""
    return Verification.objects.exclude(outcome__in=NO_WORD)


def standing(at: datetime) -> QuerySet[Service]:
    """Listings that somebody could find at that moment, each with when it had last been looked at."""
    day = timezone.localdate(at - timedelta(seconds=1))
    seen = Verification.objects.filter(service=OuterRef("pk"), at__lt=at)
    rows = Service.objects.filter(
        Q(created__lt=at) | Exists(seen),
        Q(publish_from=None) | Q(publish_from__lte=day),
        Q(publish_until=None) | Q(publish_until__gte=day),
        is_template=False,
        merged_into=None,
    ).exclude(status__in=GONE)
    learnt = Q(verifications__at__lt=at) & ~Q(verifications__outcome__in=NO_WORD)
    return rows.annotate(last=Max("verifications__at", filter=learnt)).order_by()


@once
def ages(span: Span) -> Iterator[tuple[UUID, str]]:
    for service, last in standing(span.end).values_list("pk", "last"):
        yield service, _age(span.end, last)


def _age(at: datetime, last: datetime | None) -> str:
    if last is None:
        return "never"
    return "fresh" if at - last <= FRESH else "ageing" if at - last <= AGEING else "stale"


def _listings(span: Span) -> Iterator[Thing]:
    wards = where.of_listings(span)
    return (Thing(wards[pk], age, pk) for pk, age in ages(span) if pk in wards)


def _all(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.subject) for one in _listings(span))


def _fresh(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.subject) for one in _listings(span) if one.category == "fresh")


def _anywhere(span: Span) -> Iterator[Thing]:
    """Online, by phone, at home: no place, so no ward."""
    ward = where.whole(span)
    rows = standing(span.end).filter(at_locations=None).values_list("pk", flat=True)
    return (Thing(ward, subject=pk) for pk in rows)


def _used(span: Span) -> Iterator[Thing]:
    return going.things(going.introduced(span))


def _used_fresh(span: Span) -> Iterator[Thing]:
    """By the checks as they were written down, not by the last one alone."""
    between = (OuterRef("introduced_at") - FRESH, OuterRef("introduced_at"))
    fresh = looked_at().filter(service=OuterRef("service"), at__range=between)
    return whom.things_of(whom.connections(span).filter(span.within("introduced_at"), Exists(fresh)))


@once
def _checks(span: Span) -> Iterator[Thing]:
    """A check of a listing without a ward counts for the whole authority, and so in the ward that stands for it."""
    wards, anywhere = where.of_listings(span), where.whole(span)
    placed = where.all_with_a_place()
    for pk, service, outcome in looked_at().filter(span.within("at")).values_list("pk", "service", "outcome"):
        if service in wards or service not in placed:
            yield Thing(wards.get(service, anywhere), outcome, pk)


def _all_checks(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.subject) for one in _checks(span))


def _wrong(span: Span) -> Iterator[Thing]:
    return (Thing(one.ward, subject=one.subject) for one in _checks(span) if one.category != Outcome.RIGHT)


# The same introductions are counted where the journey is: a reader holds both.
SUMS = [("used", ("introductions",))]

COUNTS = [
    Count(key="listings", title=_("Listings"), counted=_all, about=About.THINGS, standing=True),
    Count(
        key="listings_fresh",
        title=_("Listings checked in the last 90 days"),
        counted=_fresh,
        part_of="listings",
        about=About.THINGS,
        standing=True,
    ),
    Count(
        key="listings_by_age",
        title=_("Listings, by when they were last checked"),
        counted=_listings,
        total="listings",
        cut=AGES,
        shape=COARSE,
        about=About.THINGS,
        standing=True,
    ),
    Count(
        key="listings_anywhere",
        title=_("Listings without a place: online, by phone, at home"),
        counted=_anywhere,
        shape=WHOLE,
        about=About.THINGS,
        standing=True,
    ),
    Count(key="used", title=_("Introductions to a group"), counted=_used),
    Count(
        key="used_fresh",
        title=_("Introductions to a listing that had been checked in the 90 days before"),
        counted=_used_fresh,
        part_of="used",
    ),
    Count(key="checks", title=_("Checks of listings"), counted=_all_checks, shape=COARSE, about=About.THINGS),
    Count(
        key="checks_wrong",
        title=_("Checks that found something wrong"),
        counted=_wrong,
        part_of="checks",
        shape=COARSE,
        about=About.THINGS,
    ),
    Count(
        key="checks_by_finding",
        title=_("Checks, by what they found"),
        counted=_checks,
        total="checks",
        cut=FOUND,
        shape=COARSE,
        about=About.THINGS,
    ),
]

MEASURES = [
    Measure(
        number=21,
        key="freshness",
        title=_("Are the listings up to date?"),
        kind=Kind.SHARE,
        what=_("Listings that somebody checked in the last 90 days, at the end of the period."),
        of=_("All listings that meet in the area and can be found, at the end of the period."),
        notes=(
            _("A check counts when something was learnt: a call that nobody answered is none."),
            _("A listing stands in the ward of its first place. What is online or by phone has no ward: it is counted"
              " apart, for the whole area."),
        ),
        part="listings_fresh",
        whole="listings",
        also=("listings_by_age", "listings_anywhere"),
    ),
    Measure(
        number=22,
        key="freshness_at_use",
        title=_("Were they up to date when somebody was sent there?"),
        kind=Kind.SHARE,
        what=_("Introductions to a listing that had been checked in the 90 days before that day."),
        of=_("Introductions to a group in the period."),
        notes=(
            _("By each check as it was written down then, so that a check afterwards makes nothing look better."),
            _("In the ward where the person lives."),
        ),
        part="used_fresh",
        whole="used",
    ),
    Measure(
        number=23,
        key="accuracy",
        title=_("How often was a listing wrong?"),
        kind=Kind.SHARE,
        what=_("Checks that found something wrong, or that the group had closed."),
        of=_("Checks at which something was learnt, in the period."),
        notes=(
            _("What is checked is often what somebody doubted: this is no sample of all listings."),
            _("Fewer errors found can mean better listings, or checks that look less closely."),
        ),
        part="checks_wrong",
        whole="checks",
        also=("checks_by_finding",),
    ),
]  # fmt: skip
