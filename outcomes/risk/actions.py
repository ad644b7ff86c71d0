"""New weights for an index: a version, with the reason. What a map was drawn from is never written over."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from connect.people.models import User
from outcomes.risk.models import RiskIndex
from outcomes.risk.presets import Preset


class SomebodyWasFaster(Exception):
    """A colleague has weighed it anew since the page was drawn."""


@transaction.atomic
def weigh(
    preset: Preset, *, weights: Mapping[str, int], why: str, seen: int, by: User, made: Mapping[str, object]
) -> RiskIndex:
    """The next version; `seen` is the one the page was drawn from, 0 for what comes with the house."""
    if earlier := RiskIndex.objects.filter(key=made["key"]).first():
        return earlier
    last = RiskIndex.objects.filter(slug=preset.slug).order_by("-version").first()
    if (last.version if last else 0) != seen:
        raise SomebodyWasFaster
    try:
        with transaction.atomic():
            return RiskIndex.objects.create(
                slug=preset.slug, version=seen + 1, weights=dict(weights), why=why, made_by=by, **made
            )
    except IntegrityError as error:
        raise SomebodyWasFaster from error
