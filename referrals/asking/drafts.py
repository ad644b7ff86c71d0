"""What is begun and not sent: on the server, for its writer alone, for three days at most."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from referrals.asking.models import Draft

MOST_LETTERS = 20_000
WITHOUT_A_NAME = ("postcode", "age", "safe_to_message", "first_time", "expected_weight", "language")


class TooMuch(Exception):
    """More than any form of ours holds."""


@transaction.atomic
def save(key: uuid.UUID, *, typed: Mapping[str, list[str]], by: User) -> Draft | None:
    """What stands in the form now. None where this key is a draft of somebody else's: it is not touched."""
    if sum(len(value) for values in typed.values() for value in values) > MOST_LETTERS:
        raise TooMuch
    mine = Draft.objects.visible_to(by).filter(pk=key)
    kept = {name: [value.replace("\x00", "") for value in values] for name, values in typed.items()}
    if not mine.update(typed=kept, saved_at=timezone.now()):
        draft = Draft(pk=key, user=by, organisation_id=by.acting.organisation_id, typed=kept)
        Draft.objects.bulk_create([draft], ignore_conflicts=True)
    return mine.first()


def unfinished(by: User) -> list[Draft]:
    """Those worth going on with: a place alone is typed again as quickly."""
    return [draft for draft in Draft.objects.visible_to(by)[:50] if set(draft.typed) - set(WITHOUT_A_NAME)]


def erase(key: uuid.UUID, *, by: User) -> None:
    """Sent, or thrown away."""
    Draft.objects.visible_to(by).filter(pk=key).delete()


def sweep() -> int:
    """Whatever nobody has come back to for three days is gone."""
    return Draft.objects.overdue().delete()[0]
