"""Workers who refer: how many of those who could do, and of those newly trained."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.models import Membership
from connect.people.roles import Role
from connect.people.training.models import Trainee
from outcomes.figures.counting import WHOLE, Count, Kind, Measure, Span, Thing
from outcomes.figures.counts import whom
from outcomes.periods import bounds, next_month
from referrals.models import Referral

SOON = timedelta(days=90)
TWO_MONTHS_BEFORE = timedelta(days=45)  # from the first of a month, a day of the month before the last
REFERRERS = (Role.REF, Role.LEAD, Role.CHA)


def registered(span: Span) -> set[object]:
    """Workers who can refer under an account, at the month's end."""
    there = Q(ends_at=None) | Q(ends_at__gte=span.end)
    at_work = Q(suspended_at=None) | Q(suspended_at__gte=span.end)
    rows = Membership.objects.filter(there, at_work, role__in=REFERRERS, starts_at__lt=span.end, user__is_active=True)
    return set(rows.order_by().values_list("user", flat=True))


def active(span: Span) -> set[object]:
    """Those of them who asked for somebody who lives here, in the three months up to then."""
    first, _end = bounds((span.month - TWO_MONTHS_BEFORE).replace(day=1))
    asked = whom.referrals(span).filter(submitted_at__gte=first, submitted_at__lt=span.end)
    return registered(span) & set(asked.exclude(referrer=None).order_by().values_list("referrer", flat=True).distinct())


def workers(span: Span, people: set[object]) -> Iterator[Thing]:
    """No ward is a worker's: they are only ever shown of the whole area, so any ward of it will do."""
    return (Thing(span.wards[0].pk, subject=one) for one in people)


def trained(span: Span) -> dict[str, tuple[int, date]]:
    """E-mail -> (ward, day) of those whose first session on healthy chats was 90 days ago in this month."""
    wards = [ward.pk for ward in span.wards]
    rows = Trainee.objects.of_mecc().who_came().filter(Q(ward=None) | Q(ward__in=wards)).order_by().values("email")
    first = rows.annotate(day=Min("session__held_on"), at=Coalesce(Min("ward"), wards[0]))
    first = first.filter(day__gte=span.month - SOON, day__lt=next_month(span.month) - SOON)
    return {email: (ward, day) for email, ward, day in first.values_list("email", "at", "day")}


def trained_workers(span: Span) -> Iterator[Thing]:
    return (Thing(ward, subject=email) for email, (ward, _day) in trained(span).items())


def trained_who_referred(span: Span) -> Iterator[Thing]:
    people = trained(span)
    asked = Referral.objects.filter(referrer__email__in=list(people), person__restricted=False)
    pairs = asked.values_list("referrer__email", "submitted_at")
    days = ((email, (timezone.localdate(at) - people[email][1]).days) for email, at in pairs)
    soon = {email for email, since in days if 0 <= since <= SOON.days}
    return (Thing(people[email][0], subject=email) for email in soon)


COUNTS = [
    Count(
        key="registered_workers", title=_("Workers who can refer"), shape=WHOLE, standing=True,
        counted=lambda span: workers(span, registered(span)),
    ),
    Count(
        key="active_workers", title=_("Workers who did refer"), part_of="registered_workers", shape=WHOLE,
        standing=True, counted=lambda span: workers(span, active(span)),
    ),
    Count(
        key="trained_workers", title=_("Trained three months before"), shape=WHOLE, counted=trained_workers,
    ),
    Count(
        key="trained_who_referred", title=_("Trained and then referred"), part_of="trained_workers", shape=WHOLE,
        counted=trained_who_referred,
    ),
]  # fmt: skip

MEASURES = [
    Measure(
        number=2, key="active_workers", title=_("Workers who refer"), kind=Kind.SHARE, part="active_workers",
        whole="registered_workers", also=("trained_who_referred", "trained_workers"),
        what=_("Different workers who referred somebody in the last three months of the period. Beside it: of workers "
               "who had their first training in healthy chats, how many referred somebody within 90 days of it."),
        of=_("Workers with an account under which they can refer, at the end of the period. For the training: workers "
             "whose 90 days were over in the period."),
        notes=(
            _("A worker counts once, however many people they refer. For a whole year it is the last three months of "
              "it. Workers without an account, and people who ask for themselves, are not in it."),
            _("The accounts are those of the whole service, whichever area the worker works in."),
            _("Somebody who does not refer may meet nobody who needs it. It is never shown of one worker."),
        ),
    ),
]  # fmt: skip
