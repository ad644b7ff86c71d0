"""Referrals since somebody was trained, by month; and for whoever freezes figures, how many were active in each.

A chat is kept without the name of whoever had it, as its page promises: chats are counted for an organisation's
trained workers together, by the calendar, and never for one of them.
"""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.people.training.models import Trainee
from referrals.asking.models import HealthyChat
from referrals.models import Referral

MONTHS = 12
FEWEST = 5  # chats of fewer are no number


@dataclass(frozen=True)
class Since:
    """One worker: trained that day, and how many referrals in each month since (0 is the first)."""

    name: str
    trained_on: date
    months: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.months)

    @property
    def still_to_come(self) -> str:
        """Where in a row of months the dashes begin, as the template slices."""
        return f"{len(self.months)}:"


@dataclass(frozen=True)
class ActiveCount:
    """Exact; hidden before anybody sees it. Of `trained` who were trained so long ago, `active` referred then."""

    month: int
    trained: int
    active: int


def month_since(trained_on: date, day: date) -> int:
    """0 up to a month after the day, 1 in the next, and so on; -1 before it."""
    if day < trained_on:
        return -1
    whole = (day.year - trained_on.year) * 12 + day.month - trained_on.month
    return whole - (day.day < trained_on.day)


def of_user(user: User) -> Since | None:
    """One's own; None who was not trained."""
    return next(iter(_since([user], Referral.objects.visible_to(user).filter(referrer=user))), None)


def of_those_led(user: User) -> list[Since]:
    """A lead's own people: those who work for their organisation, or in their team, in a role that asks for people."""
    here = Membership.objects.current().filter(organisation=user.acting.organisation_id)
    if user.acting.role == Role.TL:
        here = here.filter(team=user.acting.team_id)
    people = list(User.objects.filter(memberships__in=here).distinct())
    rows = Referral.objects.filter(referring_organisation=user.acting.organisation_id, referrer__in=people)
    with acting_as("freeze"):  # a team's lead may not see whom a connector referred; how many, they may
        return _since(people, rows)


def _since(people: Iterable[User], referrals: QuerySet[Referral]) -> list[Since]:
    """Two questions, for however many."""
    people, today = list(people), timezone.localdate()
    days = _trained(people)
    asked: dict[uuid.UUID, Counter[int]] = defaultdict(Counter)
    for referrer, at in referrals.filter(referrer__in=list(days)).values_list("referrer", "submitted_at"):
        asked[referrer][month_since(days[referrer], timezone.localdate(at))] += 1
    found = []
    for one in (one for one in people if one.pk in days):
        last = min(month_since(days[one.pk], today), MONTHS - 1)
        found.append(Since(one.name, days[one.pk], [asked[one.pk][n] for n in range(last + 1)]))
    return sorted(found, key=lambda one: (-one.total, one.name))


def _trained(people: Iterable[User]) -> dict[uuid.UUID, date]:
    """The first session of each on Making Every Contact Count."""
    known = {one.email: one.pk for one in people}
    with acting_as("training"):
        rows = Trainee.objects.of_mecc().who_came().filter(email__in=list(known)).order_by().values("email")
        return {known[row["email"]]: row["first"] for row in rows.annotate(first=Min("session__held_on"))}


def chats_of(user: User, since: date) -> list[tuple[date, int | None]]:
    """Chats of the organisation's trained workers by month, newest first; None stands for fewer than five."""
    with acting_as("freeze"):
        rows = HealthyChat.objects.filter(organisation=user.acting.organisation_id, trained=True, asked=True)
        months = rows.filter(at__date__gte=since).annotate(month=TruncMonth("at")).order_by("-month").values("month")
        counted = list(months.annotate(n=Count("pk")))
    return [(timezone.localdate(row["month"]), row["n"] if row["n"] >= FEWEST else None) for row in counted]


def counts(today: date) -> list[ActiveCount]:
    """Of all who were trained, by months since: how many could have referred then, and how many did. As the freeze."""
    people = list(User.objects.filter(email__in=Trainee.objects.of_mecc().who_came().values("email")))
    found = _since(people, Referral.objects.all())
    whole = [one.months[: max(0, month_since(one.trained_on, today))] for one in found]  # the running month is not
    return [
        ActiveCount(n, sum(len(one) > n for one in whole), sum(len(one) > n and one[n] > 0 for one in whole))
        for n in range(max(map(len, whole), default=0))
    ]
