"""What a connector or a lead is reminded of, as lines of their day."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.reminding import undelivered


def lines(user: User) -> list[Line]:
    if not may(user, "MESSAGE_STATE"):
        return []
    return [Line(_("Messages that may not have arrived"), undelivered.of(user).count(), reverse("not_arrived"))]
