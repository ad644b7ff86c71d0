"""One invented person's way through it all: who they are, the dice of their life, and what may cut it short."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from connect.people.models import User
from outcomes.simulation import cast, clock, doors
from outcomes.simulation.chance import Dice
from outcomes.simulation.clock import Story
from referrals.models import Referral

if TYPE_CHECKING:
    from outcomes.simulation.world import World

WITH = ("person", "team__organisation", "team__scheme")


class Over(Exception):
    """This referral goes on without what was planned: it ended, or somebody else has moved it on."""


class Life:
    """`who` is invented; `referral_id` the referral that is under way; `connector` whoever holds it."""

    def __init__(self, world: "World", number: int) -> None:
        self.world, self.number = world, number
        self.dice = Dice(f"{world.seed} {number}")
        self.who = cast.invent(self.dice, world.cast, number, timezone.localdate())
        self.referral_id: UUID | None = None
        self.person_id: UUID | None = None
        self.connector: User | None = None
        self.worker: User | None = None
        self.source = ""
        self.elusive = False
        self.counted_with: UUID | None = None
        self.fates: list[tuple[datetime, Callable[[Life], Story]]] = []

    # ---------- time ----------

    def until(self, moment: datetime) -> Iterator[datetime]:
        """Wait, unless something cuts in: a rest, or the end."""
        while self.fates and self.fates[0][0] <= moment:
            at, happens = self.fates.pop(0)
            if at > timezone.now():
                yield at
            yield from happens(self)
        if moment > timezone.now():
            yield moment

    def office(self, days: tuple[int, int]) -> Iterator[datetime]:
        """Until some moment of a working day, so many working days from now."""
        yield from self.until(clock.in_office(self.dice, self.world.nation, days))

    def home(self, days: tuple[int, int]) -> Iterator[datetime]:
        yield from self.until(clock.at_home(self.dice, days))

    def is_fated(self, at: datetime, happens: Callable[["Life"], Story]) -> None:
        self.fates.append((at, happens))
        self.fates.sort(key=lambda one: one[0])

    # ---------- the row ----------

    def row(self, *states: str) -> Referral:
        """As whoever acts sees it now; the story is over when they cannot, or it is somewhere else."""
        found = Referral.objects.select_related(*WITH).filter(pk=self.referral_id).first()
        if found is None or (states and found.state not in states):
            raise Over
        return found

    def held(self, *states: str) -> Referral:
        """The same for the connector who holds it."""
        found = self.row(*states)
        if self.connector is None or found.connector_id != self.connector.pk:
            raise Over
        return found

    def is_held(self, *states: str) -> None:
        """Over, unless it is still in these hands and there; for acts that need nothing else of the row."""
        mine = Referral.objects.filter(pk=self.referral_id, connector=self.connector, state__in=states)
        if not mine.exists():
            raise Over

    @property
    def lead(self) -> User:
        return self.world.cast.lead

    def at_desk(self) -> object:
        """The connector's page."""
        return doors.signed_in(self.connector)

    def note(self, what: str) -> None:
        self.world.tally[what] += 1
