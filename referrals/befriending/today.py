"""What a day begins with: people to ask about a befriender, visits nobody told of, and visits to read."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.befriending import reading
from referrals.befriending.models import BefrienderMatch
from referrals.befriending.states import State
from referrals.caseload.today import Line


def lines(user: User) -> list[Line]:
    """For connectors and their leads; a coordinator's day is their own first page."""
    if not may(user, "VISIT_LOG") or not may(user, "QUEUE"):
        return []
    rows = BefrienderMatch.objects.filter(pk__in=reading.matches(user).values("pk"))
    ask = rows.filter(state=State.PROPOSED, person_yes=None, guarded=False).count()
    silent = rows.overdue(timezone.localdate()).count()
    unread = reading.visits(user).filter(read_at=None).count()
    leads = may(user, "VOLUNTEER")
    return [
        Line(_("Befriending visits nobody has told of"), silent, reverse("befriender_people") + "?which=silent", True),
        Line(_("Befrienders found: ask the person"), ask, reverse("befriender_people") + "?which=ask"),
        Line(_("Befriending visits to read"), unread if leads else 0, reverse("visits_to_read")),
    ]
