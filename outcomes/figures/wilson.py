"""How sure a share is: Wilson's 95% interval, which also holds for few people and for nobody or everybody of them."""

from math import sqrt

NINETY_FIVE = 1.959964  # of the normal distribution: two in forty lie beyond it


def interval(part: int, whole: int, z: float = NINETY_FIVE) -> tuple[float, float]:
    """The lowest and the highest share, between 0 and 1, that such a count may well come from."""
    if not 0 <= part <= whole or whole == 0:
        raise ValueError(f"{part} of {whole} is no share")
    share, room = part / whole, z * z / whole
    middle = share + room / 2
    half = z * sqrt((share * (1 - share) + room / 4) / whole)
    return max(0.0, (middle - half) / (1 + room)), min(1.0, (middle + half) / (1 + room))


def per_cent(part: int, whole: int) -> tuple[int, int]:
    """The same in whole per cent, as it is shown."""
    low, high = interval(part, whole)
    return round(100 * low), round(100 * high)
