"""A crisis now and then: some agree to be checked on, a lead begins a round, and each is heard of before it ends."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.people.models import User
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import new_key
from referrals.crisis import actions, checking
from referrals.crisis.models import Crisis, CrisisCheck
from referrals.crisis.states import Said, Standing, Way
from referrals.models import Referral
from referrals.person import consenting
from referrals.person.states import Decision, How
from referrals.refusals import ReferralError
from referrals.states import Purpose, State

if TYPE_CHECKING:
    from outcomes.simulation.world import World

FEW = 4
LASTS = timedelta(days=6)


def day(world: "World", dice: Dice) -> None:
    """Of the team's one lead, and so by one part of a world that is played in two, with the people of that part."""
    if world.part:
        return
    connector = dice.choice(world.cast.connectors)
    _ask_whether(world, dice, connector)
    with doors.signed_in(world.cast.lead):
        now = Crisis.objects.of(world.cast.lead).on().first()
    if now is None:
        _begin(world, dice, world.cast.lead)
        return
    _answer(world, dice, world.cast.lead)
    for one in world.cast.connectors:
        _ring(world, dice, one)
    _end(world, dice, now)


def _ask_whether(world: "World", dice: Dice, connector: User) -> None:
    if not dice.happens(rates.ASKED_ABOUT_CHECKS_A_DAY):
        return
    with doors.signed_in(connector):
        mine = Referral.objects.caseload_of(connector).filter(state__in=(State.CONTACTED, State.ACTIVE))
        mine = mine.exclude(consents__purpose=Purpose.CRISIS).order_by("submitted_at", "reference")
        referral = mine.first()
        if referral is None:
            return
        said = Decision.GIVEN if dice.happens(rates.AGREES_TO_CHECKS) else Decision.REFUSED
        consenting.record(referral, purpose=Purpose.CRISIS, decision=said, by=connector, how=How.PHONE)
        world.note(f"crisis_yes_{said}")


def _begin(world: "World", dice: Dice, lead: User) -> None:
    if not dice.happens(rates.CRISIS_A_DAY):
        return
    with doors.signed_in(lead):
        now = actions.begin(why="Snow", ends_on=timezone.localdate() + LASTS, by=lead, made=new_key())
        world.note("crisis_on")
        actions.begin_round(now, by_text=True, hours_to_answer=4, by=lead, made=new_key())
        world.note("crisis_round")


def _answer(world: "World", dice: Dice, lead: User) -> None:
    """By their own links."""
    with doors.signed_in(lead):
        open_ = CrisisCheck.objects.of(lead).not_done().filter(by_text=True, said=Said.NOTHING)
        checks = list(open_.order_by("referral__reference")[: FEW * 2])
    for check in checks:
        link = doors.sent("crisis", check.pk)
        if link and dice.happens(rates.ANSWERS_A_CHECK):
            said = Said.WELL if dice.happens(rates.IS_ALL_RIGHT) else Said.RING
            with doors.holding(link):
                checking.answered(check, said=said, link=link)
            world.note(f"crisis_link_{said}")


def _ring(world: "World", dice: Dice, connector: User) -> None:
    with doors.signed_in(connector):
        mine = CrisisCheck.objects.of(connector).filter(crisis__ended_at=None).order_by("referral__reference")
        for check in mine.standing(Standing.RING)[:FEW]:
            said = dice.one_of(rates.FOUND_BY_PHONE)
            _note(world, check, connector, said)
        for check in mine.standing(Standing.NEEDS)[:FEW]:
            known = check.answers.count()
            checking.seen_to(check, words="A neighbour.", known=known, key=uuid.uuid4(), by=connector)
            world.note("crisis_seen_to")


def _note(world: "World", check: CrisisCheck, connector: User, said: str) -> None:
    words = "Bread." if said == Said.NEEDS else ""
    try:
        checking.note(
            check, said=said, way=Way.PHONE, words=words, known=check.answers.count(), key=uuid.uuid4(), by=connector
        )
        world.note(f"crisis_phone_{said}")
    except ReferralError as refused:
        world.note(f"crisis_{type(refused).__name__}")


def _end(world: "World", dice: Dice, now: Crisis) -> None:
    if dice.happens(rates.CRISIS_ENDS_A_DAY):
        with doors.signed_in(world.cast.lead):
            actions.end(now, by=world.cast.lead)
        world.note("crisis_off")
