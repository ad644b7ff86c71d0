"""A file of cases, as the golden one is laid out: each case to its scorer, whatever result it expects."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from outcomes.scoring import changes, groups, readings, stars
from outcomes.scoring.definitions import UnknownInstrument, definition

Case = Mapping[str, Any]


def results(cases: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """`{"id": …, "result": …}` of each, in the order of the file's parts."""
    for part, scorer in SCORERS.items():
        for case in cases.get(part) or ():
            yield {"id": case.get("id"), "result": _result(scorer, case)}


def _result(scorer: Callable[[Case], dict[str, Any]], case: Case) -> dict[str, Any]:
    """A case that cannot be scored says which of its parts is wrong, and the rest of the file goes on."""
    try:
        return scorer(case)
    except UnknownInstrument:
        return {"status": "invalid", "errors": ["instrument"]}
    except KeyError as missing:
        return {"status": "invalid", "errors": [str(missing.args[0])]}


def _score(case: Case) -> dict[str, Any]:
    return readings.score(definition(case["instrument"]), case["answers"] or {})


def _star(case: Case) -> dict[str, Any]:
    return stars.score(case["scale"], case["areas"], case["answers"] or {})


def _change(case: Case) -> dict[str, Any]:
    return changes.change(definition(case["instrument"]), case["baseline"] or {}, case["followup"] or {})


def _star_change(case: Case) -> dict[str, Any]:
    return stars.change(case["scale"], case["areas"], case["baseline"] or {}, case["followup"] or {})


def _group(case: Case) -> dict[str, Any]:
    """Of ONS4, whose items stand alone and point two ways, `item` says which."""
    of = definition(case["instrument"])
    way = of["higher_is"]
    if way == "per_item":
        way = {item["key"]: item["higher_is"] for item in of["items"]}[case["item"]]
    return groups.change(way, case["pairs"], case["n_eligible"])


SCORERS = {
    "score_cases": _score,
    "star_cases": _star,
    "change_cases": _change,
    "star_change_cases": _star_change,
    "group_cases": _group,
}
