"""What a reader can work out: the values a hidden number could still have, given every range shown with it.

Published numbers that add up form a network: each number flows from one node to another, and what flows into a node
flows out again. The truth is one such flow, inside every range the reader knows. The values a number could have are
exactly those to which its flow can be changed by leading the difference another way round, within the ranges of the
others; by the max-flow theorem that search is exact, and in whole numbers. So no solver is needed.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import inf

Room = defaultdict[Hashable, Counter]


@dataclass(slots=True)
class Number:
    """One number of a sheet: where it flows, what it is, what is shown of it, and the range a reader then knows."""

    tail: Hashable
    head: Hashable
    truth: int
    shown: int | str
    low: int
    high: float

    def hide(self, sign: str) -> None:
        """Show the sign in its place: the reader is told nothing about it any more."""
        self.shown, self.low, self.high = sign, 0, inf


def could_be(number: Number, value: int, sheet: Iterable[Number]) -> bool:
    """Whether everything else on the sheet leaves this value open for the number."""
    if not number.low <= value <= number.high:
        return False
    start, end = (number.head, number.tail) if value > number.truth else (number.tail, number.head)
    return _lead_round(abs(value - number.truth), start, end, _room_beside(number, sheet))


def range_of(number: Number, sheet: Iterable[Number]) -> tuple[int, float]:
    """The lowest and the highest value that everything else on the sheet leaves open for the number."""
    sheet = list(sheet)
    down = _most_round(number.truth - number.low, number.tail, number.head, _room_beside(number, sheet))
    up = _most_round(number.high - number.truth, number.head, number.tail, _room_beside(number, sheet))
    return int(number.truth - down), number.truth + up


def _room_beside(number: Number, sheet: Iterable[Number]) -> Room:
    """How far every other number can still rise (along its way) or fall (against it)."""
    room: Room = defaultdict(Counter)
    for other in sheet:
        if other is not number:
            room[other.tail][other.head] += other.high - other.truth
            room[other.head][other.tail] += other.truth - other.low
    return room


def _lead_round(amount: int, start: Hashable, end: Hashable, room: Room) -> bool:
    return _most_round(amount, start, end, room) == amount


def _most_round(amount: float, start: Hashable, end: Hashable, room: Room) -> float:
    """As much of the amount as can be led another way."""
    led = 0
    while led < amount and (path := _path(start, end, room)):
        step = min(amount - led, *(room[here][there] for here, there in path))
        if step == inf:
            return inf
        for here, there in path:
            room[here][there] -= step
            room[there][here] += step
        led += step
    return led


def _path(start: Hashable, end: Hashable, room: Room) -> list[tuple[Hashable, Hashable]]:
    """The shortest way with room left, as its stretches; empty when there is none."""
    came_from, queue = {start: start}, deque([start])
    while queue and end not in came_from:
        here = queue.popleft()
        for there, left in room[here].items():
            if left > 0 and there not in came_from:
                came_from[there] = here
                queue.append(there)
    return _stretches(start, end, came_from) if end in came_from else []


def _stretches(start: Hashable, end: Hashable, came_from: dict[Hashable, Hashable]) -> list[tuple[Hashable, Hashable]]:
    path = []
    while end != start:
        path.append((came_from[end], end))
        end = came_from[end]
    return path
