"""Champions and local groups through a year: who signs up and leaves, who says how many they reach, polls, letters."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from connect.identity import acting_as
from connect.people.champions import actions as champions
from connect.people.champions.models import Champion
from connect.people.champions.states import May, Standing, Tier
from connect.places.models import Area
from directory.models import Need
from directory.network import actions as network
from directory.network import letters, polls
from directory.network.models import Admin, Group, Poll, SaidBy
from outcomes.simulation import doors, rates
from outcomes.simulation.chance import Dice
from referrals.actions import new_key

if TYPE_CHECKING:
    from outcomes.simulation.world import World

OWN, THEIRS = "champion", "network"  # purposes of links


def day(world: "World", dice: Dice) -> None:
    """Of the whole borough, and so by one part of a world that is played in two."""
    if world.part:
        return
    _sign_up(world, dice)
    _prove(world, dice)
    _answer(world, dice)
    _leave(world, dice)
    _groups(world, dice)
    _polls(world, dice)


# ---------- champions ----------


def _wards(world: "World") -> list[Area]:
    return list(world.cast.team.areas.order_by("name"))


def _sign_up(world: "World", dice: Dice) -> None:
    if not dice.happens(rates.CHAMPION_A_DAY):
        return
    name = (
        f"{dice.choice(('Ode', 'Wynn', 'Pim', 'Lark', 'Tam'))} {dice.choice(('Fennel', 'Quarry', 'Thrift', 'Vetch'))}"
    )
    email = f"champion{dice.randrange(10**6)}@example.org"
    tier = dice.one_of(rates.TIERS)
    with doors.without_account():
        champions.ask(
            form_key=new_key()["key"], email=email, wards=[dice.choice(_wards(world))], name=name, phone="",
            tier=tier, words="",
        )  # fmt: skip
    world.note("champion_asked")


def _these(standing: str, n: int = 5) -> list[Champion]:
    with acting_as("reminders"):
        return list(Champion.objects.filter(standing=standing).order_by("asked_at", "pk")[:n])


def _prove(world: "World", dice: Dice) -> None:
    for one in _these(Standing.ASKED):
        link = doors.sent(OWN, one.pk)
        if link and dice.happens(rates.CHAMPION_OPENS):
            with doors.holding(link):
                champions.prove(one)
            world.note("champion_proved")


def _answer(world: "World", dice: Dice) -> None:
    lead = world.cast.lead
    for one in _these(Standing.WAITING):
        if not dice.happens(rates.CHAMPION_ANSWERED):
            continue
        with doors.signed_in(lead):
            if dice.happens(rates.CHAMPION_DECLINED):
                champions.decline(one, by=lead)
                world.note("champion_declined")
            else:
                champions.grant(one, may=_may(one, dice), wards=_wards(world)[:1], by=lead)
                world.note("champion_begun")


def _may(one: Champion, dice: Dice) -> list[str]:
    more = [May.KEEP] if one.tier != Tier.INDIVIDUAL or dice.happens(rates.CHAMPION_KEEPS) else []
    return [May.SIGNPOST, *more]


def _leave(world: "World", dice: Dice) -> None:
    lead = world.cast.lead
    active = _these(Standing.ACTIVE, 40)
    if active and dice.happens(rates.THANKED_A_DAY):
        with doors.signed_in(lead):
            champions.thank(dice.choice(active), words="Thank you for this month.", key=new_key()["key"], by=lead)
        world.note("champion_thanked")
    for one in active:
        link = doors.sent(OWN, one.pk) if dice.happens(rates.CHAMPION_LEAVES) else None
        if link:
            with doors.holding(link):
                champions.leave(one)
            world.note("champion_left")


# ---------- local groups ----------


def _groups(world: "World", dice: Dice) -> None:
    lead = world.cast.lead
    if dice.happens(rates.GROUP_A_DAY):
        with doors.signed_in(lead):
            one = _group(world, dice)
            email = f"admin{dice.randrange(10**6)}@example.org"
            network.add_admin(one, email=email, name="Ash Admin", phone="", agreed_on=timezone.localdate(), by=lead)
        world.note("group_joined")
    if dice.happens(rates.LETTER_A_DAY):
        with doors.signed_in(lead):
            letters.write(words="What goes on this month.", wards=[], made=new_key(), by=lead)
        world.note("admins_written_to")


def _group(world: "World", dice: Dice) -> Group:
    wards = dice.sample(_wards(world), 1)
    return network.add(
        name=f"Chat {dice.randrange(10**6)}", platform="facebook_group", address="", service=None,
        members=dice.randrange(40, 4000), wards=wards, made=new_key(),
    )  # fmt: skip


def _polls(world: "World", dice: Dice) -> None:
    if dice.happens(rates.POLL_A_DAY):
        _begin(world, dice)
    for poll in Poll.objects.open().select_related("group").order_by("made_at", "pk")[:3]:
        wards = [*poll.group.wards.order_by("name"), None]
        for _one in range(dice.randrange(rates.POLL_ANSWERS_A_DAY)):
            with doors.without_account():
                polls.answer(poll, key=new_key()["key"], needs=[dice.choice(poll.needs)], ward=dice.choice(wards))
            world.note("poll_answered")


def _begin(world: "World", dice: Dice) -> None:
    """By an admin, through the link of their letter, with how many they reach by now."""
    with acting_as("reminders"):
        admin = Admin.objects.written_to().order_by("pk").first()
        group = admin and admin.groups.order_by("made_at", "pk").first()
    link = doors.sent(THEIRS, admin.pk) if group else None
    if link is None:
        return
    today, codes = timezone.localdate(), list(Need.objects.order_by("position").values_list("code", flat=True))
    with doors.holding(link):
        n = int((group.members or 100) * (1 + dice.random() / 10))
        network.count(group, members=n, counted_on=today, said_by=SaidBy.ADMIN)
        polls.begin(
            group, question="What is missing?", needs=codes[:4], opens_on=today,
            closes_on=today + timedelta(days=14), made=new_key(),
        )  # fmt: skip
    world.note("poll_begun")
