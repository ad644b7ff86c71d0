"""What is owed to whom, for the pages of those who work with them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from connect.people.models import User
from referrals.belonging import Connection
from referrals.following.models import FollowUp, Reason
from referrals.following.states import Kind
from referrals.models import Referral
from referrals.states import State, Step

UNDER_WAY = [State.CONTACTED, State.ACTIVE]  # whoever rests is left in peace
# What a connector may say of a connection although nobody had noticed: it is the same page.
MAY_SAY = {
    Step.INTRODUCED: [Kind.NOT_STARTED], Step.ATTENDING: [Kind.SETTLED, Kind.TWO_MISSED],
    Step.SETTLED: [Kind.TWO_MISSED], Step.STOPPED: [Kind.AGAIN], Step.NOT_FOR_THEM: [Kind.AGAIN],
    Step.DID_NOT_START: [Kind.AGAIN],
}  # fmt: skip


def due(user: User) -> QuerySet[FollowUp]:
    """Of this reader's own people, what is owed by today."""
    cases = Referral.objects.caseload_of(user).filter(state__in=UNDER_WAY)
    rows = FollowUp.objects.still_open().filter(due_on__lte=timezone.localdate(), referral__in=cases)
    return rows.select_related("referral__person", "referral__connector", "connection__service")


def of(referral: Referral) -> list[FollowUp]:
    rows = FollowUp.objects.still_open().filter(referral=referral)
    return list(rows.select_related("connection__service"))


def reasons(connections: Iterable[UUID]) -> dict[UUID, list[Reason]]:
    """Connection -> what was said to have got in the way, the newest first."""
    found: dict[UUID, list[Reason]] = {}
    for reason in Reason.objects.filter(connection__in=list(connections)).order_by("-at"):
        found.setdefault(reason.connection_id, []).append(reason)
    return found


def may_say(connection: Connection) -> list[Kind]:
    return MAY_SAY.get(Step(connection.state), [])
