"""What cuts in: a rest, another scheme, an end before the end; and coming back, as the same referral or as a double."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.utils import timezone

from connect.messaging import links
from connect.messaging.models import Link
from outcomes.simulation import around, arriving, clock, doors, house, rates
from outcomes.simulation.deciding import finish
from outcomes.simulation.life import Life, Over
from referrals import actions
from referrals.alike import finding, merging
from referrals.life import leaving, passing_on, resting
from referrals.models import Referral
from referrals.open_door import actions as front_door
from referrals.open_door import own_actions
from referrals.open_door.models import For
from referrals.queue import claiming
from referrals.safety import concerns
from referrals.states import HELD, OPEN, Closed, Purpose, Reopened, Returned, State, Transferred

RESTABLE = (State.ACCEPTED, State.CONTACTED, State.ACTIVE)


def foresee(life: Life) -> None:
    """What will cut in, if anything, and when."""
    now, dice = timezone.now(), life.dice
    if dice.happens(rates.LEAVES):
        how = dice.one_of(rates.HOW_THEY_LEAVE)
        days = (0, rates.TAKES_IT_BACK_WITHIN) if how == "asker" else (1, rates.LEAVES_WITHIN)
        life.is_fated(now + timedelta(days=dice.randint(*days)), partial(leaves, how=how))
    if dice.happens(rates.RESTS):
        life.is_fated(now + timedelta(days=dice.randint(5, 60)), rests)
    if dice.happens(rates.CHANGES_HANDS):
        life.is_fated(now + timedelta(days=dice.randint(8, 60)), changes_hands)
    if dice.happens(rates.MOVES_SCHEME):
        life.is_fated(now + timedelta(days=dice.randint(8, 60)), moves)
    if dice.happens(rates.SENDS_STOP):
        life.is_fated(now + timedelta(days=dice.randint(8, 60)), around.stops)
    if dice.happens(rates.CONCERN):
        life.is_fated(now + timedelta(days=dice.randint(6, 60)), worries)


def _is_theirs(life: Life, *states: str) -> bool:
    """Whether a connector holds it and it is somewhere where this can happen."""
    if life.connector is None:
        return False
    with life.at_desk():
        found = Referral.objects.filter(pk=life.referral_id, connector=life.connector, state__in=states)
        return found.exists()


# ---------- on the way ----------


def rests(life: Life) -> Iterator[datetime]:
    """Until a day; then somebody asks, and it goes on."""
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    if not _is_theirs(life, *RESTABLE):
        return
    until = timezone.localdate() + timedelta(days=life.dice.randint(*rates.RESTS_FOR))
    with life.at_desk():
        why = life.dice.one_of(rates.WHY_RESTS)
        resting.pause(life.held(*RESTABLE), why=why, until=until, by=life.connector)
    life.world.rests(life)
    life.note("paused")
    yield clock.midnight(until)
    yield clock.in_office(life.dice, life.world.nation, (0, 2))
    with life.at_desk():
        resting.resume(life.held(State.PAUSED), by=life.connector)
    life.world.holds(life.connector, life)
    life.note("resumed")


def changes_hands(life: Life) -> Iterator[datetime]:
    """Back into the queue, and taken on by a colleague."""
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    colleagues = [one for one in life.world.cast.connectors if one is not life.connector]
    if not colleagues or not _is_theirs(life, *RESTABLE):
        return
    with life.at_desk():
        claiming.release(life.held(*RESTABLE), by=life.connector, words="A colleague speaks her language.")
    life.world.lets_go(life)
    yield clock.in_office(life.dice, life.world.nation, (0, 2))
    colleague = life.dice.choice(colleagues)
    with doors.signed_in(colleague):
        claiming.claim(life.row(*RESTABLE), by=colleague)
    life.world.holds(colleague, life)
    life.note("changed_hands")


def worries(life: Life) -> Iterator[datetime]:
    """The connector tells the safeguarding lead, who reads it, decides, and hears what became of it."""
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    if not _is_theirs(life, *RESTABLE):
        return
    with life.at_desk():
        referral = life.held(*RESTABLE)
        told = {"about": referral.person.short_name, "happened": "Somebody takes her pension.", "now": "no"}
        made = actions.new_key()
        concern = concerns.tell(team=referral.team, by=life.connector, made=made, referral_id=referral.pk, **told)
    life.note("concern")
    life.world.clock.begin(_looked_into(life, concern), clock.in_office(life.dice, life.world.nation, (0, 0)))


def _looked_into(life: Life, concern: concerns.Concern) -> Iterator[datetime]:
    with doors.signed_in(life.lead):
        concern = concerns.read(concern, by=life.lead)
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    with doors.signed_in(life.lead):
        concern = concerns.decide(concern, by=life.lead, decision="advice", why="The bank has been told.")
    yield clock.in_office(life.dice, life.world.nation, (4, 8))
    with doors.signed_in(life.lead):
        concerns.end(concern, by=life.lead, words="It has stopped.")


def moves(life: Life) -> Iterator[datetime]:
    """To another scheme: the old referral ends when the other side accepts, and stays when it does not."""
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    there = life.world.cast.neighbours
    if not there or not _is_theirs(life, *RESTABLE):
        return
    with life.at_desk():
        referral = life.held(*RESTABLE)
        said = {"why": Transferred.MOVED, "agreed": True, "summary": "Likes mornings.", "by": life.connector}
        if not referral.agreed_to(Purpose.CONTACT):
            return
        asked = passing_on.ask(referral, to_team=life.world.cast.beside, **said, made=actions.new_key())
    yield clock.in_office(life.dice, life.world.nation, (1, 4))
    yield from _answered_there(life, asked.there_id, life.dice.choice(there))


def _answered_there(life: Life, pk: object, by: object) -> Iterator[datetime]:
    with doors.signed_in(by):
        row = Referral.objects.filter(pk=pk, state=State.SUBMITTED).first()
        takes = row is not None and life.dice.happens(rates.TAKEN_OVER_THERE)
        if takes:
            claiming.claim(row, by=by)
        elif row is not None:
            actions.give_back(row, by=by, why=Returned.FULL)
    if row is not None:
        life.note("transferred" if takes else "not_taken_over")
    if takes:
        yield from _finished_there(life, pk, by)
        raise Over


def _finished_there(life: Life, pk: object, by: object) -> Iterator[datetime]:
    """What becomes of them there is another team's story; it has an end all the same."""
    life.world.lets_go(life)
    yield clock.in_office(life.dice, life.world.nation, (1, 4))
    with doors.signed_in(by):
        said = {"channel": "call", "reached": True, "note": "", "made": actions.new_key()}
        actions.record_contact(Referral.objects.get(pk=pk), **said, by=by)
    yield clock.in_office(life.dice, life.world.nation, (10, 40))
    with doors.signed_in(by):
        actions.close(Referral.objects.get(pk=pk), by=by, why=Closed.MOVED_ON)


