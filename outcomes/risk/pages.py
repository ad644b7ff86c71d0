"""The findings on the page of an index: for each age a map, a sentence and a table; what counts; what was left out."""

from collections.abc import Sequence
from statistics import fmean, pstdev

from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.drawing import Finding, Table
from outcomes.profiles import known, maps
from outcomes.profiles.pages import Spread, drawn
from outcomes.profiles.words import count, linked, per_cent
from outcomes.risk.index import BREAKS, STEPS, Index, Standing, Weighed
from outcomes.risk.presets import OVER, UNDER, Factor
from outcomes.risk.reading import OF_PEOPLE, Seen

BANDS = {UNDER: "under65", OVER: "65plus"}


def steps_said() -> list[str]:
    return [_("under 94"), "94–97", "98–101", "102–105", _("106 or more")]


def step_said(step: int) -> str:
    return (
        _("well below"), _("below"), _("near the average"), _("above"), _("well above")
    )[step - 1]  # fmt: skip


def age_said(age: str) -> str:
    return _("Under 65") if age == UNDER else _("65 and over")


def findings(seen: Seen) -> list[Finding | Spread]:
    shapes = maps.drawn(seen.borough.authority)
    return [*(_of_age(seen, age, shapes) for age in (OVER, UNDER)), _counts(seen), _behind(seen)]


def _of_age(seen: Seen, age: str, shapes: maps.Map | None) -> Finding:
    index, wards = seen.by_age[age], seen.borough.wards
    table = Table(
        _("Index for people %(age)s, by ward") % {"age": age_said(age).lower()},
        [_("Ward"), _("Index"), _("Against the average"), _("If any one factor is left out"), _("People of that age")],
        [_row(seen, ward, age) for ward in wards],
    )
    values = {code: (one.value, f"{one.value:.0f}") for code, one in index.standings.items()}
    title = _("Index of risk, people %(age)s") % {"age": age_said(age).lower()}
    pictures = drawn(f"risk-{age}", title, shapes, values, breaks=BREAKS, legend=steps_said(), table=table)
    return Finding(
        f"of-{age}", _said(index, wards, age),
        _("%(age)s. %(counted)d of %(all)d factors have an open figure here: %(coverage)d%% of the weight.") % {
            "age": age_said(age), "counted": len(index.counted), "all": len(index.weighed), "coverage": index.coverage,
        },
        pictures if index.standings else [], beside=None if pictures or not index.standings else table,
        lead=_("How to read it."), notes=_how_to_read(index),
        caution=_("Less than half of the weight has a figure. Take it as a start for talking, not for deciding.")
        if index.coverage < 50 else "",
    )  # fmt: skip


def _how_to_read(index: Index) -> list[str]:
    notes = [
        _("100 is the average of the wards here; 10 is one usual step between wards. It cannot be held beside "
          "another authority, nor beside another year."),
        _("It says where to look and whom to ask. Of anybody who lives there it says nothing."),
    ]  # fmt: skip
    if rough := [
        one.factor.title for one in index.counted if not one.factor.is_by_age and len(one.factor.stands_in) > 1
    ]:
        notes.append(_("Not told apart by age, so the same in both maps: %(factors)s.") % {"factors": listed(rough)})
    return notes


def _row(seen: Seen, ward: Area, age: str) -> list[object]:
    here, standing = seen.borough.living.get(ward.code), seen.by_age[age].standings.get(ward.code)
    living = count(here.of(BANDS[age])) if here else "–"
    if standing is None:
        return [linked(ward), "–", "–", "–", living]
    return [linked(ward), f"{standing.value:.0f}", step_said(standing.step), firm_said(standing), living]


def firm_said(standing: Standing) -> str:
    if standing.factors < 2:
        return _("nothing is left")
    if standing.is_firm:
        return _("the same")
    return _("%(low)s to %(high)s") % {"low": step_said(standing.low), "high": step_said(standing.high)}


