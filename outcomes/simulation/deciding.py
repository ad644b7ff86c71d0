"""From the queue to the first talk: taken on, given back, forgotten; rung, and reached or not."""

from collections.abc import Iterator
from datetime import datetime

from outcomes.simulation import doors, rates
from outcomes.simulation.life import Life, Over
from referrals import actions
from referrals.life import leaving
from referrals.person import consenting, particulars
from referrals.person.states import Decision
from referrals.queue import assigning, claiming
from referrals.states import Closed, Domain, Known, Purpose, Returned, State, Weight, Withdrawn

HEAVIER = {Weight.LIGHT: Weight.STANDARD, Weight.STANDARD: Weight.INTENSIVE}


def decide(life: Life) -> Iterator[datetime]:
    """The team takes them on, or gives them back; afterwards the life knows its connector."""
    if life.dice.happens(rates.FORGOTTEN):
        yield from _forgotten(life)
    elif life.dice.happens(rates.GIVEN_BACK):
        yield from _given_back(life)
    days = life.dice.one_of(rates.DECIDED_IN)
    yield from life.office((days, days))
    _taken_on(life)


def _taken_on(life: Life) -> None:
    connector = life.world.whoever_has_room(life.dice)
    if life.dice.happens(rates.ASSIGNED_BY_LEAD):
        with doors.signed_in(life.lead):
            assigning.assign(life.row(State.SUBMITTED), to=connector, by=life.lead)
        life.note("assigned_by_lead")
    else:
        with doors.signed_in(connector):
            claiming.claim(life.row(State.SUBMITTED), by=connector)
    life.world.holds(connector, life)
    life.note("accepted")


def _given_back(life: Life) -> Iterator[datetime]:
    """With a reason. What was a question is answered by most; the rest is looked after by whoever asked."""
    yield from life.office((0, 2))
    why = life.dice.one_of(rates.WHY_GIVEN_BACK)
    connector = life.world.whoever_has_room(life.dice)
    with doors.signed_in(connector):
        actions.give_back(life.row(State.SUBMITTED), by=connector, why=why, words="")
    life.note("given_back")
    yield from _answered(life, why)


def _forgotten(life: Life) -> Iterator[datetime]:
    """Nobody looks. The clocks remind, tell the lead, and give back what may be given back; else somebody wakes up."""
    yield from life.office((11, 12))
    with doors.signed_in(life.lead):
        state = life.row().state
    if state == State.RETURNED:
        life.note("given_back_by_clock")
        yield from _answered(life, Returned.NO_ANSWER)


def _answered(life: Life, why: str) -> Iterator[datetime]:
    """Sent again by the worker; or it ends here."""
    if life.worker is None or not life.dice.happens(rates.COMES_AGAIN.get(why, 0)):
        yield from _taken_back(life)
    yield from life.office(rates.ANSWERS_IN)
    with doors.signed_in(life.worker):
        leaving.send_again(life.row(State.RETURNED), words="The number is right now.", by=life.worker)
    life.note("sent_again")


def _taken_back(life: Life) -> Iterator[datetime]:
    """By the worker who asked; where there is none with an account, by the lead, weeks later."""
    yield from life.office(rates.ANSWERS_IN if life.worker else (12, 20))
    by = life.worker or life.lead
    with doors.signed_in(by):
        leaving.withdraw(life.row(State.RETURNED), why=Withdrawn.HELPED, by=by)
    life.note("withdrawn_after_return")
    raise Over


# ---------- the first talk ----------


def reach(life: Life) -> Iterator[datetime]:
    """Tries until somebody answers; after the last one it is finished."""
    life.elusive = life.dice.happens(rates.ELUSIVE)
    yield from life.office(life.world.wait_for_room(life))
    for number in range(rates.MOST_TRIES):
        if number:
            yield from life.office(rates.NEXT_TRY)
        if _tries(life, "call" if number == 0 else life.dice.one_of(rates.TRIES)):
            return
    yield from life.office((3, 6))
    finish(life, Closed.LOST_CONTACT)


def _tries(life: Life, channel: str) -> bool:
    reached = not life.elusive and life.dice.happens(rates.REACHED_BY[channel])
    with life.at_desk():
        referral = life.held(State.ACCEPTED, State.CONTACTED, State.ACTIVE)
        said = {"channel": channel, "reached": reached, "note": "", "made": actions.new_key()}
        actions.record_contact(referral, **said, by=life.connector)
    life.note("reached" if reached else "not_reached")
    return reached


def finish(life: Life, why: str) -> None:
    with life.at_desk():
        actions.close(life.held(), by=life.connector, why=why)
    life.note(f"closed_{why}")
    raise Over


def talk(life: Life) -> Iterator[datetime]:
    """What the first talk brings: more known, a yes more or less, a visit; or that they would rather not."""
    _asked_once(life)
    if life.dice.happens(rates.SETS_CONSENT):
        _consent(life)
    if life.dice.happens(rates.DECLINES):
        finish(life, Closed.DECLINED)
    if life.dice.happens(rates.OTHER_SERVICE):
        finish(life, Closed.OTHER_SERVICE)
    if life.dice.happens(rates.VISITED):
        yield from life.office((2, 8))
        _tries(life, "visit")


def _asked_once(life: Life) -> None:
    """How much of a week they need, and what was not asked before."""
    with life.at_desk():
        referral = life.held()
        heavier = life.dice.happens(rates.HEAVIER_THAN_THOUGHT)
        expected = Weight(referral.expected_weight or Weight.STANDARD)
        typed = {"assessed_weight": HEAVIER.get(expected, expected) if heavier else expected}
        if not referral.domains_asked:
            typed |= {"domains": [Domain.COMPANY], "domains_asked": True, "first_time": Known.NO}
        particulars.save(referral, typed=typed, seen=particulars.seal_of(particulars.now(referral)), by=life.connector)
    life.note("asked_once")


def _consent(life: Life) -> None:
    """One answer changes: a yes that was not asked for before, or one that is taken back."""
    with life.at_desk():
        referral = life.held()
        purpose = life.dice.choice([Purpose.TELL_REFERRER, Purpose.FULL_MESSAGES])
        decision = Decision.WITHDRAWN if referral.agreed_to(purpose) else life.dice.choice(
            [Decision.GIVEN, Decision.GIVEN, Decision.REFUSED]
        )  # fmt: skip
        consenting.record(referral, purpose=purpose, decision=decision, by=life.connector)
    life.note(f"consent_{decision}")
