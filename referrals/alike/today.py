"""What connectors proposed, as a line of the lead's day."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import could
from connect.people.models import User
from referrals.alike.models import Merge
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    if not could(user, "MERGE", "U"):
        return []
    waiting = Merge.objects.proposed().filter(team=user.acting.team_id).count()
    return [Line(_("May be the same person: you decide"), waiting, reverse("doubles"))]
