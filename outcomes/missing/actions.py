"""Writes of the wish list: something is wished for, and what became of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from connect.places.models import Area
from outcomes.missing.models import Wish, WishStep
from outcomes.missing.states import Standing


class CannotMove(Exception):
    """This step does not follow from where it is."""


class SomebodyWasFaster(Exception):
    """A colleague has changed it since the page was drawn."""


@transaction.atomic
def wish(*, wards: Sequence[Area], by: User, made: Mapping[str, Any], **said: Any) -> Wish:
    """Put it on the list of the wards' authority. Sent twice, it stands there once."""
    if earlier := Wish.objects.filter(key=made["key"]).first():
        return earlier
    new = Wish.objects.create(authority_id=wards[0].parent_id, made_by=by, **said, **made)
    new.wards.set(wards)
    _step(new, by=by, made=made)
    return new


@transaction.atomic
def change(
    held: Wish, *, seen: int, standing: str, wards: Sequence[Area], by: User, made: Mapping[str, Any], **said: Any
) -> None:
    """Where it stands and what there is to say; `seen` is the version that the page was drawn from."""
    if WishStep.objects.filter(key=made["key"]).exists():
        return
    if standing != held.standing and not held.can_move_to(standing):
        raise CannotMove
    values = said | {"standing": standing, "authority_id": wards[0].parent_id, "changed_at": timezone.now()}
    if not Wish.objects.filter(pk=held.pk, version=seen).update(version=seen + 1, **values):
        raise SomebodyWasFaster
    held.refresh_from_db()
    held.wards.set(wards)
    _step(held, by=by, made=made)


def _step(held: Wish, *, by: User, made: Mapping[str, Any]) -> None:
    WishStep.objects.create(wish=held, standing=Standing(held.standing), news=held.news, by=by, **made)
