"""Freezing a closed month: counted once, put through the policy, written down as shown. Nothing changes it later."""

from datetime import date

from django.db.models import Exists, Min, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.people.models import Team, Tenant
from connect.places.models import Area
from outcomes import disclosure, measures, periods
from outcomes.models import Figure, Measure, Release
from referrals.models import Referral


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
    """One release for each authority our teams serve; an authority that has one for the month is left alone."""
    nation = Tenant.current().nation
    if not periods.is_due(month, nation, timezone.now()):
        raise NotClosed(_("The figures of a month are frozen ten working days after it has closed."))
    with acting_as(by):
        return [
            release
            for authority in _authorities_without(month)
            if (release := _freeze(month, authority, periods.frozen_on(month, nation), by))
        ]


def _authorities_without(month: date) -> list[Area]:
    served = Team.objects.filter(areas__parent=OuterRef("pk"))
    released = Release.objects.filter(period=month, area_code=OuterRef("code"))
    return list(Area.objects.filter(Exists(served), ~Exists(released), kind=Area.Kind.AUTHORITY))


def _freeze(month: date, authority: Area, counted_to: date, by: str) -> Release | None:
    """None when somebody else froze it in the meantime: the unique row decides."""
    release, made = Release.objects.get_or_create(
        period=month,
        area_code=authority.code,
        defaults={
            "area_name": authority.name,
            "policy": disclosure.POLICY,
            "definitions": measures.DEFINITIONS,
            "counted_to": counted_to,
            "frozen_at": timezone.now(),
            "frozen_by": by,
        },
    )
    if made:
        wards = measures.wards_of(authority)
        Figure.objects.bulk_create(_figures(release, wards, measures.counts(month, wards, counted_to)))
    return release if made else None


def _figures(release: Release, wards: list[Area], counts: list[list[int]]) -> list[Figure]:
    rows = [
        (measure, code, name, shown)
        for measure, one in zip(Measure, disclosure.nested_round5_audit(counts), strict=True)
        for code, name, shown in [("", "", one.total), *_by_ward(wards, one.cells)]
    ]
    return [
        Figure(release=release, place=place, measure=measure, ward_code=code, ward_name=name, shown=str(shown))
        for place, (measure, code, name, shown) in enumerate(rows)
    ]


def _by_ward(wards: list[Area], cells: list[disclosure.Shown]) -> list[tuple[str, str, disclosure.Shown]]:
    return [(ward.code, ward.name, cell) for ward, cell in zip(wards, cells, strict=True)]
