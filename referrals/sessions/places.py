"""How many places a group has for us: what was said last, less those who came since; and who waits before whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q
from django.utils import timezone

from connect.identity import reading_as
from connect.messaging import hours
from directory.models import Capacity, Service
from directory.room import FRESH
from directory.states import WEEKDAYS
from referrals.belonging import Connection, Occasion
from referrals.sessions.models import Offer, SessionOff, Wait
from referrals.sessions.states import Said
from referrals.states import Step

GOES = (Step.INTRODUCED, Step.ATTENDING, Step.SETTLED)
HELD = Q(said="") | Q(said=Said.YES, placed_at=None)


@dataclass(frozen=True)
class Places:
    """`left` is None where nobody has said, or not lately; `waiting` is how many are on the list before a newcomer."""

    left: int | None
    waiting: int
    said_at: datetime | None = None

    @property
    def is_full(self) -> bool:
        return self.left == 0 or (self.left is not None and self.waiting >= self.left)


def said_of(service: Service) -> int | None:
    """How many places the listing says there are, of its whole; None where nobody said so lately."""
    said = _lately(service).filter(schedule=None).first()
    return said.available if said else None


def _lately(service: Service):
    return Capacity.objects.filter(service=service, said_at__gt=timezone.now() - FRESH).order_by("-said_at")


def left(service: Service, sessions: Iterable[datetime]) -> dict[datetime, Places]:
    """Places for somebody new from each of these sessions on. A worker learns a number and nobody's name."""
    said = list(_lately(service).select_related("schedule"))
    with reading_as("places", scope=[service.pk]):
        rows, waiting = _Rows.of(service), Wait.objects.filter(service=service, ended_at=None).count()
        taken = _expected(service, sessions) if any(one.maximum is not None for one in said) else {}
    return {at: _at(at, said, rows, waiting, taken.get(at, 0)) for at in sessions}


def _at(at: datetime, said: list[Capacity], rows: "_Rows", waiting: int, expected: int) -> Places:
    one = next((one for one in said if one.schedule and _is_of(one.schedule, at)), None) or next(
        (one for one in said if one.schedule is None), None
    )
    if one is None or (one.available is None and one.maximum is None):
        return Places(None, waiting)
    free = (
        [] if one.available is None else [one.available - rows.came_since(one.said_at) + rows.went_since(one.said_at)]
    )
    free += [] if one.maximum is None else [one.maximum - expected]
    return Places(max(0, min(free) - rows.held), waiting, one.said_at)


def _is_of(schedule: object, at: datetime) -> bool:
    here = at.astimezone(hours.LONDON)
    return schedule.opens_at == here.time() and WEEKDAYS[here.weekday()] in schedule.days


def _expected(service: Service, sessions: Iterable[datetime]) -> dict[datetime, int]:
    """Of ours, whoever looks after them."""
    rows = Occasion.objects.filter(service=service, starts_at__in=list(sessions), called_off_at=None)
    found: dict[datetime, int] = {}
    for at in rows.values_list("starts_at", flat=True):
        found[at] = found.get(at, 0) + 1
    return found


@dataclass(frozen=True)
class _Rows:
    """(since when they have a place, when it ended) of everybody of ours there; and how many places are held."""

    places: tuple[tuple[datetime, datetime | None], ...]
    held: int

    @classmethod
    def of(cls, service: Service) -> "_Rows":
        """Whoever was put on the list has a place from the moment one was given to them, and not before."""
        connections = Connection.objects.filter(service=service).exclude(introduced_at=None)
        given = dict(
            Offer.objects.filter(service=service).exclude(placed_at=None).values_list("wait__connection")
            .annotate(Max("placed_at")).values_list("wait__connection", "placed_at__max")
        )  # fmt: skip
        never = set(Wait.objects.filter(service=service).values_list("connection", flat=True)) - set(given)
        rows = connections.values_list("pk", "introduced_at", "ended_at")
        having = tuple((given.get(pk, since), ended) for pk, since, ended in rows if pk not in never)
        return cls(having, Offer.objects.filter(HELD, service=service).count())

    def came_since(self, moment: datetime) -> int:
        return sum(since > moment and ended is None for since, ended in self.places)

    def went_since(self, moment: datetime) -> int:
        return sum(since <= moment and ended is not None and ended > moment for since, ended in self.places)


def off(service: Service) -> set[datetime]:
    """The coming sessions that the group has called off, whatever the timetable says."""
    with reading_as("places", scope=[service.pk]):
        rows = SessionOff.objects.filter(service=service, starts_at__gt=timezone.now())
        return set(rows.values_list("starts_at", flat=True))


def ahead_of(waits: Wait) -> int:
    """How many joined the list before them, in whichever team."""
    with reading_as("places", scope=[waits.service_id]):
        before = Q(joined_at__lt=waits.joined_at) | Q(joined_at=waits.joined_at, pk__lt=waits.pk)
        return Wait.objects.filter(before, service=waits.service_id, ended_at=None).count()
