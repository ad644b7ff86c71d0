"""Readings that are due: the connector reads the standard's four questions out; most are better the second time."""

from typing import TYPE_CHECKING

from django.utils import timezone

from connect.identity import acting_as
from connect.people.models import User
from outcomes.measuring import actions as measuring
from outcomes.measuring.states import Mode
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals import actions
from referrals.following.models import MeasureDue
from referrals.following.states import What
from referrals.models import Referral
from referrals.states import OPEN

if TYPE_CHECKING:
    from outcomes.simulation.world import World

UCLA = ("lack_companionship", "left_out", "isolated")
OFTEN = ("hardly_ever_or_never", "some_of_the_time", "often")
DIRECT = ("never", "hardly_ever", "occasionally", "some_of_the_time", "often_always")


def day(world: "World", dice: Dice) -> None:
    """Whatever is due with somebody whom a connector of this part holds, once in each reading's days."""
    staff = {one.pk: one for one in world.cast.connectors}
    today = timezone.localdate()
    with acting_as("seed"):
        rows = MeasureDue.objects.to_take().filter(due_on__lte=today, referral__state__in=OPEN)
        rows = list(rows.order_by("due_on", "pk").values_list("pk", "what", "referral", "referral__connector"))
    for pk, what, referral, connector in rows:
        if connector in staff and dice.happens(rates.MEASURED_THAT_DAY):
            _take(world, Dice(f"{world.seed} {pk}"), what, referral, staff[connector])


def _take(world: "World", dice: Dice, what: str, referral_id: object, by: User) -> None:
    """The two are answered on one day, of one mood; now and then somebody would rather not."""
    mood = _mood(world, what, referral_id)
    with doors.signed_in(by):
        row = Referral.objects.filter(pk=referral_id, connector=by).first()
        if row is None or dice.happens(rates.RATHER_NOT_ANSWER):
            return
        said = {"mode": dice.choice([Mode.PHONE, Mode.FACE]), "by": by}
        for instrument, answers in (("ucla3", _ucla(dice, mood)), ("ons_direct", _direct(dice, mood))):
            measuring.take(row, instrument=instrument, answers=answers, made=actions.new_key(), **said)
    world.note("measured_first" if what == What.BASELINE else "measured_again")


def _mood(world: "World", what: str, referral_id: object) -> float:
    """From 0 (well) to 1; where it began is the person's own, and how far it has moved since."""
    dice = Dice(f"{world.seed} mood {referral_id}")
    begun = dice.betavariate(*rates.MOOD_AT_FIRST)
    change = dice.gauss(*rates.MOOD_LATER)
    return begun if what == What.BASELINE else min(1.0, max(0.0, begun + change))


def _ucla(dice: Dice, mood: float) -> dict[str, str]:
    return {item: OFTEN[_step(dice, mood, len(OFTEN))] for item in UCLA}


def _direct(dice: Dice, mood: float) -> dict[str, str]:
    return {"how_often_lonely": DIRECT[_step(dice, mood, len(DIRECT))]}


def _step(dice: Dice, mood: float, steps: int) -> int:
    near = mood * (steps - 1) + dice.gauss(0, 0.35)
    return min(steps - 1, max(0, round(near)))
