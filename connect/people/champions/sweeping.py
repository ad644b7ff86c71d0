"""What nobody confirmed is not kept."""

from datetime import datetime

from connect.people.champions.models import Champion
from connect.people.champions.states import Standing


def forget_unproved(before: datetime) -> int:
    """Whoever never opened our letter may not have written to us at all."""
    gone = Champion.objects.filter(standing=Standing.ASKED, asked_at__lt=before).delete()[1]
    return gone.get("people.Champion", 0)
