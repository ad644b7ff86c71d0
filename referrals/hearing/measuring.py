"""Measure 17: how often whoever asked heard in time of the first time they went, or of the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.utils import timezone

from connect.messaging import hours
from referrals.hearing.models import Reply
from referrals.hearing.states import News
from referrals.models import Referral

IN_TIME = 5  # working days
ENDS = (News.WENT, News.CLOSED)


@dataclass(frozen=True)
class Heard:
    """`of` referrals came as far as a first attendance or the end; of those, `in_time` had word of it in time."""

    in_time: int
    of: int


def heard_in_time(referrals: QuerySet[Referral], since: date, until: date) -> Heard:
    """Of those that got there in [since, until). Who never agreed to it counts among `of`: it is the gap we measure."""
    within = {"gte": hours.at(since, time()), "lt": hours.at(until, time())}
    went = Q(**{f"connections__first_attended_at__{edge}": at for edge, at in within.items()})
    over = Q(**{f"closed_at__{edge}": at for edge, at in within.items()})
    reached = dict(referrals.filter(went | over).distinct().values_list("pk", "team__organisation__nation"))
    replies = Reply.objects.filter(referral__in=reached, news__in=ENDS).reached()
    rows = replies.values_list("referral_id", "event_at", "sent_at")
    known = {referral for referral, event_at, sent_at in rows if _in_time(event_at, sent_at, reached[referral])}
    return Heard(len(known), len(reached))


def _in_time(event_at: datetime, sent_at: datetime, nation: str) -> bool:
    last = hours.add_working_days(timezone.localdate(event_at), IN_TIME, nation)
    return timezone.localdate(sent_at) <= last


def reply_sent(referrals: Iterable[Referral]) -> dict[object, datetime]:
    """Referral -> when the first word of it reached whoever asked."""
    rows = Reply.objects.filter(referral__in=referrals).reached().order_by("-sent_at")
    return dict(rows.values_list("referral_id", "sent_at"))
