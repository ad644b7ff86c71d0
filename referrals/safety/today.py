"""What waits to be read, as a line of one's day."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from connect.people.access import may
from connect.people.models import User
from referrals.caseload.today import Line
from referrals.safety.models import Concern, Heard


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
        *_concerns(user),
        Line(_("Words to read now: somebody may not be safe"), waiting["now"], address, urgent=True),
        Line(_("Words from people, to read"), waiting["rest"], address),
    ]


def _concerns(user: User) -> list[Line]:
    """For whoever leads on them: what waits to be read or decided, and what is to be asked after today."""
    if not may(user, "CONCERN_LEAD", "R"):
        return []
    to_chase = Q(decided_at__isnull=False, chase_on__lte=timezone.localdate())
    waiting = Concern.objects.led_by(user).filter(ended_at=None).filter(Q(decided_at=None) | to_chase).count()
    return [Line(_("Safeguarding concerns that wait for you"), waiting, reverse("concerns_told"), urgent=True)]
