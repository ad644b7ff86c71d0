"""Whose turn it is on a waiting list: a rule with no database in it, so that it can be tried by the thousand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Turn:
    """Somebody on the list: when they joined, which places they were asked about, and for which sessions."""

    key: UUID
    joined_at: datetime
    places: frozenset[UUID] = frozenset()
    sessions: frozenset[datetime] = frozenset()
    is_asked: bool = False  # a place is held for them now
    rests: bool = False


def next_for(place: UUID | None, waiting: Iterable[Turn], session: datetime | None = None) -> Turn | None:
    """Who joined first, of those who were not asked about this place, wait for no answer to another, and do not rest.

    A new place (None) is not offered again for a session somebody was asked about already: they have said what they
    had to say of it.
    """
    may = [
        one
        for one in waiting
        if not (one.is_asked or one.rests or place in one.places or (place is None and session in one.sessions))
    ]
    return min(may, key=lambda one: (one.joined_at, one.key), default=None)


def going_along(places: Sequence[tuple[UUID, str]]) -> list[UUID]:
    """Of (place, what was said of it): the places that were offered, and that nobody has taken and nobody holds."""
    taken = {place for place, said in places if said in ("", "yes")}
    return [place for place in dict.fromkeys(place for place, _said in places) if place not in taken]
