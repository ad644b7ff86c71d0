"""What the page of a closure says and draws: a sentence, the rings on the map, where people could go instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connect.places.models import Area
from directory.models import Need
from outcomes.disclosure import HIDDEN, Shown
from outcomes.drawing import Finding, Picture, Table, label_of, picture
from outcomes.missing import holes
from outcomes.missing.closing import Alone, Closing, Other, Ward, left_alone, taking_part
from outcomes.missing.offers import Offer, Room
from outcomes.missing.wanted import in_km
from outcomes.profiles import maps, people

ROUND = 50  # people in an estimate: finer would look like a count


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many live where no other group reaches: by the ward's people and the part of its postcodes. No count."""

    everybody: int
    older: int | None


def finding(closing: Closing, authority: Area | None) -> Finding:
    wards, drawn = left_alone(closing), pictures(closing, authority)
    return Finding(
        name="stops", said=sentence(closing), deck=deck(closing), pictures=drawn,
        beside=None if drawn else _table(closing), notes=notes(closing, wards), lead=_("How to read it."),
        caution=_("Two kilometres is a straight line, no walk and no bus. Ask those who go there before you decide."),
    )  # fmt: skip


def alone(found: Sequence[Alone]) -> list[tuple[Offer, list[tuple[str, str]]]]:
    """Each group with (code, name) of what would be gone, for a list to choose from."""
    names = {one.code: str(one) for one in Need.objects.all()}
    return [(one.offer, [(code, names[code]) for code in one.needs]) for one in found]


def need_name(code: str) -> str:
    return str(Need.objects.get(pk=code))


def sentence(closing: Closing) -> str:
    said = {"group": closing.this.name, "need": need_name(closing.need).lower()}
    if closing.helping:
        said["n"] = len(closing.helping)
        return ngettext(
            "If %(group)s stops, %(n)s other group for %(need)s is within 2 km of it",
            "If %(group)s stops, %(n)s other groups for %(need)s are within 2 km of it", said["n"],
        ) % said  # fmt: skip
    if closing.full:
        return _("If %(group)s stops, what there is for %(need)s within 2 km is full") % said
    return _("If %(group)s stops, there is nothing for %(need)s within 2 km of it") % said


def deck(closing: Closing) -> str:
    known = taking_part(closing.this.pk)
    rings = _(
        "Shaded: within 2 km of another group for the same thing that is not known to be full. The ring is 2 km round "
        "this one: what stays white in it has nothing else. As listed today."
    )
    return f"{_takes_part(known)} {rings}".strip()


def _takes_part(known: Shown | None) -> str:
    if known is None:
        return _("How many take part is not known.")
    if known == HIDDEN:
        return _("Fewer than eight take part, by its own word.")
    return _("About %(n)s take part, by its own word.") % {"n": known}


def notes(closing: Closing, wards: Sequence[Ward]) -> list[str]:
    said = [_("What is full is no help. What nobody has told us of for two weeks counts as having room.")]
    guess = estimate(wards)
    if wards and guess:
        said.append(_estimated(guess, wards))
    elif not wards:
        said.append(_("No home within 2 km of it is farther than 2 km from everything else for the same thing."))
    if remain := len(closing.from_home):
        words = ngettext("%(n)s that needs no travel would remain.", "%(n)s that need no travel would remain.", remain)
        said.append(words % {"n": remain})
    page = reverse("listing", args=[closing.this.pk])
    said.append(format_html('<a href="{}">{}</a>', page, _("Its page in the directory")))
    return said


def _estimated(guess: Estimate, wards: Sequence[Ward]) -> str:
    said = {"n": label_of(guess.everybody), "wards": ", ".join(ward.area.name for ward in wards)}
    words = _("About %(n)s people live where only this ring reaches (%(wards)s).") % said
    if guess.older is not None:
        words += " " + _("About %(n)s of them are 65 or over.") % {"n": label_of(guess.older)}
    return words + " " + _("An estimate from open figures for wards, not a count of people we know.")


def estimate(wards: Sequence[Ward]) -> Estimate | None:
    """The ward's people times the part of its postcodes. None where a ward's people are not known."""
    known = people.by_ward([ward.area for ward in wards])
    if any(ward.area.code not in known for ward in wards):
        return None
    everybody = _sum(wards, {code: one.of(people.EVERYBODY) for code, one in known.items()})
    older = _sum(wards, {code: one.of(people.OVER_65) for code, one in known.items()})
    return None if everybody is None else Estimate(everybody, older)


def _sum(wards: Sequence[Ward], counts: Mapping[str, int | None]) -> int | None:
    if any(counts[ward.area.code] is None for ward in wards):
        return None
    total = sum(counts[ward.area.code] * ward.part for ward in wards)
    return ROUND * round(total / ROUND)


def pictures(closing: Closing, authority: Area | None) -> list[Picture]:
    ground = maps.drawn(authority) if authority else None
    title = _("If %(group)s stops") % {"group": closing.this.name}
    if ground is None:
        return []
    return [picture("stops-map", title, partial(holes.drawn, closing, ground), table=_table(closing), is_open=True)]


def _table(closing: Closing) -> Table:
    rows = [
        (format_html('<a href="{}"><bdi>{}</bdi></a>', reverse("listing", args=[one.offer.pk]), one.offer.name),
         in_km(one.metres), room_in_words(one)) for one in closing.nearest
    ]  # fmt: skip
    return Table(
        _("Where people could go instead"), [_("Nearest others"), _("Distance"), _("Free places")],
        rows or [(_("Nothing for the same thing is listed"), "", "")], words=2,
    )  # fmt: skip


def room_in_words(other: Other) -> str:
    if other.offer.room is Room.FULL:
        return _("full")
    if other.offer.room is Room.SOME:
        return str(other.offer.free) if other.offer.free else _("some")
    return _("not known")
