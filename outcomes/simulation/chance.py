"""Chance out of a seed: dice for what happens in a life, and every key that is drawn meanwhile."""

import os
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")
PARTS = 2  # of a big world: a power of two, so that a key can say which
A_KEY = 16  # bytes


class Dice(random.Random):
    """One for each life, so that what happens in one does not shift what happens in the next."""

    def happens(self, share: float) -> bool:
        return self.random() < share

    def one_of(self, shares: Mapping[T, float]) -> T:
        return self.choices(list(shares), weights=list(shares.values()))[0]

    def some_of(self, shares: Mapping[T, float]) -> list[T]:
        """Each for itself."""
        return [one for one, share in shares.items() if self.happens(share)]


class Stream(random.Random):
    """What keys are made of. The last byte of a key says which part of the world drew it: see `belongs_to`."""

    part = 0

    def begin(self, seed: str, part: int = 0) -> None:
        self.seed(seed)
        self.part = part

    def draw(self, size: int) -> bytes:
        drawn = self.randbytes(size)
        return drawn[:-1] + bytes([drawn[-1] // PARTS * PARTS + self.part]) if size == A_KEY else drawn


def belongs_to(key: object) -> int:
    """The part that drew this row's key, which sees to the row; the first, where it has no such key."""
    key = getattr(key, "pk", key)
    return key.int % PARTS if isinstance(key, UUID) else 0


@contextmanager
def keys() -> Iterator[Callable[..., None]]:
    """Keys and references come out of a seed: `uuid4` and `secrets` ask the system for chance by these two names.

    The models' fields hold `uuid4` itself, so that nothing further up could be put in its place. Yields what sets the
    seed, and the part that draws. For a world that is invented from beginning to end: what is drawn can be guessed.
    """
    real, stream = (os.urandom, random._urandom), Stream()
    os.urandom = random._urandom = stream.draw
    try:
        yield stream.begin
    finally:
        os.urandom, random._urandom = real
