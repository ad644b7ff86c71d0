"""The waiting list at work: places that are free go along it, one person at a time. Swept, under the group's lock."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from connect.messaging import hours
from connect.one_by_one import one_by_one
from directory import schedule
from directory.models import Capacity, Service
from directory.room import FRESH
from referrals.actions import held, owe
from referrals.belonging import Connection
from referrals.sessions import actions, places, placing, turns, writing
from referrals.sessions.models import Offer, SessionOff, Wait
from referrals.sessions.states import Ended, Said
from referrals.sessions.turns import Turn
from referrals.states import OPEN, Next, State, Step

BY = time(17)  # of the last day: somebody is there whom they can ring
FAR = 8  # sessions looked at for the first that everybody has time to answer for
UNANSWERED = 2  # in a row; then somebody speaks with them before another place is held
GOES_ON = (Step.AGREED, Step.INTRODUCED)
FULL = ("connection__service", "referral__team__scheme", "referral__team__organisation", "referral__person")


def offer_places() -> int:
    """Every group for which somebody waits and something may be done, each in a transaction of its own."""
    return one_by_one(_with_something_to_do(), _of_group, "waiting list of")


def _with_something_to_do() -> list[UUID]:
    """Asked once of all: most lists stand still for weeks, and each costs a dozen questions. Rather one too many."""
    over = ~Q(referral__state__in=OPEN) | ~Q(connection__state__in=GOES_ON) | Q(service__merged_into__isnull=False)
    of_group = {"service": OuterRef("service")}
    left_since = Connection.objects.filter(service=OuterRef("service"), ended_at__gt=OuterRef("said_at"))
    room = Q(available__gt=0) | Q(maximum__isnull=False) | Exists(left_since)
    said = Capacity.objects.filter(room, said_at__gt=timezone.now() - FRESH, **of_group)
    may_be_asked = Q(rests_since=None) & ~Q(referral__state=State.PAUSED)
    waiting = Wait.objects.filter(ended_at=None).filter(
        over | (may_be_asked & Exists(said)) | Exists(_to_follow().filter(**of_group))
    )
    return list(waiting.order_by("service").values_list("service", flat=True).distinct())


def _of_group(service_id: UUID) -> bool:
    """All that is due for one list. The lock is the group's: two sweeps cannot give one place to two."""
    service = Service.objects.select_for_update(no_key=True).get(pk=service_id)
    if service.merged_into_id:
        return _go_along(service)
    waiting = list(Wait.objects.filter(service=service, ended_at=None).select_related(*FULL).in_turn())
    open_still = [one for one in waiting if not _is_over(one)]
    done = [_follow(offer) for offer in _due(service)]
    return any([len(open_still) < len(waiting), *done, _offer_all(service)])


def _go_along(gone: Service) -> bool:
    """Made one with another listing: whoever waited there waits here, in their turn."""
    Offer.objects.filter(service=gone).update(service_id=gone.merged_into_id)
    return bool(Wait.objects.filter(service=gone).update(service_id=gone.merged_into_id))


def _is_over(waits: Wait) -> bool:
    """What they waited with has ended, whoever ended it."""
    referral = waits.referral
    if referral.state in OPEN and waits.connection.state in GOES_ON:
        return False
    return actions.leave(waits, became=Ended.OVER)


def _to_follow() -> QuerySet[Offer]:
    """Answered yes and not placed yet; or not answered in time."""
    return Offer.objects.filter(Q(said=Said.YES, placed_at=None) | Q(said="", answer_by__lte=timezone.now()))


def _due(service: Service) -> list[Offer]:
    related = [f"wait__{name}" for name in FULL] + ["wait__referral__connector"]
    return list(_to_follow().filter(service=service).select_related(*related))


def _follow(offer: Offer) -> bool:
    if offer.said == Said.YES:
        return placing.place(offer, by=None) is not None
    return _passes_on(offer)


