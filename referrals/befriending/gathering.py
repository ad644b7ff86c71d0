"""A small group that meets: one register for everybody who is matched with one volunteer in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_for
from referrals.befriending import visiting
from referrals.befriending.models import BefrienderMatch, BefrienderVisit
from referrals.befriending.states import Kind

FEWEST = 2  # of one person there is a page of its own


def is_one(match: BefrienderMatch) -> bool:
    """Whether more than one person has been to it."""
    return match.kind == Kind.GROUP and len(have_met(match)) >= FEWEST


def have_met(match: BefrienderMatch) -> list[BefrienderMatch]:
    """Whom its register asks about: they were to come already, and are helped still."""
    group = list(BefrienderMatch.objects.beside(match))
    with acting_for([key for one in group for key in one.scope]):
        rows = BefrienderMatch.objects.met().helped().filter(pk__in=[one.pk for one in group])
        rows = rows.select_related("told", "volunteer", "team").prefetch_related("visits")
        found = list(rows.order_by("told__known_as", "pk"))
    today = timezone.localdate()
    return [one for one in found if timezone.localdate(one.meets_at) <= today]


@transaction.atomic
def take_in(group: Sequence[BefrienderMatch], *, said: Mapping[UUID, tuple[str, str]], on: date, miles: int = 0,
            **more: object) -> list[BefrienderVisit]:  # fmt: skip
    """(went, words) of each who came or was expected; the miles of the day once. All of it is kept, or nothing."""
    told = [one for one in group if one.pk in said]
    return [
        visiting.log(one, on=on, went=said[one.pk][0], words=said[one.pk][1], miles=0 if number else miles, **more)
        for number, one in enumerate(told)
    ]
