"""The same questions over HTTP: as a page, from the API, and as the same page with tantivy in the statement's place."""

import random
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks import figures, timing
from benchmarks.engines import Asked
from benchmarks.pages import Page
from benchmarks.visitors import Line, Visitor
from directory.models import Service

EACH, WARM = 150, 20
API = {"q": "search", "near": "postcode"}  # HSDS's names


@dataclass(frozen=True)
class Several(Page):
    """Another address of the same kind each time."""

    paths: tuple[str, ...] = ()

    def address(self) -> str:
        return random.choice(self.paths)


def measured(port: int, log: list[Asked], rounds: int) -> list[dict]:
    pages = _pages(log)
    each, warm = (EACH, WARM) if rounds > 1 else (2, 1)
    line = Line(port)
    for page in pages:
        page.check(line)
    times = timing.rounds(pages, port, max(rounds, 1), each, warm)
    rows = [{"page": page.name} | figures.summary(times[page.name], times["hello"]) for page in pages]
    tantivy = times["search on tantivy"]
    return [row | {"times_tantivy": figures.beside(times[row["page"]], tantivy)["times"]} for row in rows]


def _pages(log: list[Asked]) -> list[Page]:
    anybody = Visitor()
    plain = [_query(asked) for asked in log]
    placed = [_query(asked) for asked in log if asked.typed.kind == "two topic words"]
    listings = [f"/listing/{pk}/" for pk in Service.objects.order_by("pk").values_list("pk", flat=True)[:200]]
    results = ("results-title",)
    return [
        Page("hello", "/hello/", anybody, ("hello, world",)),
        Page("hello-db", "/hello-db/", anybody, ("hello, 1",)),
        Page("empty page of the house", "/empty/", anybody, ("hello, world",)),
        Several("search", "", anybody, results, paths=tuple(f"/?{query}" for query in plain)),
        Several("search on tantivy", "", anybody, results, paths=tuple(f"/tantivy/?{query}" for query in plain)),
        Several("search, two topic words", "", anybody, results, paths=tuple(f"/?{query}" for query in placed)),
        Page("search, nothing asked", "/", anybody, results),
        Several("API", "", anybody, ('"total_items"',), paths=tuple(_api(asked) for asked in log)),
        Several("listing", "", anybody, ('<main id="main"',), paths=tuple(listings)),
    ]


def _query(asked: Asked, names: dict[str, str] | None = None) -> str:
    typed = asked.typed
    said = {"q": typed.words, "near": typed.postcode, "within": typed.postcode and typed.miles, "need": typed.need}
    return urlencode({(names or {}).get(name, name): value for name, value in said.items() if value})


def _api(asked: Asked) -> str:
    return f"/api/v1/services/?{_query(asked, API)}"


def shown(pages: list[dict]) -> str:
    heads = ("page", "p50 ms", "p95", "p99", "x hello", "least", "most", "x tantivy's page p50", "p95")
    rows = [
        (page["page"], page["p50"], page["p95"], page["p99"], *page["times_hello"].values(),
         *(page["times_tantivy"][share]["median"] for share in ("p50", "p95")))
        for page in pages
    ]  # fmt: skip
    return figures.table(heads, rows)