# ---------- before the end ----------


def leaves(life: Life, *, how: str) -> Iterator[datetime]:
    """They do not want it any more, or cannot: told on their own page, to whoever asked, or to the connector."""
    if how == "own_page":
        yield from _on_their_page(life)
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    if how == "asker" and life.worker:
        _by_the_asker(life)
    if _is_theirs(life, *HELD):
        finish(life, life.dice.one_of(rates.WHY_CLOSED_EARLY))


def _on_their_page(life: Life) -> Iterator[datetime]:
    """A code to their phone opens it. Where none reaches them, there is no page."""
    to = life.who.email or life.who.phone.replace(" ", "")
    key = uuid.uuid4()
    with doors.without_account():
        front_door.knock(key, For.OWN_PAGE, to=to, first_name=life.who.given)
    yield timezone.now() + timedelta(minutes=1)
    house.answer(key)
    link = _opened(life, key)
    if link is None:
        return
    with doors.own_page(link):
        referral = Referral.objects.select_related("person", "team__organisation", "connector").prefetch_related(
            "consents", "connections", "occasions"
        ).get(pk=life.referral_id)  # fmt: skip
        own_actions.stop(referral)
    life.note("withdrawn_on_own_page")
    raise Over


def _opened(life: Life, key: uuid.UUID) -> Link | None:
    """They type the code they were sent, if one came and it is about this referral."""
    code = doors.sent("own_code", life.person_id)
    if code is None or life.referral_id not in code.scope:
        return None
    with doors.without_account():
        return front_door.try_code(key, links.code(code))


def _by_the_asker(life: Life) -> None:
    with doors.signed_in(life.worker):
        row = life.row()
        if row.state not in leaving.BEFORE_TRIAGE:
            return
        leaving.withdraw(row, why=life.dice.one_of(rates.WHY_WITHDRAWN), by=life.worker, words="She told me so.")
    life.note("withdrawn_by_asker")
    raise Over


# ---------- and back ----------


def comes_back(life: Life) -> Iterator[datetime]:
    """Weeks or months later: the old referral goes on, or somebody asks anew, not knowing of it. True when it did."""
    life.fates.clear()
    life.world.lets_go(life)
    if not life.dice.happens(rates.COMES_BACK):
        return False
    yield timezone.now() + timedelta(days=life.dice.randint(*rates.BACK_AFTER))
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    if life.dice.one_of(rates.BACK_HOW) == "reopened":
        return _reopened(life)
    before, life.connector = life.person_id, None
    arriving.by_worker(life, life.dice.choice(life.world.cast.workers))
    life.note("asked_again")
    life.is_fated(timezone.now() + timedelta(days=life.dice.randint(4, 14)), lambda one: _made_one(one, before))
    return True


def _reopened(life: Life) -> bool:
    by = life.connector or life.lead
    with doors.signed_in(by):
        row = Referral.objects.select_related("team__organisation", "team__scheme", "person", "connector").filter(
            pk=life.referral_id, state__in=[State.CLOSED, State.WITHDRAWN]
        ).first()  # fmt: skip
        if row is None or row.closed_why == Closed.DIED:
            return False
        row = leaving.reopen(row, why=Reopened.CAME_BACK, by=by, yeses=[Purpose.CONTACT])
        life.connector = life.world.cast.connector(row.connector_id)
    if life.connector is None:
        return False
    life.world.holds(life.connector, life)
    life.note("reopened")
    return True


def _made_one(life: Life, first: uuid.UUID) -> Iterator[datetime]:
    """The connector notices somebody who was here before; the lead decides whether they are one."""
    yield clock.in_office(life.dice, life.world.nation, (0, 1))
    if not life.dice.happens(rates.DOUBLE_IS_SEEN) or not _is_theirs(life, *OPEN):
        return
    with life.at_desk():
        close = finding.likely(life.held(), life.connector)
        if first not in {one.person_id for one in close}:
            return
        merge = merging.propose(life.held(), other=first, by=life.connector)
    yield clock.in_office(life.dice, life.world.nation, (0, 3))
    with doors.signed_in(life.lead):
        are_two = life.dice.happens(rates.ARE_TWO)
        (merging.decline if are_two else merging.merge_now)(merge, by=life.lead)
    life.note("two_after_all" if are_two else "merged")
