"""How a check-by date moves: by a check, an answer, somebody who went, a change; and what brings a listing back."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone

from connect.people.models import User
from directory.keeping import overdue
from directory.models import Ask, KindGuide, Service, Standing, Verification
from directory.states import Outcome

CONFIRMS = (Outcome.RIGHT, Outcome.CHANGED)
USUALLY = 182
A_WHILE = timedelta(days=30)  # after a change brought a listing back, until it is asked about again


def period(service: Service) -> int:
    """Days between two checks: the listing's own, or those of its kind."""
    if service.check_every_days:
        return service.check_every_days
    of_kind = KindGuide.objects.filter(pk=service.kind).values_list("check_every_days", flat=True).first()
    return of_kind or USUALLY


def due_after(day: date, service: Service) -> date:
    return day + timedelta(days=period(service))


def log(
    service: Service,
    *,
    how: str,
    outcome: str,
    by: User | None = None,
    by_name: str = "",
    note: str = "",
    again_on: date | None = None,
    key: UUID | None = None,
) -> None:
    """A line of the call log; with the key of a form, once however often it is sent."""
    said = {"how": how, "outcome": outcome, "note": note, "again_on": again_on, "by": by, "by_name": by_name}
    row = Verification(pk=key or uuid4(), service=service, **said)
    Verification.objects.bulk_create([row], ignore_conflicts=True)


def confirm(service: Service, *, name: str, body: str, answer: str) -> None:
    """It is right as of today: every open question about it is answered, and it is found again if it was hidden."""
    now = timezone.now()
    Service.objects.filter(pk=service.pk).update(
        verified_at=now,
        verified_by_name=name,
        verified_by_body=body,
        verified_by_public=False,  # a person is named in public only with their yes
        check_by=due_after(timezone.localdate(), service),
        withheld_at=None,
    )
    open_asks(service).update(answered_at=now, answer=answer)
    service.refresh_from_db()


def open_asks(service: Service):  # noqa: ANN201 (a QuerySet of Ask)
    return Ask.objects.filter(service=service, answered_at=None, about__in=[Ask.About.CHECK, Ask.About.HIDDEN])


def shows_life(service: Service, *, is_new: bool) -> None:
    """After a change: what is new gets its first date; what was hidden comes back, to be asked about in a while."""
    today = timezone.localdate()
    if is_new and service.check_by is None:
        _set(service, check_by=due_after(today, service))
    elif service.withheld_at:
        _set(service, withheld_at=None, check_by=max(service.check_by or today, today + A_WHILE))


def _set(service: Service, **values: object) -> None:
    Service.objects.filter(pk=service.pk).update(**values)
    for name, value in values.items():
        setattr(service, name, value)


def attended(service_id: UUID, day: date) -> None:
    """Written down once a day however many went; of a day longer ago than the latest, nothing is new."""
    later = Q(last_attended_on=None) | Q(last_attended_on__lt=day)
    if not Standing.objects.filter(later, pk=service_id).update(last_attended_on=day):
        if Standing.objects.filter(pk=service_id).exists():
            return
        Standing.objects.bulk_create([Standing(service_id=service_id, last_attended_on=day)], ignore_conflicts=True)
    service = Service.objects.filter(pk=service_id).first()
    if service and service.check_by:
        _move(service, day)


def _move(service: Service, day: date) -> None:
    verified_on = timezone.localdate(service.verified_at) if service.verified_at else None
    every = period(service)
    due = overdue.moved_by_attendance(service.check_by, day, verified_on, every)
    alive = day + timedelta(days=every) >= timezone.localdate()
    if due != service.check_by or (service.withheld_at and alive):
        _set(service, check_by=due, **({"withheld_at": None} if alive else {}))
