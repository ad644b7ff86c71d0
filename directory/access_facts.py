"""Getting in, getting about and hearing at a place: what is there, what is not, and what nobody has told us."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Location


class Fact(NamedTuple):
    drawing: str
    words: str


class Access(NamedTuple):
    """`here` stands with its icon; `not_here` is said as plainly; `unknown` only where it helps to know."""

    here: list[Fact]
    not_here: list[Fact]
    unknown: str

    def __bool__(self) -> bool:
        return bool(self.here or self.not_here or self.unknown)


# Field, icon, where it is so, where it is not. What is only a comfort is not missed aloud.
SAID = (
    ("step_free", "ramp", gettext_lazy("Step-free"), gettext_lazy("Not step-free")),
    ("accessible_toilet", "toilet", gettext_lazy("Accessible toilet"), gettext_lazy("No accessible toilet")),
    ("changing_place", "toilet", gettext_lazy("Changing Places toilet, with a hoist"), ""),
    ("hearing_loop", "ear", gettext_lazy("Hearing loop"), gettext_lazy("No hearing loop")),
    ("blue_badge_parking", "car", gettext_lazy("Blue Badge parking"), gettext_lazy("No Blue Badge parking")),
    ("quiet_space", "quiet", gettext_lazy("A quiet place to sit"), ""),
)
NOTES = {"step_free": "step_free_note", "hearing_loop": "hearing_loop_note"}


def of(place: Location) -> Access:
    return Access(list(_facts(place, True)), list(_facts(place, False)), _unknown(place))


def _facts(place: Location, wanted: bool) -> Iterator[Fact]:
    for name, drawing, there, not_there in SAID:
        words = there if wanted else not_there
        if getattr(place, name) is wanted and words:
            # Free words about a private address may give the house away.
            note = getattr(place, NOTES.get(name, ""), "") if place.address_public else ""
            yield Fact(drawing, _with(str(words), note))


def _with(fact: str, note: str) -> str:
    """Step-free, with a wide toilet."""
    return f"{fact}, {note[0].lower()}{note[1:]}" if note else fact


def _unknown(place: Location) -> str:
    """Steps turn people back at the door, so there it is said that we do not know."""
    return "" if place.step_free is not None else _("We do not know yet if there are steps. Ask before you go.")
