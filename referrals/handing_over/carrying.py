"""What goes along with a person from one pair of hands to another: words that wait, tasks, visits that were planned."""

from django.db.models import QuerySet
from django.utils import timezone

from connect.people.models import User
from referrals.case.models import Task, Visit
from referrals.models import Referral
from referrals.safety.models import Heard
from referrals.safety.readers import reader_of


def tasks_of(holder: User, rows: QuerySet[Referral] | list[Referral]) -> QuerySet[Task]:
    return Task.objects.to_do().filter(owner=holder, referral__in=rows)


def visits_of(holder: User, rows: QuerySet[Referral] | list[Referral]) -> QuerySet[Visit]:
    """Planned and not begun."""
    return Visit.objects.not_over().filter(who=holder, arrived_at=None, referral__in=rows)


def unread_of(holder: User, rows: QuerySet[Referral] | list[Referral]) -> QuerySet[Heard]:
    return Heard.objects.unread().filter(reader=holder, referral__in=rows)


def take_along(referral: Referral, *, holder: User, by: User) -> None:
    """To whoever has the person now; where that is the queue, to the lead, who put them there."""
    now_with = referral.connector or by
    tasks_of(holder, [referral]).update(owner=now_with)
    # Somebody else's safety was planned for somebody else's day: whoever has the person now plans it anew.
    visits_of(holder, [referral]).update(called_off_at=timezone.now())
    unread_of(holder, [referral]).update(reader=reader_of(referral, referral.team) or by)
