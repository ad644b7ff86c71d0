"""Taken back before it is over; and taken up again, with all that happened before."""

from collections.abc import Iterable

from django.db import transaction

from connect.people.models import Membership, User
from connect.people.roles import Role
from referrals import actions, refusals
from referrals.life import clocks, saying
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision
from referrals.safety import words as safety
from referrals.states import Next, Purpose, Returned, State

BEFORE_TRIAGE = (State.SUBMITTED, State.RETURNED)
ASKERS = (Role.REF, Role.CHA, Role.LEAD)  # they may take back what nobody has accepted yet


@transaction.atomic
def withdraw(referral: Referral, *, why: str, by: User | None, words: str = "") -> Referral:
    """By whoever asked, before triage; by the connector; or, without `by`, by the person on their own page."""
    if by and by.acting.role in ASKERS and referral.state not in BEFORE_TRIAGE:
        raise actions.CannotMove
    actions.move(referral, to=State.WITHDRAWN, by=by, why=why, next_step=Next.NOTHING, next_on=None)
    saying.beside(saying.last_step(referral, State.WITHDRAWN), words, by=by, for_referrer=bool(by))
    if by and by.acting.role in ASKERS:
        safety.heard(words, referral=referral, by=by, where="withdrawn")
    return referral


@transaction.atomic
def send_again(referral: Referral, *, words: str, by: User) -> Referral:
    """The worker answers what was missing, and the clocks begin anew."""
    if referral.state != State.RETURNED:
        raise actions.CannotMove
    on = clocks.answer_by(referral.team, urgent=referral.urgent)
    actions.move(referral, to=State.SUBMITTED, by=by, respond_by=on, next_step=Next.DECIDE, next_on=on)
    saying.beside(saying.last_step(referral, State.SUBMITTED), words, by=by, for_referrer=True)
    safety.heard(words, referral=referral, by=by, where="sent_again")
    return referral


def asks_something(referral: Referral) -> bool:
    """Whether it came back with a question; where nobody had answered, there is none."""
    last = saying.last_step(referral, State.RETURNED)
    return last is None or last.why != Returned.NO_ANSWER


def needs_new_yes(referral: Referral) -> bool:
    """After a withdrawal always; otherwise when what they once agreed to does not hold any more."""
    return referral.state == State.WITHDRAWN or not referral.agreed_to(Purpose.CONTACT)


def _still_here(referral: Referral) -> User | None:
    """Whoever held it, while they still connect in that team; otherwise it waits in the queue for somebody."""
    mine = Membership.objects.current().filter(user=referral.connector_id, team=referral.team_id, role=Role.CON)
    return referral.connector if mine.exists() else None


@transaction.atomic
def reopen(referral: Referral, *, why: str, by: User, yeses: Iterable[str] = (), words: str = "") -> Referral:
    """The same referral goes on, years later too: its story is not begun again."""
    if referral.state not in (State.CLOSED, State.WITHDRAWN):
        raise actions.CannotMove
    if needs_new_yes(referral) and Purpose.CONTACT not in set(yeses):
        raise refusals.NoNewYes
    holder = by if by.acting.role == Role.CON else _still_here(referral)
    soon = clocks.in_days(referral.team, 1)
    changes = {"connector": holder, "respond_by": soon, "next_step": Next.RING, "next_on": soon}
    actions.move(referral, to=State.ACCEPTED, by=by, why=why, **changes)
    for purpose in yeses:
        consenting.record(referral, purpose=purpose, decision=Decision.GIVEN, by=by)
    saying.beside(saying.last_step(referral, State.ACCEPTED), words, by=by)
    return referral
