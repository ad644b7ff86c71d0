"""How good the first ten results are, for questions as people type them: see README.md."""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path

from benchmarks import figures, house, judging

REAL = "oruk/samples/hounslow-2021/services.json"
WORST = 25


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.golden", description=__doc__)
    parser.add_argument("--worst", type=int, default=WORST, help="how many of the worst questions to name")
    few = parser.parse_args().worst
    with house.opened():
        result = measured(few)
    house.say(shown(result))
    print(json.dumps(result, indent=1, ensure_ascii=False))


def measured(few: int) -> dict[str, object]:
    """Each half in a directory of its own, which is gone afterwards."""
    result = {"kelderby": _apart(kelderby, few)}
    shared = os.environ.get("CONNECT_SHARED")
    if shared and (Path(shared) / REAL).exists():
        result["hounslow-2021"] = _apart(lambda: hounslow(Path(shared)), few)
    return result


def _apart(half: Callable[[], list[judging.Judged]], few: int) -> dict[str, object]:
    from django.db import transaction

    with transaction.atomic():
        judged = half()
        transaction.set_rollback(True)
    return judging.summary(judged) | {"worst": judging.worst(judged, few)}


def kelderby() -> list[judging.Judged]:
    """The demo borough, loaded into what should be an empty directory."""
    from connect.places import demo as places
    from directory import demo

    places.load()
    demo.load()
    slugs = {demo.key(each["slug"]): each["slug"] for each in demo.listings()}
    return [_asked(question, slugs.get) for question in judging.questions("kelderby")]


def hounslow(shared: Path) -> list[judging.Judged]:
    """313 real services, which stay where they are: only ids and grades are kept with the project."""
    from directory.openreferral import actions, files

    for _each in actions.take("Golden", files.records(shared / REAL), licence="for testing only"):
        pass
    return [_asked(question, lambda key: str(key)[:8]) for question in judging.questions("hounslow-2021")]


def _asked(question: judging.Question, name: Callable) -> judging.Judged:
    """Through the page's own form, as the one box would ask it."""
    from directory.forms import SearchForm
    from directory.search import search

    form = SearchForm({"q": question.words})
    form.is_valid()
    results = search(**form.asked())
    found = [] if results.is_else else [name(hit.service.pk) for hit in results.hits]
    return judging.judge(question, found, results.is_else or not results.reading.parts)


def shown(result: dict) -> str:
    """A table for the terminal."""
    rows = []
    for name, half in result.items():
        rows += [_row(f"{name}: {part}", half[part]) for part in judging.PARTS]
        rows += [_row(f"   {kind}", told) for kind, told in half["classes"].items()]
    worst = [f"{name}: {each['score']:.2f} {each['words']}" for name, half in result.items() for each in half["worst"]]
    return "\n".join([figures.table(["", "questions", "nDCG@10", "MRR", "says no"], rows), "", "Worst:", *worst])


def _row(name: str, told: dict) -> list[object]:
    return [name, told["questions"], *(told.get(each, "") for each in ("ndcg", "mrr", "says_no"))]


if __name__ == "__main__":
    main()
