"""Over at once, whoever ends it: the row says so, and the database takes it out of the referral's own column."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from connect.people.models import User
from referrals.models import Partner, Referral
from referrals.together import notices
from referrals.together.models import PartnerQuerySet
from referrals.together.states import Over


def end(places: PartnerQuerySet, *, why: str, by: User | None = None, silently: bool = False) -> None:
    """Those who were in it hear that it is over, unless they said so themselves or must not be written to about it."""
    open_ones = list(places.filter(ended_at=None).select_related("user"))
    said = {"ended_at": timezone.now(), "ended_by": by, "ended_why": why}
    Partner.objects.filter(pk__in=[one.pk for one in open_ones], ended_at=None).update(**said)
    for one in open_ones:
        if one.yes and not silently:
            notices.over(one)


def yes_gone(referral: Referral, recipient: str) -> None:
    """The person takes back their yes to one of them."""
    end(Partner.objects.filter(referral=referral, recipient=recipient), why=Over.TAKEN_BACK)


def no_yes_at_all(referral: Referral) -> None:
    """They agree to nothing any more: nobody stays round them."""
    end(Partner.objects.filter(referral=referral), why=Over.TAKEN_BACK)


def finished(referral: Referral) -> None:
    end(Partner.objects.filter(referral=referral), why=Over.FINISHED)


def restricted(person_id: UUID, named: Iterable[UUID]) -> None:
    """Only those on the list may know. The others are not written to: a message would say that something happened."""
    places = Partner.objects.filter(referral__person=person_id).exclude(user__in=list(named))
    end(places, why=Over.RESTRICTED, silently=True)
