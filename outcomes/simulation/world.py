"""A world from its seed: who is there, who comes when, and how everything went."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from connect.messaging import hours
from connect.people.models import Tenant, User
from directory.models import Service
from outcomes.simulation import (
    arriving,
    cast,
    chance,
    clock,
    deciding,
    doors,
    duty,
    going,
    house,
    parting,
    parts,
    rates,
)
from outcomes.simulation.life import Life, Over
from referrals import actions
from referrals.states import WEIGHTS, Weight

A_YEAR = 365
BIG = 200  # people
A_CASE = WEIGHTS[Weight.STANDARD]  # as much as most weigh; a full caseload is counted in these
NEARLY = 4  # a connector with less room than this is as good as full


@dataclass(frozen=True)
class Plan:
    """What is played: so many people, from that many months before `until`. A big world is played in two parts, which
    share neither connectors nor groups, so that two processes can play it; in one process it is the same world."""

    people: int
    months: int
    seed: int
    until: datetime

    @property
    def begins(self) -> datetime:
        day = timezone.localdate(self.until)
        month = day.year * 12 + day.month - 1 - self.months
        return clock.midnight(date(month // 12, month % 12 + 1, min(day.day, 28)))

    @property
    def parts(self) -> int:
        return 1 if self.people < BIG else chance.PARTS


class World:
    """Lives, the house and the staff, on one clock; `tally` counts what happened."""

    def __init__(self, plan: Plan, whole: cast.Cast, part: int) -> None:
        self.plan, self.seed, self.part, self.tally = plan, plan.seed, part, Counter()
        self.nation = Tenant.current().nation
        self.clock = clock.Clock(plan.begins)
        self.cast = whole.part(part, plan.parts)
        groups = whole.whose(plan.parts)
        self._known = groups | {pk: groups.get(group, 0) for pk, group in whole.going.items()}
        self.load: Counter = Counter()
        self._groups: dict[tuple[str, ...], list[Service]] = {}

    def play(self, seed_keys: Callable[[str], None]) -> Iterator[None]:
        """Yields whenever the parts wait for each other: round what goes through everything, and round the post."""
        with clock.at(self.plan.begins):
            self._prepare()
        for moment, is_pulse in self._moments():
            self._begin(seed_keys, moment)  # whatever the other part drew meanwhile
            self.clock.run(moment)
            if not is_pulse:
                with clock.at(moment):
                    self._morning()
                continue
            for do in (self._rows, self._whole, self._post):
                self._begin(seed_keys, f"{do.__name__} {moment}")
                with clock.at(moment):
                    do()
                yield
        self._begin(seed_keys, "the end")
        self.clock.run(self.plan.until)

    def _begin(self, seed_keys: Callable[[str], None], what: object) -> None:
        seed_keys(f"{self.seed} {self.part} {what}", self.part)

    def _rows(self) -> None:
        house.sweep(self.is_mine)

    def _whole(self) -> None:
        if not self.part:
            house.sweep_whole()
        if self.is_last:
            house.sweep_beside()

    def is_mine(self, key: object) -> bool:
        """A group, and who went there before, is of the part that sends there; any other row of whose drew its key."""
        known = self._known.get(key)
        return (chance.belongs_to(key) % self.plan.parts if known is None else known) == self.part

    def _prepare(self) -> None:
        """Everybody draws the moments of all, and begins those of their own part."""
        dice = chance.Dice(f"{self.seed} arrivals")
        for number in range(self.plan.people):
            at, chats = _moment(dice, self), [_moment(dice, self)] if dice.happens(rates.A_CHAT) else []
            if number % self.plan.parts == self.part:
                self.clock.begin(self._life(number), at)
                for moment in chats:
                    self.clock.begin(duty.chat(self, chance.Dice(f"{self.seed} chat {number}")), moment)

    def _moments(self) -> Iterator[tuple[datetime, bool]]:
        """(when, whether the house sweeps; otherwise staff come in): every day, up to the end."""
        day = timezone.localdate(self.plan.begins)
        while day <= timezone.localdate(self.plan.until):
            today = [(hours.at(day, pulse), True) for pulse in house.PULSES]
            if hours.is_working_day(day, self.nation):
                today.insert(0, (hours.at(day, duty.COME_IN), False))
            yield from (one for one in today if one[0] <= self.plan.until)
            day += timedelta(days=1)

    def _post(self) -> None:
        if refused := house.post():
            self.tally["message_refused"] += refused

    def _morning(self) -> None:
        duty.morning(self)
        parts.morning(self)

    def note(self, what: str) -> None:
        self.tally[what] += 1

    @property
    def is_last(self) -> bool:
        """Of what is the whole borough's the first part plays most, and the last one befriending."""
        return self.part == self.plan.parts - 1

    # ---------- lives ----------

    def _life(self, number: int) -> Iterator[datetime]:
        """Asked for; and then once through, or more often, for whoever comes back."""
        life = Life(self, number)
        try:
            yield from arriving.ask(life)
        except Over:
            return
        parting.foresee(life)
        while True:
            yield from self._through(life)
            if not (yield from parting.comes_back(life)):
                return

    def _through(self, life: Life) -> Iterator[datetime]:
        """A refusal means that somebody else was there first: whoever is refused leaves it to them."""
        try:
            if life.connector is None:
                yield from deciding.decide(life)
            yield from deciding.reach(life)
            yield from deciding.talk(life)
            yield from going.choose(life)
        except Over:
            pass
        except actions.ReferralError as refused:
            self.note(f"refused: {type(refused).__name__}")

    # ---------- who has room ----------

    def whoever_has_room(self, dice: chance.Dice) -> User:
        """The one of them with most room; of those alike, one or the other."""
        room = {one.pk: one.acting.full_caseload - self.load[one.pk] for one in self.cast.connectors}
        most = max(room.values())
        return dice.choice([one for one in self.cast.connectors if room[one.pk] >= most - NEARLY])

    def wait_for_room(self, life: Life) -> tuple[int, int]:
        """Working days until they are rung: soon, or, with more to do than a full caseload, when somebody has ended."""
        over = self.load[life.connector.pk] - life.connector.acting.full_caseload
        if over <= 0:
            return (0, 3)
        self.note("waited_for_room")
        return (4, min(30, 6 + over))

    def holds(self, connector: User, life: Life) -> None:
        self.lets_go(life)
        life.connector, life.counted_with = connector, connector.pk
        self.load[connector.pk] += A_CASE

    def rests(self, life: Life) -> None:
        self.lets_go(life)

    def lets_go(self, life: Life) -> None:
        if life.counted_with is not None:
            self.load[life.counted_with] -= A_CASE
            life.counted_with = None

    # ---------- what is there ----------

    def groups_for(self, wants: tuple[str, ...]) -> list[Service]:
        """Those that answer a wish and meet within a month."""
        if wants not in self._groups:
            found = [one for one in self.cast.services if {need.pk for need in one.needs.all()} & set(wants)]
            self._groups[wants] = found
        return self._groups[wants]

    def next_pulse(self) -> datetime:
        return house.next_pulse(timezone.now())