def _said(index: Index, wards: Sequence[Area], age: str) -> str:
    """Which wards stand well above, and whether that hangs on one factor."""
    if not index.standings:
        return _("%(age)s: nothing is loaded yet that the index could be made from") % {"age": age_said(age)}
    high = [
        (ward.name, index.standings[ward.code]) for ward in wards if index.standings.get(ward.code, LOW).step == STEPS
    ]
    firm = [name for name, standing in high if standing.is_firm]
    if firm:
        return _("%(age)s: %(wards)s well above the average, whichever factor is left out") % {
            "age": age_said(age), "wards": _standing(firm),
        }  # fmt: skip
    if high:
        return _("%(age)s: %(wards)s well above the average, but that hangs on single factors") % {
            "age": age_said(age), "wards": _standing([name for name, _one in high]),
        }  # fmt: skip
    return _("%(age)s: no ward stands well above the average of all") % {"age": age_said(age)}


LOW = Standing("", 0, 1, 1, 1, 0)


def _standing(names: Sequence[str]) -> str:
    return (_("%(ward)s stands") if len(names) == 1 else _("%(ward)s stand")) % {"ward": listed(names)}


def listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def _counts(seen: Seen) -> Spread:
    """Every factor of the source: what it weighs, what stands in for it, or that nothing does."""
    weighing = seen.weighing
    rows = [
        [
            factor.title,
            *(_stand_in(seen, factor, age) for age in (OVER, UNDER)),
            _why(factor),
            weighing.weights[factor.key],
        ]
        for factor in weighing.preset.factors
    ]
    heads = [_("Factor"), _("65 and over"), _("Under 65"), _("What to know"), _("Weight")]
    table = Table(_("Factors of the index"), heads, rows, words=3)
    none = [one.title for one in weighing.preset.factors if one.why]
    return Spread(
        "counts",
        _("%(n)d of its %(all)d factors have no open figure at all") % {"n": len(none), "all": len(rows)},
        weighing.preset.source + ".", table,
        notes=[
            _("Which factors count, and how much, is a choice. The sources give no weights, so each counts once until "
              "somebody argues otherwise."),
            _("The census is from 2021 and other figures have years of their own, so it shows change badly. It "
              "stands in for what it cannot see, and how far it is wrong is not known."),
        ],
    )  # fmt: skip


def _stand_in(seen: Seen, factor: Factor, age: str) -> str:
    if not factor.is_about(age):
        return _("not about them")
    name = factor.stands_in.get(age, "")
    if not name:
        return _("no open figure")
    words = factor.stand_in(age)
    return words if seen.levels.get(name) else _("%(what)s: not loaded here") % {"what": words}


def _why(factor: Factor) -> str:
    kinds = [known.by_name()[name] for name in factor.stands_in.values() if name in known.by_name()]
    notes = [factor.why, factor.note, *dict.fromkeys(kind.note for kind in kinds)]
    return " ".join(note for note in notes if note)


def _behind(seen: Seen) -> Spread:
    """The figures themselves, ward by ward, so that anybody can reckon it again."""
    used = {one.indicator: one for index in seen.by_age.values() for one in index.counted}
    table = Table(
        _("Figures by ward"),
        [_("Ward"), *(_name(one) for one in used.values())],
        [
            *([ward.name, *(_level(seen, ward.code, name) for name in used)] for ward in seen.borough.wards),
            [_("Average of the wards"), *(_written(name, fmean(seen.levels[name].values())) for name in used)],
            [_("A usual step"), *(_written(name, pstdev(seen.levels[name].values())) for name in used)],
        ],
    )
    return Spread(
        "behind", _("The figures behind it, to reckon it again"),
        _("Each is measured from the average of the wards in usual steps (standard deviations). The weighed mean of "
          "these, times 10, is added to 100."),
        table if used else None,
    )  # fmt: skip


def _name(one: Weighed) -> str:
    kind = known.by_name().get(one.indicator)
    return kind.title if kind else one.factor.stand_in(OVER)


def _level(seen: Seen, code: str, name: str) -> str:
    level = seen.levels[name].get(code)
    return "–" if level is None else _written(name, level)


def _written(name: str, level: float) -> str:
    return per_cent(level) if name.startswith(OF_PEOPLE) else known.by_name()[name].shown(level)
