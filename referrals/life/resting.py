"""A rest, and going on from where it was."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals import actions, refusals
from referrals.life import clocks, following, saying
from referrals.life.models import Pause
from referrals.models import Referral
from referrals.states import Next, Paused, State

THEIRS = {Paused.ASKED, Paused.AWAY}  # their own wish: these days are counted apart
NEXT = {State.ACCEPTED: Next.RING, State.CONTACTED: Next.CHOOSE, State.ACTIVE: Next.REVIEW}


@transaction.atomic
def pause(referral: Referral, *, why: str, until: date, by: User, words: str = "") -> Referral:
    """Until that day nobody is expected anywhere and nothing is written; then somebody asks whether they go on."""
    was = referral.state
    if referral.transfers.filter(answered_at=None).exists():
        raise refusals.OnTheWay
    actions.move(referral, to=State.PAUSED, by=by, why=why, next_step=Next.RESUME, next_on=until)
    Pause.objects.create(referral=referral, was=was, why=why, asked_for=why in THEIRS, until=until, by=by)
    saying.beside(saying.last_step(referral, State.PAUSED), words, by=by)
    following.off_until(referral, until)
    return referral


@transaction.atomic
def resume(referral: Referral, *, by: User) -> Referral:
    """Back to the state it came from."""
    rest = Pause.objects.filter(referral=referral, ended_at=None).first()
    if referral.state != State.PAUSED or rest is None:
        raise actions.CannotMove
    soon = clocks.in_days(referral.team, 1)
    return actions.move(referral, to=rest.was, by=by, next_step=NEXT[rest.was], next_on=soon)


def days(referral: Referral) -> tuple[int, int]:
    """How many days it rested: as the person asked, and otherwise."""
    asked = ours = 0
    for rest in referral.pauses.all():
        spent = ((rest.ended_at or timezone.now()).date() - rest.started_at.date()).days
        asked, ours = (asked + spent, ours) if rest.asked_for else (asked, ours + spent)
    return asked, ours
