"""An agreement is made for a time, and may end before it. What was released under it stays as it was."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from connect.places.models import Area
from outcomes.figures.models import Agreement


@transaction.atomic
def agree(area: Area, *, party: str, reference: str, begins_on: date, ends_on: date, by: User) -> Agreement:
    """The same reference for the same area is the same agreement, however often it is sent."""
    said = {"party": party, "begins_on": begins_on, "ends_on": ends_on, "agreed_by": by, "agreed_at": timezone.now()}
    return Agreement.objects.get_or_create(area_code=area.code, reference=reference, defaults=said)[0]


@transaction.atomic
def end(agreement: Agreement, *, on: date) -> None:
    """From that day on what is frozen is rounded again."""
    ends_on = max(on, agreement.begins_on + timedelta(days=1))
    Agreement.objects.filter(pk=agreement.pk, ends_on__gt=ends_on).update(ends_on=ends_on)
