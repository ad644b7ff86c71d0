"""Fill an authority, freeze its months one after the other, see that the figures are right, and time its pages."""

from datetime import date
from pathlib import Path
from time import perf_counter

from django.utils import timezone

from benchmarks import figures, house, lived, machine, timing
from benchmarks.pages import Page
from benchmarks.visitors import Visitor
from connect.identity import acting_as
from outcomes import periods
from outcomes.disclosure import round5
from outcomes.figures import freezing
from outcomes.figures.lattice import Grain
from outcomes.figures.models import Counted, Figure, Release
from referrals.models import Referral

NAMES = ["Ida", "Omar", "Una", "Wim"]
NATION = "england"


def measured(state: Path, port: int, sizes: list[int], months: int, smallest: bool) -> dict:
    quiet = machine.Quiet()
    quiet.begin()
    built = [_built(name, size, months) for name, size in zip(NAMES, sizes, strict=False)]
    house.settle()
    asked = [Page("hello", "/hello/", Visitor(), ("hello, world",))]
    asked += [page for name, _size in zip(NAMES, sizes, strict=False) for page in _pages(name)]
    with house.serving(state, port):
        timing.sign_in(asked, port)
        timing.check(asked, port)
        times = timing.rounds(asked, port, *((2, 2, 1) if smallest else (timing.ROUNDS, timing.EACH, timing.WARM)))
    return {
        "machine": machine.facts() | quiet.end(),
        "built": built,
        "pages": timing.page_figures(times, dict.fromkeys(times)),
    }


def _built(name: str, size: int, months: int) -> dict[str, object]:
    """Copied, then frozen month by month as if each had just closed."""
    house.say(f"{name}: {size} referrals …")
    where = lived.place(name)
    copied = lived.fill(where, size, months)
    house.settle()
    frozen = [_frozen(month, where) for month in _months(months)]
    _check(where)
    return {
        "referrals": size, "copied_s": round(copied, 1), "frozen_s": round(sum(frozen), 1), "months": len(frozen),
        "longest_month_s": round(max(frozen), 2), "frozen_beside_copied": round(sum(frozen) / copied, 2),
        **_counted(where),
    }  # fmt: skip


def _months(months: int) -> list[date]:
    return list(periods.due_months(lived.first_month(months), NATION, timezone.now()))


def _frozen(month: date, where: lived.Place) -> float:
    began = perf_counter()
    with acting_as("freeze"):
        freezing.freeze_one(month, where.authority, by="freeze")
    return perf_counter() - began


def _counted(where: lived.Place) -> dict[str, int]:
    releases = Release.objects.filter(area_code=where.authority.code)
    with acting_as("freeze"):
        atoms = Counted.objects.filter(of__area_code=where.authority.code).count()
    return {
        "releases": releases.count(),
        "figures": Figure.objects.filter(release__in=releases).count(),
        "atoms": atoms,
    }


def _check(where: lived.Place) -> None:
    """The year as shown is the year as it was lived, to the nearest five."""
    year = Release.objects.filter(area_code=where.authority.code, grain=Grain.YEAR).order_by("period").first()
    if year is None:
        raise SystemExit("no financial year was released")
    start, end = periods.bounds(year.span.start)[0], periods.bounds(year.span.last_month)[1]
    with acting_as("seed"):
        truth = Referral.objects.filter(ward__in=where.wards, submitted_at__gte=start, submitted_at__lt=end).count()
    shown = year.figures.get(count="received", category="", level="whole").shown
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
    heads = ("authority of", "copied s", "frozen s", "of copying", "longest month s", "figures", "atoms")
    built = [
        (one["referrals"], one["copied_s"], one["frozen_s"], one["frozen_beside_copied"], one["longest_month_s"],
         one["figures"], one["atoms"])
        for one in result["built"]
    ]  # fmt: skip
    rows = [(page["page"], page["p50"], page["p95"], *page["times_hello"].values()) for page in result["pages"]]
    facts = [f"{name}: {value}" for name, value in result["machine"].items()]
    pages = figures.table(("page", "p50 ms", "p95", "x hello", "least", "most"), rows)
    return "\n".join([figures.table(heads, built), "", pages, "", *facts])
