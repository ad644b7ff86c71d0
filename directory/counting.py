"""How many listings each tick would leave: columns of bits, counted without a loop over the listings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

WIDTH = 24  # bytes a listing; as in directory_mask
FIRST_DAY, DAYS = 160, 32  # the bits of coming days, used again every 32
EPOCH = date(2000, 1, 1)
HAS = [bytes(value >> bit & 1 for value in range(256)) for bit in range(8)]

Masks = Mapping[str, bytes]  # by the group that is left out; "" with all of them asked


def size(masks: bytes) -> int:
    return len(masks) // WIDTH


def counts(masks: Masks, bits: Mapping[str, int], group_of: Mapping[str, str]) -> dict[str, int]:
    """Tag -> listings. Those of a group that is ticked are counted as if nothing of that group were."""
    found = {}
    for tag, bit in bits.items():
        head, colon, _rest = tag.partition(":")
        rows = _rows(masks, group_of.get(head + colon, ""))
        if n := sum(_column(part, bit).bit_count() for part in rows):
            found[tag] = n
    return found


def on_days(masks: Masks, group: str, days: Iterable[date]) -> int:
    """Listings that meet on any of these days."""
    bits = [FIRST_DAY + (day - EPOCH).days % DAYS for day in days]
    return sum(_any(part, bits).bit_count() for part in _rows(masks, group))


def weekend(today: date) -> tuple[date, ...]:
    """What is left of this one, or the next."""
    saturday = today + timedelta(days=(5 - today.weekday()) % 7) if today.weekday() != 6 else today
    return (saturday, saturday + timedelta(days=1)) if saturday.weekday() == 5 else (saturday,)


def _rows(masks: Masks, group: str) -> Iterator[bytes]:
    """What fits everything; and what fits all but this group."""
    yield masks[""]
    if group and group in masks:
        yield masks[group]


def _column(masks: bytes, bit: int) -> int:
    """A byte a listing, nought or one."""
    return int.from_bytes(masks[bit >> 3 :: WIDTH].translate(HAS[bit & 7]))


def _any(masks: bytes, bits: Iterable[int]) -> int:
    found = 0
    for bit in bits:
        found |= _column(masks, bit)
    return found
