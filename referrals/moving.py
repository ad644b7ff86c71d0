"""Two listings were made one: whoever was introduced to the one that went belongs to the one that stays."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from directory.models import Service
from referrals.belonging import Connection, Occasion


def follow_merges() -> int:
    """Move connections and the times people are expected; returns how many connections went along.

    Registers keep their key, so that links already with organisers go on working. Somebody who was introduced to both
    keeps both connections: nothing that was said about either is lost.
    """
    return sum(_follow(gone) for gone in _merged())


def _merged() -> list[Service]:
    """Listings that are gone and still have somebody."""
    return list(
        Service.objects.filter(Exists(Connection.objects.filter(service=OuterRef("pk"))), merged_into__isnull=False)
    )


@transaction.atomic
def _follow(gone: Service) -> int:
    both = Connection.objects.filter(referral=OuterRef("referral"), service=gone.merged_into_id)
    moving = Connection.objects.filter(service=gone).exclude(Exists(both)).select_for_update(no_key=True, of=("self",))
    keys = list(moving.values_list("pk", flat=True))
    Occasion.objects.filter(connection__in=keys).update(service=gone.merged_into_id)
    return Connection.objects.filter(pk__in=keys).update(service=gone.merged_into_id)
