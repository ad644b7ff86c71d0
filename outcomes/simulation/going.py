"""From a group that might suit them to going there, or not: who says so, and what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from directory.finding.actions import note_gap
from directory.models import Need, Service
from directory.schedule import Session
from directory.states import Missing
from directory.states import Source as Told
from outcomes.simulation import answers, around, clock, doors, rates
from outcomes.simulation.chance import Dice
from outcomes.simulation.deciding import finish
from outcomes.simulation.life import Life
from referrals import actions
from referrals.belonging import Connection, Occasion
from referrals.following.states import Then
from referrals.going import actions as going
from referrals.introductions import actions as introductions
from referrals.sessions import actions as sessions
from referrals.states import Answer, Closed, Says, State, Step

ALIVE = (State.CONTACTED, State.ACTIVE)
TEXTS = {Answer.WENT: "YES", Answer.NOT: "NO"}
A_WHILE = timedelta(hours=2)
ASKED_AGAIN = (20, 25)  # working days, when nothing suitable was found


@dataclass
class Belonging:
    """What became of one group so far."""

    connection: Connection
    service: Service
    went: int = 0
    missed: int = 0  # in a row
    accompanied: bool = False  # the first time


def choose(life: Life) -> Iterator[datetime]:
    """A group they would try, and what became of it; then perhaps another. Then it is finished."""
    tried: set[object] = set()
    for _time in range(2):
        yield from life.office(rates.CHOOSES_IN)
        service = yield from _finds(life, tried)
        tried.add(service.pk)
        if (yield from belong(life, service)):
            yield from _finished(life, Closed.COMPLETED)
        if not life.dice.happens(rates.TRIES_ELSEWHERE):
            break
    yield from _finished(life, life.dice.choice([Closed.MOVED_ON, Closed.DECLINED]))


def _finished(life: Life, why: str) -> Iterator[datetime]:
    days = timedelta(days=life.dice.randint(*rates.FINISHED_AFTER))
    yield from life.until(timezone.now() + days)
    yield from life.office((0, 2))
    finish(life, why)


def _finds(life: Life, tried: set[object]) -> Iterator[datetime]:
    """Something that answers a wish of theirs and meets soon; where there is nothing, a gap is noted."""
    if life.dice.happens(rates.NOTHING_FITS):
        _gap(life)
        yield from life.office(ASKED_AGAIN)
        with life.at_desk():
            life.is_held(*ALIVE)
    answering = [one for one in life.world.groups_for(life.who.wants) if one.pk not in tried]
    if not answering:
        _gap(life)
        finish(life, Closed.OTHER_SERVICE)
    service = life.dice.choice(answering)
    if life.dice.happens(rates.SECOND_IDEA):
        _not_this_one(life, life.dice.choice(answering), service)
    return service


def _gap(life: Life) -> None:
    with life.at_desk():
        referral = life.held(*ALIVE)
        need = Need.objects.get(pk=life.who.wants[0])
        said = {"source": Told.CONNECTOR, "reason": Missing.NOTHING, "need": need, "area": referral.ward}
        note_gap(by=life.connector, **said, made=actions.new_key())
    life.note("nothing_fits")


def _not_this_one(life: Life, idea: Service, chosen: Service) -> None:
    """Suggested as well, and not for them."""
    if idea.pk == chosen.pk:
        return
    with life.at_desk():
        suggested = introductions.suggest(life.held(*ALIVE), service=idea, by=life.connector, made=actions.new_key())
        if suggested.state == Step.SUGGESTED:
            why = life.dice.one_of(rates.WHY_ENDED)
            introductions.step(suggested, to=Step.NOT_FOR_THEM, by=life.connector, ended_why=why)
    life.note("not_for_them")


# ---------- with one group ----------


def belong(life: Life, service: Service) -> Iterator[datetime]:
    """True when they have settled there."""
    occasion = _introduced(life, service)
    if occasion is None:
        return False
    mine = Belonging(occasion.connection, service)
    around.writes(life, mine.connection)
    around.seldom(life)
    mine.accompanied = around.is_accompanied(life, occasion)
    occasion = yield from answers.of_organiser(life, service, occasion)
    if occasion is None:
        return False
    for _number in range(rates.MOST_SESSIONS):
        yield from _session(life, mine, occasion)
        if mine.went >= rates.ENOUGH_TIMES and (became := (yield from _asked_whether_theirs(life, mine))) is not None:
            return became
        if (yield from _given_up(life, mine)):
            return False
        occasion = _expected_again(life, mine)
        if occasion is None:
            break
    return False


def _introduced(life: Life, service: Service) -> Occasion | None:
    """All are told; None where the listing says no day."""
    with life.at_desk():
        referral = life.held(*ALIVE)
        try:
            occasion = introductions.introduce(referral, service=service, by=life.connector, made=actions.new_key())
        except introductions.NoSession:
            life.note("no_session")
            return None
    life.note("introduced")
    return occasion


def _session(life: Life, mine: Belonging, occasion: Occasion) -> Iterator[datetime]:
    """Whether they go; then whoever says something about it does, each in their own time."""
    yield from around.is_called_off(life, mine.service, occasion)
    yield from life.until(occasion.ends_at + A_WHILE)
    occasion = _as_it_is(life, occasion)
    if occasion.called_off_at:
        return
    went = life.dice.happens(_chance(life, mine))
    yield from life.until(life.world.next_pulse() + timedelta(minutes=life.dice.randint(5, 55)))
    for at, who, said in _answers(life, mine, occasion, went):
        yield from life.until(at)
        _says(life, occasion, who, said)
    if mine.accompanied and not mine.went and life.dice.happens(rates.COMPANION_SAYS):
        around.companion_says(life, occasion, went)
    yield from _is_rung_about(life, occasion, went)
    mine.went, mine.missed = mine.went + went, 0 if went else mine.missed + 1
    life.note("went" if went else "did_not_go")


def _chance(life: Life, mine: Belonging) -> float:
    if mine.missed:
        return rates.GOES_AFTER_MISSING
    if mine.went:
        return rates.GOES_AGAIN
    return rates.GOES_FIRST_WITH_COMPANY if mine.accompanied else rates.GOES_FIRST


def _as_it_is(life: Life, occasion: Occasion) -> Occasion:
    with life.at_desk():
        life.is_held(*ALIVE)
        return Occasion.objects.get(pk=occasion.pk)


def _answers(life: Life, mine: Belonging, occasion: Occasion, went: bool) -> list[tuple[datetime, str, str]]:
    """(when, who, what): the person and the organiser, as far as they were asked and care to say."""
    dice, found = life.dice, []
    if dice.happens(rates.SAYS[Says.PERSON]) and doors.sent("attendance", occasion.pk):
        said = Answer.RING if dice.happens(rates.PLEASE_RING) else _said(dice, Says.PERSON, went)
        found.append((clock.at_home(dice, (0, 2)), Says.PERSON, said))
        if dice.happens(rates.CHANGES_ANSWER):
            found.insert(-1, (found[-1][0] - timedelta(seconds=30), Says.PERSON, _other(said)))
            life.note("changed_answer")
    register = Dice(f"{life.world.seed} {occasion.register_id}")  # one organiser answers for all of a session
    if mine.service.pk not in life.world.cast.mute and register.happens(rates.SAYS[Says.ORGANISER]):
        said = Answer.UNSURE if dice.happens(rates.UNSURE) else _said(dice, Says.ORGANISER, went)
        found.append((clock.at_home(register, (0, 2)), Says.ORGANISER, said))
    return sorted(found)


def _said(dice: Dice, who: str, went: bool) -> str:
    is_so = dice.happens(rates.IS_RIGHT[who])
    return Answer.WENT if went == is_so else Answer.NOT


def _other(said: str) -> str:
    return Answer.NOT if said == Answer.WENT else Answer.WENT


def _says(life: Life, occasion: Occasion, who: str, said: str) -> None:
    """Through the link each was sent; without one, there is nothing to press. Some write a text back instead."""
    purpose, subject = ("attendance", occasion.pk) if who == Says.PERSON else ("register", occasion.register_id)
    link = doors.sent(purpose, subject)
    if link is None or occasion.pk not in link.scope:
        return
    if who == Says.PERSON and said in TEXTS and life.dice.happens(rates.BY_TEXT) and around.texts(life, TEXTS[said]):
        return
    with doors.holding(link):
        there = Occasion.objects.filter(pk=occasion.pk, called_off_at=None).select_related("referral", "connection")
        if found := there.first():
            going.answer(found, said_by=who, answer=said)
            life.note("asked_to_be_rung" if said == Answer.RING else f"{who}_says_{said}")
            if (who, said) == (Says.PERSON, Answer.WENT):
                answers.how_it_was(life, found, link)


def _is_rung_about(life: Life, occasion: Occasion, went: bool) -> Iterator[datetime]:
    """Where nobody has said, or two differ, or they asked for it: the connector rings, and mostly finds out."""
    with life.at_desk():
        life.is_held(*ALIVE)
        row = Occasion.objects.prefetch_related("attendances").get(pk=occasion.pk)
        answers = row.latest_answers()
        asked = any(one.answer == Answer.RING for one in row.attendances.all())
    if len(set(answers.values())) > 1:
        life.note("two_answers")
    elif answers and not asked:
        return
    yield from life.office((1, 3))
    if not life.dice.happens(rates.SAYS[Says.CONNECTOR]):
        life.note("nobody_knows")
        return
    with life.at_desk():
        referral = life.held(*ALIVE)
        said = {"channel": "call", "reached": True, "note": "", "made": actions.new_key()}
        actions.record_contact(referral, **said, by=life.connector)
        row = Occasion.objects.select_related("referral", "connection").get(pk=occasion.pk)
        answer = _said(life.dice, Says.CONNECTOR, went)
        going.answer(row, said_by=Says.CONNECTOR, answer=answer, by=life.connector)
    life.note(f"connector_says_{answer}")


# ---------- what follows ----------


def _asked_whether_theirs(life: Life, mine: Belonging) -> Iterator[datetime]:
    """By the link they were sent, or by their connector; None where it goes on as it was."""
    if then := around.settled_by_link(life, mine.connection):
        return None if then == Then.HELP else then == Then.SETTLED
    return (yield from _settles(life, mine)) if life.dice.happens(rates.SETTLES) else None


def _settles(life: Life, mine: Belonging) -> Iterator[datetime]:
    yield from life.office((1, 5))
    with life.at_desk():
        life.is_held(*ALIVE)
        now = Connection.objects.select_related("referral").get(pk=mine.connection.pk)
        if not now.can_move_to(Step.SETTLED):
            return False
        introductions.step(now, to=Step.SETTLED, by=life.connector)
    life.note("settled")
    if life.dice.happens(rates.LEAVES_AFTER_SETTLING):
        yield from life.office((5, 15))
        _ended(life, mine, Step.STOPPED, life.dice.one_of(rates.WHY_ENDED), "left_after_settling")
        return False
    return True


def _given_up(life: Life, mine: Belonging) -> Iterator[datetime]:
    """Not gone the first time, mostly because of something that can be said; or two missed after having gone."""
    if mine.missed and not mine.went and life.dice.happens(0.6):
        yield from life.office((0, 3))
        _ended(life, mine, Step.DID_NOT_START, life.dice.one_of(rates.WHY_ENDED), "did_not_start")
        return True
    if mine.missed > 1 and mine.went:
        yield from life.office((0, 3))
        _ended(life, mine, Step.STOPPED, life.dice.one_of(rates.WHY_ENDED), "stopped")
        return True
    return False


def _ended(life: Life, mine: Belonging, to: str, why: str, what: str) -> bool:
    """False, always: nothing came of this group."""
    with life.at_desk():
        life.is_held(*ALIVE)
        now = Connection.objects.select_related("referral").get(pk=mine.connection.pk)
        # Somebody said that they went, or that they did not: what is open from there is what the table allows.
        to = to if now.can_move_to(to) else Step.NOT_FOR_THEM
        if now.can_move_to(to):
            introductions.step(now, to=to, by=life.connector, ended_why=why)
            life.note(what)
    return False


def _expected_again(life: Life, mine: Belonging) -> Occasion | None:
    """The next session; None when they are not going there any more."""
    with life.at_desk():
        life.is_held(*ALIVE)
        now = Connection.objects.select_related("referral__person").get(pk=mine.connection.pk)
        coming = introductions.coming(mine.service)
        if now.state not in (Step.INTRODUCED, Step.ATTENDING, Step.SETTLED) or not coming:
            return None
        return sessions.expect(now, _next(coming))


def _next(coming: list[Session]) -> Session:
    """A week later, where it meets more often than that."""
    week = timezone.now() + timedelta(days=4)
    return next((one for one in coming if one.starts_at >= week), coming[0])
