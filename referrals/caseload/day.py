"""The page a connector's day begins with: what needs them now, then this week, then all their people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from connect.audit.actions import saw
from connect.people.access import requires
from connect.people.models import User
from referrals.case.models import Task, Visit
from referrals.caseload import asked as asking
from referrals.caseload import rows, today
from referrals.caseload.asked import Asked
from referrals.models import Referral
from referrals.states import Next

NOW, WEEK = 12, 25
DAYS = timedelta(days=7)


@dataclass(frozen=True)
class Entry:
    """One thing of the week: when, whose, and what it is. `key` is the referral, None where it is hidden from us."""

    on: date
    at: datetime | None
    key: UUID | None
    name: str
    what: str


@requires("QUEUE")
@require_safe
@never_cache
def today_page(request: HttpRequest) -> HttpResponse:
    """A day, not a dashboard. The same number of queries for a caseload of five and of three hundred."""
    user, day = request.user, timezone.localdate()
    due = rows.found(user, Asked(view="due", now=True), size=NOW)
    tasks, visits, coming = _tasks(user), _visits(user), _coming(user)
    people = _people(user, [*tasks, *visits])
    shown = {row.person for row in due.rows} | {row.person_id for row in coming}
    saw(request, shown | {person for person, _name in people.values()})
    named = [(task, people[task.referral_id][1]) for task in tasks if task.referral_id in people]
    late = [pair for pair in named if pair[0].due_on <= day]
    out = [(visit, people.get(visit.referral_id, (None, ""))[1]) for visit in visits if visit.who_id == user.pk]
    now = [pair for pair in out if timezone.localdate(pair[0].starts_at) <= day]
    context = {
        "greeting": _greeting(),
        "lines": today.lines_for(user),
        "due": due,
        "cards": rows.Drawing({}).cards(due.rows),
        "tasks": late,
        "visits": now,
        "week": _week(user, coming, named[len(late) :], out[len(now) :]),
        "tabs": [(name, label, due.counts[name]) for name, label in asking.VIEWS.items()],
        "needing": due.total,
    }
    return render(request, "referrals/caseload/today.html", context)


def _greeting() -> str:
    hour = timezone.localtime().hour
    return _("Good morning") if hour < 12 else _("Good afternoon") if hour < 18 else _("Good evening")


def _tasks(user: User) -> list[Task]:
    """One's own of this week and before, the oldest first."""
    until = timezone.localdate() + DAYS
    return list(Task.objects.of(user).to_do().filter(due_on__lte=until).order_by("due_on", "pk")[:WEEK])


def _visits(user: User) -> list[Visit]:
    """One's own, not over, of this week and before; and those of colleagues one looks out for stand on /visits/."""
    until = timezone.now() + DAYS
    return list(Visit.objects.filter(who=user, starts_at__lte=until).not_over().select_related("buddy")[:WEEK])


def _coming(user: User) -> list[Referral]:
    """Whose next thing falls on one of the next seven days."""
    day = timezone.localdate()
    mine = Referral.objects.caseload_of(user).still_open().filter(connector=user)
    return list(
        mine.filter(next_on__gt=day, next_on__lte=day + DAYS)
        .select_related("person")
        .order_by("next_on", "submitted_at")[:WEEK]
    )


def _people(user: User, things: Iterable[Task | Visit]) -> dict[UUID, tuple[UUID, str]]:
    """Referral -> person and name, of those this reader sees."""
    keys = {thing.referral_id for thing in things}
    seen = Referral.objects.caseload_of(user).filter(pk__in=keys).select_related("person")
    return {row.pk: (row.person_id, row.name_for(user)) for row in seen}


def _week(
    user: User, coming: list[Referral], tasks: list[tuple[Task, str]], visits: list[tuple[Visit, str]]
) -> list[Entry]:
    """Day by day, with what has an hour first."""
    found = [Entry(row.next_on, None, row.pk, row.name_for(user), str(Next(row.next_step).label)) for row in coming]
    found += [Entry(task.due_on, None, task.referral_id, name, task.words) for task, name in tasks]
    for visit, name in visits:
        on, key = timezone.localdate(visit.starts_at), visit.referral_id if name else None
        found.append(Entry(on, visit.starts_at, key, name, _("Visit")))
    found.sort(key=lambda one: (one.on, one.at is None, one.at or 0, one.name))
    return found
