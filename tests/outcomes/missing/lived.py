"""Groups beside the lunch club, so many metres off; and a year as it was released."""

from datetime import date
from types import SimpleNamespace

from django.utils import timezone

from connect.places.models import Area
from directory.models import Capacity, Location, Service, ServiceAtLocation
from outcomes.models import Dataset, Figure, Population, Release


def group(cast: SimpleNamespace, name: str, east: int = 0, north: int = 0, **more: object) -> Service:
    """East and north of St Mark's hall. `free` places, if anybody said; `needs` as the lunch club's unless said."""
    needs, free = more.pop("needs", ["company", "something_to_do"]), more.pop("free", None)
    made = Service.objects.create(organisation=cast.lunch.organisation, name=name, kind="group", **more)
    made.needs.set(needs)
    if made.attending == "in_person":
        hall = Location.objects.create(name=f"{name} hall", easting=412300 + east, northing=402100 + north)
        ServiceAtLocation.objects.create(service=made, location=hall)
    if free is not None:
        Capacity.objects.create(service=made, available=free, maximum=20)
    return made


def released(cast: SimpleNamespace, grain: str, begins: date) -> Release:
    return Release.objects.create(
        grain=grain, period=begins, policy="round5_audit_v1", definitions=3, area_code=cast.borough.code,
        area_name=cast.borough.name, counted_to=date(2026, 10, 14), frozen_at=timezone.now(), frozen_by="freeze",
    )  # fmt: skip


def a_quarter(cast: SimpleNamespace) -> Release:
    """July to September 2026, with nothing in it yet."""
    return released(cast, "quarter", date(2026, 7, 1))


def a_year(cast: SimpleNamespace) -> Release:
    """The year to March 2026: Northgate's 20 unmet needs, Millrace's 10."""
    release = released(cast, "year", date(2025, 4, 1))
    figures = {
        ("needs_unmet", ""): (30, 10, 20), ("recorded_needs", ""): (200, 100, 100),
        ("unmet", "company"): (20, 10, 15), ("unmet", "practical_help"): (10, "*", 10),
        ("gaps_noted", "transport"): (7, 3, 4),
    }  # fmt: skip
    places = ((cast.borough, "whole"), (cast.ward, "ward"), (cast.other_ward, "ward"))
    for (count, category), shown in figures.items():
        for (place, level), one in zip(places, shown, strict=True):
            figure(release, count, category, place, level, one)
    for category, shown in (("nothing", 20), ("unreachable", 10), ("cost", 0)):
        figure(release, "unmet_by_reason", category, cast.borough, "whole", shown)
    return release


def figure(release: Release, count: str, category: str, place: Area, level: str, shown: object) -> None:
    rule = "things" if count == "gaps_noted" else release.policy
    Figure.objects.create(
        release=release, position=Figure.objects.count(), count=count, category=category, place_code=place.code,
        place_name=place.name, level=level, rule=rule, shown=str(shown),
    )  # fmt: skip


def adults(cast: SimpleNamespace, millrace: int = 1000, northgate: int = 1000) -> None:
    made_up, _new = Dataset.objects.get_or_create(title="People of Kelderby", file="people.csv", is_made_up=True)
    for ward, people in ((cast.ward, millrace), (cast.other_ward, northgate)):
        Population.objects.create(area=ward, ages=[0, 18, 65], people=[100, people - 200, 200], dataset=made_up)
