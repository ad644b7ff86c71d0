"""On the lead's Today: how much there is to put right in the team's records."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.models import User
from connect.people.roles import Role
from outcomes.quality import listing
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    if user.acting.role != Role.TL:
        return []
    return [Line(_("to put right in the records"), listing.counted(user), reverse("quality"), plain=True)]
