"""What is known of one connection, read once for the rules: its sessions that are over, and what was dealt with."""

from django.utils import timezone

from referrals.belonging import Connection, Occasion
from referrals.following.models import FollowUp
from referrals.following.rules import Known, Seen


def of(connection: Connection) -> Known:
    """Three statements, however long somebody has been going."""
    now = timezone.now()
    over = connection.occasions.filter(called_off_at=None, starts_at__lte=now).order_by("starts_at")
    sessions = tuple(_seen(one) for one in over.prefetch_related("attendances"))
    done = FollowUp.objects.seen_to().filter(connection=connection).order_by("about_on")
    dealt_with = dict(done.values_list("kind", "about_on"))
    ended_on = timezone.localdate(connection.ended_at) if connection.ended_at else None
    return Known(connection.state, timezone.localdate(), sessions, dealt_with, connection.ended_why, ended_on)


def _seen(occasion: Occasion) -> Seen:
    return Seen(timezone.localdate(occasion.starts_at), occasion.confirmed, occasion.pk)