def play(plan: Plan) -> Counter:
    """Everything is drawn from the seed, keys too. Call it outside any transaction: each act has one of its own."""
    with chance.keys() as seed_keys, house.as_in_use():
        worlds = [World(plan, whole, part) for whole in [gather(plan, seed_keys)] for part in range(plan.parts)]
        for _together in zip(*(one.play(seed_keys) for one in worlds), strict=True):
            pass
        doors.nobody()
    return sum((one.tally for one in worlds), Counter())


def gather(plan: Plan, seed_keys: Callable[[str], None]) -> cast.Cast:
    a_year = plan.people * A_YEAR / max(1, (plan.until - plan.begins).days)
    seed_keys(f"{plan.seed} cast")
    with clock.at(plan.begins):
        return cast.gather(chance.Dice(f"{plan.seed} cast"), people_a_year=a_year, begins=plan.begins)


def _moment(dice: chance.Dice, world: World) -> datetime:
    """Some working hour; fewer in the last days of the year."""
    days = (world.plan.until - world.plan.begins).days
    while True:
        day = timezone.localdate(world.plan.begins) + timedelta(days=dice.randrange(days))
        quiet = (day.month, day.day) > (12, 19) and not dice.happens(rates.DECEMBER)
        if hours.is_working_day(day, world.nation) and not quiet:
            return clock.midnight(day) + timedelta(hours=9, minutes=dice.randrange(8 * 60))
