"""Writing a line beside the figures, and taking it back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from connect.people.models import User
from outcomes.annotations.models import Annotation
from outcomes.within import Place


@transaction.atomic
def write(place: Place, *, month: date, words: str, by: User, made: dict[str, object]) -> Annotation:
    """Sent twice it is written once."""
    said = {"place_name": place.name, "month": month, "words": words, "made_by": by}
    found, _made = Annotation.objects.get_or_create(
        key=made["key"], defaults=said | made | {"area_code": place.authority, "place_code": place.code}
    )
    return found


def take_back(annotation: Annotation, *, by: User) -> bool:
    """No longer shown, and still known. Of two who do it at once the first stands."""
    rows = Annotation.objects.visible_to(by).standing().filter(pk=annotation.pk)
    return rows.update(taken_back_at=timezone.now(), taken_back_by=by) == 1
