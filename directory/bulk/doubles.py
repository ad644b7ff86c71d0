"""Pairs that may be one listing: looked for after each import, and looked at by an editor."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from connect.people.models import User
from directory.bulk import alike
from directory.bulk.models import Duplicate
from directory.models import Service

AT_ONCE = 500
STATE = Duplicate.State


def look_for(services: Iterable[Service]) -> int:
    """Compare these with all others, and keep what looks alike. What somebody has decided stays decided."""
    found = 0
    waiting = list(services)
    for at in range(0, len(waiting), AT_ONCE):
        batch = _whole(waiting[at : at + AT_ONCE])
        pairs = [
            _pair(service, match)
            for service, matches in zip(batch, alike.find_each(batch), strict=True)
            for match in matches
        ]
        found += _keep(pairs)
    return found


def _whole(services: list[Service]) -> list[Service]:
    rows = Service.objects.filter(pk__in=[service.pk for service in services], merged_into=None, is_template=False)
    return list(rows.select_related("organisation", "community").prefetch_related("locations"))


def _pair(service: Service, match: alike.Match) -> Duplicate:
    """`one` is the elder; of two made at one moment, the one with the smaller key."""
    one, other = sorted((service, match.service), key=lambda each: (each.created, each.pk))
    return Duplicate(one=one, other=other, score=match.score, why=list(match.why))


def _keep(pairs: list[Duplicate]) -> int:
    unique = {(pair.one_id, pair.other_id): pair for pair in pairs}
    before = Duplicate.objects.count()
    Duplicate.objects.bulk_create(unique.values(), ignore_conflicts=True)
    return Duplicate.objects.count() - before


def look_lately(hours: int = 30) -> int:
    """Whatever came into the directory by another door since yesterday."""
    since = timezone.now() - timedelta(hours=hours)
    lately = Service.objects.filter(updated__gte=since, merged_into=None, is_template=False)
    return look_for(lately.order_by("pk"))


def to_look_at() -> Iterable[Duplicate]:
    """Open pairs of listings that are both still there, the likeliest first."""
    both = Q(one__merged_into=None, other__merged_into=None)
    rows = Duplicate.objects.filter(both, state=STATE.OPEN).order_by("-score", "pk")
    return rows.select_related("one__organisation", "other__organisation")


@transaction.atomic
def say_different(pair: Duplicate, *, by: User) -> bool:
    """They are two things: nobody is asked again. False where somebody has decided before."""
    decided = {"decided_by": by, "decided_at": timezone.now()}
    return bool(Duplicate.objects.filter(pk=pair.pk, state=STATE.OPEN).update(state=STATE.DIFFERENT, **decided))


@transaction.atomic
def ask_again(pair: Duplicate) -> bool:
    """Whoever said that they differ was wrong."""
    rows = Duplicate.objects.filter(pk=pair.pk, state=STATE.DIFFERENT)
    return bool(rows.update(state=STATE.OPEN, decided_by=None, decided_at=None))


def put_together(one: Service, other: Service) -> Duplicate:
    """Somebody takes these two for one: a pair to look at, also where it was told apart before."""
    (score,) = [match.score for match in alike.find(other) if match.service == one] or [0.0]
    one, other = sorted((one, other), key=lambda each: (each.created, each.pk))
    pair, _made = Duplicate.objects.get_or_create(one=one, other=other, defaults={"score": score})
    ask_again(pair)
    pair.refresh_from_db()
    return pair
