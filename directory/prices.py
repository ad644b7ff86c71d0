"""What it costs, option by option, as people say it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from directory.models import CostOption


class Price(NamedTuple):
    option: str
    words: str


def of(costs: Iterable[CostOption]) -> list[Price]:
    return [Price(cost.option, _words(cost)) for cost in costs]


def _words(cost: CostOption) -> str:
    if cost.amount is None:
        return cost.amount_description or _("ask")
    said = _("free") if cost.amount == 0 else pounds(cost.amount)
    return f"{said}, {cost.amount_description}" if cost.amount_description else said


def pounds(amount: Decimal) -> str:
    """£4.50; £2 without its pence; 45p."""
    if amount == amount.to_integral_value():
        return f"£{amount:.0f}"
    return f"{amount * 100:.0f}p" if amount < 1 else f"£{amount:.2f}"
