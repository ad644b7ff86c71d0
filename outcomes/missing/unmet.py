"""Where the most needs go unmet: each ward's needs that nobody could meet for every 1,000 adults, as released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import inf

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connect.places.models import Area
from outcomes.disclosure import HIDDEN, Shown, known
from outcomes.drawing import (
    Bar,
    Finding,
    Picture,
    Place,
    Table,
    amount,
    bars,
    choropleth,
    label_of,
    legend,
    picture,
    steps,
)  # fmt: skip
from outcomes.figures.lattice import Level
from outcomes.figures.reading import Board
from outcomes.profiles import maps, people

UNMET, RECORDED = "needs_unmet", "recorded_needs"
PER = 1000
# Whom a need is held against: adults, or the nearest to it that the open figures tell apart.
BANDS = (
    ("18plus", gettext_lazy("adults")),
    ("16plus", gettext_lazy("people of 16 and over")),
    (people.EVERYBODY, gettext_lazy("people")),
)
MEASURE = 24


@dataclass(frozen=True, slots=True)
class Ward:
    """`shown` is as released; `people` from open figures, None where nobody has loaded them."""

    code: str
    name: str
    shown: Shown
    people: int | None

    @property
    def rate(self) -> int | None:
        """For every 1,000; out of the rounded number, so as coarse as that is."""
        value = amount(self.shown)
        return None if value is None or not self.people else round(PER * value / self.people)

    @property
    def may_be(self) -> tuple[float, float]:
        """Between which rates the truth lies, as far as anybody can tell from what is shown."""
        low, high = known(self.shown) if self.shown == HIDDEN or isinstance(self.shown, int) else (0, inf)
        return (PER * low / self.people, PER * high / self.people) if self.people else (0, inf)


@dataclass(frozen=True, slots=True)
class Unmet:
    """The wards in the order of the alphabet, and the whole. `who`: who their people are, in words."""

    wards: Sequence[Ward]
    whole: Ward
    who: str

    @property
    def by_rate(self) -> bool:
        """Where the people of one ward are not known, no rate can be held against another."""
        return bool(self.wards) and all(ward.people for ward in self.wards)

    def value(self, ward: Ward) -> float | None:
        return ward.rate if self.by_rate else amount(ward.shown)

    @property
    def greatest(self) -> list[Ward]:
        """The ward with the most, or several that have as many; nobody where all is hidden or nought."""
        most = max((self.value(ward) or 0 for ward in self.wards), default=0)
        return [ward for ward in self.wards if self.value(ward) == most] if most else []

    @property
    def as_likely(self) -> list[Ward]:
        """Others that may have as many, for all that rounding and hiding lets anybody see."""
        if not self.greatest or not self.by_rate:
            return []
        least = min(ward.may_be[0] for ward in self.greatest)
        return [ward for ward in self.wards if ward not in self.greatest and ward.people and ward.may_be[1] >= least]


def unmet(board: Board, wards: Sequence[Area], every: Sequence[Area]) -> Unmet:
    """`wards` are those of the place that is looked at, held against all of the authority's."""
    live = people.by_ward(every)
    band, who = next((band, who) for band, who in BANDS if all(one.of(band) is not None for one in live.values()))
    of = {code: one.of(band) for code, one in live.items()}
    shown = {code: cell for code, _name, cell in board.by_place(UNMET, Level.WARD)}
    rows = [Ward(ward.code, ward.name, shown.get(ward.code, "-"), of.get(ward.code)) for ward in wards]
    together = sum(of.values()) if len(of) == len(every) else None
    code = board.release.area_code
    return Unmet(rows, Ward(code, board.release.area_name, board.shown(UNMET, place=code), together), str(who))


def finding(board: Board, found: Unmet, authority: Area) -> Finding:
    return Finding(
        name="unmet", said=sentence(found), deck=deck(board, found), pictures=[_picture(found, authority)],
        lead=_("How to read it."), notes=list(notes(found)), measures=[MEASURE],
    )  # fmt: skip


