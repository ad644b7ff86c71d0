"""The parts that are played each working day beside the lives, each by a module of its own; see docs/simulation.md."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from django.utils import timezone

from outcomes.simulation.chance import Dice

if TYPE_CHECKING:
    from outcomes.simulation.world import World

# In this order. Each has `day(world, dice)`; whoever adds a part adds its line.
PARTS: list[str] = [
    "outcomes.simulation.measuring",
    "outcomes.simulation.champions",
    "outcomes.simulation.goals",
    "outcomes.simulation.who_they_are",
    "outcomes.simulation.befriending",
    "outcomes.simulation.training",
    "outcomes.simulation.helping",
    "outcomes.simulation.chest",
    "outcomes.simulation.crisis",
]


def played() -> list[tuple[str, Callable[["World", Dice], None]]]:
    return [(name, import_module(name).day) for name in PARTS]


def morning(world: "World") -> None:
    """Each with dice of its own, so that what one part does more or less shifts nothing in another."""
    for name, day in played():
        day(world, Dice(f"{world.seed} {world.part} {name} {timezone.localdate()}"))
