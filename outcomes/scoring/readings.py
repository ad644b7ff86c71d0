"""One reading: answers in, score out. Nothing is guessed for what was not answered."""

from collections.abc import Mapping
from typing import Any

from outcomes.scoring.definitions import Definition, is_composite, values

# Asked and not answered; kept apart where they are stored, and alike only here.
NO_ANSWER = (None, "dont_know", "prefer_not_to_say")

Result = dict[str, Any]
Numbers = dict[str, int | None]  # item key -> what its answer counts; None where there is none


def score(of: Definition, answers: Mapping[str, object]) -> Result:
    """The result in the golden cases' shape: status, score, band, missing; subscales, items or raw where it has them.

    `answers`: item key -> option token; a key may be absent. An unknown item, or an option that is not the item's,
    makes the reading invalid, and nothing of it is scored.
    """
    if errors := _errors(of, answers):
        return {"status": "invalid", "errors": errors}
    numbers = {item["key"]: _number(of, item, answers) for item in of["items"]}
    return _together(of, numbers) if is_composite(of) else _apart(of, numbers)


def _errors(of: Definition, answers: Mapping[str, object]) -> list[str]:
    known = {item["key"]: values(of, item) for item in of["items"]}
    return sorted(str(key) for key, token in answers.items() if key not in known or not _is_option(token, known[key]))


def _is_option(token: object, options: Mapping[str, int]) -> bool:
    return token is None or (isinstance(token, str) and (token in NO_ANSWER or token in options))


def _number(of: Definition, item: dict[str, Any], answers: Mapping[str, object]) -> int | None:
    return values(of, item).get(answers.get(item["key"]))


def _together(of: Definition, numbers: Numbers) -> Result:
    """One score for all items; djg6's manual alone allows a total with an item missing."""
    missing = [key for key, number in numbers.items() if number is None]
    enough = len(missing) <= of.get("may_miss", 0)
    status = ("partial" if missing else "scored") if enough else "incomplete"
    total = sum(number for number in numbers.values() if number is not None) if enough else None
    result = {"status": status, "score": total, "band": band(of.get("bands"), total), "missing": missing}
    if "metric" in of:
        result |= _converted(of, total)
    if "subscales" in of:
        result["subscales"] = {name: _subscale(part, numbers) for name, part in of["subscales"].items()}
    return result


def _converted(of: Definition, raw: int | None) -> Result:
    """A raw sum on its published scale."""
    metric = None if raw is None else of["metric"][str(raw)]
    return {"raw": raw, "score": metric, "band": band(of["bands"], metric)}


def _subscale(part: dict[str, Any], numbers: Numbers) -> Result:
    """Missing as soon as one of its items is."""
    own = [numbers[key] for key in part["items"]]
    total = None if None in own else sum(own)
    return {"score": total, "band": band(part["bands"], total)}


def _apart(of: Definition, numbers: Numbers) -> Result:
    """Each item for itself, and no total: none is published."""
    missing = [key for key, number in numbers.items() if number is None]
    items = {item["key"]: _item(item, numbers[item["key"]]) for item in of["items"]}
    return {"status": _status_apart(of, missing), "score": None, "items": items, "missing": missing}


def _status_apart(of: Definition, missing: list[str]) -> str:
    has_needs = any(item.get("optional") for item in of["items"])
    needed = [item["key"] for item in of["items"] if not item.get("optional")]
    if not set(missing) & set(needed):
        return "scored"
    return "incomplete" if has_needs or len(missing) == len(of["items"]) else "partial"


def _item(item: dict[str, Any], number: int | None) -> Result | int | None:
    return {"score": number, "band": band(item["bands"], number)} if "bands" in item else number


def band(bands: list | None, number: float | None) -> str | None:
    """The name of the band, both ends of which belong to it; never for the person's own eyes."""
    if bands is None or number is None:
        return None
    return next((name for low, high, name in bands if low <= number <= high), None)
