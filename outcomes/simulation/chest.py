"""The chest through a year: one pot, groups that ask, two who decide, what it went on and what it led to."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.identity import acting_for
from connect.people.roles import Role
from outcomes.chest import actions
from outcomes.chest.forms import aims
from outcomes.chest.models import Application, Pot
from outcomes.chest.states import Standing
from outcomes.simulation import cast, doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import new_key

if TYPE_CHECKING:
    from outcomes.simulation.world import World

NAME, MONDAY = "A year of small amounts", 0
LONG_AGO = timedelta(days=60)


def day(world: "World", dice: Dice) -> None:
    """Of the whole borough, on Mondays, and so by one part of a world that is played in two."""
    if world.part or timezone.localdate().weekday() != MONDAY:
        return
    pot = _pot(world)
    if dice.happens(rates.GROUP_ASKS_FOR_MONEY):
        _ask(world, dice, pot)
    _decide(world, dice, pot)
    _tell(world, dice, pot)


def _pot(world: "World") -> Pot:
    lead, today = world.cast.lead, timezone.localdate()
    with doors.signed_in(lead):
        return Pot.objects.filter(name=NAME).first() or Pot.objects.create(
            organisation=world.cast.team.organisation, name=NAME, total=15_000, made_by=lead, opens_on=today,
            closes_on=today + timedelta(days=400), **new_key(),
        )  # fmt: skip


def _ask(world: "World", dice: Dice, pot: Pot) -> None:
    n = dice.randrange(10**6)
    with doors.without_account():
        application = actions.ask(
            pot, aims=list(aims()[:2]), made=new_key(), group=f"Group {n}", name="Example Organiser",
            email=f"group{n}@example.org", words="A kettle and a warm room.", amount=100 * dice.randrange(2, 7),
            people=5 + dice.randrange(30),
        )  # fmt: skip
    world.note("chest_asked")
    if dice.happens(rates.GROUP_CONFIRMS):
        with doors.without_account(), acting_for([application.pk]):
            actions.confirm(application)
        world.note("chest_confirmed")


def _decide(world: "World", dice: Dice, pot: Pot) -> None:
    second = cast.staff(world.cast.team, Role.COO, 1, world.plan.begins - LONG_AGO)[0]
    for user in (world.cast.lead, second):
        with doors.signed_in(user):
            waiting = Application.objects.filter(pot=pot, standing=Standing.WAITING).exclude(verdicts__by=user)
            for one in waiting.order_by("asked_at", "pk"):
                yes = one.amount <= pot.left and dice.happens(rates.YES_TO_A_GROUP)
                actions.decide(one, yes=yes, amount=one.amount, words="As it reads.", by=user, made=new_key())
                world.note("chest_yes" if yes else "chest_no")


def _tell(world: "World", dice: Dice, pot: Pot) -> None:
    """By the link of the letter that asks, three months later."""
    with doors.signed_in(world.cast.lead):
        given = Application.objects.filter(pot=pot, standing=Standing.AWARDED, told_at=None)
        due = list(given.filter(decided_at__lt=timezone.now() - actions.AFTER).order_by("decided_at", "pk"))
    for one in due:
        link = doors.sent("chest", one.pk)
        if link and dice.happens(rates.GROUP_TELLS):
            with doors.holding(link):
                actions.spend(one, on=timezone.localdate(), what="Hall", amount=one.awarded, by=None, made=new_key())
                actions.tell(one, led_to="More of us than before.", reached=one.people, may_show=True)
            world.note("chest_told")
