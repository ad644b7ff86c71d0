"""A finding: the sentence, who and when, the picture, and beside it what is needed to read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from outcomes.drawing.heat import Heat
from outcomes.drawing.picture import Picture, Table
from outcomes.figures import catalogue
from outcomes.figures.counting import Measure


@dataclass(frozen=True, slots=True)
class Finding:
    """`name` is its anchor on the page. `lead` opens the notes in bold; `measures` are the numbers it is shown from."""

    name: str
    said: str
    deck: str
    pictures: Sequence[Picture] = ()
    heat: Heat | None = None
    lead: str = ""
    notes: Sequence[str] = ()
    beside: Table | None = None  # a small table in the notes
    caution: str = ""
    measures: Sequence[int] = ()

    @property
    def definitions(self) -> list[Measure]:
        known = catalogue.measures()
        return [known[number] for number in self.measures if number in known]