def sentence(found: Unmet) -> str:
    first = found.greatest
    if len(found.wards) == 1:
        return _of_one(found)
    if not first:
        return _("Too few needs went unmet here to say where the most did")
    names = _(" and ").join(ward.name for ward in first)
    said = {"ward": names, "n": label_of(found.value(first[0]) or 0), "who": found.who}
    if not found.by_rate:
        return ngettext(
            "%(ward)s has the most unmet needs: about %(n)s", "%(ward)s have the most unmet needs: about %(n)s each",
            len(first),
        ) % said  # fmt: skip
    words = ngettext(
        "%(ward)s has the greatest unmet need: %(n)s for every 1,000 %(who)s",
        "%(ward)s have the greatest unmet need: %(n)s for every 1,000 %(who)s each",
        len(first),
    )
    return words % said + _compared(found)


def _of_one(found: Unmet) -> str:
    ward = found.wards[0]
    said = {"ward": ward.name, "n": found.value(ward), "who": found.who}
    if said["n"] is None:
        return _("Too few needs went unmet in %(ward)s to give a number safely") % said
    if not found.by_rate:
        return _("In %(ward)s about %(n)s needs went unmet") % said
    return _("In %(ward)s %(n)s needs went unmet for every 1,000 %(who)s") % said + _compared(found)


def _compared(found: Unmet) -> str:
    if found.whole.rate is None:
        return ""
    return _(", against %(n)s in all of %(place)s") % {"n": label_of(found.whole.rate), "place": found.whole.name}


def deck(board: Board, found: Unmet) -> str:
    what = _(
        "Needs that people named and that, six weeks on, somebody had written down as missing: there was nothing "
        "suitable, it was full, out of reach, or cost too much."
    )
    return f"{what} {board.period.title}."


def notes(found: Unmet) -> list[str]:
    said = [_("The number on each ward is the rate, and its shade says the same.")] if found.by_rate else []
    if close := found.as_likely:
        names = ", ".join(ward.name for ward in close)
        said.append(_("As numbers are rounded, it may be as great in: %(wards)s.") % {"wards": names})
    if not found.by_rate:
        said.append(_("How many people live in each ward has not been loaded yet, so these are numbers and no rates."))
    said.append(_("It is the least there is: a need for which nobody wrote a reason is not in it."))
    return said


def _picture(found: Unmet, authority: Area) -> Picture:
    title = _("Unmet needs by ward")
    if found.by_rate:
        title = _("Unmet needs for every 1,000 %(who)s, by ward") % {"who": found.who}
    shapes = {one.code: one for one in maps.shapes(authority)} if len(found.wards) > 1 else {}
    ground = maps.drawn(authority) if shapes else None
    high = max((found.value(ward) or 0 for ward in found.wards), default=0)
    if ground is None:
        rows = [Bar(ward.name, found.value(ward), _said(found, ward), _tone(found, ward)) for ward in found.wards]
        return picture("unmet-map", title, partial(bars, rows), table=_table(found))
    edges = steps(high)
    places = [_place(found, ward, shapes[ward.code]) for ward in found.wards if ward.code in shapes]
    draw = partial(choropleth, places, breaks=edges, legend=legend(edges), box=ground.box)
    return picture("unmet-map", title, draw, table=_table(found))


def _tone(found: Unmet, ward: Ward) -> str:
    return "note" if ward in found.greatest else "main"


def _place(found: Unmet, ward: Ward, shape: maps.Shape) -> Place:
    others = tuple(ring for ring in shape.rings if ring is not shape.ring)
    return Place(ward.name, shape.ring, shape.at, found.value(ward), _said(found, ward), others)


def _said(found: Unmet, ward: Ward) -> str:
    value = found.value(ward)
    return str(ward.shown) if value is None else label_of(value)


def _table(found: Unmet) -> Table:
    rows = [_row(ward) for ward in found.wards]
    heads = [_("Ward"), _("Unmet needs"), found.who[:1].upper() + found.who[1:], _("For every 1,000")]
    if not found.by_rate:
        return Table(_("Unmet needs by ward"), heads[:2], [row[:2] for row in rows], _row(found.whole)[:2])
    return Table(_("Unmet needs by ward"), heads, rows, _row(found.whole))


def _row(ward: Ward) -> tuple:
    return ward.name, ward.shown, ward.people, HIDDEN if ward.shown == HIDDEN else ward.rate
