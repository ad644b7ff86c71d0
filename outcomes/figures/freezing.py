"""Freezing: a closed month is counted once, and what closes with it is released as the policy shows it."""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Min, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.models import Team, Tenant
from connect.places.models import Area
from outcomes import periods
from outcomes.disclosure import HIDDEN, Shown, as_shown
from outcomes.figures import catalogue, ledger
from outcomes.figures.counting import About, Seen, Span, Thing, Value
from outcomes.figures.lattice import Level, Period, closing_with
from outcomes.figures.models import Agreement, Counted, CountedMonth, Figure, Release, Told
from outcomes.figures.policy import EXACT, ROUNDED, Policy
from outcomes.figures.publishing import Out, Place, Spot, publish
from outcomes.periods import MIDNIGHT
from referrals.models import Referral

DEFINITIONS = 3  # the version of what the themes count; a release keeps the one it was counted by


class NotClosed(Exception):
    """The month, or the ten working days after it, are not over."""


def freeze_due(*, by: str) -> list[Release]:
    """Freeze every month that is due and not frozen yet, from the first referral on."""
    with acting_as(by):
        first = Referral.objects.aggregate(first=Min("submitted_at"))["first"]
    if first is None:
        return []
    months = periods.due_months(periods.month_of(first), Tenant.current().nation, timezone.now())
    return [release for month in months for release in freeze(month, by=by)]


def freeze(month: date, *, by: str) -> list[Release]:
    """The releases of each authority our teams serve; one whose month is counted is left alone."""
    if not periods.is_due(month, Tenant.current().nation, timezone.now()):
        raise NotClosed(_("The figures of a month are frozen ten working days after it has closed."))
    with acting_as(by):
        return [release for authority in _uncounted(month) for release in freeze_one(month, authority, by=by)]


def _uncounted(month: date) -> list[Area]:
    served = Team.objects.filter(areas__parent=OuterRef("pk"))
    counted = CountedMonth.objects.filter(month=month, area_code=OuterRef("code"))
    return list(Area.objects.filter(Exists(served), ~Exists(counted), kind=Area.Kind.AUTHORITY))


@transaction.atomic
def freeze_one(month: date, authority: Area, *, by: str) -> list[Release]:
    """Nothing when somebody else froze it in the meantime: the unique row decides."""
    span = span_of(month, authority)
    counted, made = CountedMonth.objects.get_or_create(
        area_code=authority.code,
        month=month,
        defaults={"definitions": DEFINITIONS, "counted_to": timezone.localdate(span.until)},
    )
    if not made:
        return []
    Counted.objects.bulk_create(_counts(counted, span))
    return [_release(period, authority, span, by) for period in closing_with(month)]


def wards_of(authority: Area) -> list[Area]:
    return list(authority.parts.filter(kind=Area.Kind.WARD).select_related("locality").order_by("name", "code"))


def span_of(month: date, authority: Area) -> Span:
    nation = Tenant.current().nation
    return Span(month, wards_of(authority), hours.at(periods.frozen_on(month, nation), MIDNIGHT), nation)


# Counting --------------------------------------------------------------------------------------


def _counts(counted: CountedMonth, span: Span) -> list[Counted]:
    codes = {ward.pk: ward.code for ward in span.wards}
    return [
        Counted(of=counted, count=key, category=category, ward_code=codes[ward], n=len(things), people=_people(things))
        for key, count in catalogue.counts().items()
        for (ward, category), things in _by_atom(count.counted(span), codes).items()
    ]


def _by_atom(things: Iterable[Thing], codes: dict[int, str]) -> dict[tuple[int, str], list[Thing]]:
    """What is elsewhere, or nowhere that we know, is in no figure."""
    atoms = defaultdict(list)
    for thing in things:
        if thing.ward in codes:
            atoms[thing.ward, thing.category].append(thing)
    return atoms


def _people(things: Sequence[Thing]) -> list[int]:
    return sorted({_digest(thing.subject) for thing in things if thing.subject is not None})


@lru_cache(maxsize=200_000)  # the same people stand behind most counts of a month
def _digest(subject: Hashable) -> int:
    return int.from_bytes(hmac.digest(_key(settings.SECRET_KEY), str(subject).encode(), "sha256")[:8], signed=True)


@cache
def _key(secret: str) -> bytes:
    """As `salted_hmac` would make it anew for each of them."""
    return hashlib.sha256(b"outcomes.figures.ledger" + secret.encode()).digest()


# Releasing -------------------------------------------------------------------------------------


