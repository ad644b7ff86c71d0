"""What a page costs the processor, ours and PostgreSQL's, on a machine where the clock cannot be trusted: README.md."""

import argparse
import io
import json
import random
import statistics
from collections.abc import Callable
from functools import partial
from pathlib import Path
from wsgiref.util import setup_testing_defaults

from benchmarks import house

WARM, TIMES = 10, 150


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.processor", description=__doc__)
    parser.add_argument("--caseload", type=int, nargs="+", default=[25, 300], help="sizes of Carl's list, growing")
    parser.add_argument("--times", type=int, default=TIMES)
    asked = parser.parse_args()
    with house.opened() as state:
        result = [measured(state, size, asked.times) for size in asked.caseload]
    print(json.dumps(result, indent=1))


def measured(state: Path, size: int, times: int) -> dict[str, object]:
    """Page -> median milliseconds of processor, and how often that of hello."""
    from benchmarks import people

    if not people.User.objects.exists():
        people.borough(smallest=True)
    person = people.caseload(size)
    house.settle()
    pages = {"hello": "/hello/", "empty": "/empty/", "today": "/today/", "caseload": "/caseload/?view=everyone",
             "page 2": "/caseload/?view=everyone&page=2", "person": f"/people/{person}/"}  # fmt: skip
    ask = asking("Carl")
    told = medians({name: partial(ask, address) for name, address in pages.items()}, WARM, times)
    house.say(f"{size} people: {told}")
    return {"people": size, "pages": told}


def medians(pages: dict[str, Callable[[], float]], warm: int, times: int) -> dict[str, dict[str, float]]:
    """One after the other in random order; "hello" is among them."""
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for turn in range(warm + times):
        for name in random.sample(list(pages), len(pages)):
            ms = pages[name]()
            if turn >= warm:
                taken[name].append(ms)
    middle = {name: statistics.median(all_of) for name, all_of in taken.items()}
    return {name: {"ms": round(ms, 2), "x hello": round(ms / middle["hello"], 1)} for name, ms in middle.items()}


def asking(name: str) -> Callable[[str], float]:
    """ask(address) -> milliseconds of processor of this process and of its PostgreSQL backend, as that person."""
    from django.conf import settings
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections
    from django.test import Client

    from benchmarks import people
    from benchmarks.machine import Clock
    from benchmarks.wsgi import application

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # as with gunicorn's pool: one connection goes on
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    client.force_login(people.cast(name), settings.AUTHENTICATION_BACKENDS[0])
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    clock = Clock()

    def ask(address: str) -> float:
        path, _mark, query = address.partition("?")
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookie, "HTTP_HOST": "localhost",
                   "wsgi.input": io.BytesIO()}  # fmt: skip
        setup_testing_defaults(environ)
        said = []
        _wall, before = clock.read()
        answer = application(environ, lambda status, _headers: said.append(status))
        b"".join(answer)
        answer.close()
        _wall, after = clock.read()
        if not said[0].startswith("200"):
            raise SystemExit(f"{address}: {said[0]}")
        return after - before

    return ask


if __name__ == "__main__":
    main()
