"""Entering what was spent and who lives here; taking a line back; switching the scenario on and off."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from connect.places.models import Area
from outcomes.costs.models import Cost, Entered, GroupCount, Scenario

Made = Mapping[str, object]


def areas(by: User, *, everywhere: bool) -> list[Area]:
    """Authorities for which somebody enters figures: those their organisation's teams serve, or all that are served."""
    served = Area.objects.filter(kind=Area.Kind.AUTHORITY, parts__teams__isnull=False)
    mine = served if everywhere else served.filter(parts__teams__organisation=by.acting.organisation_id)
    return list(mine.distinct().order_by("name"))


@transaction.atomic
def enter(
    area: Area, *, kind: str, pounds: int, first_month: date, last_month: date, words: str, by: User, made: Made
) -> Cost:
    said = {"kind": kind, "pounds": pounds, "first_month": first_month, "last_month": last_month, "words": words}
    return _made(Cost, area, said, by, made)


@transaction.atomic
def take_back(cost: Cost, *, by: User) -> None:
    """It stays on record, and counts nowhere any more."""
    Cost.objects.filter(pk=cost.pk, taken_back_at=None).update(taken_back_at=timezone.now(), taken_back_by=by)


@transaction.atomic
def count_group(
    area: Area, *, group: str, people: Mapping[str, int], source: str, by: User, made: Made
) -> GroupCount:  # fmt: skip
    return _made(GroupCount, area, {"group": group, "people": dict(people), "source": source}, by, made)


@transaction.atomic
def suppose(area: Area, *, is_on: bool, by: User, made: Made, **said: object) -> Scenario:
    """On with all that it supposes, or off."""
    return _made(Scenario, area, {"is_on": is_on, **(said if is_on else {})}, by, made)


def _made(model: type[Entered], area: Area, said: Made, by: User, made: Made) -> Entered:
    """The same form twice is one row."""
    fields = {"area": area, "organisation_id": by.acting.organisation_id, "made_by": by, **said, **made}
    row, _new = model.objects.get_or_create(key=fields.pop("key"), defaults=fields)
    return row
