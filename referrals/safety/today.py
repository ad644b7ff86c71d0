"""What waits to be read, as a line of one's day."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.safety.models import Heard


def lines(user: User) -> list[Line]:
    if not may(user, "WORDS", "R"):
        return []
    waiting = (
        Heard.objects.of(user)
        .unread()
        .aggregate(now=Count("pk", filter=Q(danger=True)), rest=Count("pk", filter=Q(danger=False)))
    )
    address = reverse("heard_words")
    return [
        Line(_("Words to read now: somebody may not be safe"), waiting["now"], address, urgent=True),
        Line(_("Words from people, to read"), waiting["rest"], address),
    ]
