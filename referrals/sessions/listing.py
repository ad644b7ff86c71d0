"""What the connector's lists show: registers of these days, and who waits for a place. Reads, and writes nothing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from connect.identity import reading_as
from connect.people.models import User
from referrals.belonging import Occasion
from referrals.models import Referral
from referrals.sessions.models import Offer, Sheet, Wait
from referrals.states import OPEN, Says

BACK, ON = timedelta(days=14), timedelta(days=7)


@dataclass(frozen=True)
class Register:
    """One session, and those of one's own who are, or were, expected."""

    key: UUID
    first: Occasion
    people: list[Occasion]
    altogether: int | None

    @property
    def has_begun(self) -> bool:
        return self.first.starts_at <= timezone.now()

    @property
    def expected(self) -> list[Occasion]:
        return [one for one in self.people if one.called_off_at is None]

    @property
    def said(self) -> int:
        return sum(Says.ORGANISER in one.latest_answers() for one in self.expected)


@dataclass(frozen=True)
class Waiting:
    waits: Wait
    number: int
    offer: Offer | None


def registers(user: User) -> list[Register]:
    """The newest first; the same number of queries however many."""
    now, theirs = timezone.now(), Referral.objects.caseload_of(user).filter(state__in=OPEN)
    rows = Occasion.objects.filter(starts_at__gt=now - BACK, starts_at__lt=now + ON, referral__in=theirs.values("pk"))
    found: dict[UUID, list[Occasion]] = defaultdict(list)
    rows = rows.select_related("service", "connection").prefetch_related("attendances")
    for one in rows.order_by("-starts_at", "service__name", "known_as"):
        found[one.register_id].append(one)
    sheets = Sheet.objects.filter(register_id__in=list(found)).exclude(altogether=None).order_by("at")
    numbers = dict(sheets.values_list("register_id", "altogether"))
    return [Register(key, people[0], people, numbers.get(key)) for key, people in found.items()]


def waiting(user: User) -> list[Waiting]:
    """By group and turn. Their number counts everybody on the list, whoever looks after them."""
    theirs = Referral.objects.caseload_of(user).filter(state__in=OPEN)
    offers = Prefetch("offers", Offer.objects.filter(said=""))
    rows = Wait.objects.filter(ended_at=None, referral__in=theirs.values("pk")).prefetch_related(offers)
    rows = list(
        rows.select_related("service", "connection", "referral__person").order_by(
            "service__name", "service", "joined_at"
        )
    )
    numbers = _numbers({one.service_id for one in rows})
    return [Waiting(one, numbers[one.pk], next(iter(one.offers.all()), None)) for one in rows]


def _numbers(services: set[UUID]) -> dict[UUID, int]:
    """Of each wait at these groups: which number it is on its list."""
    if not services:
        return {}
    with reading_as("places", scope=services):
        rows = Wait.objects.filter(service__in=services, ended_at=None).in_turn().values_list("service", "pk")
        turns: dict[UUID, int] = defaultdict(int)
        found = {}
        for service, pk in rows:
            turns[service] += 1
            found[pk] = turns[service]
        return found
