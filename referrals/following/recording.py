"""A person says what happens: the connector in two taps, or the person themselves by their link."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.actions import CannotMove, happened, held, new_key, owe
from referrals.belonging import Connection, Occasion
from referrals.case import doing
from referrals.following import actions, writing
from referrals.following.models import FollowUp, Reason
from referrals.following.states import ENDED, NEXT, Kind, Then, Why
from referrals.introductions import actions as introductions
from referrals.life import clocks
from referrals.models import Happened, Referral
from referrals.refusals import SomebodyWasFaster
from referrals.safety import words as safety
from referrals.states import OPEN, Next, Says, Step

SOON, A_WHILE = 2, 10  # working days
# (what is owed, what is done about it) -> where the connection goes; anything else leaves it where it is.
MOVES = {
    Kind.NOT_STARTED: dict.fromkeys((Then.ANOTHER, Then.LATER, Then.LEAVE), Step.DID_NOT_START),
    Kind.TWO_MISSED: dict.fromkeys((Then.ANOTHER, Then.LATER, Then.LEAVE), Step.STOPPED),
    Kind.SETTLED: {Then.SETTLED: Step.SETTLED} | dict.fromkeys((Then.ANOTHER, Then.LEAVE), Step.NOT_FOR_THEM),
}  # fmt: skip
# A second beginning, from each end there is (referrals.states.STEPS).
BACK = {Step.STOPPED: [Step.ATTENDING], Step.DID_NOT_START: [Step.AGREED], Step.NOT_FOR_THEM: [Step.SUGGESTED]}


@dataclass(frozen=True)
class Said:
    """What the form or the link brought. `on` is a day for LATER, `starts_at` a session for SESSION and ALONG."""

    then: str
    why: str = ""
    on: date | None = None
    starts_at: datetime | None = None


@transaction.atomic
def record(
    connection: Connection,
    *,
    kind: str,
    said: Said,
    by: User,
    made: Mapping[str, object],
    row: FollowUp | None = None,
    words: str = "",
) -> FollowUp:
    """What the connector and the person decided about what was owed, or about what nobody had noticed yet.

    `row` is what stood there when the page was drawn; done by a colleague meanwhile, SomebodyWasFaster.
    """
    referral = held(connection.referral)
    if referral.state not in OPEN:
        raise CannotMove
    if earlier := FollowUp.objects.filter(key=made["key"]).first():
        return earlier  # the same form, sent twice
    connection = Connection.objects.select_related("service", "referral__person").get(pk=connection.pk)
    row = _taken(connection, kind, row, said, by=by, made=made)
    if said.why and said.why != Why.NOT_ASKED:
        _because(row, said.why, Says.CONNECTOR, by=by)
    happened(referral, kind=Happened.FOLLOWED, was=kind, to=said.then, why=said.why, by=by, connection=connection)
    _move(connection, kind, said, by=by)
    if words.strip():
        doing.write_note(referral, words=words.strip(), by=by, made=new_key())
    _DO[Then(said.then)](row, said, by)
    return row


def _taken(
    connection: Connection, kind: str, row: FollowUp | None, said: Said, *, by: User, made: Mapping[str, object]
) -> FollowUp:
    """The open row, done now; where nothing was owed, a row that is done from the first."""
    now = timezone.now()
    done = {"done_at": now, "done_by": by, "said_by": Says.CONNECTOR, "then": said.then}
    done |= {name: made[name] for name in ("key", "content_hash", "made_in")}
    open_ones = FollowUp.objects.still_open().filter(connection=connection, kind=kind)
    if open_ones.update(**done):
        row = FollowUp.objects.get(key=made["key"])
        writing.call_off(row)
        return row
    if row is not None:
        raise SomebodyWasFaster
    about = {"referral_id": connection.referral_id, "connection": connection, "kind": kind, "made_by": by}
    today = timezone.localdate()
    return FollowUp.objects.create(**about, about_on=today, due_on=today, **done)


def _because(row: FollowUp, why: str, said_by: str, *, by: User | None) -> None:
    about = {"referral_id": row.referral_id, "connection_id": row.connection_id, "occasion_id": row.occasion_id}
    Reason.objects.bulk_create([Reason(**about, why=why, said_by=said_by, by=by)])


def _move(connection: Connection, kind: str, said: Said, *, by: User | None) -> None:
    to = MOVES.get(Kind(kind), {}).get(Then(said.then))
    if to:
        more = {} if to == Step.SETTLED else {"ended_why": ENDED[Why(said.why or Why.NOT_ASKED)]}
        introductions.step(connection, to=to, by=by, **more)
    elif kind == Kind.ASK_WHY and said.why:
        Connection.objects.filter(pk=connection.pk).update(ended_why=ENDED[Why(said.why)])


# ---------- what each choice brings with it ----------


def _go(row: FollowUp, said: Said, by: User) -> None:
    """A day they chose: expected there again, after a second beginning if it had ended."""
    connection = Connection.objects.select_related("service").get(pk=row.connection_id)
    for step in BACK.get(Step(connection.state), ()):
        introductions.step(connection, to=step, by=by)
    introductions.introduce(
        connection.referral, service=connection.service, by=by, made=new_key(), starts_at=said.starts_at
    )


def _later(row: FollowUp, said: Said, by: User) -> None:
    actions.ask_again(row.connection, said.on, by=by)
    _owe(row, Next.OFFER_AGAIN, said.on)


def _not_reached(row: FollowUp, _said: Said, by: User) -> None:
    """Tried again soon: the same thing is owed, from a new day."""
    on = clocks.in_days(row.referral.team, SOON)
    again = FollowUp(
        referral_id=row.referral_id, connection_id=row.connection_id, occasion_id=row.occasion_id, kind=row.kind,
        about_on=row.about_on, due_on=on, asked_at=row.asked_at, made_by=by, **new_key(),
    )  # fmt: skip
    FollowUp.objects.bulk_create([again])
    _owe(row, NEXT[Kind(row.kind)], on)


def _send(row: FollowUp, _said: Said, _by: User) -> None:
    writing.well_done(row)
    _review(row, _said, _by)


def _review(row: FollowUp, _said: Said, _by: User) -> None:
    _owe(row, Next.REVIEW, clocks.in_days(row.referral.team, A_WHILE))


def _choose(row: FollowUp, _said: Said, _by: User) -> None:
    _owe(row, Next.CHOOSE, clocks.in_days(row.referral.team, SOON))


def _look_soon(row: FollowUp, _said: Said, _by: User) -> None:
    _owe(row, Next.REVIEW, clocks.in_days(row.referral.team, SOON))


def _celebrate(row: FollowUp, _said: Said, _by: User | None) -> None:
    _owe(row, Next.CELEBRATE, timezone.localdate())


def _owe(row: FollowUp, step: str, on: date) -> None:
    owe(Referral.objects.select_related("team").get(pk=row.referral_id), step, on)


_DO: dict[Then, Callable[[FollowUp, Said, User], None]] = {
    Then.SESSION: _go, Then.ALONG: _go, Then.WELL: _review, Then.SETTLED: _celebrate, Then.HELP: _look_soon,
    Then.ANOTHER: _choose, Then.LATER: _later, Then.LEAVE: _look_soon, Then.NOT_REACHED: _not_reached,
    Then.SENT: _send, Then.TOLD: _review,
}  # fmt: skip


# ---------- the person's own word, by their link ----------

ANSWERS = {Then.SETTLED: Step.SETTLED, Then.HELP: "", Then.LEAVE: Step.NOT_FOR_THEM}


@transaction.atomic
def answered(row: FollowUp, *, then: str) -> FollowUp:
    """ "Would you like to go on by yourself?" Their own answer counts; the first one, whoever asks after it."""
    referral = held(row.referral)
    now = {"done_at": timezone.now(), "said_by": Says.PERSON, "then": then}
    if referral.state not in OPEN or not FollowUp.objects.still_open().filter(pk=row.pk).update(**now):
        raise SomebodyWasFaster
    row.refresh_from_db()
    connection = Connection.objects.get(pk=row.connection_id)
    happened(referral, kind=Happened.FOLLOWED, was=row.kind, to=then, by=None, connection=connection)
    if to := ANSWERS[Then(then)]:
        more = {} if to == Step.SETTLED else {"ended_why": ENDED[Why.NOT_ASKED]}
        introductions.step(connection, to=to, by=None, **more)
    _owe(row, _NEXT_AFTER[Then(then)], timezone.localdate())
    return row


_NEXT_AFTER = {Then.SETTLED: Next.CELEBRATE, Then.HELP: Next.RING_ASKED, Then.LEAVE: Next.ASK_WHY}


@transaction.atomic
def told_why(occasion: Occasion, *, why: str, text: str = "", link_id: uuid.UUID) -> None:
    """The person says what got in the way; their words go to a named human, and nothing follows from them by itself."""
    about = {"referral_id": occasion.referral_id, "connection_id": occasion.connection_id, "occasion": occasion}
    if why:
        Reason.objects.bulk_create([Reason(**about, why=why, said_by=Says.PERSON)])
    safety.heard(text, referral=occasion.referral, where="why not", link_id=link_id)
