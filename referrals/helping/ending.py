"""Off the board, and out of a helper's sight: because it is no longer wanted, or may not be known any more."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from connect.people.models import User
from referrals.helping import letters
from referrals.helping.models import HelpRequest
from referrals.helping.states import Standing
from referrals.models import Referral

REMEMBERED = timedelta(days=30)  # after it is done a helper no longer reads who it was
ON = (Standing.OPEN, Standing.MATCHED)


def recipient(helper: User) -> str:
    """As the person's yes names them; as long as a consent can."""
    return f"{helper.name}, helper"[:100]


def all_of(referral: Referral) -> None:
    """They are finished, restricted, or want nothing more of us: off the board, and out of a helper's sight."""
    end(HelpRequest.objects.filter(referral=referral))


def yes_gone(referral: Referral, name: str) -> None:
    """The person takes back their yes to one helper."""
    rows = HelpRequest.objects.filter(referral=referral, standing=Standing.MATCHED).select_related("helper")
    end(HelpRequest.objects.filter(pk__in=[one.pk for one in rows if recipient(one.helper) == name]))


def end(rows: QuerySet[HelpRequest]) -> None:
    """A helper who was introduced hears that it is over, and no longer reads who it was."""
    for one in list(rows.filter(standing__in=ON).select_related("helper")):
        if (
            HelpRequest.objects.filter(pk=one.pk, standing=one.standing).update(
                standing=Standing.GONE, name="", told=""
            )
            and one.helper
        ):
            letters.over(one)
    rows.filter(standing=Standing.DONE).update(name="", told="")


def forget() -> int:
    """A month after it was done, or a week after its last day passed unanswered."""
    past = timezone.now() - REMEMBERED
    end(HelpRequest.objects.filter(standing=Standing.OPEN, until__lt=timezone.localdate() - timedelta(days=7)))
    told = HelpRequest.objects.filter(standing=Standing.DONE, done_at__lt=past).exclude(name="", told="")
    return told.update(name="", told="")
