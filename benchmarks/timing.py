"""Fill a house, open it, see that every answer is right, and time them in turn."""

import gc
import random
import time
from pathlib import Path

from benchmarks import figures, house, machine, pages, people
from benchmarks.pages import Page
from benchmarks.people import count_referrals
from benchmarks.visitors import Line
from directory.models import Service

ROUNDS, EACH, WARM = 5, 80, 8
CASELOAD = 25
LONGEST = 120  # seconds of measuring; what takes longer ends after the round it is in
LEAST_ROUNDS = 3


def measured(state: Path, port: int, smallest: bool, people_in_hand: int = CASELOAD) -> dict:
    """All that is worth keeping of one run."""
    people.borough(smallest)
    real = not smallest and people.real_listings()
    asked = pages.everything(people.caseload(people_in_hand), people_in_hand, real)
    house.settle()
    counts = {page.name: pages.statements(page) for page in asked}
    quiet = machine.Quiet()
    with house.serving(state, port):
        sign_in(asked, port)
        check(asked, port)
        quiet.begin()
        times = rounds(asked, port, *((2, 2, 1) if smallest else (ROUNDS, EACH, WARM)))
        noise = quiet.end()
    return {"machine": machine.facts() | noise, "data": data(real), "pages": page_figures(times, counts)}


def sign_in(asked: list[Page], port: int) -> None:
    line = Line(port)
    for page in asked:
        if page.who.name and not page.who.cookies:
            page.who.sign_in(line)
        if page.form:
            page.who.read_form(line, page.path)


def check(asked: list[Page], port: int) -> None:
    """Nothing is timed before it is right; and a referral sent is a referral there."""
    line, before, sent = Line(port), count_referrals(), sum(page.form is not None for page in asked)
    for page in asked:
        page.check(line)
    if (made := count_referrals() - before) != sent:
        raise SystemExit(f"{sent} referral sent, {made} made")


def rounds(asked: list[Page], port: int, count: int, each: int, warm: int) -> dict[str, list[list[float]]]:
    """Each round on a new line, its first requests thrown away; then every page once a turn, in random order."""
    times: dict[str, list[list[float]]] = {page.name: [] for page in asked}
    began, before = time.monotonic(), count_referrals()
    gc.collect()
    gc.freeze()  # our own rubbish is not to be collected while somebody else is timed
    done = 0
    while done < count and (done < LEAST_ROUNDS or time.monotonic() - began < LONGEST):
        line = Line(port)
        turns(asked, line, warm)
        for name, taken in turns(asked, line, each).items():
            times[name].append(taken)
        done += 1
    sent = sum(page.form is not None for page in asked)
    if count_referrals() - before != sent * done * (each + warm):
        raise SystemExit("not every referral that was sent has been made")
    return times


def turns(asked: list[Page], line: Line, count: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {page.name: [] for page in asked}
    for _ in range(count):
        for page in random.sample(asked, len(asked)):
            taken[page.name].append(page.ask(line).ms)
    return taken


def data(real: bool) -> dict[str, object]:

    return {"real_listings": real, "listings": Service.objects.count(), "referrals_at_the_end": count_referrals()}


def page_figures(times: dict[str, list[list[float]]], counts: dict[str, int | None]) -> list[dict]:
    base = times["hello"]
    return [{"page": name, "statements": counts[name]} | figures.summary(taken, base) for name, taken in times.items()]


def shown(result: dict) -> str:
    heads = ("page", "p50 ms", "p95", "p99", "x hello", "least", "most", "statements")
    rows = [
        (page["page"], page["p50"], page["p95"], page["p99"], *page["times_hello"].values(), page["statements"] or "")
        for page in result["pages"]
    ]
    facts = {**result["machine"], **result["data"]}
    return "\n".join([figures.table(heads, rows), "", *(f"{name}: {value}" for name, value in facts.items())])
