"""A concern, from being told to what became of it: every write, each with its line in the log."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from connect.identity import opening
from connect.messaging import hours
from connect.people.models import Team, User
from referrals.actions import reference
from referrals.safety import clock
from referrals.safety.models import Concern, ConcernStep, ConcernTally, SpeakToLead
from referrals.safety.states import Decision, Step

HOURS_TO_READ = 4  # working hours
DAYS_TO_DECIDE = 1  # working days
CHASES = (5, 10)  # working days after the decision
END_OF_DAY = time(17)


class NotNow(Exception):
    """A colleague did it a moment ago, or it is not its turn: the log says which."""


@transaction.atomic
def tell(
    *,
    team: Team,
    by: User | None,
    made: Mapping[str, object],
    referral_id: uuid.UUID | None = None,
    kinds: Iterable[str] = (),
    quiet: bool = False,
    **told: object,
) -> Concern:
    """Somebody tells us that somebody may not be safe. `told`: about, happened, now and whatever else they wrote.

    Without `by` the transaction works as the job "front_door" with the form's key. The leads are written to by the
    sweep; nothing else follows by itself.
    """
    now = timezone.now()
    concern = Concern(
        reference=reference(), team=team, raised_by=by, raised_at=now, referral_id=referral_id, kinds=list(kinds),
        quiet=quiet, **clocks(team, now), **told, **made,
    )  # fmt: skip
    Concern.objects.bulk_create([concern])
    with opening(made["key"]):
        _log(concern, Step.RAISED, by=by)
    ConcernTally.objects.bulk_create([ConcernTally(team=team)])
    if referral_id and not quiet:
        SpeakToLead.objects.bulk_create([SpeakToLead(referral_id=referral_id)])
    return concern


def clocks(team: Team, told_at: datetime) -> dict[str, datetime]:
    """Four working hours to read it, one working day to decide."""
    nation = team.organisation.nation
    day = hours.add_working_days(timezone.localdate(told_at), DAYS_TO_DECIDE, nation)
    return {
        "due_at": clock.after(told_at, HOURS_TO_READ, nation),
        "decide_by": hours.at(day, END_OF_DAY),
    }


def opened(concern: Concern, *, by: User) -> None:
    """Written down here and nowhere else: the log of who looked at whom would give away that there is one."""
    _log(concern, Step.OPENED, by=by)


@transaction.atomic
def read(concern: Concern, *, by: User) -> Concern:
    """A lead has read it."""
    mine = Concern.objects.led_by(by).filter(pk=concern.pk, read_at=None)
    if not mine.update(read_at=timezone.now(), read_by=by):
        raise NotNow
    _log(concern, Step.READ, by=by)
    return _again(concern)


def escalate(concern: Concern, *, to: User | None) -> None:
    """Nobody who leads on it has read it in time: somebody else may, from now on. The clock does this."""
    Concern.objects.filter(pk=concern.pk).update(escalated_at=timezone.now(), escalated_to=to)
    concern.escalated_at, concern.escalated_to = timezone.now(), to
    _log(concern, Step.ESCALATED, by=None)


@transaction.atomic
def decide(concern: Concern, *, by: User, decision: str, why: str) -> Concern:
    """What is done about it, and why. What went to somebody else is chased; no further action is the end of it."""
    now, ends = timezone.now(), decision == Decision.NONE
    mine = Concern.objects.led_by(by).filter(pk=concern.pk, decided_at=None).exclude(read_at=None)
    chase_on = None if ends else _chase_on(concern, timezone.localdate(now), CHASES[0])
    if not mine.update(decided_at=now, chase_on=chase_on, ended_at=now if ends else None):
        raise NotNow
    _log(concern, Step.DECIDED, by=by, decision=decision, words=why)
    if ends:
        _off_the_case(concern)
    return _again(concern)


@transaction.atomic
def chase(concern: Concern, *, by: User, words: str) -> Concern:
    """Asked what became of it. After the fifth working day comes the tenth; after that, each day until it is known."""
    mine = Concern.objects.led_by(by).filter(pk=concern.pk, ended_at=None).exclude(decided_at=None)
    today = timezone.localdate()
    tenth = _chase_on(concern, timezone.localdate(concern.decided_at), CHASES[1]) if concern.decided_at else today
    after = tenth if today < tenth else _chase_on(concern, today, 1)
    if not mine.update(chase_on=after):
        raise NotNow
    _log(concern, Step.CHASED, by=by, words=words)
    return _again(concern)


@transaction.atomic
def end(concern: Concern, *, by: User, words: str) -> Concern:
    """What became of it is known."""
    mine = Concern.objects.led_by(by).filter(pk=concern.pk, ended_at=None).exclude(decided_at=None)
    if not mine.update(ended_at=timezone.now(), chase_on=None):
        raise NotNow
    _log(concern, Step.OUTCOME, by=by, words=words)
    _off_the_case(concern)
    return _again(concern)


@transaction.atomic
def note(concern: Concern, *, by: User, words: str) -> ConcernStep:
    """Something to remember beside it."""
    return _log(concern, Step.NOTED, by=by, words=words)


@transaction.atomic
def hide(concern: Concern, *, by: User) -> None:
    """The case shows nothing of it any more, though it goes on."""
    _off_the_case(concern)
    _log(concern, Step.HIDDEN, by=by)


def _off_the_case(concern: Concern) -> None:
    """Only when no other concern about them is open."""
    others = Concern.objects.filter(referral=concern.referral_id, ended_at=None, quiet=False).exclude(pk=concern.pk)
    if concern.referral_id and not others.exists():
        SpeakToLead.objects.filter(referral=concern.referral_id, ended_at=None).update(ended_at=timezone.now())


def _chase_on(concern: Concern, day: date, days: int) -> date:
    return hours.add_working_days(day, days, concern.team.organisation.nation)


def _log(concern: Concern, what: str, *, by: User | None, words: str = "", decision: str = "") -> ConcernStep:
    step = ConcernStep(concern=concern, what=what, by=by, words=words, decision=decision)
    ConcernStep.objects.bulk_create([step])
    return step


def _again(concern: Concern) -> Concern:
    return Concern.objects.select_related("team__organisation").get(pk=concern.pk)
