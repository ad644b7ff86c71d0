"""What became of a worker's people in a month: numbers, and nobody's name."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from connect.messaging import hours, messages
from connect.one_by_one import one_by_one
from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals.hearing.models import Reply
from referrals.hearing.states import News
from referrals.models import Referral

FEWEST = 5  # fewer people than this, and a number in an e-mail would be about somebody
TOLD = (News.ACCEPTED, News.MET, News.CONNECTED, News.WENT, News.SETTLED, News.CLOSED)
ASK_FOR_PEOPLE = (Role.REF, Role.CHA, Role.LEAD)


@dataclass(frozen=True)
class Month:
    """`people` had any news at all; the rest counts referrals that came so far in this month, each once."""

    first: date
    asked: int
    people: int
    told: dict[str, int]

    @property
    def went(self) -> int:
        return self.told[News.WENT]

    def __bool__(self) -> bool:
        return bool(self.asked or self.people)


def bounds(first: date) -> tuple[datetime, datetime]:
    following = (first + timedelta(days=32)).replace(day=1)
    return hours.at(first, time()), hours.at(following, time())


def last_month(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def of(referrals: QuerySet[Referral], first: date) -> Month:
    """Only what was told: what somebody did not agree to is in no number either."""
    since, until = bounds(first)
    told = Reply.objects.filter(referral__in=referrals, made_at__gte=since, made_at__lt=until).heard()
    each = {news.value: Count("referral", distinct=True, filter=Q(news=news)) for news in TOLD}
    counts = told.aggregate(people=Count("referral", distinct=True), **each)
    asked = referrals.filter(submitted_at__gte=since, submitted_at__lt=until).count()
    return Month(first, asked, counts.pop("people"), counts)


def of_user(user: User) -> QuerySet[Referral]:
    """A worker’s own; a lead’s, of everybody in their organisation."""
    rows = Referral.objects.visible_to(user)
    return rows if user.acting and user.acting.role == Role.LEAD else rows.filter(referrer=user)


def write_letters(today: date | None = None) -> int:
    """One e-mail a worker with the address of the page; for last month, and only to those with something in it."""
    first = last_month(today or timezone.localdate())
    since, until = bounds(first)
    asked = Q(submitted_at__gte=since, submitted_at__lt=until)
    told = Q(replies__made_at__gte=since, replies__made_at__lt=until, replies__why_not="")
    pairs = Referral.objects.filter(asked | told, referrer__isnull=False, person__restricted=False)
    whose = ("referrer", "referring_organisation")
    rows = pairs.order_by(*whose).values_list(*whose).distinct()
    return one_by_one(rows, lambda pair: _write(*pair, first), "month of")


def _write(referrer: uuid.UUID, organisation: uuid.UUID, first: date) -> bool:
    """To whoever still works for the body that asked, in a role that asks for people."""
    there = Membership.objects.current().filter(user=referrer, organisation=organisation, role__in=ASK_FOR_PEOPLE)
    membership = there.select_related("user").first()
    if membership is None:
        return False
    theirs = Referral.objects.filter(referrer=referrer, referring_organisation=organisation, person__restricted=False)
    month = of(theirs, first)
    if not month:
        return False
    messages.queue(
        recipient_key=referrer,
        cause=f"month:{first:%Y-%m}:{organisation}",
        channel="email",
        to=membership.user.email,
        template="became",
        context={
            "name": membership.user.first_name,
            "first": first,
            "month": month if month.people >= FEWEST else None,
            "address": f"{settings.SITE_URL}{reverse('became')}?month={first:%Y-%m}",
        },
    )
    return True
