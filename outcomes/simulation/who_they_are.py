"""Who people are, on paper: on Wednesdays a connector keys in what those answered with whom they spoke of late."""

from typing import TYPE_CHECKING

from django.utils import timezone

from connect.people.models import User
from outcomes.equality import actions
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import new_key
from referrals.models import Referral
from referrals.states import State

if TYPE_CHECKING:
    from outcomes.simulation.world import World

WEDNESDAY = 2
A_PILE = 8  # sheets at a time
UNDER_WAY = (State.CONTACTED, State.ACTIVE)
BANDS = ((16, "0_15"), (25, "16_24"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (65, "55_64"), (75, "65_74"),
         (85, "75_84"), (200, "85_plus"))  # fmt: skip


def day(world: "World", dice: Dice) -> None:
    if timezone.localdate().weekday() != WEDNESDAY:
        return
    for connector in world.cast.connectors:
        with doors.signed_in(connector):
            _pile(world, connector)


def _pile(world: "World", by: User) -> None:
    rows = Referral.objects.caseload_of(by).filter(connector=by, state__in=UNDER_WAY, equality_asked=None)
    for referral in rows.order_by("submitted_at", "reference")[:A_PILE]:
        dice = Dice(f"{world.seed} who {referral.reference}")
        if dice.happens(rates.RATHER_NOT_SAY_WHO):
            actions.decline(referral, by=by, made=new_key())
            world.note("who_declined")
        else:
            actions.key_in(referral, given=_given(dice, referral.age_then), by=by, made=new_key())
            world.note("who_answered")


def _given(dice: Dice, age: int | None) -> dict[str, str]:
    said = {question: dice.one_of(shares) for question, shares in rates.WHO_THEY_ARE.items()}
    if age is not None:
        said["age_band"] = next(band for below, band in BANDS if age < below)
    return {question: answer for question, answer in said.items() if answer}
