"""What every move brings with it, through whichever door it came: rests end, ways to another scheme are answered."""

from django.utils import timezone

from referrals import telling
from referrals.following import measures
from referrals.following.models import FollowUp
from referrals.helping import ending as helping
from referrals.life import passing_on
from referrals.life.models import Pause
from referrals.models import Referral
from referrals.queue.models import WhileWaiting
from referrals.states import Purpose, State
from referrals.together import ending

OVER = (State.CLOSED, State.WITHDRAWN, State.TRANSFERRED)


def before(referral: Referral, *, to: str) -> None:
    """Called by actions.move before it takes the row."""
    if referral.came_from_id or to in (*OVER, State.RETURNED):
        passing_on.hold_both(referral)


def after(referral: Referral, *, was: str, to: str, why: str) -> None:
    """Called by actions.move, in its transaction."""
    if was == State.PAUSED:
        Pause.objects.filter(referral=referral, ended_at=None).update(ended_at=timezone.now())
    if was == State.SUBMITTED and referral.came_from_id:
        passing_on.answered(referral, to=to, why=why)
    if to == State.CONTACTED:
        measures.plan_baseline(referral)
    if to == State.ACCEPTED and was in OVER:
        measures.plan_return(referral)
    if to in OVER:
        measures.at_the_end(referral, why=why if to == State.CLOSED else "")
        nothing_more(referral)
        ending.finished(referral)
        helping.all_of(referral)
    if to in (State.CLOSED, State.WITHDRAWN, State.RETURNED):
        passing_on.call_off(referral)


def nothing_more(referral: Referral) -> None:
    """Nobody is expected anywhere, nothing more is written to them, and nothing is planned for while they wait."""
    now = timezone.now()
    referral.occasions.filter(starts_at__gt=now, called_off_at=None).update(called_off_at=now)
    telling.stop(referral, Purpose.CONTACT)
    WhileWaiting.objects.filter(referral=referral, done_at=None).update(done_at=now)
    FollowUp.objects.filter(referral=referral).let_go()


def off_until(referral: Referral, until: object) -> None:
    """They rest: nobody expects them before that day, and what was to be written to them is not."""
    coming = referral.occasions.filter(called_off_at=None, starts_at__gt=timezone.now(), starts_at__date__lt=until)
    coming.update(called_off_at=timezone.now())
    telling.stop(referral, Purpose.CONTACT)
