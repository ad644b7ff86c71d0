"""One e-mail on a working day to those for whom something waits: how much, and where. Whom it is about stays inside."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.identity import acting_as, identify
from connect.messaging import hours, messages
from connect.messaging.models import Message
from connect.one_by_one import one_by_one
from connect.people.models import Membership, MembershipQuerySet, User
from connect.people.roles import Role
from directory.keeping import queue
from referrals.caseload import today
from referrals.caseload.today import Line
from referrals.reminding.models import Unwanted

KIND = "day"
TO = (Role.CON, Role.TL, Role.DIR)


@dataclass(frozen=True)
class Day:
    """What waits for somebody. Only what says nothing of anybody stands by its name; the rest is a number."""

    lines: list[Line]
    address: str

    @property
    def total(self) -> int:
        return sum(line.count for line in self.lines)

    @property
    def urgent(self) -> int:
        return sum(line.count for line in self.lines if line.urgent)

    @property
    def plain(self) -> list[Line]:
        return [line for line in self.lines if line.plain]

    @property
    def rest(self) -> int:
        return self.total - sum(line.count for line in self.plain)


def sweep() -> int:
    """How many were written to. Woken several times a morning, each colleague hears once."""
    with acting_as("reminders"):
        told = set(Message.objects.filter(cause=_cause()).values_list("recipient_key", flat=True))
    people = _at_work().exclude(user__in=told).values_list("user", flat=True)
    return one_by_one(dict.fromkeys(people), _write, "the day of")


def _cause() -> str:
    return f"{KIND}:{timezone.localdate()}"


def _at_work() -> MembershipQuerySet:
    unwanted = Unwanted.objects.filter(kind=KIND).values("user")
    return Membership.objects.current().filter(role__in=TO).exclude(user__in=unwanted).order_by("user", "starts_at")


def _write(pk: UUID) -> bool:
    here = [
        one for one in _at_work().filter(user=pk).select_related("user", "organisation", "team") if _works_today(one)
    ]
    days = [day for day in map(_day_of, here) if day.total]
    if not days:
        return False
    whole = Day([line for day in days for line in day.lines], days[0].address)
    _queue(here[0], whole)
    return True


def _works_today(membership: Membership) -> bool:
    return hours.is_working_day(timezone.localdate(), membership.organisation.nation)


def _day_of(membership: Membership) -> Day:
    """As they would see it themselves: under their own name, behind both walls."""
    user: User = membership.user
    user.acting = membership
    identify(user)
    try:
        if membership.role == Role.DIR:
            found = [Line(_("Waits on the desk"), sum(queue.counts().values()), reverse("desk"), plain=True)]
            return Day(found, reverse("desk"))
        return Day(today.lines_for(user), reverse("today"))
    finally:
        identify()


def _queue(membership: Membership, day: Day) -> None:
    user = membership.user
    with acting_as("reminders"):
        messages.queue(
            recipient_key=user.pk,
            cause=_cause(),
            channel="email",
            to=user.email,
            template=KIND,
            context={
                "name": user.first_name,
                "day": day,
                "address": settings.SITE_URL + day.address,
                "off": settings.SITE_URL + reverse("my_reminders"),
            },
            under_id=membership.team and membership.team.scheme_id,
            useless_after=hours.evening_of(timezone.now()),
        )


def want(user: User, *, wanted: bool) -> None:
    """Their own switch; what waits to leave goes with it."""
    if wanted:
        Unwanted.objects.filter(user=user, kind=KIND).delete()
        return
    Unwanted.objects.bulk_create([Unwanted(user=user, kind=KIND)], ignore_conflicts=True)
    messages.cancel(recipient_key=user.pk, cause=_cause())


def is_wanted_by(user: User) -> bool:
    return not Unwanted.objects.filter(user=user, kind=KIND).exists()
