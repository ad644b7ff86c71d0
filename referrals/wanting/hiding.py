"""A yes for a group is gone: its organiser reads no answer any more, from this moment."""

from collections.abc import Iterable

from referrals.models import Referral, Wanting


def of_group(referral: Referral, group: str) -> None:
    shown = Wanting.objects.filter(referral=referral, shown=True)
    shown.filter(connection__service__name__startswith=group).update(shown=False)


def of_all(referrals: Iterable[Referral]) -> None:
    Wanting.objects.filter(referral__in=[row.pk for row in referrals], shown=True).update(shown=False)
