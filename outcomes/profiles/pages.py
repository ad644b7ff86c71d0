"""The findings on the pages about places: sentence, picture, table."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.drawing import Bar, Finding, Picture, Place, Table, bars, choropleth, picture
from outcomes.profiles import known, maps, people
from outcomes.profiles.figures import Held, of_areas
from outcomes.profiles.people import ends
from outcomes.profiles.reading import Borough, ages, small_areas
from outcomes.profiles.words import NONE, band_said, count, linked, per_cent
from outcomes.risk.estimates import RATES, estimate

OLDER_EDGES = (12.0, 16.0, 20.0, 24.0)  # per cent aged 65 and over; England has about 19
INCOME_EDGES = (10.0, 15.0, 20.0, 30.0)
TENTHS = (2.0, 4.0, 6.0, 8.0)
Label = Callable[[maps.Shape], str]
NAMED: Label = attrgetter("name")
WITHIN = ("alone_65plus", "income_deprived", "imd_decile")  # of each small area of a ward
MOST_NAMED = 10  # small areas on a map


@dataclass(frozen=True)
class Spread:
    """A finding whose picture is a wide table."""

    name: str
    said: str
    deck: str
    table: Table | None
    notes: Sequence[str] = ()
    caution: str = ""
    is_spread = True


def overview(borough: Borough) -> list[Finding | Spread | None]:
    """The wards side by side."""
    return [_older(borough), _income(borough), _estimates("estimates", borough.everybody, borough.authority.name)]


def profile(borough: Borough, ward: Area) -> list[Finding | Spread]:
    """One ward: its people, its figures, what is within it, what national rates would make."""
    here = borough.living.get(ward.code)
    found = [_ages(borough, ward), _figures(borough, ward), _within(ward), _estimates("estimates", here, ward.name)]
    return [one for one in found if one]


def drawn(
    name: str,
    title: str,
    shown: maps.Map | None,
    values: Mapping[str, tuple[float | None, str]],
    *,
    breaks: Sequence[float],
    legend: Sequence[str],
    table: Table,
    label: Label | None = NAMED,
) -> list[Picture]:
    """A map as a picture with its table: `values` are (value, as shown) by code. Empty where no outlines are held."""
    if shown is None:
        return []
    rows = [_place(shape, *values.get(shape.code, (None, "")), label) for shape in shown.shapes]
    draw = partial(choropleth, rows, breaks=breaks, legend=legend, box=shown.box, hidden=_("no figure"))
    return [picture(name, title, draw, table=table)]


def _place(shape: maps.Shape, value: float | None, said: str, label: Label | None) -> Place:
    others = tuple(ring for ring in shape.rings if ring is not shape.ring)
    return Place(label(shape) if label else "", shape.ring, shape.at, value, said if label else "", others)


def _short(shape: maps.Shape) -> str:
    """012A of “Portsmouth 012A”; the table has the whole."""
    return re.split(r"[ -]", shape.name)[-1]


def _older(borough: Borough) -> Finding | Spread:
    shares = {ward.code: borough.share(ward.code, people.OVER_65) for ward in borough.wards}
    table = Table(
        _("Wards of %(place)s") % {"place": borough.authority.name},
        [_("Ward"), _("People"), _("65 and over"), _("Share"), _("Live alone, 66 and over"), _("On a low income")],
        [_line(borough, ward) for ward in borough.wards],
    )
    legend = [_("under 12%"), "12–15%", "16–19%", "20–23%", _("24% or more")]
    title = _("People aged 65 and over, share by ward")
    values = {code: (share, per_cent(share)) for code, share in shares.items()}
    shapes = maps.drawn(borough.authority) if borough.living else None
    pictures = drawn("older", title, shapes, values, breaks=OLDER_EDGES, legend=legend, table=table)
    said, deck = _older_said(borough, shares), _("All who live there, by ward; not the people we work with.")
    if not pictures:
        return Spread("wards", said, deck, table)
    return Finding(
        "wards", said, deck, pictures, lead=_("How to read it."),
        notes=[
            _("The darker, the more of its people are 65 or over. The steps are fixed, so that maps can be compared."),
            _("Households of one person are shares of all households; a low income is a rate of all ages."),
        ],
    )  # fmt: skip


def _income(borough: Borough) -> Finding | None:
    levels = {ward.code: borough.level(ward.code, "income_deprived") for ward in borough.wards}
    named = {ward.name: level for ward in borough.wards if (level := levels[ward.code]) is not None}
    if not named:
        return None
    rows = [[linked(ward), borough.shown(ward.code, "income_deprived"), borough.shown(ward.code, "imd_decile")]
            for ward in borough.wards]  # fmt: skip
    table = Table(
        _("Low income in the wards of %(place)s") % {"place": borough.authority.name},
        [_("Ward"), _("On a low income"), _("Tenth of England")], rows,
    )  # fmt: skip
    legend = [_("under 10%"), "10–14%", "15–19%", "20–29%", _("30% or more")]
    values = {code: (level, per_cent(level)) for code, level in levels.items()}
    pictures = drawn("income", _("People on a low income, share by ward"), maps.drawn(borough.authority), values,
                     breaks=INCOME_EDGES, legend=legend, table=table)  # fmt: skip
    high = max(named, key=named.__getitem__)
    return Finding(
        "low-income", _("In %(ward)s %(share)s of people are on a low income") % {
            "ward": high, "share": per_cent(named[high]),
        },
        _("Indices of Deprivation, income domain: a rate of all ages."), pictures,
        beside=None if pictures else table, lead=_("A ward is not one street."),
        notes=[_("Choose a ward to see the parts it is made of. Its tenth of England is the mean of these.")],
    )  # fmt: skip


def _line(borough: Borough, ward: Area) -> list[object]:
    here = borough.living.get(ward.code)
    return [
        linked(ward),
        count(here.of() if here else None),
        count(here.of(people.OVER_65) if here else None),
        per_cent(borough.share(ward.code, people.OVER_65)),
        borough.shown(ward.code, "alone_65plus"),
        borough.shown(ward.code, "income_deprived"),
    ]


def _older_said(borough: Borough, shares: Mapping[str, float | None]) -> str:
    named = {ward.name: share for ward in borough.wards if (share := shares[ward.code]) is not None}
    if not named:
        return _("How old people are here has not been loaded yet")
    low, high = min(named, key=named.__getitem__), max(named, key=named.__getitem__)
    return _("In %(high)s %(most)s of people are 65 or over, in %(low)s %(least)s") % {
        "high": high, "most": per_cent(named[high]), "low": low, "least": per_cent(named[low]),
    }  # fmt: skip


def _ages(borough: Borough, ward: Area) -> Finding | None:
    here, whole = borough.living.get(ward.code), borough.everybody
    rows = ages(here)
    if not rows or here is None:
        return None
    everybody = here.of() or 1
    lines = [
        [band_said(band), count(n), per_cent(100 * n / everybody), per_cent(_share_of(whole, band))] for band, n in rows
    ]
    table = Table(
        _("People of %(ward)s by age") % {"ward": ward.name},
        [_("Age"), _("People"), _("Share"), borough.authority.name],
        lines,
    )
    marks = [Bar(line[0], n, line[2], "note" if ends(band)[0] >= 65 else "main")
             for line, (band, n) in zip(lines, rows, strict=True)]  # fmt: skip
    said = _("%(older)s of the %(people)s people of %(ward)s are 65 or over") % {
        "older": count(here.of(people.OVER_65)), "people": count(here.of()), "ward": ward.name,
    }  # fmt: skip
    return Finding(
        "ages", said, _("Everybody who lives in the ward, by age."),
        [picture("ages", _("People by age"), partial(bars, marks), table=table)],
        lead=_("How to read it."),
        notes=[_("Each bar is a share of the ward’s people. The table has the whole area beside it.")],
    )  # fmt: skip


def _share_of(of: people.People | None, band: str) -> float | None:
    whole, part = (of.of(), of.of(band)) if of else (None, None)
    return 100 * part / whole if whole and part is not None else None


def _figures(borough: Borough, ward: Area) -> Spread | None:
    rows = borough.beside(ward.code)
    if not rows:
        return None
    table = Table(
        _("%(ward)s beside the other wards") % {"ward": ward.name},
        [_("What"), _("What to know"), ward.name, borough.authority.name, _("Lowest to highest ward")],
        [[row.kind.title, f"{row.source}. {row.kind.note}", *row.shown] for row in rows],
        words=1,
    )
    return Spread(
        "figures", _figures_said(rows, ward), _("Open figures about the area. None of them is about a person."), table,
        notes=[_("The census asked in March 2021, in a lockdown. How old the rest is stands at the foot.")],
    )  # fmt: skip


def _figures_said(rows: Sequence[object], ward: Area) -> str:
    highest = [row.kind.title for row in rows if row.here.level == row.high != row.low]
    if not highest:
        return _("On no figure does %(ward)s stand highest") % {"ward": ward.name}
    return _("Highest of all wards in %(ward)s: %(what)s") % {
        "ward": ward.name, "what": "; ".join(_small(title) for title in highest[:3]),
    }  # fmt: skip


def _small(title: str) -> str:
    return title if title[:2].isupper() or title.startswith("Index") else title[:1].lower() + title[1:]


def _within(ward: Area) -> Finding | Spread | None:
    areas = small_areas(ward)
    held, living = of_areas(areas), people.by_area(areas)
    if not any(held.values()) and not living:
        return None
    table = Table(
        _("Statistical areas of %(ward)s") % {"ward": ward.name},
        [_("Area"), _("People"), _("65 and over"), *(str(known.by_name()[name].title) for name in WITHIN)],
        [[area.name, *_counts(living.get(area.code)), *_shown(held[area.code])] for area in areas],
    )
    tenths = {code: row["imd_decile"] for code, row in held.items() if "imd_decile" in row}
    values = {code: (10.5 - row.level, row.shown) for code, row in tenths.items()}
    pictures = drawn(
        "within", _("Deprivation within the ward"), maps.drawn(ward, areas=areas) if tenths else None, values,
        breaks=TENTHS, legend=["9–10", "7–8", "5–6", "3–4", "1–2"], table=table,
        label=_short if len(areas) <= MOST_NAMED else None,
    )  # fmt: skip
    notes = [
        _("1 is the most deprived tenth of all such areas in England, 10 the least."),
        _("An area belongs to the ward in which most of its postcodes lie."),
    ]
    deck = _("By statistical area (LSOA), of about 1,600 people each.")
    if not pictures:
        return Spread("within", _within_said(ward, tenths), deck, table, notes)
    return Finding(
        "within", _within_said(ward, tenths), deck, pictures, lead=_("Within a ward streets differ."), notes=notes
    )


def _counts(of: people.People | None) -> list[str]:
    return [count(of.of()), count(of.of(people.OVER_65))] if of else [NONE, NONE]


def _shown(held: Mapping[str, Held]) -> list[str]:
    return [held[name].shown if name in held else NONE for name in WITHIN]


def _within_said(ward: Area, tenths: Mapping[str, Held]) -> str:
    most = sum(row.level <= 2 for row in tenths.values())
    if not tenths:
        return _("What %(ward)s is made of") % {"ward": ward.name}
    if not most:
        return _("No part of it is among the most deprived fifth of England")
    return _("%(n)d of its %(all)d areas are among the most deprived fifth of England") % {
        "n": most, "all": len(tenths),
    }  # fmt: skip


def _estimates(name: str, of: people.People | None, place: str) -> Spread | None:
    rows = [estimate(rate, n) for rate in RATES if of and (n := of.of(rate.band)) is not None]
    if not rows:
        return None
    table = Table(
        _("What national rates would make in %(place)s") % {"place": place},
        [_("Older people who"), _("Where the rate is from"), _("Rate"), _("Of"), _("About")],
        [[str(one.rate.title), str(one.rate.source), _rate(one), count(one.people), _about(one)] for one in rows],
        words=1,
    )
    first = rows[0]
    said = _("By national rates, %(low)s to %(high)s older people of %(place)s would often want for company") % {
        "low": count(first.low), "high": count(first.high), "place": place,
    }  # fmt: skip
    return Spread(
        name, said, _("Estimates from national rates, not counts. Nobody here was asked."), table,
        caution=_(
            "A national rate does not know how a place differs from the nation. Where the source gives one rate and no "
            "range, the range is not known; it is not nought."
        ),
    )  # fmt: skip


def _rate(one: object) -> str:
    rate = one.rate
    return f"{rate.low}–{rate.high}%" if one.has_range else f"{rate.low}%"


def _about(one: object) -> str:
    return f"{count(one.low)} – {count(one.high)}" if one.has_range else count(one.low)
