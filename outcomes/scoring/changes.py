"""Two readings of one person: what changed, with the sign turned so that more is better. No word about why."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from outcomes.scoring.definitions import Definition, is_composite
from outcomes.scoring.readings import Result, score
from outcomes.scoring.rounding import exact, rounded

NOT_COMPARABLE = {"delta": None, "improvement": None, "direction": "not_comparable", "thresholds": None}


def change(of: Definition, baseline: Mapping[str, object], followup: Mapping[str, object]) -> Result:
    """Scored with scored alone: a total with an item missing would fake an improvement."""
    before, after = score(of, baseline), score(of, followup)
    if is_composite(of):
        both = before["status"] == after["status"] == "scored"
        return compared(before["score"], after["score"], of["higher_is"], of.get("thresholds")) if both else _none()
    return {"items": {item["key"]: _of_item(of, item, before, after) for item in of["items"]}}


def _of_item(of: Definition, item: dict[str, Any], before: Result, after: Result) -> Result:
    way = item.get("higher_is", of["higher_is"])
    return compared(item_score(before, item["key"]), item_score(after, item["key"]), way)


def item_score(result: Result, key: str) -> int | None:
    """Of an instrument whose items stand alone; None where there is no answer, or the reading is invalid."""
    found = result.get("items", {}).get(key)
    return found["score"] if isinstance(found, dict) else found


def compared(
    before: float | None, after: float | None, higher_is: str, thresholds: Mapping[str, float] | None = None
) -> Result:
    """`thresholds` are published values of a change that means something; without any, none is told."""
    if before is None or after is None:
        return _none()
    delta = exact(after) - exact(before)
    better = improvement(delta, higher_is)
    direction = "improved" if better > 0 else "worse" if better < 0 else "same"
    reached = {name: abs(delta) >= exact(least) for name, least in thresholds.items()} if thresholds else None
    return {
        "delta": rounded(delta),
        "improvement": rounded(better),
        "direction": direction,
        "thresholds": reached,
    }


def improvement(delta: Fraction, higher_is: str) -> Fraction:
    return delta if higher_is == "better" else -delta


def _none() -> Result:
    return dict(NOT_COMPARABLE)
