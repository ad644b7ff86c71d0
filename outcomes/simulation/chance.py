"""Chance out of a seed: dice for what happens in a life, and every key that is drawn meanwhile."""

import os
import random
from collections.abc import Iterator, Mapping
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
def keys_from(seed: object) -> Iterator[None]:
    """Keys and references come out of the seed: `uuid4` and `secrets` ask the system for chance by these two names.

    The models' fields hold `uuid4` itself, so that nothing further up could be put in its place. For a world that is
    invented from beginning to end, in a process that does nothing else: what is drawn here can be guessed.
    """
    real = os.urandom, random._urandom
    os.urandom = random._urandom = random.Random(f"keys of {seed}").randbytes  # noqa: S311  (invented, and meant to be)
    try:
        yield
    finally:
        os.urandom, random._urandom = real
