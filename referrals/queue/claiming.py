"""Taking somebody out of the queue, and putting them back: one update decides, and the loser is told who."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from connect.identity import acting_as
from connect.people.models import User
from referrals import actions, refusals
from referrals.life import clocks, saying
from referrals.models import Happened, Referral
from referrals.states import HELD, Next, State

# Waiting for somebody to take them on: new, or put back by whoever held them.
IN_QUEUE = Q(state=State.SUBMITTED) | Q(connector=None, state__in=HELD)


@transaction.atomic
def claim(referral: Referral, *, by: User) -> Referral:
    """New or put back, it is theirs now. Raises SomebodyWasFaster when it is a colleague's already."""
    if referral.is_new:
        return actions.accept(referral, by=by)
    if referral.connector_id is not None or referral.state not in HELD:
        raise actions.SomebodyWasFaster
    return hand_to(referral, by, by=by, word="claimed")


@transaction.atomic
def release(referral: Referral, *, by: User, words: str = "") -> Referral:
    """Back into the team's queue, where it has a day of its own; what has happened stays with it."""
    if referral.connector_id is None or referral.state not in HELD:
        raise actions.CannotMove
    event = actions.happened(referral, kind=Happened.HELD, to="released", by=by)
    saying.beside(event, words, by=by)
    soon = clocks.in_days(referral.team, 1)
    step = Next.RESUME if referral.state == State.PAUSED else Next.RING
    on = max(referral.next_on or soon, soon) if step == Next.RESUME else soon
    return _give(referral, None, by, next_step=step, next_on=on)


@transaction.atomic
def hand_to(referral: Referral, connector: User, *, by: User, word: str = "assigned") -> Referral:
    """From whoever holds it, or the queue, to somebody who connects in that team; what is next stays next."""
    may_know(referral, connector)
    _give(referral, connector, by)
    actions.happened(referral, kind=Happened.HELD, to=word, by=by)
    return referral


def may_know(referral: Referral, connector: User) -> None:
    """Whoever is not named could not open them: they would be in hands that do not know of it."""
    if referral.named is not None and connector.pk not in referral.named:
        raise refusals.NotNamed


def _give(referral: Referral, connector: User | None, by: User, **changes: object) -> Referral:
    """Only from the hands it was seen in: a colleague who was faster keeps it."""
    mine = Referral.objects.visible_to(by).filter(pk=referral.pk)
    same = mine.filter(state=referral.state, connector=referral.connector_id)
    if not same.update(connector=connector, **changes):
        raise actions.SomebodyWasFaster if mine.exists() else actions.Gone
    referral.refresh_from_db()
    return referral


def who_has(pk: object, user: User) -> str:
    """In words, for whoever came second: the name of the colleague, in one's own team only."""
    with acting_as("clocks"):
        known = Q(named=None) | Q(named__contains=[user.pk])
        row = Referral.objects.filter(known, pk=pk, team=user.acting.team_id).select_related("connector").first()
    if row is None or row.connector_id == user.pk:
        return _("It is no longer in the queue")
    if row.connector:
        return _("%(name)s took it a moment ago") % {"name": row.connector.name}
    return (
        _("It was given back to whoever asked, a moment ago") if row.state == State.RETURNED else _("It has moved on")
    )


def is_in_queue(referral: Referral) -> bool:
    """The same as IN_QUEUE, of a row that is here already."""
    return referral.is_new or (referral.connector_id is None and referral.state in HELD)
