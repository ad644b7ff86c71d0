"""The figures as pages, files and the API show them: read from what was released, and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from connect.people.models import User
from outcomes.disclosure import UNDEFINED, Shown, as_shown, share
from outcomes.figures import catalogue
from outcomes.figures.counting import OTHERS
from outcomes.figures.lattice import Grain, Level, Period
from outcomes.figures.models import Release
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


@dataclass(frozen=True)
class Board:
    """One release at one place."""

    release: Release
    place: Spot

    @classmethod
    def at(cls, user: User, period: Period, place_code: str = "") -> Board | None:
        release = _visible(user).filter(grain=period.grain, period=period.start).first()
        return cls._of(release, place_code) if release else None

    @classmethod
    def latest(cls, user: User, grain: Grain, place_code: str = "") -> Board | None:
        release = _visible(user).filter(grain=grain).first()
        return cls._of(release, place_code) if release else None

    @classmethod
    def _of(cls, release: Release, place_code: str) -> Board | None:
        places = {spot.code: spot for spot in _places(release)}
        place = places.get(place_code or release.area_code)
        return cls(release, place) if place else None

    @property
    def period(self) -> Period:
        return self.release.span

    @cached_property
    def places(self) -> list[Spot]:
        """The whole, the localities, the wards."""
        return _places(self.release)

    @cached_property
    def _figures(self) -> dict[tuple[str, str, str], Shown]:
        rows = self.release.figures.all()
        return {(one.count, one.category, one.place_code): as_shown(one.shown) for one in rows}

    @cached_property
    def _told(self) -> dict[tuple[str, str], Mapping[str, Any]]:
        return {
            (one.value, one.place_code): {**one.told, "people": as_shown(one.people)}
            for one in self.release.values.all()
            if one.told
        }

    def has(self, key: str, category: str = "", place: str = "") -> bool:
        """Whether this release has such a figure at all, hidden or not."""
        return (key, category, place or self.place.code) in self._figures

    def shown(self, key: str, category: str = "", place: str = "") -> Shown:
        return self._figures.get((key, category, place or self.place.code), UNDEFINED)

    def share(self, part: str, whole: str, category: str = "", place: str = "") -> Share:
        n, of = self.shown(part, category, place), self.shown(whole, category, place)
        shown = share(n, of)
        if not isinstance(shown, int):
            return Share(shown, n, of)
        return Share(shown, n, of, *per_cent(min(n, of), of))

    def categories(self, key: str, place: str = "") -> list[tuple[str, str, Shown]]:
        """(category, its title, shown), in the order of the cut."""
        code = place or self.place.code
        return [
            (category, self.title(key, category), shown)
            for (count, category, where), shown in self._figures.items()
            if count == key and category and where == code
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
            (spot.code, spot.name, self._figures[key, category, spot.code])
            for spot in self.places
            if spot.level == level and (key, category, spot.code) in self._figures
        ]

    def value(self, key: str, place: str = "") -> Mapping[str, Any] | None:
        """What was told of a value, with `people`; None when it is about too few, or nobody."""
        return self._told.get((key, place or self.place.code))

    def earlier(self, n: int) -> list[Board]:
        """The boards before this one, of the same grain and place, the nearest first."""
        before = Release.objects.filter(
            area_code=self.release.area_code, grain=self.release.grain, period__lt=self.release.period
        )
        found = before.prefetch_related("figures", "values")[:n]
        return [board for release in found if (board := Board._of(release, self.place.code))]


def _visible(user: User) -> Any:
    return Release.objects.visible_to(user).order_by("-period", "area_name").prefetch_related("figures", "values")


def _places(release: Release) -> list[Spot]:
    order = list(reversed(Level))
    found = {one.place_code: Spot(one.place_code, one.place_name, Level(one.level)) for one in release.figures.all()}
    return sorted(found.values(), key=lambda spot: (order.index(spot.level), spot.name))
