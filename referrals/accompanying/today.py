"""What a day begins with: first visits to arrange, how it was to be said, and times when nobody was there."""

from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.accompanying.models import Accompaniment, FirstVisit
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    if not may(user, "FIRST_VISIT"):
        return []
    address, rows = reverse("going_along"), Accompaniment.objects
    missed, unlogged = rows.of_caseload(user).missed().count(), rows.theirs(user).not_logged().count()
    first = FirstVisit.objects.due_for(user).count()
    return [
        Line(_("Nobody was with them, or they did not go"), missed, f"{address}?which=missed", urgent=True),
        Line(_("Gone along? Say how it was"), unlogged, f"{address}?which=unlogged"),
        Line(_("First visits to arrange"), first, f"{address}?which=first"),
    ]
