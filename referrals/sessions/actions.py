"""Who is expected at which session: every write around a register."""

import uuid
from datetime import datetime, timedelta

from django.utils import timezone

from directory.schedule import Session
from referrals.actions import owe
from referrals.belonging import Connection, Occasion
from referrals.states import Next

REGISTERS = uuid.UUID("6f2f4f0e-6d0a-4d3c-9d6e-0b8a3c1f7e55")  # namespace: one register for each group and start
USUAL_LENGTH = timedelta(hours=2)  # where a listing says when it begins and not when it ends


def expect(connection: Connection, session: Session) -> Occasion:
    """Put somebody on the register of one session; twice is once."""
    referral = connection.referral
    occasion, _new = Occasion.objects.get_or_create(
        connection=connection,
        starts_at=session.starts_at,
        defaults={
            "referral": referral,
            "service_id": connection.service_id,
            "register_id": register_of(connection.service_id, session.starts_at),
            "ends_at": session.ends_at or session.starts_at + USUAL_LENGTH,
            "place": str(session.location or ""),
            "known_as": referral.person.short_name,
        },
    )
    Connection.objects.filter(pk=connection.pk, first_offered_at=None).update(first_offered_at=occasion.starts_at)
    owe(referral, Next.SESSION, timezone.localdate(occasion.starts_at))
    return occasion


def register_of(service_id: uuid.UUID, starts_at: datetime) -> uuid.UUID:
    return uuid.uuid5(REGISTERS, f"{service_id} {starts_at.timestamp():.0f}")
