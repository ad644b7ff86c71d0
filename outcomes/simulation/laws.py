"""What holds in any world that was played through actions: nobody is lost, and nobody is written to unasked."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F, Q

from connect.identity import acting_as
from connect.messaging.models import Message
from connect.messaging.states import State as Sent
from referrals.models import Consent, Person, Referral, ReferralEvent
from referrals.person.states import HOLDS
from referrals.states import HELD, MOVES, OPEN, Purpose, State

QUIETLY = {"own_code"}  # they asked for it themselves, a moment before


class Broken(Exception):
    """`laws` says which, and of how many rows."""


def uphold() -> None:
    broken = [line for line in _found() if line]
    if broken:
        raise Broken("; ".join(broken))


def _found() -> Iterator[str]:
    """Each is a sentence where it does not hold, "" where it does."""
    with acting_as("seed"):
        rows = Referral.objects.filter(state__in=OPEN)
        waiting = Q(state__in=[State.SUBMITTED, State.RETURNED]) | Q(connector=None, state__in=HELD)
        yield _said(rows.exclude(waiting).filter(connector=None).count(), "open, in nobody's hands and in no queue")
        yield _said(rows.filter(Q(next_step="") | Q(next_on=None)).count(), "open, with nothing next")
        yield _said(Referral.objects.exclude(state__in=OPEN).exclude(next_step="").count(), "over, with something next")
        yield _said(sum(not _is_legal(*step) for step in _steps()), "moves that are in no table")
        yield _said(len(set(_written_to()) - _who_agreed()), "people written to who never agreed to it")


def _said(number: int, what: str) -> str:
    return f"{number} {what}" if number else ""


def _steps() -> Iterator[tuple[str, str]]:
    return ReferralEvent.objects.filter(kind="moved").values_list("was", "to").distinct().iterator()


def _is_legal(was: str, to: str) -> bool:
    return to in MOVES[was] if was else to == State.SUBMITTED


def _written_to() -> Iterator[UUID]:
    """People to whom a text or an e-mail has gone, or waits to go."""
    with acting_as("delivery"):
        gone = Message.objects.exclude(state=Sent.CANCELLED).exclude(template__in=QUIETLY)
        keys = list(gone.values_list("recipient_key", flat=True).distinct())
    # Of somebody restricted every number is sealed, and what was safe before is asked anew.
    return Person.objects.filter(pk__in=keys, restricted=False).values_list("pk", flat=True).iterator()


def _who_agreed() -> set[UUID]:
    """Whoever said yes to being written to, once, and that a message is safe."""
    yeses = Consent.objects.filter(purpose=Purpose.CONTACT, decision__in=HOLDS)
    safe = Q(person__safe_to_message="yes") | Q(person__safe_to_email="yes")
    return set(yeses.filter(safe, said_at__lte=F("said_at")).values_list("person", flat=True))
