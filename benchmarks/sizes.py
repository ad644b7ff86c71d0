"""One size after the other in one database: fill it, see that every answer is right, and time who answers, in turn."""

import gc
import math
import random
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from benchmarks import engines, figures, filling, house, invented, machine, queries, search_pages, truth
from benchmarks.engines import Asked, Clock, Engine, Tantivy
from directory.models import Service

CHECKED = 4  # of each class, the slow way
WARM = 60
UPDATED = 30
TABLES = ("searchentry", "word", "service")

Round = list[tuple[float, float]]  # of each question: milliseconds by the clock on the wall, and of processor
Times = dict[str, dict[str, list[Round]]]  # engine -> class -> round by round


def measured(state: Path, port: int, sizes: list[int], *, each: int, rounds: int, seed: int) -> dict:
    filling.postcodes()
    tantivy, found, before = Tantivy(settings.TANTIVY), [], 0
    for size in sizes:
        house.say(f"Filling it with {size} listings …")
        filled = _fill(tantivy, before, size)
        log = [engines.asked(typed) for typed in queries.queries(each, size, seed)]
        found.append({"listings": size, **filled, **_one_size(state, port, tantivy, log, rounds)})
        before = size
    return {"machine": machine.facts(("tantivy",)), "seed": seed, "sizes": found, "growth": growth(found)}


def _fill(tantivy: Tantivy, before: int, size: int) -> dict[str, object]:
    """Seconds are those of the listings that were added."""
    filled = filling.fill(invented.listings(size, before))
    took = {"copied_s": filled.copying, "indexed_s": filled.reindexing}
    took["tantivy_s"] = tantivy.add(invented.listings(size, before))
    house.settle()
    return {
        "added": size - before,
        "checksum": invented.checksum(invented.listings(size)),
        **{name: round(seconds, 1) for name, seconds in took.items()},
        "megabytes": _megabytes() | {"tantivy": round(tantivy.megabytes(), 1)},
    }


def _megabytes() -> dict[str, float]:
    """Tables with their indexes."""
    said = ", ".join(f"pg_total_relation_size('directory_{name}') / 1e6" for name in TABLES)
    with connection.cursor() as cursor:
        sizes = cursor.execute(f"select {said}").fetchone()
    return {name: round(float(size), 1) for name, size in zip(TABLES, sizes, strict=True)}


def _one_size(state: Path, port: int, tantivy: Tantivy, log: list[Asked], rounds: int) -> dict[str, object]:
    competing = {"tantivy": tantivy, "statement": engines.ours, "search": engines.whole}
    agreed = check(log, tantivy)
    quiet = machine.Quiet()
    quiet.begin()
    with transaction.atomic():
        times = race(log, competing, rounds)
    updates = [_update(at) for at in range(UPDATED)]
    with house.serving(state, port):
        pages = search_pages.measured(port, log, rounds)
    return {
        "noise": quiet.end(),
        "totals_beside_tantivy": agreed,
        "engines": {name: _figures(taken, times["tantivy"]) for name, taken in times.items()},
        "one_listing_changed_ms": {"p50": round(figures.percentile(updates, 0.5), 2)},
        "pages": pages,
    }


def check(log: list[Asked], tantivy: Tantivy) -> dict[str, int]:
    """Ours must be right to the last one; how often tantivy finds as many is only told."""
    counts: dict[str, int] = {}
    with transaction.atomic():
        for asked in log:
            counts[asked.typed.kind] = counts.get(asked.typed.kind, 0) + 1
            if counts[asked.typed.kind] <= CHECKED:
                truth.check(asked, engines.ours(asked))
        return engines.totals_agree(engines.ours, tantivy, log)


def race(log: list[Asked], competing: dict[str, Engine], rounds: int) -> Times:
    """Every engine answers every question once a round, in random order; the first questions are thrown away."""
    dice, clock = random.Random(1), Clock()
    times: Times = {name: {} for name in competing}
    for asked in log[:WARM]:
        for engine in competing.values():
            engine(asked)
    gc.collect()
    gc.freeze()
    for turn in range(rounds):
        for asked in dice.sample(log, len(log)):
            for name in dice.sample(list(competing), len(competing)):
                kinds = times[name].setdefault(asked.typed.kind, [[] for _ in range(rounds)])
                kinds[turn].append(clock.time(competing[name], asked))
    return times


def _update(at: int) -> float:
    """Somebody saves a listing: the row, and all that the search knows of it."""
    service = Service.objects.order_by("pk")[at]
    service.summary = f"{service.summary[:200]} {at}"
    return Clock().time(lambda listing: listing.save(), service)[0]


def _figures(taken: dict, base: dict) -> dict[str, object]:
    """All classes together, and each: by the clock on the wall, and of processor, which others can hardly disturb."""
    return {
        "all": _beside(_together(taken), _together(base)),
        "classes": {kind: _beside(taken[kind], base[kind]) for kind in sorted(taken)},
    }


def _beside(rounds: list[Round], base: list[Round]) -> dict[str, object]:
    wall, processor = (figures.beside(_part(rounds, at), _part(base, at)) for at in (0, 1))
    return wall | {"processor": processor}


def _together(taken: dict[str, list[Round]]) -> list[Round]:
    return [[each for one in turn for each in one] for turn in zip(*taken.values(), strict=True)]


def _part(rounds: list[Round], at: int) -> list[list[float]]:
    return [[each[at] for each in turn] for turn in rounds]


def growth(found: list[dict]) -> dict[str, float]:
    """The exponent: 1 when ten times the listings take ten times the processor, 0 when they take no more."""
    if len(found) < 2:
        return {}
    first, last = found[0], found[-1]
    more = math.log(last["listings"] / first["listings"])
    means = [{name: each["all"]["processor"]["mean"] for name, each in one["engines"].items()} for one in (first, last)]
    return {name: round(math.log(means[1][name] / means[0][name]) / more, 2) for name in means[0]}


TOLD = (
    *("listings", "copied_s", "indexed_s", "tantivy_s", "megabytes"),
    *("one_listing_changed_ms", "totals_beside_tantivy", "noise"),
)


def shown(result: dict) -> str:
    parts = []
    for size in result["sizes"]:
        told = (f"{name}: {size[name]}" for name in TOLD)
        parts += ["", *told, _engines_shown(size), "", search_pages.shown(size["pages"])]
    facts = result["machine"] | {"growth": result["growth"]}
    return "\n".join([*parts, "", *(f"{name}: {value}" for name, value in facts.items())])


def _engines_shown(size: dict) -> str:
    heads = ("engine: questions", "p50 ms", "p95", "p99", "x tantivy p50", "p95", "processor p50", "p95", "x", "x")
    rows = []
    for name, engine in size["engines"].items():
        for kind, each in {"all": engine["all"], **engine["classes"]}.items():
            spent = each["processor"]
            times = [part["times"][share]["median"] for part in (each, spent) for share in ("p50", "p95")]
            wall = (each["p50"], each["p95"], each["p99"], *times[:2])
            rows.append((f"{name}: {kind}", *wall, spent["p50"], spent["p95"], *times[2:]))
    return figures.table(heads, rows)
