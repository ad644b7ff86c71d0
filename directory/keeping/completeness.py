"""What a listing still lacks, the most missed first: a short list, each with the page on which to add it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.states import Attending, Kind

Document = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """`weight` is how much a reader misses it; `subject` is the page of the form that asks for it."""

    weight: int
    label: str | Promise
    subject: str
    is_there: Callable[[Document], object]
    applies: Callable[[Document], bool] = lambda said: True


@dataclass(frozen=True)
class Completeness:
    percent: int
    missing: list[Wanted]


def _in_person(said: Document) -> bool:
    return said.get("attending") == Attending.IN_PERSON and said.get("kind") != Kind.COMMUNITY


def _is_online(said: Document) -> bool:
    return said.get("kind") == Kind.COMMUNITY or bool(said.get("community"))


def _places(name: str) -> Callable[[Document], object]:
    return lambda said: said["places"] and all(place[name] not in (None, "") for place in said["places"])


def _reachable(said: Document) -> bool:
    return any(said[part] for part in ("contact_phone", "contact_email", "url", "community"))


WANTED = (
    Wanted(4, _("A way to reach them"), "contact", _reachable),
    Wanted(4, _("When it happens"), "times", lambda said: said["schedules"], _in_person),
    Wanted(4, _("Where it happens"), "places", lambda said: said["places"], _in_person),
    Wanted(3, _("What it is, in a line"), "basics", lambda said: said["summary"]),
    Wanted(3, _("What people would like who come"), "needs", lambda said: said["needs"]),
    Wanted(3, _("What it costs"), "costs", lambda said: said["free"] or said["fees"] or said["costs"]),
    Wanted(2, _("Whether there are steps"), "places", _places("step_free"), _in_person),
    Wanted(2, _("A place on the map"), "places", _places("easting"), _in_person),
    Wanted(2, _("How to join"), "joining", lambda said: said["joining"] or said["how_to_join"]),
    Wanted(2, _("Who it is for"), "who", lambda said: said["who_comes"] or said["audiences"]),
    Wanted(2, _("The address of the community"), "community", lambda said: said["community"], _is_online),
    Wanted(1, _("What it is not for"), "community", lambda said: (said["community"] or {}).get("not_for"), _is_online),
    Wanted(1, _("What the first time is like"), "joining", lambda said: said["first_time"]),
    Wanted(1, _("More about it"), "basics", lambda said: said["description"]),
    Wanted(1, _("What kind it is"), "basics", lambda said: said["kind"]),
)  # fmt: skip


def of(said: Document) -> Completeness:
    """How complete a listing's document is, by weight, and what to add first."""
    asked = [wanted for wanted in WANTED if wanted.applies(said)]
    missing = [wanted for wanted in asked if not wanted.is_there(said)]
    whole = sum(wanted.weight for wanted in asked)
    return Completeness(round(100 * (whole - sum(each.weight for each in missing)) / whole), list(_in_order(missing)))


def _in_order(missing: list[Wanted]) -> Iterator[Wanted]:
    yield from sorted(missing, key=lambda wanted: -wanted.weight)
