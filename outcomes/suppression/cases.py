"""A file of cases, as the golden one is laid out: each case to its rule, whatever result it expects."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from outcomes import disclosure
from outcomes.suppression import exact, released

Case = Mapping[str, Any]


def results(cases: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """`{"id": …, "result": …}` of each, in the order of the file's parts."""
    for part, rule in RULES.items():
        for case in cases.get(part) or ():
            yield {"id": case.get("id"), "result": _result(rule, case)}


def _result(rule: Callable[[Case], Any], case: Case) -> Any:
    """A case that cannot be worked out says which of its parts is wrong, and the rest of the file goes on."""
    try:
        return rule(case)
    except KeyError as missing:
        return {"status": "invalid", "errors": [str(missing.args[0])]}
    except (TypeError, ValueError) as wrong:
        return {"status": "invalid", "errors": [str(wrong)]}


def _whole(n: object, name: str) -> int:
    if not isinstance(n, int) or isinstance(n, bool) or n < 0:
        raise ValueError(name)
    return n


def _cells(case: Case) -> list[int]:
    return [_whole(n, "cells") for n in case["cells"]]


def _rows(case: Case) -> list[list[int]]:
    rows = [[_whole(n, "cells") for n in row] for row in case["cells"]]
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        raise ValueError("cells")
    return rows


def _threshold(case: Case) -> int:
    return _whole(case.get("threshold", exact.THRESHOLD), "threshold")


def _count(case: Case) -> Any:
    return disclosure.round5(_whole(case["n"], "n"))


def _percentage(case: Case) -> Any:
    return disclosure.percentage(_whole(case["numerator"], "numerator"), _whole(case["denominator"], "denominator"))


def _average(case: Case) -> Any:
    return disclosure.average("show", _whole(case["n"], "n"))


def _table_round5(case: Case) -> dict[str, Any]:
    return asdict(disclosure.table_round5_audit(_rows(case), bool(case.get("sensitive"))))


def _table_exact(case: Case) -> dict[str, Any]:
    table = asdict(exact.table_suppress(_rows(case), _threshold(case)))
    return table | {"audit": {name: list(bounds) for name, bounds in table["audit"].items()}}


def _cumulative(case: Case) -> Any:
    return disclosure.cumulative([_whole(n, "cumulative") for n in case["cumulative"]], _threshold(case))


def _people(told: Case) -> frozenset[int]:
    """The integers from..to, but the listed ones."""
    return frozenset(range(told["from"], told["to"] + 1)) - set(told.get("except") or ())


def _differencing(case: Case) -> dict[str, Any]:
    ledger = [(entry["name"], _people(entry)) for entry in case["ledger"]]
    decided = asdict(released.decide(_people(case["query"]), ledger, _threshold(case)))
    return {name: value for name, value in decided.items() if value is not None}


def _binary(case: Case) -> dict[str, Any]:
    return asdict(exact.binary(_whole(case["x"], "x"), _whole(case["n"], "n"), _threshold(case)))


def _rollup(case: Case) -> dict[str, Any]:
    rolled = disclosure.rollup([(name, _whole(n, "rows")) for name, n in case["rows"]], other="Other")
    return {"rows": [list(row) for row in rolled.rows], "merged": rolled.merged}


RULES: Mapping[str, Callable[[Case], Any]] = {
    "count": _count,
    "percentage": _percentage,
    "average": _average,
    "list_round5": lambda case: asdict(disclosure.list_round5(_cells(case))),
    "table_round5_audit": _table_round5,
    "list_suppress": lambda case: asdict(exact.list_suppress(_cells(case), _threshold(case))),
    "table_suppress": _table_exact,
    "cumulative": _cumulative,
    "differencing": _differencing,
    "binary": _binary,
    "rollup": _rollup,
}
