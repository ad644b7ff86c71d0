"""Small helps through a year: asked for, offered, introduced, done and thanked; and some that nobody offers for."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.people.models import User
from connect.people.roles import Role
from outcomes.simulation import cast, doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import ReferralError, new_key
from referrals.helping import actions
from referrals.helping.models import HelpOffer, HelpRequest
from referrals.helping.states import Kind, Said, Standing
from referrals.models import Referral
from referrals.states import State

if TYPE_CHECKING:
    from outcomes.simulation.world import World

FEW, HELPERS = 5, 4
LONG_AGO = timedelta(days=60)


def day(world: "World", dice: Dice) -> None:
    """By one part of a world that is played in two: the helpers are the whole borough's."""
    if world.part:
        return
    helpers = cast.staff(world.cast.team, Role.HLP, HELPERS, world.plan.begins - LONG_AGO)
    connector = dice.choice(world.cast.connectors)
    _ask(world, dice, connector)
    helper = dice.choice(helpers)
    _offer(world, dice, helper)
    _do(world, dice, helper)
    _introduce_and_thank(world, connector)


def _ask(world: "World", dice: Dice, connector: User) -> None:
    if not dice.happens(rates.SMALL_HELP_A_DAY):
        return
    with doors.signed_in(connector):
        mine = Referral.objects.caseload_of(connector).filter(connector=connector)
        rows = mine.filter(state__in=(State.CONTACTED, State.ACTIVE))
        found = [one for one in rows.order_by("submitted_at", "reference")[:FEW] if one.named is None]
        if not found:
            return
        try:
            actions.post(
                dice.choice(found), agreed=True, by=connector, made=new_key(), kind=dice.choice(Kind.values),
                words="Something small, for half an hour.", when="A weekday", minutes=30,
                until=timezone.localdate() + timedelta(days=14),
            )  # fmt: skip
            world.note("small_help_asked")
        except ReferralError as refused:
            world.note(f"small_help_{type(refused).__name__}")


def _offer(world: "World", dice: Dice, helper: User) -> None:
    with doors.signed_in(helper):
        for one in HelpRequest.objects.board(helper).order_by("posted_at", "pk")[:FEW]:
            if dice.happens(rates.OFFERS_A_SMALL_HELP):
                actions.offer(one, words="", by=helper, made=new_key())
                world.note("small_help_offered")


def _do(world: "World", dice: Dice, helper: User) -> None:
    with doors.signed_in(helper):
        mine = HelpRequest.objects.of_helper(helper).filter(standing=Standing.MATCHED)
        for one in mine.order_by("matched_at", "pk"):
            if dice.happens(rates.DOES_A_SMALL_HELP):
                actions.done(one, took=30)
                world.note("small_help_done")


def _introduce_and_thank(world: "World", connector: User) -> None:
    with doors.signed_in(connector):
        theirs = HelpRequest.objects.filter(posted_by=connector).order_by("posted_at", "pk")
        for one in theirs.filter(standing=Standing.OPEN):
            offer = HelpOffer.objects.filter(request=one, said=Said.OFFERED).select_related("helper").first()
            if offer:
                name = one.referral.person.friendly_name
                actions.introduce(one, offer=offer, name=name, told="Ring first.", agreed=True, by=connector)
                world.note("small_help_introduced")
        for one in theirs.filter(standing=Standing.DONE, thanked_at=None):
            actions.thank(one, words="Thank you.")
            world.note("small_help_thanked")
