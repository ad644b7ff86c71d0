"""Services against risk: where more people may be at risk, by open figures, and how much is open near them today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from connect.places.models import Area
from outcomes.drawing import Finding, Picture, Pin, Place, Table, choropleth, picture
from outcomes.missing.offers import Offer, Room, middles
from outcomes.profiles import maps, people
from outcomes.profiles.reading import Borough
from outcomes.risk.index import BREAKS, Standing
from outcomes.risk.pages import step_said
from outcomes.risk.presets import OVER, presets
from outcomes.risk.reading import Seen, Weighing
from outcomes.risk.views import FIRST

ABOVE = 4  # of five steps: above the average, and well above
PER = 1000


@dataclass(frozen=True, slots=True)
class Beside:
    """A ward: where it stands for people of 65 and over, and the groups with room within 2 km of its middle."""

    ward: Area
    standing: Standing | None
    groups: int | None
    older: int | None

    @property
    def per_thousand(self) -> float | None:
        return round(PER * self.groups / self.older, 1) if self.groups is not None and self.older else None

    @property
    def is_above(self) -> bool:
        return self.standing is not None and self.standing.step >= ABOVE


def beside(seen: Seen, open_now: Sequence[Offer]) -> list[Beside]:
    borough, standings = seen.borough, seen.by_age[OVER].standings
    wards = sorted(borough.wards, key=lambda ward: ward.name)
    spots = middles([ward.pk for ward in wards])
    roomy = [one for one in open_now if one.spots and one.room is not Room.FULL]
    return [
        Beside(
            ward, standings.get(ward.code),
            sum(one.reaches(spots[ward.pk]) for one in roomy) if ward.pk in spots else None,
            borough.living[ward.code].of(people.OVER_65) if ward.code in borough.living else None,
        )
        for ward in wards
    ]  # fmt: skip


def finding(authority: Area, open_now: Sequence[Offer]) -> Finding | None:
    """None where no open figures are loaded, so that there is no index to hold anything against."""
    preset = presets()[FIRST]
    seen = Seen(Borough(authority), Weighing.of(preset))
    rows = beside(seen, open_now)
    if not any(row.standing for row in rows):
        return None
    index = format_html('<a href="{}">{}</a>', reverse("risk"), _("What the index is made of, and what it cannot say"))
    return Finding(
        name="risk", said=sentence(rows), deck=_(
            "Shade: the index of risk for people of 65 and over, from open figures; 100 is the average of the wards. "
            "Dots: groups that are open today and not known to be full."
        ),
        pictures=_pictures(authority, rows, open_now), lead=_("How to read it."), notes=[
            _("Groups in the middle of a town serve those who can get there. A dot says nothing of the bus."), index,
        ],
        caution=_("An index of places says where to look and whom to ask. Of anybody who lives there it says nothing."),
    )  # fmt: skip


def sentence(rows: Sequence[Beside]) -> str:
    above = [row for row in rows if row.is_above and row.per_thousand is not None]
    if not above:
        return _("No ward stands above the average of risk among those whose groups we can count")
    least = min(above, key=lambda row: row.per_thousand)
    said = {"ward": least.ward.name}
    if all(least.per_thousand <= row.per_thousand for row in rows if row.per_thousand is not None):
        return _("%(ward)s stands above the average of risk and has the fewest groups near for its older people") % said
    return _("Of the wards above the average of risk, %(ward)s has the fewest groups near for its older people") % said


def _pictures(authority: Area, rows: Sequence[Beside], open_now: Sequence[Offer]) -> list[Picture]:
    ground, table = maps.drawn(authority), _table(rows)
    if ground is None:
        return []
    held = {row.ward.code: row for row in rows}
    places = [_place(shape, held[shape.code]) for shape in ground.shapes if shape.code in held]
    pins = [
        Pin("", ground.at(*spot)) for one in open_now if one.room is not Room.FULL for spot in one.spots
        if _within(ground.at(*spot), ground.box)
    ]  # fmt: skip
    legend = [_("under 94"), "94–97", "98–101", "102–105", _("106 or more")]
    draw = partial(choropleth, places, breaks=BREAKS, legend=legend, box=ground.box, pins=pins)
    return [picture("risk-map", _("Index of risk for people of 65 and over, and groups open today"), draw, table=table)]


def _place(shape: maps.Shape, row: Beside) -> Place:
    value = row.standing.value if row.standing else None
    return Place(shape.name, shape.ring, shape.at, value, f"{value:.0f}" if value is not None else "–")


def _within(point: maps.Point, box: tuple[float, float]) -> bool:
    return 0 <= point[0] <= box[0] and 0 <= point[1] <= box[1]


def _table(rows: Sequence[Beside]) -> Table:
    heads = [
        _("Ward"),
        _("Index"),
        _("Against the average"),
        _("Groups within 2 km"),
        _("For 1,000 older people"),
    ]
    return Table(_("Risk, and what is open near"), heads, [_row(row) for row in rows])


def _row(row: Beside) -> tuple:
    if row.standing is None:
        return row.ward.name, "–", "–", row.groups, row.per_thousand
    return row.ward.name, f"{row.standing.value:.0f}", step_said(row.standing.step), row.groups, row.per_thousand
