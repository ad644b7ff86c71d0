"""Numbers as they are told: halves go away from zero, and nothing is ever minus nought."""

from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction | int | float


def exact(number: Number) -> Fraction:
    """As it is written: 0.1 is a tenth, not the binary number nearest to it."""
    return Fraction(str(number)) if isinstance(number, float) else Fraction(number)


def rounded(number: Number, places: int = 2) -> float:
    """To so many decimal places."""
    scaled = exact(number) * 10**places
    whole = int(abs(scaled) + Fraction(1, 2))
    return float(Fraction(whole if scaled > 0 else -whole, 10**places)) if whole else 0.0
