"""What a day begins with after yesterday's sessions, and whom to ask how they are."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.following import measures, owing


def lines(user: User) -> list[Line]:
    if not may(user, "FOLLOWING"):
        return []
    return [
        Line(_("To talk over after a session"), owing.due(user).count(), reverse("following")),
        Line(_("To be asked how they are"), measures.in_time(user).count(), reverse("measures_due") + "?which=due"),
        Line(_("How they are, asked too late"), measures.late(user).count(), reverse("measures_due") + "?which=late"),
    ]
