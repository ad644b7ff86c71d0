"""Trainings through a year: planned, booked, waited for, given up, taken, and what people said of it afterwards."""

from datetime import time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import hours
from connect.people.training.booking import actions, keeping
from connect.people.training.booking.forms import seen
from connect.people.training.booking.models import Booking
from connect.people.training.models import TrainingSession
from connect.people.training.states import STANDING, Place
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import new_key

if TYPE_CHECKING:
    from outcomes.simulation.world import World

KINDS = ("mecc", "mhfa", "learning", "daily", "buddy")
IN_DAYS, PLACES = 14, 6


def day(world: "World", dice: Dice) -> None:
    """By one part of a world that is played in two: the sessions are the whole borough's."""
    if world.part:
        return
    _plan(world, dice)
    for session in _mine(world).filter(starts_at__gt=timezone.now()):
        _book(world, dice, session)
    _answer(world, dice)
    for session in _mine(world).filter(ends_at__lt=timezone.now(), taken_at=None, called_off_at=None):
        _take(world, dice, session)
    _say_afterwards(world, dice)


def _mine(world: "World") -> object:
    """Few at a time; a session is over within days."""
    since = timezone.now() - timedelta(days=30)
    rows = TrainingSession.objects.filter(made_by=world.cast.lead, starts_at__gt=since, places__isnull=False)
    return rows.order_by("starts_at", "pk")


def _plan(world: "World", dice: Dice) -> None:
    if not dice.happens(rates.TRAINING_A_DAY):
        return
    starts = hours.at(timezone.localdate() + timedelta(days=IN_DAYS), time(14))
    with doors.signed_in(world.cast.lead):
        keeping.plan(
            by=world.cast.lead, made=new_key(), kind=dice.choice(KINDS), starts_at=starts,
            ends_at=starts + timedelta(hours=2), places=PLACES, place="Example Hall",
            trainer_email="trainer@example.org",
        )  # fmt: skip
    world.note("training_planned")


def _book(world: "World", dice: Dice, session: TrainingSession) -> None:
    """A worker with an account, and now and then somebody without, who presses at once."""
    if dice.happens(rates.BOOKS_A_DAY):
        worker = dice.choice(world.cast.workers)
        with doors.signed_in(worker):
            actions.book(session, by=worker, before=dice.one_of(rates.SURE_BEFORE))
        world.note("training_booked")
    if dice.happens(rates.ASKS_FOR_PLACE_A_DAY):
        with doors.without_account():
            email = f"trainee{dice.randrange(10**6)}@example.org"
            booking = actions.ask(session, name="Tam Fennel", email=email, key=new_key()["key"])
        link = doors.sent("booking", booking.pk)
        with doors.holding(link):
            actions.prove(booking)
        world.note("training_booked")


def _these(**which: object) -> list[Booking]:
    with acting_as("training"):
        return list(Booking.objects.filter(**which).select_related("session").order_by("joined_at", "pk")[:20])


def _answer(world: "World", dice: Dice) -> None:
    """A held place is taken or not; now and then somebody cannot come."""
    for booking in _these(state=Place.OFFERED, session__made_by=world.cast.lead, answer_by__gt=timezone.now()):
        if dice.happens(rates.TAKES_HELD_PLACE):
            actions.take_offer(booking)
            world.note("training_place_taken")
    for booking in _these(state=Place.BOOKED, session__made_by=world.cast.lead, session__starts_at__gt=timezone.now()):
        if dice.happens(rates.GIVES_PLACE_UP):
            actions.cancel(booking)
            world.note("training_given_up")


def _take(world: "World", dice: Dice, session: TrainingSession) -> None:
    people = _these(session=session, state__in=STANDING)
    came = [str(one.pk) for one in people if one.state == Place.BOOKED and dice.happens(rates.COMES_TO_TRAINING)]
    with doors.signed_in(world.cast.lead):
        keeping.take(session, came=came, more=[], seen=seen(session), by=world.cast.lead)
    world.note("training_taken")


def _say_afterwards(world: "World", dice: Dice) -> None:
    asked = _these(came=True, after=None, session__made_by=world.cast.lead, after_asked_at__isnull=False)
    for booking in asked:
        if dice.happens(rates.SAYS_HOW_SURE):
            actions.feel(booking, sure=dice.one_of(rates.SURE_AFTER))
            world.note("training_sure")
