"""Every count, value and measure there is, out of the themes; a key stands for one thing only."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from outcomes.figures.counting import Count, Measure, Value

THEMES: list[str] = [
    "asked",
    "workers",
    "decided",
    "reached",
    "waiting",
    "connecting",
    "journey",
    "going",
    "ending",
    "chats",
    "comfort",
    "load",
    "listings",
    "missing",
    "groups",
    "change",
    "goals",
    "flows",
    "fairness",
    "cost",
    "beside",
]


@cache
def counts() -> dict[str, Count]:
    return _by_key(_all("COUNTS"))


@cache
def values() -> dict[str, Value]:
    return _by_key(_all("VALUES"))


@cache
def sums() -> list[tuple[str, tuple[str, ...]]]:
    """(whole, its parts) wherever everybody knows that the parts add up to the whole."""
    return _all("SUMS")


@cache
def measures() -> dict[int, Measure]:
    return {one.number: one for one in sorted(_all("MEASURES"), key=lambda one: one.number)}


@cache
def together() -> dict[str, tuple[str, ...]]:
    """Count -> all that a measure tells beside it and that is not cut: whoever asks for one soon asks for the rest."""
    found: dict[str, tuple[str, ...]] = {}
    for one in measures().values():
        told = [key for key in (one.part, one.whole, one.unknown, *one.also) if key in counts()]
        whole = tuple(key for key in told if counts()[key].cut is None)
        for key in whole:
            found.setdefault(key, whole)
    return found


def _all(name: str) -> list[Any]:
    return [one for theme in THEMES for one in getattr(import_module(f"outcomes.figures.counts.{theme}"), name, ())]


def _by_key(ones: Iterable[Any]) -> dict[str, Any]:
    found = {}
    for one in ones:
        if one.key in found:
            raise ValueError(f"two are called {one.key}")
        found[one.key] = one
    return found
