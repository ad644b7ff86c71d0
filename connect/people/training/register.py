"""Was this worker trained that day? The one question a referral asks; and the counts that reports need."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from connect.identity import acting_as
from connect.people.models import User
from connect.people.training.models import Trainee


def trained_on(user: User, day: date) -> bool | None:
    """Had they been to a session on Making Every Contact Count by that day? An overdue refresher takes nothing away.

    None where nothing is written down about anybody of the organisation they act for: that is "not known", not "no".
    """
    body = user.acting.organisation_id if user.acting else None
    return _known(Trainee.objects.named(user), body, day)


def address_trained_on(email: str, body: UUID | None, day: date) -> bool | None:
    """The same of somebody without an account, by the work e-mail they proved and the organisation it belongs to."""
    return _known(Trainee.objects.filter(email=email.strip().lower()), body, day)


def _known(rows: QuerySet[Trainee], body: UUID | None, day: date) -> bool | None:
    """Whoever refers may not read the register, so the question is asked as a job that answers yes, no or nothing."""
    with acting_as("training"):
        if rows.of_mecc().who_came().filter(session__held_on__lte=day).exists():
            return True
        anybody = body is not None and Trainee.objects.of_mecc().filter(organisation=body).exists()
    return False if anybody else None


@dataclass(frozen=True)
class TrainedCount:
    """How many different people of one kind were trained; a report hides small ones before anybody sees them."""

    organisation_id: UUID | None
    job: str
    ward_id: UUID | None
    people: int
    overdue: int


def counts(first: date, last: date, today: date) -> list[TrainedCount]:
    """Different people trained in MECC in that time, by organisation, job and ward, for whoever freezes figures."""
    rows = Trainee.objects.of_mecc().who_came().filter(session__held_on__range=(first, last))
    grouped = rows.order_by().values("organisation_id", "job", "ward_id")
    overdue = Count("email", distinct=True, filter=Q(refresher_on__lte=today))
    return [TrainedCount(**row) for row in grouped.annotate(people=Count("email", distinct=True), overdue=overdue)]
