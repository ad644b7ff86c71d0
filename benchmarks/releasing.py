"""Fill an authority, freeze its months one after the other, see that the figures are right, and time its pages."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from django.utils import timezone

from benchmarks import figures, house, lived, machine, processor, timing
from benchmarks.pages import Page
from benchmarks.visitors import Visitor
from connect.identity import acting_as
from outcomes import periods
from outcomes.disclosure import round5
from outcomes.figures import freezing
from outcomes.figures.lattice import Grain
from outcomes.figures.models import Counted, Figure, Release
from outcomes.works import drawn
from referrals.models import Referral

NAMES = ["Ida", "Omar", "Una", "Wim"]
NATION = "england"
QUARTERS = ("03", "06", "09", "12")  # months with which more closes
WARM, TIMES = 5, 40


def measured(state: Path, port: int, sizes: list[int], times: lived.Times, smallest: bool) -> dict:
    quiet = machine.Quiet()
    quiet.begin()
    built = [_built(name, size, times) for name, size in zip(NAMES, sizes, strict=False)]
    house.settle()
    asked = [Page("hello", "/hello/", Visitor(), ("hello, world",))]
    asked += [page for name, _size in zip(NAMES, sizes, strict=False) for page in _pages(name)]
    with house.serving(state, port):
        timing.sign_in(asked, port)
        timing.check(asked, port)
        taken = timing.rounds(asked, port, *((2, 2, 1) if smallest else (timing.ROUNDS, timing.EACH, timing.WARM)))
    return {
        "machine": machine.facts() | quiet.end(),
        "built": built,
        "pages": timing.page_figures(taken, dict.fromkeys(taken)),
        "processor": _processor(asked, *((1, 2) if smallest else (WARM, TIMES))),
    }


def _processor(asked: list[Page], warm: int, times: int) -> dict[str, dict[str, float]]:
    """What the same pages cost without a network: for machines where others are at work."""
    reading = {page.who.name: processor.asking(page.who.name) for page in asked if page.who.name}
    anybody = next(iter(reading.values()))
    ways = {page.name: partial(reading.get(page.who.name, anybody), page.path) for page in asked}
    anew = {f"{name}, drawn anew": partial(_anew, way) for name, way in ways.items() if name.endswith("what works")}
    usual = processor.medians(ways | {"empty": partial(anybody, "/empty/")}, warm, times)
    return processor.medians(anew | {"hello": ways["hello"]}, warm, times) | usual  # apart: it forgets what is kept


def _anew(ask: Callable[[], float]) -> float:
    drawn.forget()
    return ask()


def _built(name: str, size: int, times: lived.Times) -> dict[str, object]:
    """Copied, then frozen month by month as if each had just closed."""
    house.say(f"{name}: {size} referrals …")
    where = lived.place(name)
    copied = lived.fill(where, size, times.months)
    house.settle()
    months = list(periods.due_months(lived.first_month(times.months), NATION, timezone.now()))[-times.frozen :]
    frozen = {f"{month:%Y-%m}": _frozen(month, where) for month in months}
    _check(where, months)
    processor, wall = (sum(getattr(one, name) for one in frozen.values()) for name in ("processor", "wall"))
    alone = [one.processor for month, one in frozen.items() if month[-2:] not in QUARTERS]
    return {
        "referrals": size, "copied_s": round(copied.wall, 1), "copied_processor_s": round(copied.processor, 1),
        "frozen_s": round(wall, 1), "frozen_processor_s": round(processor, 1), "months": len(frozen),
        "month_alone_processor_s": round(median(alone), 2),
        "frozen_beside_copied": round(processor / copied.processor, 2),
        "each_month_processor_s": {month: round(one.processor, 2) for month, one in frozen.items()},
        **_counted(where),
    }  # fmt: skip


def _frozen(month: date, where: lived.Place) -> lived.Taken:
    taken, clock = lived.Taken(), machine.Clock()
    began = clock.read()
    with acting_as("freeze"):
        freezing.freeze_one(month, where.authority, by="freeze")
    taken.add(began, clock.read())
    house.say(f"  {month:%Y-%m}: {taken.wall:.1f} s, {taken.processor:.1f} s of processor")
    return taken


def _counted(where: lived.Place) -> dict[str, int]:
    releases = Release.objects.filter(area_code=where.authority.code)
    with acting_as("freeze"):
        atoms = Counted.objects.filter(of__area_code=where.authority.code).count()
    return {
        "releases": releases.count(),
        "figures": Figure.objects.filter(release__in=releases).count(),
        "atoms": atoms,
    }


def _check(where: lived.Place, months: list[date]) -> None:
    """The longest period as shown is as it was lived, to the nearest five."""
    found = Release.objects.filter(area_code=where.authority.code).order_by("period")
    whole = [one for one in found if set(one.span.months) <= set(months)]
    one = max(whole, key=lambda release: len(release.span.months))
    start, end = periods.bounds(one.span.start)[0], periods.bounds(one.span.last_month)[1]
    with acting_as("seed"):
        truth = Referral.objects.filter(ward__in=where.wards, submitted_at__gte=start, submitted_at__lt=end).count()
    shown = one.figures.get(count="received", category="", level="whole").shown
    if shown != str(round5(truth)):
        raise SystemExit(f"received: {shown} is shown, {truth} were lived")


def _pages(name: str) -> list[Page]:
    reader = Visitor(name)
    return [
        Page(f"{name}: what works", "/reports/", reader, (f"{name}shire",)),
        Page(f"{name}: figures as CSV", f"/reports/{_latest(name)}/figures.csv", reader, (name.upper(),)),
    ]


def _latest(name: str) -> str:
    return Release.objects.filter(area_code=name.upper(), grain=Grain.QUARTER).first().span.address


def shown(result: dict) -> str:
    heads = (
        "authority of",
        "copied s",
        "processor",
        "frozen s",
        "processor",
        "x copying",
        "a month",
        "figures",
        "atoms",
    )
    built = [
        (one["referrals"], one["copied_s"], one["copied_processor_s"], one["frozen_s"], one["frozen_processor_s"],
         one["frozen_beside_copied"], one["month_alone_processor_s"], one["figures"], one["atoms"])
        for one in result["built"]
    ]  # fmt: skip
    rows = [(page["page"], page["p50"], page["p95"], *page["times_hello"].values()) for page in result["pages"]]
    facts = [f"{name}: {value}" for name, value in result["machine"].items()]
    pages = figures.table(("page", "p50 ms", "p95", "x hello", "least", "most"), rows)
    spent = [(name, one["ms"], one["x hello"]) for name, one in result["processor"].items()]
    processor_table = figures.table(("page, processor alone", "ms", "x hello"), spent)
    return "\n".join([figures.table(heads, built), "", pages, "", processor_table, "", *facts])
