"""Chance out of a seed: dice for what happens in a life, and every key that is drawn meanwhile."""

import os
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Dice(random.Random):
    """One for each life, so that what happens in one does not shift what happens in the next."""

    def happens(self, share: float) -> bool:
        return self.random() < share

    def one_of(self, shares: Mapping[T, float]) -> T:
        return self.choices(list(shares), weights=list(shares.values()))[0]

    def some_of(self, shares: Mapping[T, float]) -> list[T]:
        """Each for itself."""
        return [one for one, share in shares.items() if self.happens(share)]


@contextmanager
def keys() -> Iterator[Callable[[str], None]]:
    """Keys and references come out of a seed: `uuid4` and `secrets` ask the system for chance by these two names.

    The models' fields hold `uuid4` itself, so that nothing further up could be put in its place. Yields what sets the
    seed. For a world that is invented from beginning to end: what is drawn here can be guessed.
    """
    real, stream = (os.urandom, random._urandom), random.Random()  # noqa: S311  (invented, and meant to be)
    os.urandom = random._urandom = stream.randbytes
    try:
        yield stream.seed
    finally:
        os.urandom, random._urandom = real
