"""Counting one month in Kelderby, as the freezer does."""

from collections import Counter
from datetime import date, datetime

from connect.identity import acting_as
from connect.messaging.hours import LONDON
from connect.places.models import Area
from outcomes.figures import catalogue
from outcomes.figures.counting import Span

LONG_AFTER = datetime(2027, 6, 1, 9, tzinfo=LONDON)


def span(month: date, until: datetime = LONG_AFTER) -> Span:
    wards = list(Area.objects.filter(parent__code="K01", kind=Area.Kind.WARD).order_by("code"))
    return Span(month, wards, until, "england")


def told(month: date, *keys: str, until: datetime = LONG_AFTER) -> dict[str, dict[str, int]]:
    """Key -> category -> how many, of the counts that found any."""
    found = {}
    with acting_as("freeze"):
        for key in keys:
            things = list(catalogue.counts()[key].counted(span(month, until)))
            found[key] = dict(Counter(one.category for one in things))
    return {key: counted for key, counted in found.items() if counted}


def seen(month: date, key: str, until: datetime = LONG_AFTER) -> list:
    with acting_as("freeze"):
        return list(catalogue.values()[key].gathered(span(month, until)))