def _passes_on(offer: Offer) -> bool:
    """Nobody answered. Their turn stays theirs, they are told so, and somebody rings them."""
    late = {"said": Said.LATE, "said_at": timezone.now()}
    if not Offer.objects.filter(pk=offer.pk, said="").update(**late):
        return False
    waits = offer.wait
    if offer.told_at:  # who never heard of it has missed nothing
        waits.unanswered += 1
        waits.rests_since = timezone.now() if waits.unanswered >= UNANSWERED else None
        waits.save(update_fields=["unanswered", "rests_since"])
        writing.passed_on(offer)
    referral = held(waits.referral)
    if referral.next_step != Next.RING_ASKED:
        owe(referral, Next.RING, timezone.localdate())
    return True


def _offer_all(service: Service) -> int:
    """As many offers as there are places, each to whoever is next for it."""
    made = 0
    while (session := _session(service)) and (
        left := places.left(service, [session.starts_at])[session.starts_at].left
    ):
        chosen = _choose(service, session.starts_at, left)
        if chosen is None:
            break
        _offer(service, session.starts_at, *chosen)
        made += 1
    return made


def _session(service: Service) -> schedule.Session | None:
    """The first that begins after whoever is asked has had their time to answer."""
    now, off = timezone.now(), SessionOff.objects.filter(service=service, starts_at__gt=timezone.now())
    waits = Wait.objects.filter(service=service, ended_at=None).select_related(*FULL).in_turn().first()
    if waits is None:
        return None
    until, off = answer_by(waits), set(off.values_list("starts_at", flat=True))
    coming = schedule.next_sessions(service, max(now, until), FAR)
    return next((one for one in coming if one.starts_at not in off), None)


def answer_by(waits: Wait) -> datetime:
    """So many working days from today as their scheme gives, at five."""
    team = waits.referral.team
    day = hours.add_working_days(timezone.localdate(), team.scheme.offer_days, team.organisation.nation)
    return hours.at(day, BY)


def _choose(service: Service, session: datetime, left: int) -> tuple[UUID, UUID] | None:
    """(place, wait). A place that went along the list already goes on to the next before a new one is begun."""
    offers = list(
        Offer.objects.filter(service=service).order_by("made_at").values_list("wait", "place", "starts_at", "said")
    )
    turns_now = _turns(service, offers)
    along = turns.going_along([(place, said) for _wait, place, _at, said in offers])
    for place in along[-left:]:
        if found := turns.next_for(place, turns_now):
            return place, found.key
    found = turns.next_for(None, turns_now, session)
    return (uuid4(), found.key) if found else None


def _turns(service: Service, offers: Iterable[tuple[UUID, UUID, datetime, str]]) -> list[Turn]:
    asked, sessions, now_asked = defaultdict(set), defaultdict(set), set()
    for wait, place, at, said in offers:
        asked[wait].add(place), sessions[wait].add(at)
        now_asked |= {wait} if said in ("", Said.YES) else set()
    resting = [State.PAUSED]
    rows = Wait.objects.filter(service=service, ended_at=None).exclude(referral__state__in=resting)
    return [
        Turn(pk, joined, frozenset(asked[pk]), frozenset(sessions[pk]), pk in now_asked, rests is not None)
        for pk, joined, rests in rows.values_list("pk", "joined_at", "rests_since")
    ]


def _offer(service: Service, starts_at: datetime, place: UUID, wait_id: UUID) -> Offer:
    """They hear of it in their safe way; who has none is rung by their connector, today."""
    waits = Wait.objects.select_related(*FULL, "referral__connector").get(pk=wait_id)
    offer = Offer.objects.create(
        wait=waits, referral_id=waits.referral_id, service=service, place=place, starts_at=starts_at,
        answer_by=answer_by(waits),
    )  # fmt: skip
    told = writing.offered(offer)
    if told:
        Offer.objects.filter(pk=offer.pk).update(told_at=timezone.now())
    referral = held(waits.referral)
    if referral.next_step != Next.RING_ASKED:
        day = timezone.localdate(offer.answer_by) if told else timezone.localdate()
        owe(referral, Next.RING, day)
    return offer
