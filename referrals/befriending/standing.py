"""How befriending stands in a team: what waits for whoever coordinates it, each number with the rows behind it."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from connect.identity import reading_as
from connect.people.models import User
from referrals.befriending.models import BefrienderMatch, BefrienderVisit, BefrienderWish, Volunteer
from referrals.befriending.states import COMING_IN, ON, Stage, State, Wish
from referrals.models import Referral

SOON = timedelta(days=42)
A_WEEK = timedelta(days=7)


def unread(user: User) -> QuerySet[BefrienderVisit]:
    rows = BefrienderVisit.objects.filter(team=user.acting.team_id, read_at=None)
    return rows.select_related("match__volunteer", "match__told").order_by("logged_at")


def overdue(user: User) -> QuerySet[BefrienderMatch]:
    rows = BefrienderMatch.objects.overdue(timezone.localdate()).filter(team=user.acting.team_id)
    return rows.select_related("volunteer", "wish").order_by("alarm_on")


def to_move(user: User) -> QuerySet[BefrienderMatch]:
    """Proposed and not answered by both, or answered and no first visit arranged; and those whose last day has come."""
    rows = BefrienderMatch.objects.still_on().filter(team=user.acting.team_id)
    return rows.filter(state__in=[State.PROPOSED, State.AGREED]).select_related("volunteer", "wish")


def ending(user: User) -> QuerySet[BefrienderMatch]:
    rows = BefrienderMatch.objects.filter(team=user.acting.team_id, state=State.ENDING, guarded=False)
    return rows.filter(ends_on__lte=timezone.localdate()).select_related("volunteer", "wish")


def on(user: User) -> QuerySet[BefrienderMatch]:
    rows = BefrienderMatch.objects.still_on().filter(team=user.acting.team_id)
    return rows.select_related("volunteer", "wish").order_by("next_on", "proposed_at")


def waiting(user: User) -> QuerySet[BefrienderWish]:
    rows = BefrienderWish.objects.waiting().filter(team=user.acting.team_id)
    return rows.prefetch_related("matches")


def coming_in(user: User) -> QuerySet[Volunteer]:
    return Volunteer.objects.filter(team=user.acting.team_id, stage__in=COMING_IN)


def due_again(team_id: UUID, by: date) -> QuerySet[Volunteer]:
    """Approved, and the check or the training runs out by that day."""
    rows = Volunteer.objects.filter(team=team_id, stage__in=[Stage.APPROVED, Stage.RESTING])
    rows = rows.annotate(checked=Max("checks__recheck_on"), trained=Max("lessons__refresher_on"))
    return rows.filter(checked__lte=by) | rows.filter(trained__lte=by)


def of_week(team_id: UUID) -> dict[str, int]:
    """The digest: what happened in seven days, and what waits."""
    since = timezone.localdate() - A_WEEK
    visits = BefrienderVisit.objects.filter(team=team_id)
    return {
        "visits": visits.filter(on__gte=since).count(),
        "unread": visits.filter(read_at=None).count(),
        "overdue": BefrienderMatch.objects.overdue(timezone.localdate()).filter(team=team_id).count(),
        "waiting": BefrienderWish.objects.filter(team=team_id, state=Wish.WAITING, guarded=False).count(),
        "due": due_again(team_id, timezone.localdate() + SOON).count(),
    }


def people_of(referrals: Iterable[UUID]) -> list[UUID]:
    """Whom these rows are about, for the record of who looked: a coordinator sees no referral."""
    keys = list(referrals)
    if not keys:
        return []
    with reading_as("link", scope=keys):
        return list(Referral.objects.filter(pk__in=keys).values_list("person_id", flat=True))


def still_on(volunteer: Volunteer) -> bool:
    return any(one.state in ON for one in volunteer.matches.all())
