"""Groups that are shut in a crisis: said by a lead, and opened again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from connect.people.models import User
from directory.models import Service
from referrals.belonging import Connection, Occasion
from referrals.crisis.actions import IsOff
from referrals.crisis.models import Crisis, CrisisClosure, people_of
from referrals.refusals import ReferralError
from referrals.states import Step

GOING = (Step.INTRODUCED, Step.ATTENDING, Step.SETTLED)


class ShutBefore(ReferralError):
    """A colleague said so a moment ago."""


@transaction.atomic
def shut(crisis: Crisis, *, service: Service, begins_on: date, until: date, why: str, by: User,
         made: Mapping[str, Any]) -> CrisisClosure:  # fmt: skip
    """From the next pulse on nobody is expected there until it opens again, and everybody who was is told."""
    if not crisis.is_on:
        raise IsOff
    row = CrisisClosure(
        crisis=crisis, team_id=crisis.team_id, service=service, begins_on=begins_on, until=until, why=why, by=by, **made
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise ShutBefore from error
    return row


@transaction.atomic
def open_again(closure: CrisisClosure, *, by: User) -> None:
    """From now on people may be expected there. Who was told that it is off is told otherwise by a human."""
    CrisisClosure.objects.filter(pk=closure.pk, opened_at=None).update(opened_at=timezone.now(), opened_by=by)


def groups_of(user: User) -> QuerySet[Service]:
    """Where people of theirs go, or are expected."""
    rows = Connection.objects.filter(referral__in=people_of(user).values("pk"), state__in=GOING)
    return Service.objects.filter(pk__in=rows.values("service")).order_by("name")


def those_of(closure: CrisisClosure, user: User) -> list[Connection]:
    """Theirs who go there, or were expected while it is shut, with what their check says; by name."""
    shut_on = Q(occasions__starts_at__date__gte=closure.begins_on, occasions__starts_at__date__lte=closure.until)
    rows = Connection.objects.filter(service=closure.service_id, referral__in=people_of(user).values("pk"))
    rows = rows.filter(Q(state__in=GOING) | shut_on).distinct()
    together = ("referral__person", "referral__ward", "referral__connector")
    return sorted(rows.select_related(*together), key=lambda one: one.referral.person.name.casefold())


def how_many(closures: list[CrisisClosure], user: User) -> dict[object, int]:
    """Service -> how many of theirs go there; two questions for all of them."""
    keys = [one.service_id for one in closures]
    mine = people_of(user).values("pk")
    going = Connection.objects.filter(service__in=keys, referral__in=mine, state__in=GOING)
    found = {key: set() for key in keys}
    for service, referral in going.values_list("service", "referral"):
        found[service].add(referral)
    return {key: len(people) for key, people in found.items()}


def next_of(connections: list[Connection], closure: CrisisClosure) -> dict[object, Occasion]:
    """Connection -> the first session of theirs that the closure takes away."""
    rows = Occasion.objects.filter(
        connection__in=[one.pk for one in connections], starts_at__date__gte=closure.begins_on,
        starts_at__date__lte=closure.until,
    )  # fmt: skip
    found: dict[object, Occasion] = {}
    for one in rows.order_by("starts_at"):
        found.setdefault(one.connection_id, one)
    return found
