"""Listings for somebody: what fits all of it first, and where nothing does, what nearly fits and why it does not."""

from dataclasses import dataclass, replace
from operator import attrgetter

from django.db.models import prefetch_related_objects
from django.utils import timezone

from connect.places.find import Spot
from directory import room
from directory.models import Capacity
from directory.search import Hit, fitting
from referrals.matching.reasons import Facts, Suggestion, weigh
from referrals.matching.wishes import Wishes
from referrals.models import Referral

HOW_MANY, A_FEW = 10, 5
A_SHORT_WALK = 500  # metres: within the same few streets, what a group offers counts for more than the distance
FARTHEST = 25.0
A_MILE = 1609.0


@dataclass(frozen=True)
class Ideas:
    """`found` fit everything; `nearly` is empty unless nothing does."""

    wishes: Wishes
    found: tuple[Suggestion, ...]
    nearly: tuple[Suggestion, ...] = ()

    @property
    def nothing_fits(self) -> bool:
        return not self.found


def of(referral: Referral, wishes: Wishes, how_many: int = HOW_MANY) -> Ideas:
    """The same question has the same answer, in the same order. Expects `connections` prefetched.

    A group they have, or said no to, is not offered again.
    """
    found = _weighed(referral, wishes)[:how_many]
    if found:
        return Ideas(wishes, tuple(found))
    easier = replace(wishes, miles=FARTHEST, days=(), must=(), language="", places=False)
    nearly = _weighed(referral, easier, against=wishes)
    return Ideas(wishes, (), tuple(sorted(nearly, key=lambda one: len(one.but))[:A_FEW]))


def _weighed(referral: Referral, asked: Wishes, against: Wishes | None = None) -> list[Suggestion]:
    spot = Spot(referral.ward.name, referral.spot_easting, referral.spot_northing, referral.ward)
    spot = spot if referral.spot_easting is not None else None
    tried = {connection.service_id for connection in referral.connections.all()}
    hits = [hit for hit in _hits(asked, spot) if hit.service.pk not in tried and _is_for(hit, referral)]
    facts = _facts(hits)
    weighed = [weigh(hit, against or asked, facts[hit.service.pk]) for hit in hits]
    if asked.words:  # the search knows best what was meant; only what speaks against it comes later
        return sorted(weighed, key=lambda one: len(one.but))
    return sorted((one for one in weighed if _answers(one, asked)), key=_rank)


def _hits(asked: Wishes, spot: Spot | None) -> list[Hit]:
    """What answers their wishes, and what has a word of their own in it; with words typed, what has those."""
    where = {"near": spot, "miles": asked.miles if spot else None, "days": asked.days, "must": asked.must}
    where |= {"languages": [asked.language] if asked.language else (), "places": asked.places}
    hits = list(fitting(asked.words, needs=asked.needs, **where))
    if asked.interests and asked.needs and not asked.words:
        have = {hit.service.pk for hit in hits}
        hits += [hit for hit in fitting(" ".join(asked.interests), **where) if hit.service.pk not in have]
    return hits


def _answers(one: Suggestion, asked: Wishes) -> bool:
    """A word of theirs has many meanings to the search; here it must stand in the listing itself."""
    return bool(one.answered or one.shared or not asked.needs)


def _is_for(hit: Hit, referral: Referral) -> bool:
    """Open, and for somebody of their age, where both are known."""
    born, service = referral.person.date_of_birth, hit.service
    if not service.is_open or born is None:
        return service.is_open
    today = timezone.localdate()
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return (service.minimum_age or 0) <= age <= (service.maximum_age or 200)


def _facts(hits: list[Hit]) -> dict[object, Facts]:
    """Two questions, however many listings there are."""
    services = [hit.service for hit in hits]
    prefetch_related_objects(services, "needs")
    lately = timezone.now() - room.FRESH
    said: dict[object, list[Capacity]] = {service.pk: [] for service in services}
    held = {service.pk: service for service in services}
    for each in Capacity.objects.filter(service__in=list(said), said_at__gte=lately).order_by("said_at", "pk"):
        each.service = held[each.service_id]
        said[each.service_id].append(each)
    return {
        service.pk: Facts(tuple(sorted(service.needs.all(), key=attrgetter("pk"))), tuple(said[service.pk]))
        for service in services
    }


def _rank(one: Suggestion) -> tuple:
    """What speaks against it, few streets, most wishes, their own words, a friendly door, metres; then by name."""
    hit = one.hit
    metres = A_MILE if hit.metres is None else hit.metres  # what needs no travel is neither next door nor far
    streets = int(metres // A_SHORT_WALK)
    liked = (-one.answered - min(len(one.shared), 2), not hit.service.met_at_door)
    return len(one.but), streets, *liked, metres, hit.service.name, str(hit.service.pk)
