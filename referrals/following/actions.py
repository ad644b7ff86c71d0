"""What an answer or a step sets going: rows of what is owed. They propose; a person says what happens."""

from datetime import date

from django.utils import timezone

from connect.people.models import User
from referrals.actions import new_key, owe
from referrals.belonging import Connection, Occasion
from referrals.following import knowing, measures, rules, writing
from referrals.following.models import FollowUp
from referrals.following.rules import Seen
from referrals.following.states import NEXT, Kind
from referrals.states import Answer, Next, Says, Step

AT_REST = (Step.SETTLED, Step.NOT_FOR_THEM, Step.STOPPED, Step.DID_NOT_START)
ENDED = (Step.NOT_FOR_THEM, Step.STOPPED, Step.DID_NOT_START)


def after_answer(occasion: Occasion, *, by: User | None) -> None:
    """Somebody said whether they went: what is owed now, and what the connector does next.

    Called by going.actions.answer in its transaction, which holds the referral: two answers at one moment come one
    after the other, and lead to one row.
    """
    found = look(occasion.connection, by=by)
    referral = occasion.referral
    if _asked_to_be_rung(occasion):
        owe(referral, Next.RING_ASKED, timezone.localdate())
    elif referral.next_step != Next.RING_ASKED:  # who asked to be rung is rung, whatever others say
        owe(referral, next(iter(found), Next.ASK), timezone.localdate())


def _asked_to_be_rung(occasion: Occasion) -> bool:
    last = occasion.attendances.order_by("-said_at").first()
    return last is not None and (last.said_by, last.answer) == (Says.PERSON, Answer.RING)


def after_step(connection: Connection, *, was: str, by: User | None) -> None:
    """The connection has moved: what was owed of it before may be so no longer. introductions.actions.step calls it."""
    if connection.state == was:
        return
    found = look(connection, by=by)
    if connection.state == Step.SETTLED:
        _open(connection, Kind.CELEBRATE, Seen(timezone.localdate()), by=by)
        measures.plan_after_settling(connection.referral)
        found = [Next.CELEBRATE]
    if connection.state in AT_REST and found and connection.referral.next_step != Next.RING_ASKED:
        owe(connection.referral, found[0], timezone.localdate())
    if connection.state not in ENDED:
        _overtake(connection, Kind.AGAIN)
    if connection.state != Step.SETTLED:
        _overtake(connection, Kind.CELEBRATE)


def look(connection: Connection, *, by: User | None) -> list[str]:
    """Make what the rules say, take back what they no longer say; the next things it means, the gravest first."""
    owed = rules.owed(knowing.of(connection))
    there = {row.kind: row for row in FollowUp.objects.still_open().filter(connection=connection)}
    for kind in there.keys() & rules.DERIVED - owed.keys():
        _overtake(connection, kind)
    for kind in owed.keys() - there.keys():
        _open(connection, kind, owed[kind], by=by)
    return [NEXT[rule.owed] for rule in rules.RULES if rule.owed in owed]


def _open(connection: Connection, kind: str, seen: Seen, *, by: User | None) -> None:
    """Once, whoever else was there at the same moment: asks for no right to read the row that stood there."""
    row = FollowUp(
        referral_id=connection.referral_id, connection=connection, kind=kind, occasion_id=seen.key,
        about_on=seen.on, due_on=timezone.localdate(), made_by=by, **new_key(),
    )  # fmt: skip
    FollowUp.objects.bulk_create([row], ignore_conflicts=True)


def _overtake(connection: Connection, *kinds: str) -> None:
    rows = FollowUp.objects.filter(connection=connection, kind__in=kinds)
    if Kind.SETTLED in kinds:
        for row in rows.still_open().filter(kind=Kind.SETTLED).exclude(asked_at=None):
            writing.call_off(row)
    rows.let_go()


def ask_again(connection: Connection, on: date, *, by: User) -> None:
    """A day the person chose, on which the connector asks once more."""
    rows = FollowUp.objects.still_open().filter(connection=connection, kind=Kind.AGAIN)
    if not rows.update(due_on=on, about_on=on):
        row = FollowUp(
            referral_id=connection.referral_id, connection=connection, kind=Kind.AGAIN, about_on=on, due_on=on,
            made_by=by, **new_key(),
        )  # fmt: skip
        FollowUp.objects.bulk_create([row])
