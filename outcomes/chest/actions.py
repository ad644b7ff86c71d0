"""Every step of an application: asked, confirmed, decided by several, paid, spent, told what came of it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from outcomes.chest import letters
from outcomes.chest.models import Application, Pot, Spending, Verdict
from outcomes.chest.states import Standing
from outcomes.framework.models import Aim

AFTER = timedelta(days=90)  # after a yes, they are asked what it led to
KEPT = timedelta(days=7)  # what nobody confirmed


class CannotMove(Exception):
    """Somebody was faster, or this step does not follow from where it is."""


class PotIsEmpty(Exception):
    """There is less left in the pot than this; `left` says how much, in pounds."""

    def __init__(self, left: int) -> None:
        self.left = left


class MoreThanAwarded(Exception):
    """What was spent would come to more than what was given; `left` is what is not spent yet, in pounds."""

    def __init__(self, left: int) -> None:
        self.left = left


@transaction.atomic
def ask(pot: Pot, *, aims: Iterable[Aim], made: Mapping[str, Any], **said: Any) -> Application:
    """A group asks; nobody reads it until the address is shown to be theirs. Sent twice, made once."""
    key = made["key"]  # its own id as well, so that one door opens the row and its letter
    with acting_as("front_door", scope=[key]):
        new = Application(id=key, pot=pot, organisation_id=pot.organisation_id, **said, **made)
        Application.objects.bulk_create([new], ignore_conflicts=True)
        held = Application.objects.get(pk=key)
        if held.content_hash == new.content_hash:  # the same form; another with its key changes nothing
            held.aims.add(*aims)
            letters.own_page(held)
    return held


@transaction.atomic
def confirm(application: Application) -> None:
    _move(application, Standing.WAITING)


@transaction.atomic
def withdraw(application: Application) -> None:
    _move(application, Standing.WITHDRAWN, decided_at=timezone.now())
    letters.stop(application)


@transaction.atomic
def decide(
    application: Application, *, yes: bool, amount: int | None, words: str, by: User, made: Mapping[str, Any]
) -> Application:
    """One of us says yes, with an amount, or no. With enough of one kind it is decided: the smallest amount counts.

    Raises CannotMove when it is decided already or they have spoken, PotIsEmpty when there is not as much left.
    """
    pot = Pot.objects.select_for_update(no_key=True).get(pk=application.pot_id)
    held = Application.objects.select_for_update(no_key=True, of=("self",)).get(pk=application.pk)
    if held.standing != Standing.WAITING or held.verdicts.filter(by=by).exists():
        raise CannotMove
    if yes and amount > pot.left:
        raise PotIsEmpty(pot.left)
    Verdict.objects.create(application=held, by=by, yes=yes, amount=amount if yes else None, words=words, **made)
    _settle(held, pot)
    return held


def _settle(application: Application, pot: Pot) -> None:
    said = list(application.verdicts.all())
    yes, no = [one for one in said if one.yes], [one for one in said if not one.yes]
    now = timezone.now()
    if len(yes) >= pot.deciders:
        awarded = min(one.amount for one in yes)
        if awarded > pot.left:  # less was left by the time the last of them spoke
            raise PotIsEmpty(pot.left)
        _move(application, Standing.AWARDED, decided_at=now, awarded=awarded)
    elif len(no) >= pot.deciders:
        _move(application, Standing.DECLINED, decided_at=now, why=no[-1].words)
    else:
        return
    letters.answered(application)


@transaction.atomic
def pay(application: Application, *, on: date) -> None:
    if not Application.objects.filter(pk=application.pk, standing=Standing.AWARDED, paid_on=None).update(paid_on=on):
        raise CannotMove


@transaction.atomic
def spend(
    application: Application, *, on: date, what: str, amount: int, by: User | None, made: Mapping[str, Any]
) -> Spending:
    """Raises MoreThanAwarded, and CannotMove of one that was not awarded."""
    held = Application.objects.select_for_update(no_key=True, of=("self",)).get(pk=application.pk)
    if held.standing != Standing.AWARDED:
        raise CannotMove
    if amount > held.unspent:
        raise MoreThanAwarded(held.unspent)
    return Spending.objects.create(application=held, on=on, what=what, amount=amount, by=by, **made)


@transaction.atomic
def tell(application: Application, *, led_to: str, reached: int, may_show: bool) -> None:
    """What it led to, in their words; said again, the new words stand."""
    said = {"led_to": led_to, "reached": reached, "may_show": may_show, "told_at": timezone.now()}
    if not Application.objects.filter(pk=application.pk, standing=Standing.AWARDED).update(**said):
        raise CannotMove


def ask_what_it_led_to() -> int:
    """Once, to each group that has not said; the sweep's own transaction. Returns how many."""
    due = Application.objects.filter(standing=Standing.AWARDED, told_at=None, decided_at__lte=timezone.now() - AFTER)
    for application in due:
        letters.what_did_it_lead_to(application)
    return len(due)


def forget_unconfirmed() -> int:
    """Whoever never opened our letter may not have written to us at all."""
    return Application.objects.filter(standing=Standing.ASKED, asked_at__lt=timezone.now() - KEPT).delete()[0]


def _move(application: Application, to: str, **more: Any) -> None:
    """The only writer of `standing`."""
    rows = Application.objects.filter(pk=application.pk, standing=application.standing)
    if not application.can_move_to(to) or not rows.update(standing=to, **more):
        raise CannotMove
    application.standing = to
    for name, value in more.items():
        setattr(application, name, value)
