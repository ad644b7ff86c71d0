"""Said later that somebody cannot wait, or can after all: with a reason, and what is due follows."""

from django.db import transaction

from connect.people.models import User
from referrals import actions
from referrals.life import clocks, saying
from referrals.models import Happened, Referral
from referrals.states import OPEN, State


@transaction.atomic
def say(referral: Referral, *, urgent: bool, words: str, by: User) -> Referral:
    """One conditional update; who comes second with the same is told. Nothing that is due soon becomes due later."""
    mine = Referral.objects.visible_to(by).filter(pk=referral.pk, state__in=OPEN)
    if not mine.filter(urgent=not urgent).update(urgent=urgent):
        raise actions.SomebodyWasFaster if mine.exists() else actions.Gone
    referral.refresh_from_db()
    event = actions.happened(referral, kind=Happened.HELD, to="urgent" if urgent else "not_urgent", by=by)
    saying.beside(event, words, by=by)
    if urgent:
        _sooner(referral)
    return referral


def _sooner(referral: Referral) -> None:
    """Who waits for an answer, or for the first call, gets it as soon as whoever was urgent from the start."""
    if referral.state == State.SUBMITTED:
        on = min(referral.respond_by, clocks.answer_by(referral.team, urgent=True))
        Referral.objects.filter(pk=referral.pk).update(respond_by=on)
    elif referral.state == State.ACCEPTED and referral.first_contact_at is None:
        on = clocks.contact_by(referral)
    else:
        return
    actions.owe(referral, referral.next_step, min(referral.next_on or on, on))