def _release(period: Period, authority: Area, last: Span, by: str) -> Release:
    policy = policy_for(authority.code, timezone.localdate())
    release = Release.objects.create(
        grain=period.grain,
        period=period.start,
        area_code=authority.code,
        area_name=authority.name,
        policy=policy.name,
        definitions=DEFINITIONS,
        counted_to=period.frozen_on(last.nation),
        frozen_at=timezone.now(),
        frozen_by=by,
    )
    places = _places(authority, last.wards)
    Figure.objects.bulk_create(_figures(release, places, policy))
    Told.objects.bulk_create(_told(release, _spans(period, last), places, policy))
    return release


def policy_for(area_code: str, day: date) -> Policy:
    """Exact under an agreement that is in force; rounded for everybody else."""
    agreed = Agreement.objects.filter(area_code=area_code, begins_on__lte=day, ends_on__gt=day).exists()
    return EXACT if agreed else ROUNDED


def _places(authority: Area, wards: Sequence[Area]) -> list[Place]:
    """The whole area first, then its localities, then its wards."""
    local = defaultdict(set)
    for ward in wards:
        if ward.locality:
            local[ward.locality.code, ward.locality.name].add(ward.code)
    return [
        Place(authority.code, authority.name, Level.WHOLE, frozenset(ward.code for ward in wards)),
        *(Place(*named, Level.LOCALITY, frozenset(codes)) for named, codes in sorted(local.items())),
        *(Place(ward.code, ward.name, Level.WARD, frozenset([ward.code])) for ward in wards),
    ]


def _figures(release: Release, places: Sequence[Place], policy: Policy) -> list[Figure]:
    period, counts = release.span, catalogue.counts()
    truth, out = ledger.truth(release.area_code, period), list(_out(release))
    shown = publish(period, truth.tally, places, counts, policy, out, catalogue.sums())
    shown = ledger.withheld(shown, period, truth, places, out)
    named = {place.code: place for place in places}
    return [
        _figure(release, position, spot, named[spot.place], one, policy)
        for position, (spot, one) in enumerate(shown.items())
    ]


def _figure(release: Release, position: int, spot: Spot, place: Place, shown: Shown, policy: Policy) -> Figure:
    about = catalogue.counts()[spot.count].about
    return Figure(
        release=release,
        position=position,
        count=spot.count,
        category=spot.category,
        place_code=place.code,
        place_name=place.name,
        level=place.level,
        rule=Figure.Rule.THINGS if about is About.THINGS else policy.name,
        shown=str(shown),
    )


def _out(release: Release) -> Iterator[Out]:
    """What is out already about months of this period, of counts that are still counted."""
    period, counts = release.span, catalogue.counts()
    earlier = Release.objects.filter(
        area_code=release.area_code, period__gte=period.start, period__lt=period.end
    ).exclude(pk=release.pk)
    for figure in Figure.objects.filter(release__in=earlier, count__in=counts).select_related("release"):
        yield Out(figure.release.span, Spot(figure.count, figure.category, figure.place_code), as_shown(figure.shown))


# Values ----------------------------------------------------------------------------------------


def _spans(period: Period, last: Span) -> list[Span]:
    """The months of the period, all as known when the last of them was counted."""
    return [
        last if month == last.month else Span(month, last.wards, last.until, last.nation) for month in period.months
    ]


def _told(release: Release, spans: Sequence[Span], places: Sequence[Place], policy: Policy) -> Iterator[Told]:
    for value in catalogue.values().values():
        levels = value.shape.get(release.span.grain, ())
        seen = list(_seen(value, spans)) if levels else []
        for place in places:
            if place.level in levels:
                yield _told_at(release, value, place, [one for code, one in seen if code in place.wards], policy)


def _seen(value: Value, spans: Sequence[Span]) -> Iterator[tuple[str, Seen]]:
    for span in spans[-1:] if value.standing else spans:
        codes = {ward.pk: ward.code for ward in span.wards}
        yield from ((codes[one.ward], one) for one in value.gathered(span) if one.ward in codes)


def _told_at(release: Release, value: Value, place: Place, seen: Sequence[Seen], policy: Policy) -> Told:
    people = ROUNDED.show(len(seen)) if policy is ROUNDED else len(seen)
    few = ROUNDED.is_small(len(seen))
    return Told(
        release=release,
        value=value.key,
        place_code=place.code,
        place_name=place.name,
        level=place.level,
        people=HIDDEN if few else str(people),
        told={} if few or not seen else dict(value.worked(seen)),
    )
