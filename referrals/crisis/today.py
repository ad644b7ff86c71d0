"""What a day in a crisis begins with: whom to ring now, and what has to be seen to."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.crisis import reading
from referrals.crisis.models import Crisis


def lines(user: User) -> list[Line]:
    if not may(user, "CRISIS_CHECK"):
        return []
    now = Crisis.objects.of(user).on().first()
    if now is None:
        return []
    counts, address = reading.counts(now, user), reverse("crisis_list")
    return [
        Line(_("Crisis: to be rung now"), counts["ring"], address, urgent=True, plain=True),
        Line(_("Crisis: somebody needs something"), counts["needs"], f"{address}?which=needs", urgent=True, plain=True),
    ]
