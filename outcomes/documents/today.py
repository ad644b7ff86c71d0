"""What waits for the lead: copies that somebody asked for."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from outcomes.documents.models import AccessRequest
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    """For a lead; the officer reads the list under Running it."""
    if user.acting.role != Role.TL:
        return []
    days = list(AccessRequest.objects.visible_to(user).waiting().values_list("due_on", flat=True))
    late = any(day < timezone.localdate() for day in days)
    return [Line(_("copies of everything, asked for by the person"), len(days), reverse("copies"), urgent=late)]
