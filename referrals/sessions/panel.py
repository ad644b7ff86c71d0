"""On the person's page: the sessions they are expected at, and the list on which they wait for a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from connect.people.access import may
from directory.models import Service
from referrals.belonging import Connection, Occasion
from referrals.case import there
from referrals.models import Referral
from referrals.sessions import actions, places
from referrals.sessions.forms import CallOffForm
from referrals.sessions.models import Offer, Wait

SHOWN = 3


@dataclass(frozen=True)
class Group:
    """One group: when they are expected there; whom it names instead, while it is shut."""

    connection: Connection
    coming: list[Occasion]
    instead: Service | None


@dataclass(frozen=True)
class Turn:
    """Where somebody stands on a list, and the place that is held for them now, if one is."""

    waits: Wait
    number: int
    offer: Offer | None


def panel(request: HttpRequest, referral: Referral) -> tuple[str, dict[str, object]] | None:
    if not may(request.user, "ATTENDANCE", "U"):
        return None
    turns = list(_turns(referral)) if there.has(referral, "waits") else []
    waiting = {one.waits.connection_id for one in turns}
    connections = list(referral.connections.all())
    groups = [one for one in map(_group, connections) if one.coming or one.instead]
    may_wait = [one for one in connections if one.state in actions.MAY_WAIT and one.pk not in waiting]
    if not (groups or turns or may_wait):
        return None
    context = {"groups": groups, "turns": turns, "may_wait": may_wait, "reasons": CallOffForm().fields["why"].choices}
    return "referrals/sessions/_panel.html", context


def _group(connection: Connection) -> Group:
    now = timezone.now()
    coming = [one for one in connection.occasions.all() if one.called_off_at is None and one.starts_at > now]
    is_shut = connection.stage > 0 and not connection.service.is_open
    return Group(connection, coming[:SHOWN], connection.service.instead if is_shut else None)


def _turns(referral: Referral) -> Iterator[Turn]:
    rows = Wait.objects.filter(referral=referral, ended_at=None).select_related("service").prefetch_related("offers")
    for waits in rows:
        held = next((one for one in waits.offers.all() if not one.said), None)
        yield Turn(waits, places.ahead_of(waits) + 1, held)
