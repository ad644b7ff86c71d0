"""Releases as rows, full enough for every page: what stands in them was never counted."""

from datetime import UTC, date, datetime

from connect.identity import acting_as
from outcomes.disclosure import round5
from outcomes.figures import catalogue
from outcomes.figures.counting import About
from outcomes.figures.lattice import Level, Period
from outcomes.figures.models import Figure, Release, Told

PLACES = [
    ("K01", "Kelderby", Level.WHOLE),
    ("K01-N", "North", Level.LOCALITY),
    ("K01-S", "South", Level.LOCALITY),
    *((f"K01-{n}", name, Level.WARD) for n, name in enumerate(("Castle Hill", "Millrace", "Northgate", "Weir"), 1)),
]
SHARE = {Level.WHOLE: 1.0, Level.LOCALITY: 0.5, Level.WARD: 0.2}
AT = datetime(2026, 11, 13, 1, tzinfo=UTC)
WAIT = {"median": 30, "three_quarters": 80, "not_yet": 20, "curve": [[14, 10], [28, 45], [56, 55], [84, 60], [182, 65]]}
MEAN = {"mean": 0.9, "low": 0.6, "high": 1.2, "sd": 1.0, "status": "indicative"}
LOAD = {"weight": 90, "funded": 100, "per_cent": 90}
N = {
    "received": 410, "contacted": 355, "introduced": 270, "attended": 195, "settled": 130, "cohort": 400,
    "cohort_accepted": 370, "cohort_contacted": 340, "cohort_planned": 300, "cohort_introduced": 260,
    "cohort_attended": 190, "cohort_settled": 120, "offered": 240, "went": 130, "did_not_go": 45, "not_known": 65,
    "answer_known": 175, "needs_unmet": 60,
}  # fmt: skip


def five(n: float) -> str:
    return str(round5(round(n)))


def release(address="2026-q3", few=False, more=1.0, area=("K01", "Kelderby"), places=PLACES) -> Release:
    """`few`: nearly all is hidden. `more`: so many times as much of all."""
    period = Period.at(address)
    with acting_as("freeze"):
        made = Release.objects.create(
            grain=period.grain, period=period.start, area_code=area[0], area_name=area[1], policy="round5_audit_v1",
            definitions=3, counted_to=date(2026, 11, 13), frozen_at=AT, frozen_by="freeze",
        )  # fmt: skip
        Figure.objects.bulk_create(_figures(made, period, few, more, places))
        Told.objects.bulk_create(_told(made, period, few))
    return made


def _figures(made, period, few, more, places):
    rows = []
    for key, count in catalogue.counts().items():
        named = [one for one, _title in count.cut.categories] if count.cut else []
        categories = named or (["Alder Homes", "Beck Surgery", "others"] if count.cut else [""])
        for place_code, name, level in places:
            if level in count.shape.get(period.grain, ()):
                for i, category in enumerate(categories):
                    n = more * N.get(key, 80) * SHARE[level] / (1 if category == "" else i + 2)
                    things = count.about is About.THINGS
                    shown = str(round(n)) if things else ("*" if few and key != "received" else five(n))
                    rows.append(Figure(
                        release=made, position=len(rows), count=key, category=category, place_code=place_code,
                        place_name=name, level=level, rule="things" if things else "round5_audit_v1", shown=shown,
                    ))  # fmt: skip
    return rows


def _told(made, period, few):
    rows = []
    for key, value in catalogue.values().items():
        told = MEAN if key.startswith(("change", "complexity")) else LOAD if key == "connector_load" else WAIT
        for place_code, name, level in PLACES:
            if level in value.shape.get(period.grain, ()):
                people, said = ("*", {}) if few else ("40", told)
                rows.append(Told(release=made, value=key, place_code=place_code, place_name=name, level=level,
                                 people=people, told=said))  # fmt: skip
    return rows
