"""What changed between two readings of one person; before and after, with nothing that looks like a cause."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes.measuring import windows
from outcomes.measuring.models import Reading
from outcomes.measuring.states import ALONE
from outcomes.scoring import changes, readings
from outcomes.scoring.definitions import is_composite
from outcomes.scoring.readings import Result

CAPTION = gettext_lazy(
    "Before and after, without a group to compare with. People are referred when things are bad, so some improvement is"
    " to be expected anyway; and people who did not answer may differ."
)


@dataclass(frozen=True)
class Pair:
    """`result` is changes.change of the two; `helped` says that one was read out and the other not."""

    before: Reading
    after: Reading
    result: Result
    helped: bool

    @property
    def weeks(self) -> int:
        return (self.after.taken_on - self.before.taken_on).days // 7

    @property
    def lines(self) -> list[tuple[str, Result]]:
        """(item or "", change) in the order of the items."""
        return list(self.result["items"].items()) if "items" in self.result else [("", self.result)]


def standing(rows: Iterable[Reading]) -> list[Reading]:
    """Without those that a later row corrects."""
    rows = list(rows)
    corrected = {row.instead_of_id for row in rows}
    return [row for row in rows if row.pk not in corrected]


def result(reading: Reading) -> Result:
    return readings.score(reading.definition, reading.answers)


def pairs(rows: Iterable[Reading]) -> list[Pair]:
    """Of each instrument, version and time with us the first reading and the latest, in the order they were begun."""
    groups: dict[tuple[str, str, str], list[Reading]] = {}
    for row in sorted(standing(rows), key=lambda one: (one.taken_on, one.made_at)):
        if counts(row):
            groups.setdefault((row.instrument, row.version, row.language), []).append(row)
    times = [some for group in groups.values() for some in windows.episodes(group)]
    return [_pair(_first(some), some[-1]) for some in times if _first(some) is not some[-1]]


def counts(reading: Reading) -> bool:
    """What has a score to compare: a total with an item missing has none, single items stand for themselves."""
    status = result(reading)["status"]
    return status == "scored" or (status == "partial" and not is_composite(reading.definition))


def _first(group: list[Reading]) -> Reading:
    return next((row for row in group if row.moment in windows.FIRSTS), group[0])


def _pair(before: Reading, after: Reading) -> Pair:
    told = changes.change(before.definition, before.answers, after.answers)
    return Pair(before, after, told, (before.mode in ALONE) != (after.mode in ALONE))


DIRECTIONS = {"improved": gettext_lazy("better"), "worse": gettext_lazy("worse"), "same": gettext_lazy("the same")}


def in_words(change: Result) -> str:
    """For those who work with the person: "3 better", "the same", "cannot be compared"."""
    if change["improvement"] is None:
        return _("cannot be compared")
    if not change["improvement"]:
        return str(DIRECTIONS["same"])
    return f"{abs(change['improvement']):g} {DIRECTIONS[change['direction']]}"
