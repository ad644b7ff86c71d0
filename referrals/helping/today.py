"""What a day begins with: helpers who offered, and small helps to thank for."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.helping.models import HelpRequest
from referrals.helping.states import Said, Standing
from referrals.models import Referral


def lines(user: User) -> list[Line]:
    if not may(user, "SMALL_HELP"):
        return []
    rows = HelpRequest.objects.filter(referral__in=Referral.objects.caseload_of(user))
    counts = rows.aggregate(
        offered=Count("pk", filter=Q(standing=Standing.OPEN, offers__said=Said.OFFERED), distinct=True),
        thank=Count("pk", filter=Q(standing=Standing.DONE, thanked_at=None), distinct=True),
    )
    address = reverse("small_helps")
    return [
        Line(_("Helpers who offer something small"), counts["offered"], f"{address}?which=offered", plain=True),
        Line(_("Small helps to thank for"), counts["thank"], f"{address}?which=thank", plain=True),
    ]
