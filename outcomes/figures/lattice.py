"""The fixed lattice: closed calendar periods by places. No other question can be asked from outside a team."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outcomes import periods


class Grain(models.TextChoices):
    """How long a period is. Financial years and their quarters begin in April."""

    MONTH = "month", gettext_lazy("Month")
    QUARTER = "quarter", gettext_lazy("Quarter")
    YEAR = "year", gettext_lazy("Financial year")


class Level(models.TextChoices):
    """How fine a place is: a ward, the wards of a locality, the whole authority."""

    WARD = "ward", gettext_lazy("Ward")
    LOCALITY = "locality", gettext_lazy("Locality")
    WHOLE = "whole", gettext_lazy("Whole area")


MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}
ADDRESS = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2]|q[1-4]|y)")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`start` is the first day of its first month."""

    start: date
    grain: Grain = Grain.MONTH

    @classmethod
    def around(cls, day: date, grain: Grain) -> Period:
        """The month, quarter or financial year that a day lies in."""
        back = {Grain.MONTH: 0, Grain.QUARTER: (day.month - 1) % 3, Grain.YEAR: (day.month - 4) % 12}[grain]
        return cls(_months_on(day.replace(day=1), -back), grain)

    @classmethod
    def at(cls, address: str) -> Period:
        """2026-10, 2026-q3 (July to September 2026), 2026-y (the year that begins in April 2026)."""
        if not ADDRESS.fullmatch(address):
            raise ValueError("period")
        year, part = int(address[:4]), address[5:]
        if part == "y":
            return cls(date(year, 4, 1), Grain.YEAR)
        if part.startswith("q"):
            return cls(date(year, 3 * int(part[1:]) - 2, 1), Grain.QUARTER)
        return cls(date(year, int(part), 1))

    @property
    def address(self) -> str:
        ends = {Grain.MONTH: f"{self.start:%m}", Grain.QUARTER: f"q{(self.start.month + 2) // 3}", Grain.YEAR: "y"}
        return f"{self.start:%Y}-{ends[self.grain]}"

    @property
    def end(self) -> date:
        """The first day after it."""
        return _months_on(self.start, MONTHS[self.grain])

    @property
    def months(self) -> list[date]:
        return [_months_on(self.start, n) for n in range(MONTHS[self.grain])]

    @property
    def last_month(self) -> date:
        return self.months[-1]

    @property
    def before(self) -> Period:
        return Period(_months_on(self.start, -MONTHS[self.grain]), self.grain)

    @property
    def a_year_before(self) -> Period:
        return Period(_months_on(self.start, -12), self.grain)

    @property
    def title(self) -> str:
        if self.grain == Grain.MONTH:
            return date_format(self.start, "F Y")
        last = date_format(self.last_month, "F Y")
        if self.grain == Grain.YEAR:
            return _("Year to %(month)s") % {"month": last}
        return _("%(first)s to %(last)s") % {"first": date_format(self.start, "F"), "last": last}

    def __str__(self) -> str:
        return self.title

    def frozen_on(self, nation: str) -> date:
        """Ten working days after its last day."""
        return periods.frozen_on(self.last_month, nation)

    def is_due(self, nation: str, now: datetime) -> bool:
        return periods.is_due(self.last_month, nation, now)


def closing_with(month: date) -> Iterator[Period]:
    """The periods that are over when this month is: the month, and the quarter and the year it is the last of."""
    for grain in Grain:
        period = Period.around(month, grain)
        if period.last_month == month:
            yield period


def _months_on(month: date, n: int) -> date:
    years, place = divmod(month.month - 1 + n, 12)
    return date(month.year + years, place + 1, 1)
