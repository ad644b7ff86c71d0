"""A rest, and going on from where it was."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals import actions, refusals
from referrals.life import clocks, following, saying
from referrals.life.models import Pause
from referrals.models import Referral, Visit
from referrals.states import Next, Paused, State

THEIRS = {Paused.ASKED, Paused.AWAY}  # their own wish: these days are counted apart
NEXT = {State.ACCEPTED: Next.RING, State.CONTACTED: Next.CHOOSE, State.ACTIVE: Next.REVIEW}


@transaction.atomic
def pause(referral: Referral, *, why: str, until: date, by: User, words: str = "") -> Referral:
    """Until that day nobody is expected anywhere and nothing is written; then somebody asks whether they go on."""
    was, owed = referral.state, {"next_step": referral.next_step, "next_on": referral.next_on}
    if referral.transfers.filter(answered_at=None).exists():
        raise refusals.OnTheWay
    actions.move(referral, to=State.PAUSED, by=by, why=why, next_step=Next.RESUME, next_on=until)
    Pause.objects.create(referral=referral, was=was, why=why, asked_for=why in THEIRS, until=until, by=by, **owed)
    saying.beside(saying.last_step(referral, State.PAUSED), words, by=by)
    following.off_until(referral, until)
    return referral


@transaction.atomic
def resume(referral: Referral, *, by: User) -> Referral:
    """Back to the state it came from, and to what was owed then."""
    rest = Pause.objects.filter(referral=referral, ended_at=None).first()
    if referral.state != State.PAUSED or rest is None:
        raise actions.CannotMove
    step, on = _owed_again(referral, rest)
    return actions.move(referral, to=rest.was, by=by, next_step=step, next_on=on)


def _owed_again(referral: Referral, rest: Pause) -> tuple[str, date]:
    """As it was, soon where its day has passed; nobody is sent along to a day that was called off meanwhile."""
    soon = clocks.in_days(referral.team, 1)
    on = rest.next_on or soon
    coming = referral.occasions.filter(called_off_at=None, starts_at__date=on, starts_at__gt=timezone.now())
    if not rest.next_step or (rest.next_step == Next.SESSION and not coming.exists()):
        return NEXT[rest.was], soon
    return rest.next_step, max(on, soon) if on < timezone.localdate() else on


@dataclass(frozen=True)
class Planned:
    """What is arranged with somebody, when they are about to rest."""

    at: datetime
    group: str  # "": a visit of ours, which is not called off by itself


def planned(referral: Referral) -> list[Planned]:
    """Visits of ours, and days on which a group expects them."""
    now = timezone.now()
    visits = Visit.objects.filter(referral=referral).not_over().filter(starts_at__gt=now)
    days = referral.occasions.filter(called_off_at=None, starts_at__gt=now).select_related("service")
    found = [Planned(one.starts_at, "") for one in visits] + [Planned(one.starts_at, one.service.name) for one in days]
    return sorted(found, key=lambda one: one.at)


def days(referral: Referral) -> tuple[int, int]:
    """How many days it rested: as the person asked, and otherwise."""
    asked = ours = 0
    for rest in referral.pauses.all():
        spent = ((rest.ended_at or timezone.now()).date() - rest.started_at.date()).days
        asked, ours = (asked + spent, ours) if rest.asked_for else (asked, ours + spent)
    return asked, ours
