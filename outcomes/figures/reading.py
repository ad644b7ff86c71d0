"""The figures as pages, files and the API show them: read from what was released, and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from connect.people.models import User
from outcomes.disclosure import UNDEFINED, Shown, as_shown, share
from outcomes.figures import catalogue
from outcomes.figures.counting import OTHERS
from outcomes.figures.lattice import Grain, Level, Period
from outcomes.figures.models import Figure, Release, Told
from outcomes.figures.wilson import per_cent


@dataclass(frozen=True, slots=True)
class Spot:
    code: str
    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class Share:
    """A share of two figures as shown, in whole per cents, and its interval (95 %, Wilson) where there is one."""

    shown: Shown
    part: Shown
    whole: Shown
    low: int | None = None
    high: int | None = None


At = tuple[UUID, str]  # a release, and the code of a place


@dataclass(frozen=True)
class Shelf:
    """Releases that are read together: a measure of all of them at every place is one question."""

    releases: Sequence[Release]
    _counts: dict[str, Mapping[At, dict[str, Shown]]] = field(default_factory=dict)
    _values: dict[str, Mapping[At, Mapping[str, Any]]] = field(default_factory=dict)

    def count(self, key: str) -> Mapping[At, dict[str, Shown]]:
        """Category -> shown, of each release and place."""
        if key not in self._counts:
            keys = catalogue.together().get(key, (key,))
            found: dict[str, dict[At, dict[str, Shown]]] = {one: defaultdict(dict) for one in keys}
            rows = Figure.objects.filter(release__in=self.releases, count__in=keys)
            for one, release, *where, shown in rows.values_list("count", "release", "place_code", "category", "shown"):
                found[one][release, where[0]][where[1]] = as_shown(shown)
            self._counts.update(found)
        return self._counts[key]

    def value(self, key: str) -> Mapping[At, Mapping[str, Any]]:
        if key not in self._values:
            rows = Told.objects.filter(release__in=self.releases, value=key).order_by()
            told = rows.values_list("release", "place_code", "told", "people")
            self._values[key] = {(release, place): _of_people(one, n) for release, place, one, n in told if one}
        return self._values[key]


@dataclass(frozen=True)
class Board:
    """One release at one place. What stands there is read at once, what stands elsewhere as it is asked for."""

    release: Release
    place: Spot
    places: Sequence[Spot] = field(default=(), compare=False)  # the whole, the localities, the wards
    among: Shelf | None = field(default=None, compare=False)  # of many that are read together
    others: Sequence[Spot] = field(default=(), compare=False)  # further areas that this reader may ask for

    @classmethod
    def at(cls, user: User, period: Period, place_code: str = "") -> Board | None:
        return cls._first(user, _visible(user).filter(grain=period.grain, period=period.start), place_code)

    @classmethod
    def latest(cls, user: User, grain: Grain, place_code: str = "") -> Board | None:
        return cls._first(user, _visible(user).filter(grain=grain), place_code)

    @classmethod
    def _first(cls, user: User, releases: QuerySet[Release], place_code: str) -> Board | None:
        """The first that has the place: whoever reads of several areas says by it which of them is meant."""
        release = (_with(releases, place_code) if place_code else releases).first()
        if release is None:
            return None
        places = _places(release)
        place = next((spot for spot in places if spot.code == (place_code or release.area_code)), None)
        return cls(release, place, places, others=_others(user, release)) if place else None

    @property
    def period(self) -> Period:
        return self.release.span

    @cached_property
    def _here(self) -> Mapping[str, dict[str, Shown]]:
        found: dict[str, dict[str, Shown]] = defaultdict(dict)
        rows = self.release.figures.filter(place_code=self.place.code)
        for count, category, shown in rows.values_list("count", "category", "shown"):
            found[count][category] = as_shown(shown)
        return dict(found)

    @cached_property
    def _told_here(self) -> Mapping[str, Mapping[str, Any]]:
        rows = self.release.values.filter(place_code=self.place.code)
        return {key: _of_people(told, n) for key, told, n in rows.values_list("value", "told", "people") if told}

    def _count(self, key: str, place: str = "") -> Mapping[str, Shown]:
        """Category -> shown."""
        if self.among is None and place in ("", self.place.code):
            return self._here.get(key, {})
        return self._shelf.count(key).get((self.release.pk, place or self.place.code), {})

    @cached_property
    def _shelf(self) -> Shelf:
        return self.among or Shelf([self.release])

    def has(self, key: str, category: str = "", place: str = "") -> bool:
        """Whether this release has such a figure at all, hidden or not."""
        return category in self._count(key, place)

    def shown(self, key: str, category: str = "", place: str = "") -> Shown:
        return self._count(key, place).get(category, UNDEFINED)

    def share(self, part: str, whole: str, category: str = "", place: str = "") -> Share:
        n, of = self.shown(part, category, place), self.shown(whole, category, place)
        shown = share(n, of)
        if not isinstance(shown, int):
            return Share(shown, n, of)
        return Share(shown, n, of, *per_cent(min(n, of), of))

    def categories(self, key: str, place: str = "") -> list[tuple[str, str, Shown]]:
        """(category, its title, shown), in the order of the cut."""
        return [
            (category, self.title(key, category), shown)
            for category, shown in self._count(key, place).items()
            if category
        ]

    def title(self, key: str, category: str) -> str:
        """What a category is called."""
        if not category:
            return ""
        cut = catalogue.counts()[key].cut if key in catalogue.counts() else None
        if category == OTHERS:
            return _("Others")
        return str(dict(cut.categories).get(category, category)) if cut else category

    def by_place(self, key: str, level: Level, category: str = "") -> list[tuple[str, str, Shown]]:
        return [
            (spot.code, spot.name, shown)
            for spot in self.places
            if spot.level == level and (shown := self._at(spot, key).get(category)) is not None
        ]

    def _at(self, spot: Spot, key: str) -> Mapping[str, Shown]:
        return self._shelf.count(key).get((self.release.pk, spot.code), {})

    def value(self, key: str, place: str = "") -> Mapping[str, Any] | None:
        """What was told of a value, with `people`; None when it is about too few, or nobody."""
        if self.among is None and place in ("", self.place.code):
            return self._told_here.get(key)
        return self._shelf.value(key).get((self.release.pk, place or self.place.code))

    def earlier(self, n: int) -> list[Board]:
        """The boards before this one, of the same grain and place, the nearest first."""
        release = self.release
        before = Release.objects.filter(area_code=release.area_code, grain=release.grain, period__lt=release.period)
        shelf = Shelf(list(_with(before, self.place.code)[:n]))
        return [Board(release, self.place, self.places, shelf) for release in shelf.releases]


def _visible(user: User) -> QuerySet[Release]:
    return Release.objects.visible_to(user).order_by("-period", "area_name")


def _with(releases: QuerySet[Release], place_code: str) -> QuerySet[Release]:
    return releases.filter(Exists(Figure.objects.filter(release=OuterRef("pk"), place_code=place_code)))


def _others(user: User, release: Release) -> list[Spot]:
    """With figures of the same period."""
    if user.acting.area_id:
        return []
    rows = _visible(user).filter(grain=release.grain, period=release.period).exclude(pk=release.pk)
    return [Spot(one.area_code, one.area_name, Level.WHOLE) for one in rows]


def _places(release: Release) -> list[Spot]:
    order = list(reversed(Level))
    rows = release.figures.order_by().values_list("place_code", "place_name", "level").distinct()
    found = [Spot(code, name, Level(level)) for code, name, level in rows]
    return sorted(found, key=lambda spot: (order.index(spot.level), spot.name))


def _of_people(told: Mapping[str, Any], people: str) -> Mapping[str, Any]:
    return {**told, "people": as_shown(people)}
