"""When an answer calls for a talk: a prompt to a human being, and nothing that happens by itself."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from outcomes.measuring import comparing
from outcomes.measuring.models import Reading

LATELY = timedelta(weeks=4)
LOW = {"low"}  # of instruments of wellbeing: none of loneliness calls for it by its number
ANXIOUS = ("anxious", "high")


def calls_for_a_talk(rows: Iterable[tuple[Reading, str, list]]) -> Reading | None:
    """The latest reading of wellbeing, if it is of these weeks and low; rows newest first."""
    latest = next((row for row, _name, _answers in rows if row.instrument in WELLBEING), None)
    if latest is None or latest.taken_on < timezone.localdate() - LATELY:
        return None
    return latest if _is_low(latest) else None


WELLBEING = ("swemwbs7", "wemwbs14", "ons4")


def _is_low(reading: Reading) -> bool:
    result = comparing.result(reading)
    items = {key: one["band"] for key, one in result.get("items", {}).items() if isinstance(one, dict)}
    anxious = items.pop(ANXIOUS[0], None) == ANXIOUS[1]
    return anxious or result.get("band") in LOW or bool(LOW & set(items.values()))
