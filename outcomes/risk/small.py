"""The same index street by street, as near as open data comes: of statistical areas, without names on the map."""

from collections import Counter
from collections.abc import Sequence
from typing import cast

from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.drawing import Finding, Table
from outcomes.profiles import maps
from outcomes.profiles.pages import drawn
from outcomes.profiles.reading import SmallAreas
from outcomes.profiles.words import NONE, count, linked
from outcomes.risk.index import BREAKS, STEPS, Index
from outcomes.risk.pages import BANDS, age_said, firm_said, listed, step_said, steps_said
from outcomes.risk.presets import OVER, UNDER
from outcomes.risk.reading import Seen


def findings(seen: Seen) -> list[Finding]:
    """For each age; nothing where no figure of a statistical area is held."""
    shapes = maps.drawn(seen.borough.authority, Area.Kind.LSOA)
    return [_of_age(seen, age, shapes) for age in (OVER, UNDER) if seen.by_age[age].standings]


def _of_age(seen: Seen, age: str, shapes: maps.Map | None) -> Finding:
    index, areas = seen.by_age[age], cast(SmallAreas, seen.borough)
    table = Table(
        _("Index for people %(age)s, by statistical area") % {"age": age_said(age).lower()},
        [_("Area"), _("Ward"), _("Index"), _("Against the average"), _("If any one factor is left out"), _("People")],
        [_row(areas, area, index, age) for area in areas.wards],
        words=1,
    )
    values = {code: (one.value, f"{one.value:.0f}") for code, one in index.standings.items()}
    title = _("Index of risk by statistical area, people %(age)s") % {"age": age_said(age).lower()}
    pictures = drawn(f"small-{age}", title, shapes, values, breaks=BREAKS, legend=steps_said(), table=table, label=None)
    return Finding(
        f"of-{age}", _said(areas, index, age),
        _("%(age)s. %(coverage)d%% of the weight has a figure for such small areas.") % {
            "age": age_said(age), "coverage": index.coverage,
        },
        pictures, beside=None if pictures else table, lead=_("How to read it."),
        notes=[
            _("100 is the average of the %(n)d statistical areas here; 10 is one usual step between them. Of about "
              "1,600 people each, they are as small as open figures come.") % {"n": len(index.standings)},
            *([where] if (where := _where(areas, index)) else []),
            _("The smaller the area, the more of what it shows is chance. Go and ask before anything is built on it."),
        ],
    )  # fmt: skip


def _row(areas: SmallAreas, area: Area, index: Index, age: str) -> list[object]:
    here, standing, ward = areas.living.get(area.code), index.standings.get(area.code), areas.within.get(area.code)
    said = [f"{standing.value:.0f}", step_said(standing.step), firm_said(standing)] if standing else [NONE] * 3
    return [area.name, linked(ward) if ward else NONE, *said, count(here.of(BANDS[age]) if here else None)]


def _said(areas: SmallAreas, index: Index, age: str) -> str:
    """How many stand well above, and how many of these whichever factor is left out."""
    high = [one for one in index.standings.values() if one.step == STEPS]
    words = {
        "age": age_said(age),
        "n": len(high),
        "all": len(index.standings),
        "firm": sum(one.is_firm for one in high),
    }
    if not high:
        return _("%(age)s: none of %(all)d small areas stands well above the average") % words
    if not words["firm"]:
        return (
            _("%(age)s: %(n)d of %(all)d small areas stand well above the average, but each hangs on one factor")
            % words
        )
    return (
        _("%(age)s: %(n)d of %(all)d small areas stand well above the average, %(firm)d whatever is left out") % words
    )


def _where(areas: SmallAreas, index: Index) -> str:
    wards = _most(areas, [code for code, one in index.standings.items() if one.step == STEPS])
    return _("More than half of them lie in %(wards)s.") % {"wards": wards} if wards else ""


def _most(areas: SmallAreas, codes: Sequence[str]) -> str:
    """The fewest wards that hold more than half of them, if three do."""
    held, chosen = Counter(areas.within[code].name for code in codes if code in areas.within), []
    for name, _n in held.most_common(3):
        chosen.append(name)
        if 2 * sum(held[one] for one in chosen) > len(codes):
            return listed(sorted(chosen))
    return ""
