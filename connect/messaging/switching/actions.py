"""Switching kinds of message off and on: what waits is called off in the same transaction."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.messaging import messages
from connect.messaging.switching.models import SwitchedOff


@transaction.atomic
def off(templates: Iterable[str], *, under: uuid.UUID | None, why: str, by: Any) -> int:
    """How many messages that waited will not leave. Switched off twice it is off once."""
    names = list(templates)
    who = {"off_by_id": by.pk, "off_by_name": by.name}
    rows = [SwitchedOff(template=name, under_id=under, why=why, **who) for name in names]
    SwitchedOff.objects.bulk_create(rows, ignore_conflicts=True)
    return messages.cancel_kinds(names, under=under)


def on(templates: Iterable[str], *, under: uuid.UUID | None, by: Any) -> int:
    """From the next message on; what was called off meanwhile stays so."""
    rows = SwitchedOff.objects.filter(template__in=list(templates), under_id=under, on_at=None)
    return rows.update(on_at=timezone.now(), on_by_id=by.pk)
