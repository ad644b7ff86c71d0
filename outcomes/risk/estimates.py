"""How many people a national rate would make here: an estimate with its range, never a count, and of nobody."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Rate:
    """Per cent of the people of an age. `high` is the same as `low` where the source gives one figure and no range."""

    key: str
    title: Any
    band: str
    low: Decimal
    high: Decimal
    source: Any


@dataclass(frozen=True)
class Estimate:
    rate: Rate
    people: int  # of that age who live here
    low: int
    high: int

    @property
    def has_range(self) -> bool:
        return self.rate.low != self.rate.high


def _rate(key: str, title: Any, band: str, low: str, high: str, source: Any) -> Rate:
    return Rate(key, title, band, Decimal(low), Decimal(high or low), source)


SEEN_BY_MEDWAY = _("National studies, as Medway’s needs assessment applies them")
SEEN_BY_LGA = _("Local Government Association, 2016, as the Portsmouth report applies it")
RATES = (
    _rate("often_without_company", _("Would say they often want for company"), "65plus", "5", "16", SEEN_BY_MEDWAY),
    _rate("isolated", _("Have few contacts with anybody"), "65plus", "12", "", SEEN_BY_MEDWAY),
    _rate("less_than_weekly", _("Are in touch with others less than once a week"), "65plus", "17", "", SEEN_BY_LGA),
    _rate("less_than_monthly", _("Are in touch with others less than once a month"), "65plus", "11", "", SEEN_BY_LGA),
    _rate("trapped", _("Feel trapped in their own home"), "65plus", "12", "", SEEN_BY_LGA),
    _rate("rarely_out", _("Leave the house once a week or less"), "65plus", "6", "", SEEN_BY_LGA),
    _rate("alone_75", _("Aged 75 or over and live alone"), "75plus", "51", "", SEEN_BY_LGA),
)


def estimate(rate: Rate, people: int) -> Estimate:
    """Halves up, as the sources round."""
    return Estimate(rate, people, _share(people, rate.low), _share(people, rate.high))


def _share(people: int, per_cent: Decimal) -> int:
    return int((people * per_cent / 100).quantize(Decimal(1), ROUND_HALF_UP))
