"""What opens to a worker beside those who hold somebody: at each level these things and no others."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from connect.people.models import User
from referrals.belonging import Connection, Occasion
from referrals.case import timeline
from referrals.caseload import wants
from referrals.models import Partner, Referral
from referrals.states import OPEN
from referrals.together import reading


@dataclass(frozen=True)
class Row:
    referral: Referral
    place: Partner
    lead: User | None


def rows(user: User) -> list[Row]:
    """Everybody they are beside now, in the same number of queries however many."""
    about = ("person", "connector", "lead", "team__organisation")
    found = Referral.objects.alongside(user).select_related(*about).prefetch_related("connections")
    places = Partner.objects.filter(yes=True, ended_at=None, referral__in=[row.pk for row in found]).select_related(
        "user"
    )
    beside: dict[Any, list[Partner]] = {}
    for place in places:
        beside.setdefault(place.referral_id, []).append(place)
    mine = {place.referral_id: place for place in places if place.user_id == user.pk and place.is_live}
    listed = [Row(row, mine[row.pk], reading.lead_of(row, beside[row.pk])) for row in found if row.pk in mine]
    return sorted(listed, key=lambda one: (one.place.until, one.referral.reference))


def with_all(found: QuerySet[Referral]) -> QuerySet[Referral]:
    groups = Connection.objects.select_related("service").prefetch_related(
        Prefetch("occasions", Occasion.objects.order_by("starts_at").prefetch_related("attendances"))
    )
    about = ("person", "ward", "team__organisation", "connector", "lead")
    return found.select_related(*about).prefetch_related(Prefetch("connections", groups))


def page(referral: Referral, place: Partner) -> dict[str, object]:
    """The outline for everybody; calls, notes and how to reach them only where the whole was agreed to."""
    tasks = referral.tasks.select_related("owner")
    notes = referral.notes.select_related("by").order_by("-at")
    return {
        "referral": referral,
        "person": referral.person,
        "place": place,
        "circle": reading.circle(referral),
        "needs": wants.names(),
        "is_open": referral.state in OPEN,
        "tasks": [one for one in tasks if one.done_at is None and (place.sees_all or one.owner_id == place.user_id)],
        "story": timeline.of(referral, place.user, whole=True) if place.sees_all else None,
        "notes": [] if place.sees_all else [one for one in notes if one.by_id == place.user_id],
    }
